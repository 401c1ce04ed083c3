"""The tasks of a year: beside the year before, by sender, by class and owner; out on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from ui.counter.guide_cards import fill
from ui.counter.task_paper_panel import TaskPaperPanel
from ui.kit.buttons import Button, Kind
from ui.kit.dialogs import choose_save_file
from ui.kit.fields import CountField
from ui.kit.figure_table import FigureTable
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.surfaces import Card, Scroll, empty
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.counter.admission.yearly import YearReport
    from ui.counter.guide_cards import Row
    from ui.counter.task_words import TaskWords
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

FIRST, LAST, FEN, MOST_NAMED = 2000, 2100, 100, 12
WIDE, READABLE = 1250, 900
TITLE = "年度社区工作事项清单"


class YearView(QWidget):
    """Figures, and beside them the list as a paper once it is asked for."""

    left = Signal()

    def __init__(
        self,
        station: Station,
        words: TaskWords,
        context: RoomContext,
        outlets: Outlets,
        choose: Callable[..., Path | None] = choose_save_file,
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._choose = choose
        self._job: Job | None = None
        self.back = Button(self.tr("Register"), meaning=Icon.BACK, kind=Kind.QUIET, parent=self)
        self.year = CountField(self.tr("Year"), least=FIRST, most=LAST)
        self.year.set_value(context.clock.today().year)
        self.print_button = Button(self.tr("List on paper"), meaning=Icon.PRINT, parent=self)
        self.save_button = Button(self.tr("Save as workbook"), meaning=Icon.EXPORT, parent=self)
        self.compared = Card(self.tr("Beside the year before"), self)
        self.senders = Card(self.tr("Who sends how much"), self)
        self.matrix = Card(self.tr("Classes and whose they are"), self)
        self.changed = Card(self.tr("New, and no more"), self)
        self.page = Scroll(self, margin=Space.L, width=READABLE, is_centred=False)
        self.paper = TaskPaperPanel(station, context, outlets)
        self.paper.hide()  # until it is asked for the figures have the whole room
        self.figures = QWidget(self)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Show the year as it is now."""
        self.refresh()
        self.year.editor.setFocus()

    def refresh(self) -> None:
        """Reckon the year anew."""
        year = self.year.value()
        if self._job is not None:
            self._job.cancel()
        self._job = self._context.jobs.start(
            lambda _: self._station.task_years.report(year),
            owner=self,
            done=self.show_report,
            failed=self._context.failed,
        )

    def show_report(self, report: YearReport) -> None:
        """Show what *report* tells."""
        _fill_table(self.compared, self._compared(report), nothing=self._nothing())
        _fill_table(self.senders, self._senders(report))
        _fill_table(self.matrix, self._by_class(report))
        fill(self.changed, self._changes(report))
        for button in (self.print_button, self.save_button):
            button.refuse("" if report.tasks else self._nothing())

    def print_list(self) -> None:
        """Show the list of the year as a paper."""
        if self.print_button.isEnabled():
            self._show_paper(is_shown=True)
            self.paper.show_of_year(self.year.value(), TITLE)

    def save_list(self) -> None:
        """Save the report of the year as a workbook."""
        if not self.save_button.isEnabled():
            return
        year = self.year.value()
        path = self._choose(
            self,
            title=self.tr("Save as workbook"),
            kinds=self.tr("Workbooks (*.xlsx)"),
            suggested=f"{TITLE}{year}.xlsx",
        )
        if path is not None:
            self._context.operations.perform(
                lambda _: self._station.task_years.export(path, year),
                owner=self,
                failed=self._context.failed,
                label=self.tr("Saved: {name}").format(name=path.name),
            )

    def _compared(self, report: YearReport) -> list[Sequence[str]]:
        if not report.tasks and not report.former:
            return []
        words, year = self._words, report.year
        counted = [(self.tr("All tasks"), len(report.tasks), report.former)]
        counted += [(words.lists()[each], *both) for each, both in report.lists.items()]
        counted += [(words.states()[each], *both) for each, both in report.states.items()]
        lines: list[Sequence[str]] = [
            (name, f"{now:,}", f"{then:,}", f"{now - then:+,}" if now != then else "–")
            for name, now, then in counted
        ]
        head = ("", str(year), str(year - 1), self.tr("Difference"))
        more = (
            (self.tr("Time spent"), words.hours(report.minutes), "", ""),
            (self.tr("Money"), self._money(report.funding), "", ""),
        )
        return [head, *lines, *(line for line in more if line[1])]

    def _senders(self, report: YearReport) -> list[Sequence[str]]:
        head = (
            *(self.tr("Sent by"), self.tr("Tasks"), self.tr("Admitted"), self.tr("Refused")),
            *(self.tr("Time spent"), self.tr("Money")),
        )
        lines = [
            (
                line.department,
                *map(str, (line.tasks, line.admitted, line.refused)),
                self._words.hours(line.minutes) or "–",
                self._money(line.funding) or "–",
            )
            for line in report.senders
        ]
        return [head, *lines] if lines else []

    def _by_class(self, report: YearReport) -> list[Sequence[str]]:
        owners = self._words.owners()
        lines = []
        for affair in self._words.affairs():
            counts = [report.matrix.get((affair.code, owner), 0) for owner in owners]
            if any(counts):
                lines.append((affair.text, *(str(count or "–") for count in counts)))
        return [(self.tr("Class"), *owners.values()), *lines] if lines else []

    def _changes(self, report: YearReport) -> list[Row]:
        return [
            (title, "、".join(names[:MOST_NAMED]), self._rest(len(names)))
            for title, names in (
                (self.tr("New"), report.added),
                (self.tr("No more"), report.gone),
            )
            if names and report.former
        ]

    def _rest(self, count: int) -> str:
        more = count - MOST_NAMED
        return self.tr("and {count} more").format(count=more) if more > 0 else ""

    def _money(self, fen: int) -> str:
        whole, rest = divmod(fen, FEN)
        return self.tr("{sum} yuan").format(sum=f"{whole:,}.{rest:02d}") if fen else ""

    def _nothing(self) -> str:
        return self.tr("There is no task in this year.")

    def _leave_paper(self) -> None:
        self._show_paper(is_shown=False)
        self.paper.forget()
        self.print_button.setFocus()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.TASKS in topics and self.isVisible():
            self.refresh()

    def _on_year(self) -> None:
        self._show_paper(is_shown=False)
        self.refresh()

    def _show_paper(self, *, is_shown: bool) -> None:
        """Show the paper beside the figures, or in their place where there is little room."""
        self.paper.setVisible(is_shown)
        self.figures.setVisible(not is_shown or self.width() >= WIDE)
        if is_shown:
            self.paper.close_button.setFocus()

    def _connect(self) -> None:
        self.back.on_click(self.left.emit)
        self.year.changed.connect(self._on_year)
        self.print_button.on_click(self.print_list)
        self.save_button.on_click(self.save_list)
        self.paper.closed.connect(self._leave_paper)
        self._context.operations.touched.connect(self._on_touched)
        group = self.tr("Admission")
        for keys, text, slot in (
            ("Ctrl+P", self.tr("The list of the year on paper"), self._print),
            ("Ctrl+S", self.tr("Save the year as a workbook"), self.save_list),
        ):
            add_key(self, keys, text, slot, group=group)
        # the paper has its own way back
        add_key(
            self.figures, "Escape", self.tr("Back to the register"), self.left.emit, group=group
        )

    def _print(self) -> None:
        if self.paper.isVisible():
            self.paper.panel.print()
        else:
            self.print_list()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.year)
        row.addStretch(1)
        for button in (self.print_button, self.save_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        head.setSpacing(Space.S)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(row)
        self.page.body.setSpacing(Space.M)
        for card in (self.compared, self.senders, self.matrix, self.changed):
            self.page.body.addWidget(card)
        column = QVBoxLayout(self.figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.figures, 1)
        whole.addWidget(self.paper, 1)


def _fill_table(card: Card, rows: Sequence[Sequence[str]], *, nothing: str = "") -> None:
    """Show *rows*, the headings first, in the place of those there were."""
    empty(card.body)
    card.setVisible(bool(rows or nothing))
    if not rows:
        if nothing:
            card.body.addWidget(label(nothing, Role.MUTED, wrap=True, parent=card))
        return
    card.body.addWidget(FigureTable(rows, card))
