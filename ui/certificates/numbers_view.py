"""Which numbers of certificates were given, and of every one that is missing who and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.number_gaps import HOLES, Sort
from ui.certificates.words import DOT
from ui.kit.buttons import Button, Choice, SegmentedControl
from ui.kit.columns import Badge, Column
from ui.kit.dialogs import choose_save_file
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import NARROW, LesserColumns
from ui.kit.surfaces import Toolbar
from ui.kit.table_view import TableView
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.number_gaps import ReportLine
    from ui.kit.room import RoomContext

ALL, MISSING = "all", "missing"
SUGGESTED = "证明编号核对表.xlsx"
TONES = {Sort.GIVEN: Tone.OK, Sort.ELSEWHERE: Tone.NEUTRAL, Sort.NOT_ARRIVED: Tone.WARN}


class NumberColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def all(self) -> tuple[Column[ReportLine], ...]:
        """Return the columns in their usual order."""
        return (
            Column(
                key="series",
                title=lambda: self.tr("Series"),
                text=lambda line: f"{line.word}〔{line.year}〕",
                width=160,
            ),
            Column(
                key="numbers",
                title=lambda: self.tr("Numbers"),
                text=numbers_of,
                width=126,
                strong=True,
            ),
            Column(
                key="count",
                title=lambda: self.tr("How many"),
                text=lambda line: str(line.count or ""),
                width=104,
            ),
            Column(
                key="sort",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                width=140,
                badges=self._state,
            ),
            Column(
                key="giver",
                title=lambda: self.tr("Given by"),
                text=self.giver,
                width=150,
                tip=self.giver,
            ),
            Column(
                key="why",
                title=lambda: self.tr("Why"),
                text=self.why,
                width=260,
                stretches=True,
                tip=self.why,
            ),
        )

    def giver(self, line: ReportLine) -> str:
        """Return who gives these numbers."""
        if line.is_own:
            return line.giver or self.tr("this computer")
        nobody = self.tr("unknown device, segment {segment}").format(segment=line.segment)
        return line.giver or nobody

    def why(self, line: ReportLine) -> str:
        """Return what is with these numbers, and what to do."""
        void = self.tr("{count} of them are void: they keep their numbers.")
        return {
            Sort.GIVEN: void.format(count=line.void) if line.void else "",
            Sort.NOT_ARRIVED: self.tr(
                "Another device gave them; its file has not been taken in. Exchange with it."
            ),
            Sort.GONE: self.tr(
                "This computer gave them, and nothing takes a number away. Verify the audit."
            ),
            Sort.DOUBLE: self.tr("Given twice: look both up in the register and make one void."),
            Sort.ELSEWHERE: self.tr(
                "Another device may have given more since its last file was taken in."
            ),
            Sort.PUT_BACK: self.tr(
                "What was given after the backup that was restored; it may be on paper."
            ),
        }[line.sort]

    def _state(self, line: ReportLine) -> list[Badge]:
        words = {
            Sort.GIVEN: self.tr("Given"),
            Sort.NOT_ARRIVED: self.tr("Not arrived"),
            Sort.GONE: self.tr("Gone"),
            Sort.DOUBLE: self.tr("Twice"),
            Sort.ELSEWHERE: self.tr("Perhaps more"),
            Sort.PUT_BACK: self.tr("Perhaps given"),
        }
        return [Badge(words[line.sort], TONES.get(line.sort, Tone.DANGER))]


class NumbersView(QWidget):
    """The report as a table, of the holes alone or of all numbers; written as a file."""

    left = Signal()

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        choose_file: Callable[..., Path | None] = choose_save_file,
    ) -> None:
        super().__init__()
        self._station, self._context, self._choose_file = station, context, choose_file
        self._report: tuple[ReportLine, ...] = ()
        self._lines: HeldLines[int, ReportLine] = HeldLines()
        self.back = Button(self.tr("Back to the register"), meaning=Icon.BACK)
        self.which = SegmentedControl(
            [Choice(MISSING, self.tr("Missing")), Choice(ALL, self.tr("All numbers"))]
        )
        self.which.name(self.tr("Which numbers"))
        self.export = Button(self.tr("Save as a list"), meaning=Icon.EXPORT)
        self.count = label("", Role.CAPTION)
        self.told = label("", Role.BODY, wrap=True)
        self.columns = NumberColumns(self)
        self.model = LazyTableModel(
            self._lines, self.columns.all(), jobs=context.jobs, parent=self
        )
        self.table = TableView(self.model, name="certificate-numbers", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Numbers of certificates"))
        self._lesser = LesserColumns(self.table, {"giver": NARROW, "count": NARROW})
        self.empty = EmptyState(Icon.FINISHED, "", parent=self.table)
        self.table.set_empty_state(self.empty)
        self._lay_out()
        self.back.on_click(self.left.emit)
        self.which.changed.connect(lambda _: self._show_lines())
        self.export.on_click(self._export)
        self.table.current_key_changed.connect(lambda _: self._tell())

    def arrive(self) -> None:
        """Show the report as it is now, the cursor in it."""
        self._context.jobs.start(
            lambda _: self._station.numbers.report(), owner=self, done=self._show
        )
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the reasons their room where there is little."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the register."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, report: tuple[ReportLine, ...]) -> None:
        self._report = report
        none = self.tr("No number has been given yet.")
        self.export.refuse("" if report else none)
        self._show_lines()

    def _show_lines(self) -> None:
        holes = [line for line in self._report if line.sort in HOLES]
        shown = holes if self.which.value() == MISSING else self._report
        given = sum(line.count for line in self._report if line.sort is Sort.GIVEN)
        missing = sum(line.count for line in holes if line.sort is not Sort.DOUBLE)
        self._say_nothing(is_begun=bool(self._report))
        self._lines.held = dict(enumerate(shown))
        self.model.show_keys(list(self._lines.held))
        self.model.forget_lines()
        if shown:
            self.table.selectRow(0)
        self._tell()
        words = self.tr("Numbers given: {given}, missing: {missing}")
        self.count.setText(words.format(given=f"{given:,}", missing=f"{missing:,}"))

    def _tell(self) -> None:
        """Say in full what is with the numbers under the cursor: a cell is soon too short."""
        row = self.table.currentIndex().row()
        key = self.model.key_at(row) if row >= 0 else None
        line = self._lines.held.get(key) if key is not None else None
        told = (numbers_of(line), self.columns.giver(line), self.columns.why(line)) if line else ()
        self.told.setText(DOT.join(filter(None, told)))
        self.told.setVisible(bool(told))

    def _say_nothing(self, *, is_begun: bool) -> None:
        if is_begun:
            self.empty.say(
                Icon.FINISHED,
                self.tr("No number is missing"),
                self.tr("Each one that was given is here, void ones too."),
            )
        else:
            self.empty.say(
                Icon.CERTIFICATE,
                self.tr("No number has been given yet"),
                self.tr("A certificate gets its number when it is approved."),
            )

    def _export(self) -> None:
        workbook, table = self.tr("Workbook"), self.tr("Text table")
        path = self._choose_file(
            self,
            title=self.tr("Save the report of numbers"),
            kinds=f"{workbook} (*.xlsx);;{table} (*.csv)",
            suggested=SUGGESTED,
        )
        if path is not None:
            self._context.operations.perform(
                lambda _: self._station.numbers.export(path),
                owner=self,
                label=self.tr("Saved: {name}").format(name=path.name),
            )

    def _lay_out(self) -> None:
        bar = Toolbar()
        bar.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        bar.add(self.back)
        bar.add(self.which)
        bar.add(QWidget(), 1)
        bar.add(self.export)
        self.count.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.table, 1)
        self.told.setContentsMargins(Space.L, Space.S, Space.L, 0)
        column.addWidget(self.told)
        column.addWidget(self.count)


def numbers_of(line: ReportLine) -> str:
    """Return the numbers of *line* as they are written on papers."""
    first = f"{line.first:04d}"
    if line.last is None:
        return f"{first} –"
    return first if line.last == line.first else f"{first} – {line.last:04d}"
