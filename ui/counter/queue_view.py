"""The queue of cases (办件): found by words and filters, worked at beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from ui.counter.case_bar import CaseBar
from ui.counter.case_columns import CaseColumns
from ui.counter.case_papers import KEYS
from ui.counter.case_problems import CaseProblems
from ui.counter.case_side import CaseSide
from ui.counter.files_card import ADD_KEYS, LOOK_KEYS, PASTE_KEYS
from ui.counter.no_cases import NoCases
from ui.counter.step_words import CaseSteps
from ui.kit.beside import lay_beside
from ui.kit.handing_out import SYSTEM
from ui.kit.keys import add_key
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import LOWEST, NARROW, LesserColumns
from ui.kit.table_view import TableView
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_lists import CaseCounts, CaseLine
    from station_app.domain.counter.cases import CaseId
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

LESSER = {"channel": 1500, "assignee": NARROW, "number": NARROW, "state": LOWEST}


class Found(NamedTuple):
    """What a look into the queue yields."""

    keys: Sequence[CaseId]
    lines: Mapping[CaseId, CaseLine]
    counts: CaseCounts
    names: Mapping[str, str]
    grids: Mapping[str, str]
    soon: date


class CaseLines:
    """Where the table's lines come from."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def lines(self, keys: Sequence[CaseId]) -> Mapping[CaseId, CaseLine]:
        """Return the lines of *keys*."""
        return self._station.cases.lines(keys)


class QueueView(QWidget):
    """The queue at the left, one case at the right."""

    new_asked = Signal()
    edit_asked = Signal(object)  # CasePage
    NAME = "cases"
    """Under which the columns are remembered."""
    LESSER: Mapping[str, int] = LESSER
    """Below these widths there is no room for these columns."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._search: Job | None = None
        self._awaited: CaseId | None = None
        self._is_stale = True
        self._is_renewed = False  # once a day would do; a page lives no longer
        self.steps, problems = CaseSteps(self), CaseProblems(self)
        self.bar = self.make_bar()
        self.source = self.make_source()
        self.columns = self.make_columns()
        self.model: LazyTableModel[CaseId, CaseLine] = LazyTableModel(
            self.source, self.columns.all(), jobs=context.jobs, parent=self
        )
        self.table = TableView(self.model, name=self.NAME, jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Queue of cases"))
        self._lesser = LesserColumns(self.table, self.LESSER)
        self.empty = self.make_empty()
        self.table.set_empty_state(self.empty)
        self.count = label("", Role.CAPTION)
        self.side = CaseSide(station, self.steps, problems, context, outlets)
        self.panel, self.chosen = self.side.case, self.side.chosen
        gate = context.gate
        gate.bind(Permission.CASE_WRITE, self.bar.new_button, self.empty.new)
        self._lay_out()
        self._connect()
        self._add_keys()

    def make_bar(self) -> CaseBar:
        """Return what narrows the queue."""
        return CaseBar(self)

    def make_source(self) -> CaseLines:
        """Return where the lines come from."""
        return CaseLines(self._station)

    def make_columns(self) -> CaseColumns:
        """Return the columns."""
        return CaseColumns(self._context.clock, self.office, self)

    def make_empty(self) -> NoCases:
        """Return what stands in the empty queue."""
        return NoCases(self.table)

    def new_words(self) -> str:
        """Return what beginning something is called."""
        return self.tr("New case")

    def office(self, code: str) -> str:
        """Return what the office of *code* is called."""
        office = self._station.reference.case_rules.office(code)
        return code if office is None else office.name

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns to the case beside where there is little room."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())
        self.bar.save_room(is_narrow=self.width() < NARROW)

    def arrive(self) -> None:
        """Show the queue as it is now, the cursor in the search line."""
        if reason := self._context.gate.reason(Permission.CASE_READ):
            self.empty.refuse(reason)
            return
        if self._is_stale:
            self.refresh()
        if not self._is_renewed:
            self._is_renewed = True
            self._context.operations.perform(
                lambda _: self._station.cases.renew_dues(),
                owner=self,
                failed=self._context.failed,
            )
        self.bar.arrive()

    def refresh(self) -> None:
        """Look for what is asked for."""
        self._is_stale = False
        chosen = self.bar.value()
        if self._search is not None:
            self._search.cancel()
        self._search = self._context.jobs.start(
            lambda _: look_up(self._station, chosen, self.source),
            owner=self,
            done=lambda found: self._show(chosen, found),
        )

    def show_case(self, key: CaseId) -> None:
        """Go to a case, whatever the filters say."""
        self._awaited = key
        self.side.bring_case()
        self.panel.show_case(key)
        self.refresh()

    def show_paper_of(self, key: CaseId) -> None:
        """Go to a case, and show its first paper: the receipt of one that was taken in."""
        self.side.show_paper_of(key)
        self.show_case(key)

    def look_at(self, view: CaseView) -> None:
        """Show a part of the queue, nothing else narrowing it."""
        self.bar.show_all(view)
        self.refresh()

    def _show(self, chosen: CaseFilter, found: Found) -> None:
        self.columns.soon = found.soon
        self.bar.show_counts(found.counts, found.names)
        self.panel.acts.questions.colleagues = [each for each in found.counts.assignees if each]
        self.panel.acts.questions.grids = found.grids
        self.empty.say_why(chosen.view, found.counts, is_narrowed=self.bar.is_narrowed())
        self.model.show_keys(found.keys, found.lines)
        self.model.forget_lines()
        self.count.setText(self.tr("Cases: {count}").format(count=f"{len(found.keys):,}"))
        if self._awaited is not None:
            self._go_to(self._awaited)
        elif self._begins_anew(chosen, found.keys):
            self.table.selectRow(0)
        self._show_current()

    def _go_to(self, key: CaseId) -> None:
        """Put the cursor on the line of a case, among all cases if it stands there only."""
        is_whole = not self.bar.is_narrowed() and self.bar.view() is CaseView.ALL
        if self.table.go_to(key) or is_whole:
            self._awaited = None
        else:
            self.bar.show_all()
            self.refresh()

    def _begins_anew(self, chosen: CaseFilter, keys: Sequence[CaseId]) -> bool:
        """Whether the cursor goes to the first line.

        Not while a case stays beside the queue that has left it, as when it was just closed.
        """
        if not keys or self.table.currentIndex().isValid():
            return False
        return self.panel.key() is None or self.panel.key() in keys or bool(chosen.text)

    def _show_current(self) -> None:
        key = cast("CaseId | None", self.table.current_key())
        if key is not None and key != self.panel.key():
            self.panel.show_case(key)
        else:
            self.panel.refresh()

    def _on_current(self, key: object) -> None:
        if key is not None:
            self.side.show_case(cast("CaseId", key))

    def _on_selected(self, _count: int) -> None:
        self.side.show_chosen([cast("CaseId", key) for key in self.table.selected_keys()])

    def _open(self, key: object) -> None:
        self.table.go_to(cast("CaseId", key))
        self.side.bring_case()
        self.panel.acts.focus_first()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CASES in topics:
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def _lay_out(self) -> None:
        self.bar.add_beneath(self.chosen.refused)
        lay_beside(
            self, above=self.bar, table=self.table, count=self.count, side=self.side, shares=(3, 2)
        )

    def _connect(self) -> None:
        self.bar.changed.connect(self.refresh)
        self.bar.gone_down.connect(self.table.enter)
        self.bar.new_asked.connect(self.new_asked)
        self.empty.new.on_click(self.new_asked.emit)
        self.empty.wider.on_click(partial(self.look_at, CaseView.OPEN))
        self.table.current_key_changed.connect(self._on_current)
        self.table.selection_changed.connect(self._on_selected)
        self.table.opened.connect(self._open)
        self.chosen.left.connect(self.table.setFocus)
        self.panel.edit_asked.connect(self.edit_asked)
        for acts in (self.panel.acts, self.panel.order.acts):
            acts.taken.connect(lambda _: self.table.setFocus())
        self._context.operations.touched.connect(self._on_touched)

    def _add_keys(self) -> None:
        group = self.tr("Case")
        for keys, text, slot in (
            ("Ctrl+J", self.tr("Search the cases"), self.bar.arrive),
            ("Ctrl+N", self.new_words(), self.new_asked.emit),
            ("Ctrl+E", self.tr("Correct the case"), self.panel.ask_correction),
            ("Ctrl+Return", self.tr("The next step"), self.side.take_next),
            ("Ctrl+M", self.tr("Tick materials (Space)"), self.side.tick),
            ("F3", self.tr("All papers are there"), self.panel.materials.tick_all),
            ("Ctrl+O", self.tr("Open the file of the applicant"), self.panel.open_file),
            (KEYS, self.tr("First paper of the case; again: print it"), self.side.print_paper),
            ("Ctrl+Shift+P", self.tr("All papers of the case"), self.panel.acts.papers.open),
            ("Ctrl+S", self.tr("Save the paper or file that is shown"), self.side.save_paper),
            (ADD_KEYS, self.tr("Add a file to the case"), self.panel.files.open_menu),
            (PASTE_KEYS, self.tr("Paste a picture or file"), self.panel.files.paste),
            (LOOK_KEYS, self.tr("Look at the files of the case"), self.panel.files.look),
        ):
            add_key(self, keys, text, slot, group=group)
        self.panel.order.acts.add_keys(self, group=self.tr("Order"))
        for event, words in self.steps.words.items():
            text = words.action.removesuffix("…")
            add_key(self, words.keys, text, partial(self.side.take, event), group=group)


def look_up(station: Station, chosen: CaseFilter, source: CaseLines) -> Found:
    """Return the cases that *chosen* leaves, the first of them whole; for a job."""
    cases = station.cases
    keys = cases.keys(chosen)
    affairs = station.reference.table("affair")
    names = {
        **{str(item.id): item.versions[0].particulars.name for item in station.items.catalogue()},
        **{entry.code: entry.name for entry in affairs.entries},
        **{office.code: office.name for office in cases.rules().offices},
    }
    return Found(
        keys=keys,
        lines=source.lines(keys[:64]),
        counts=cases.counts(chosen),
        names=names,
        grids={grid.id: grid.particulars.name for grid in station.places.grids()},
        soon=cases.soon_until(),
    )
