"""The problems of a period (十大问题): ranked, kept as a list, taken up; what came back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.problems import ProblemEntry, ProblemId, as_entries
from ui.counter.case_problems import CaseProblems
from ui.counter.figure_cards import share_words
from ui.counter.period_field import PeriodField
from ui.counter.problem_panel import ProblemPanel
from ui.counter.report_panel import WithPaper
from ui.counter.workbook_saver import SAVE_KEYS, WorkbookSaver
from ui.kit.beside import lay_beside
from ui.kit.buttons import Button, Kind
from ui.kit.columns import RIGHT, Badge, Column
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import NARROW, LesserColumns
from ui.kit.table_view import TableView
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.counter.problems import ReturnRate, Tally
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

TITLE, KIND = "重点问题清单", "problem-sheet"


class Found(NamedTuple):
    """What is shown of a period: its list, or what would stand on it; what came back."""

    entries: Sequence[ProblemEntry]
    ranking: Sequence[Tally]
    returns: Sequence[ReturnRate]
    misdirected: Sequence[ReturnRate]


class ProblemsView(QWidget):
    """The problems at the left, who takes one up at the right; beneath what came back."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._lines: HeldLines[ProblemId, ProblemEntry] = HeldLines()
        self._found: Found | None = None
        self.period = PeriodField(self.tr("Period"))
        self.draw_up = Button(
            self.tr("Draw the list up"), meaning=Icon.LIST, kind=Kind.PRIMARY, parent=self
        )
        self.print_button = Button(self.tr("As a paper"), meaning=Icon.PRINT, parent=self)
        self.saver = WorkbookSaver(
            self,
            context,
            lambda path: station.window_lists.problems(path, self.period.value()),
            lambda: f"{TITLE} {self.period.value()}",
        )
        self.model = LazyTableModel(self._lines, self._columns(), parent=self)
        self.table = TableView(self.model, name="problems", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Problems of the period"))
        self.empty = EmptyState(Icon.LIST, "", parent=self.table)
        self.table.set_empty_state(self.empty)
        self._lesser = LesserColumns(self.table, {"satisfied": NARROW, "owner": NARROW})
        self.count = label("", Role.CAPTION, wrap=True)
        self.panel = ProblemPanel(station, CaseProblems(self), context)
        self.list = QWidget()
        self.body = WithPaper(self.list, context, outlets)
        context.gate.bind(Permission.CASE_DECIDE, self.draw_up)
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns out where there is little room."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def arrive(self) -> None:
        """Put the cursor on the period; its problems are read."""
        self._context.jobs.start(
            lambda _: self._station.problems.periods(),
            owner=self,
            done=self._offer,
            failed=self._context.failed,
        )
        self.period.editor.setFocus()

    def open_record(self, _kind: str, _key: str) -> None:
        """Do nothing: no record of another room leads here."""

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept: nothing ever is."""
        return False

    def refresh(self) -> None:
        """Read the problems of the period anew."""
        period, days, problems = self.period.value(), self.period.days(), self._station.problems
        if days is None:
            return
        self._context.jobs.start(
            lambda _: Found(
                problems.entries(period),
                problems.ranking(period),
                problems.returns(*days),
                problems.misdirected(*days),
            ),
            owner=self,
            done=partial(self._show, period),
            failed=self._context.failed,
        )

    def draw(self) -> None:
        """Keep what is ranked now as the list of the period."""
        period = self.period.value()
        self._context.operations.perform(
            lambda _: self._station.problems.draw_up(period),
            owner=self,
            failed=self._context.failed,
            label=self.tr("List drawn up: {period}").format(period=self.period.words()),
        )

    def show_paper(self) -> None:
        """Show the list as a paper; again: print it."""
        period = self.period.value()
        if self.body.shows_paper():
            self.body.paper.panel.print()
        elif self.print_button.isEnabled():
            draw = partial(self._station.problems.sheet, period)
            self.body.show_paper(draw, title=f"{TITLE} {period}", kind=KIND)
        else:
            self._context.notices.say(self.print_button.toolTip(), Tone.WARN)

    def _save(self) -> None:
        """Save the paper in sight, else the list as a workbook."""
        if self.body.shows_paper():
            self.body.paper.panel.save()
        else:
            self.saver.save()

    def _offer(self, periods: Sequence[str]) -> None:
        self.period.offer(periods)
        self.refresh()

    def _show(self, period: str, found: Found) -> None:
        if period != self.period.value():
            return
        self._found = found
        is_kept = bool(found.entries)
        entries = found.entries or as_entries(period, found.ranking)
        self._lines.held = {each.id: each for each in entries}
        self.draw_up.setText(
            self.tr("Draw the list up anew") if is_kept else self.tr("Draw the list up")
        )
        nothing = "" if found.ranking else self.tr("Nothing was counted in this period.")
        self.draw_up.refuse(nothing)
        self.saver.button.refuse("" if entries else nothing)
        self.print_button.refuse("" if is_kept else self.tr("Draw the list up first."))
        self.empty.say(
            Icon.LIST,
            self.tr("No problem in this period"),
            self.tr("Orders that name a kind of problem are counted here, and complaints."),
        )
        self.count.setText(self._told(found, is_kept=is_kept))
        self.model.show_keys(list(self._lines.held), self._lines.held)
        self.model.forget_lines()
        if entries and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._on_current(self.table.current_key())

    def _told(self, found: Found, *, is_kept: bool) -> str:
        kept = (
            self.tr("The list as it was drawn up.")
            if is_kept
            else self.tr("As it is today; draw the list up to keep it and take problems up.")
        )
        returns = "；".join(_rate(each) for each in found.returns)
        back = "；".join(_rate(each) for each in found.misdirected if each.share.part)
        lines = [kept if self._lines.held else ""]
        lines.append(self.tr("Given back by offices: {rates}").format(rates=returns or "–"))
        lines.append(self.tr("Sent back to sources: {rates}").format(rates=back or "–"))
        return "\n".join(filter(None, lines))

    def _on_current(self, key: object) -> None:
        entry = self._lines.held.get(cast("ProblemId", key))
        is_kept = self._found is not None and bool(self._found.entries)
        self.panel.show_entry(entry, is_kept=is_kept)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CASES in topics and self.isVisible():
            self.refresh()

    def _columns(self) -> tuple[Column[ProblemEntry], ...]:
        categories = self._station.reference.order_rules.categories
        return (
            Column(
                key="place",
                title=lambda: self.tr("Rank"),
                text=lambda line: str(line.place),
                width=64,
                align=RIGHT,
            ),
            Column(
                key="category",
                title=lambda: self.tr("Problem"),
                text=lambda line: name_in(categories, line.tally.category),
                width=150,
                strong=True,
                stretches=True,
            ),
            Column(
                key="matters",
                title=lambda: self.tr("How many"),
                text=lambda line: str(line.tally.matters),
                width=96,
                align=RIGHT,
            ),
            Column(
                key="satisfied",
                title=lambda: self.tr("Satisfied"),
                text=lambda line: share_words(line.tally.satisfied) or "–",
                width=120,
                muted=True,
            ),
            *self._of_plan(),
        )

    def _of_plan(self) -> tuple[Column[ProblemEntry], ...]:
        return (
            Column(
                key="owner",
                title=lambda: self.tr("Owner"),
                text=lambda line: line.plan.owner,
                width=96,
            ),
            Column(
                key="target_on",
                title=lambda: self.tr("Target for"),
                text=lambda line: line.plan.target_on.isoformat() if line.plan.target_on else "",
                width=170,
                badges=self._marks,
            ),
        )

    def _marks(self, line: ProblemEntry) -> list[Badge]:
        plan = line.plan
        if plan.done_on is not None:
            return [Badge(self.tr("Done"), Tone.OK)]
        is_late = plan.target_on is not None and plan.target_on < self._context.clock.today()
        return [Badge(self.tr("Overdue"), Tone.DANGER)] if is_late else []

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        bar.setSpacing(Space.S)
        bar.addWidget(self.period)
        bar.addStretch(1)
        for button in (self.draw_up, self.print_button, self.saver.button):
            bar.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        lay_beside(
            self.list,
            above=QWidget(),
            table=self.table,
            count=self.count,
            side=self.panel,
            shares=(3, 2),
        )
        self.panel.setMinimumWidth(380)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.period.finished.connect(self.refresh)
        self.draw_up.on_click(self.draw)
        self.print_button.on_click(self.show_paper)
        self.body.left.connect(self.print_button.setFocus)
        self.table.current_key_changed.connect(self._on_current)
        self.table.opened.connect(lambda _: self.panel.acts.press_first())
        self.panel.acts.taken.connect(lambda _: self.table.setFocus())
        self._context.operations.touched.connect(self._on_touched)
        group = self.tr("Problems")
        for keys, text, slot in (
            ("Ctrl+D", self.tr("Draw the list up"), self.draw_up.click),
            ("Ctrl+P", self.tr("As a paper"), self.show_paper),
            (SAVE_KEYS, self.tr("Save as workbook"), self._save),
            ("Ctrl+Return", self.tr("Take the problem up"), self.panel.acts.press_first),
        ):
            add_key(self, keys, text, slot, group=group)
        self.panel.acts.add_keys(self, group=group)


def _rate(each: ReturnRate) -> str:
    return f"{each.name} {share_words(each.share)}"
