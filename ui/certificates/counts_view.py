"""How often papers were refused: by title and month, on paper, as a workbook."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from ui.kit.buttons import Button, Kind
from ui.kit.dialogs import choose_save_file
from ui.kit.fields import CountField
from ui.kit.figure_table import FigureTable
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import Card, Scroll, empty
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.refusing import RefusedTitle
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

FIRST, LAST = 2000, 2100
MONTHS = range(1, 13)
KIND, TITLE = "refused-papers", "不予出具证明情况统计表"


class CountsView(QWidget):
    """A table with a line for each paper at the left, the same on paper at the right."""

    left = Signal()

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        outlets: Outlets,
        choose: Callable[..., Path | None] = choose_save_file,
    ) -> None:
        super().__init__()
        self._station, self._context, self._choose = station, context, choose
        self.back = Button(self.tr("Back"), meaning=Icon.BACK, kind=Kind.QUIET, parent=self)
        self.year = CountField(self.tr("Year"), least=FIRST, most=LAST)
        self.year.set_value(context.clock.today().year)
        self.save_button = Button(self.tr("Save as workbook"), meaning=Icon.EXPORT, parent=self)
        self.card = Card(self.tr("Slips given"), self)
        self.page = Scroll(self, margin=Space.L)
        outlets = replace(outlets, note=partial(_note, station))
        emptiness = (
            Icon.PRINT,
            self.tr("The count on paper"),
            self.tr("It is evidence of what residents are sent for in vain."),
        )
        self.panel = PaperPanel(context, outlets, emptiness, self)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Show the year as it is now."""
        self.refresh()
        self.year.editor.setFocus()

    def refresh(self) -> None:
        """Count anew."""
        year = self.year.value()
        self._context.jobs.start(
            lambda _: self._station.refusals.year(year),
            owner=self,
            done=partial(self._show, year),
            failed=self._context.failed,
        )

    def save(self) -> None:
        """Save the count as a workbook."""
        year = self.year.value()
        path = self._choose(
            self,
            title=self.tr("Save as workbook"),
            kinds=self.tr("Workbooks (*.xlsx)"),
            suggested=f"{TITLE}{year}.xlsx",
        )
        if path is not None and self.save_button.isEnabled():
            self._context.operations.perform(
                lambda _: self._station.refusals.export_year(path, year),
                owner=self,
                failed=self._context.failed,
                label=self.tr("Saved: {name}").format(name=path.name),
            )

    def _show(self, year: int, lines: Sequence[RefusedTitle]) -> None:
        if year != self.year.value():
            return
        empty(self.card.body)
        nothing = self.tr("No slip was given in this year.")
        self.card.body.addWidget(
            self._table(lines) if lines else label(nothing, Role.MUTED, parent=self.card)
        )
        self.save_button.refuse("" if lines else nothing)
        self.panel.clear()
        if lines:
            self._draw(year)

    def _draw(self, year: int) -> None:
        self._context.jobs.start(
            lambda _: self._station.refusals.year_paper(year),
            owner=self,
            done=partial(self._drawn, year),
            failed=self._context.failed,
            lane=Lane.OUTSIDE,
        )

    def _drawn(self, year: int, paper: Paper) -> None:
        if year == self.year.value():
            self.panel.show_handout(
                Handout(pdf=paper.pdf, title=f"{TITLE} {year}", kind=KIND, key=str(year))
            )

    def _table(self, lines: Sequence[RefusedTitle]) -> QWidget:
        """Return the lines by the months that have any, the sum at the right and beneath."""
        months = [month for month in MONTHS if any(line.months[month - 1] for line in lines)]
        sums = [sum(line.months[month - 1] for line in lines) for month in months]
        total = sum(line.total for line in lines)
        rows: list[Sequence[str]] = [(self.tr("Paper"), *map(_month, months), self.tr("Sum"))]
        rows += [
            (
                line.title,
                *(str(line.months[month - 1] or "–") for month in months),
                str(line.total),
            )
            for line in lines
        ]
        rows.append((self.tr("All"), *map(str, sums), str(total)))
        return FigureTable(rows, self.card, has_sum=True, gap=Space.M)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CERTIFICATES in topics and self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.back.on_click(self.left.emit)
        self.year.changed.connect(self.refresh)
        self.save_button.on_click(self.save)
        self._context.operations.touched.connect(self._on_touched)
        group = self.tr("Certificates")
        for keys, text, slot in (
            ("Ctrl+P", self.tr("Print the count"), self.panel.print),
            ("Ctrl+S", self.tr("Save the count as a workbook"), self.save),
            ("Escape", self.tr("Back"), self.left.emit),
        ):
            add_key(self, keys, text, slot, group=group)

    def _lay_out(self) -> None:
        self.page.body.addWidget(self.card)
        row = QHBoxLayout()
        row.addWidget(self.year)
        row.addStretch(1)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignBottom)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        head.setSpacing(Space.S)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(row)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self.panel, 1)


def _month(month: int) -> str:
    return QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)


def _note(station: Station, handout: Handout, printed: bool) -> Done[None]:  # noqa: FBT001 - one plain claim
    """Note in the audit that the count of a year is about to leave the house."""
    return station.refusals.note_given_out(int(handout.key), printed=printed)
