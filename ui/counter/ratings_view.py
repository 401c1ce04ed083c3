"""Ratings (好差评): the bad ones with their deadlines, or the figures of a period."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.counter.bad_ratings import MatterState
from station_app.domain.errors import RefusedError
from ui.counter.case_problems import CaseProblems
from ui.counter.figure_cards import FigureCards
from ui.counter.level_words import level_words
from ui.counter.matter_panel import MatterPanel, is_open
from ui.counter.matter_words import TONES, matter_words
from ui.counter.period_field import PeriodField
from ui.counter.report_panel import WithPaper
from ui.counter.workbook_saver import SAVE_KEYS, WorkbookSaver
from ui.kit.beside import lay_beside
from ui.kit.buttons import Button, Choice, SegmentedControl, ToggleChip
from ui.kit.case_words import URGENCY_TONES, due_words, urgency_words
from ui.kit.columns import Badge, Column
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import NARROW, LesserColumns
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.cases import CaseId
    from station_app.services.counter.ratings import MatterPage
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

MATTERS, FIGURES = "matters", "figures"
TITLE, KIND = "政务服务好差评统计", "rating-sheet"
MATTERS_TITLE = "差评整改清单"
PARTS = {
    "open": frozenset(MatterState) - {MatterState.DONE},
    "done": frozenset({MatterState.DONE}),
    "all": frozenset(MatterState),
}


class MattersView(QWidget):
    """The bad ratings at the left, one at the right."""

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._lines: HeldLines[CaseId, MatterPage] = HeldLines()
        self._part = "open"
        self.chips = {code: ToggleChip(text, self) for code, text in self._parts().items()}
        self.model = LazyTableModel(self._lines, self._columns(), parent=self)
        self.table = TableView(self.model, name="bad-ratings", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Bad ratings"))
        self.empty = EmptyState(Icon.FINISHED, "", parent=self.table)
        self.table.set_empty_state(self.empty)
        self._lesser = LesserColumns(self.table, {"assignee": NARROW, "level": NARROW})
        self.count = label("", Role.CAPTION)
        self.saver = WorkbookSaver(
            self,
            context,
            lambda path: station.window_lists.bad_ratings(path, PARTS[self._part]),
            lambda: MATTERS_TITLE,
        )
        self.panel = MatterPanel(station, CaseProblems(self), context)
        self._lay_out()
        self.table.current_key_changed.connect(self._on_current)
        self.table.opened.connect(lambda _: self.panel.acts.focus_first())
        self.panel.acts.taken.connect(lambda _: self.table.setFocus())
        self.panel.case_asked.connect(lambda key: context.open_record("case", key))
        group = self.tr("Bad rating")
        self.panel.acts.add_keys(self, group=group)
        add_key(
            self,
            "Ctrl+Return",
            self.tr("The next step"),
            self.panel.acts.press_first,
            group=group,
        )
        add_key(self, SAVE_KEYS, self.tr("Save as workbook"), self.saver.save, group=group)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns out where there is little room."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def arrive(self) -> None:
        """Put the cursor into the list, as it is now."""
        self.refresh()
        self.table.setFocus()

    def look_at(self, part: str) -> None:
        """Show the bad ratings that are open, done, or all of them."""
        self._part = part
        self.refresh()

    def refresh(self) -> None:
        """Read the bad ratings anew."""
        for code, chip in self.chips.items():
            chip.setChecked(code == self._part)
        states = PARTS[self._part]
        self._context.jobs.start(
            lambda _: self._station.ratings.matters(frozenset(MatterState)),
            owner=self,
            done=lambda found: self._show(found, states),
            failed=self._context.failed,
        )

    def _show(self, found: Sequence[MatterPage], states: frozenset[MatterState]) -> None:
        shown = {each.matter.case_id: each for each in found if each.matter.state in states}
        for code, chip in self.chips.items():
            chip.set_count(sum(each.matter.state in PARTS[code] for each in found))
        self._lines.held = shown
        self._say_why(has_any=bool(found))
        self.saver.button.refuse("" if shown else self.tr("No bad rating is in sight."))
        self.count.setText(self.tr("Bad ratings: {count}").format(count=len(shown)))
        self.model.show_keys(list(shown), shown)
        self.model.forget_lines()
        current = self.panel.matter()
        if shown and not self.table.currentIndex().isValid():
            key = current.matter.case_id if current else None
            if key is None or not self.table.go_to(key):
                self.table.selectRow(0)
        self._on_current(self.table.current_key())

    def _on_current(self, key: object) -> None:
        self.panel.show_matter(self._lines.held.get(cast("CaseId", key)))

    def _say_why(self, *, has_any: bool) -> None:
        if has_any and self._part == "open":
            told = self.tr("All bad ratings are settled"), self.tr("They stand under Done.")
        elif has_any:
            told = self.tr("Nothing here"), self.tr("Look in another part.")
        else:
            told = (
                self.tr("No bad rating"),
                self.tr("When somebody is dissatisfied at the turned screen, it stands here."),
            )
        self.empty.say(Icon.FINISHED, *told)

    def _parts(self) -> dict[str, str]:
        return {"open": self.tr("Open"), "done": self.tr("Done"), "all": self.tr("All")}

    def _columns(self) -> tuple[Column[MatterPage], ...]:
        return (
            Column(
                key="item",
                title=lambda: self.tr("Item"),
                text=lambda line: line.case.item if line.case else "–",
                width=150,
                stretches=True,
                strong=True,
            ),
            Column(
                key="level",
                title=lambda: self.tr("Level"),
                text=lambda line: level_words(line.rating.level) if line.rating else "",
                width=112,
            ),
            Column(
                key="state",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                width=132,
                badges=lambda line: [
                    Badge(matter_words(line.matter.state), TONES[line.matter.state])
                ],
            ),
            Column(
                key="due",
                title=lambda: self.tr("Due"),
                text=self._due,
                width=182,
                badges=lambda line: [
                    Badge(words, URGENCY_TONES[line.urgency])
                    for words in [urgency_words(line.urgency)]
                    if words
                ],
            ),
            Column(
                key="assignee",
                title=lambda: self.tr("Served by"),
                text=lambda line: line.case.assignee if line.case else "",
                width=88,
                muted=True,
            ),
        )

    def _due(self, line: MatterPage) -> str:
        due = line.dues.pending(line.matter) if is_open(line.matter.state) else None
        return due_words(due.day, is_provisional=due.is_provisional) if due else ""

    def _lay_out(self) -> None:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.S)
        for code, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, code=code: self.look_at(code))
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.saver.button)
        lay_beside(
            self, above=bar, table=self.table, count=self.count, side=self.panel, shares=(3, 2)
        )
        self.panel.setMinimumWidth(380)


class FiguresView(QWidget):
    """The figures of a period, that is chosen above."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self.period = PeriodField(self.tr("Period"))
        self.print_button = Button(self.tr("As a paper"), meaning=Icon.PRINT, parent=self)
        self.saver = WorkbookSaver(
            self, context, self._write, lambda: f"{TITLE} {self.period.value()}"
        )
        self.cards = FigureCards(self)
        self.body = WithPaper(self.cards, context, outlets)
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.M, Space.L, 0)
        bar.setSpacing(Space.S)
        bar.addWidget(self.period)
        bar.addStretch(1)
        for button in (self.print_button, self.saver.button):
            bar.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.body, 1)
        self.period.finished.connect(self.refresh)
        self.print_button.on_click(self.show_paper)
        self.body.left.connect(self.print_button.setFocus)
        group = self.tr("Figures")
        add_key(self, "Ctrl+P", self.tr("As a paper"), self.show_paper, group=group)
        add_key(self, SAVE_KEYS, self.tr("Save as workbook"), self._save, group=group)

    def arrive(self) -> None:
        """Put the cursor on the period; its figures are read."""
        self._context.jobs.start(
            lambda _: self._station.problems.periods(),
            owner=self,
            done=self._offer,
            failed=self._context.failed,
        )
        self.period.editor.setFocus()

    def refresh(self) -> None:
        """Read the figures anew."""
        days = self.period.days()
        if days is not None:
            self._context.jobs.start(
                lambda _: self._station.ratings.breakdown(*days),
                owner=self,
                done=self.cards.show_figures,
                failed=self._context.failed,
            )

    def show_paper(self) -> None:
        """Show the figures as a paper; again: print it."""
        days = self.period.days()
        if self.body.shows_paper():
            self.body.paper.panel.print()
        elif days is not None:
            title = f"{TITLE} {self.period.value()}"
            draw = partial(self._station.ratings.sheet, *days)
            self.body.show_paper(draw, title=title, kind=KIND)

    def _write(self, path: Path) -> Done[int]:
        days = self.period.days()
        if days is None:
            raise RefusedError("problem.no-such-period")
        return self._station.window_lists.ratings(path, *days)

    def _save(self) -> None:
        """Save the paper in sight, else the figures as a workbook."""
        if self.body.shows_paper():
            self.body.paper.panel.save()
        else:
            self.saver.save()

    def _offer(self, periods: Sequence[str]) -> None:
        self.period.offer(periods)
        self.refresh()


class RatingsView(QWidget):
    """Bad ratings, or figures: a switch above both."""

    left = Signal()

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._context = context
        self.matters = MattersView(station, context)
        self.figures = FiguresView(station, context, outlets)
        self.switch = SegmentedControl(
            [Choice(MATTERS, self.tr("Bad ratings")), Choice(FIGURES, self.tr("Figures"))]
        )
        self.switch.name(self.tr("Ratings"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.matters)
        self._stack.addWidget(self.figures)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.S, Space.L, 0)
        row.addWidget(self.switch)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.switch.changed.connect(self.show_part)
        context.operations.touched.connect(self._on_touched)
        group = self.tr("Ratings")
        add_key(
            self, "Ctrl+B", self.tr("Bad ratings"), partial(self.show_part, MATTERS), group=group
        )
        add_key(self, "Ctrl+G", self.tr("Figures"), partial(self.show_part, FIGURES), group=group)

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        self._part().arrive()

    def show_part(self, code: str) -> None:
        """Bring the bad ratings or the figures into sight."""
        self.switch.set_value(code)
        self._stack.setCurrentWidget(self.matters if code == MATTERS else self.figures)
        self.arrive()

    def open_record(self, _kind: str, _key: str) -> None:
        """Do nothing: no record of another room leads here."""

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept: nothing ever is."""
        return False

    def _part(self) -> MattersView | FiguresView:
        return self.matters if self._stack.currentWidget() is self.matters else self.figures

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CASES in topics and self.isVisible():
            self._part().refresh()
