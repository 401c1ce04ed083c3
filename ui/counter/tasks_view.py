"""The register of tasks: found by words and chips, one beside it with what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from ui.counter.task_bar import TaskBar
from ui.counter.task_columns import TaskColumns
from ui.counter.task_panel import TaskPanel
from ui.counter.task_paper_panel import TaskPaperPanel
from ui.kit.beside import lay_beside
from ui.kit.buttons import Kind
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import LesserColumns
from ui.kit.table_view import TableView
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.counter.admission.papers import TaskPaper
    from station_app.domain.counter.admission.tasks import TaskFilter, TaskId
    from station_app.services.counter.admission import Register, TaskLine, TaskPage
    from ui.counter.task_words import TaskWords
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

NARROWEST = 420
LESSER = {"list": 1500, "received": 1400, "department": 1100}
"""Below these widths there is no room for these columns."""


class TasksView(QWidget):
    """The register at the left, one task or a paper of it at the right."""

    new_asked = Signal()
    edit_asked = Signal(object)  # TaskPage
    year_asked = Signal()
    registers_asked = Signal()

    def __init__(
        self, station: Station, words: TaskWords, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._search: Job | None = None
        self._awaited: TaskId | None = None
        self._is_stale = True
        self._lines: HeldLines[TaskId, TaskLine] = HeldLines()
        self.bar = TaskBar(words, self)
        self.model = LazyTableModel(self._lines, TaskColumns(words, self).all(), parent=self)
        self.table = TableView(self.model, name="tasks", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Tasks from above"))
        self._lesser = LesserColumns(self.table, LESSER)
        self.empty = EmptyState(Icon.ITEM, "", parent=self.table)
        self.empty_new = self.empty.add_action(
            self.tr("New task"), self.new_asked.emit, meaning=Icon.ADD, kind=Kind.PRIMARY
        )
        self.table.set_empty_state(self.empty)
        self.count = label("", Role.CAPTION)
        self.panel = TaskPanel(station, words, context)
        self.paper = TaskPaperPanel(station, context, outlets)
        self.side = QStackedWidget()
        self.side.addWidget(self.panel)
        self.side.addWidget(self.paper)
        self.side.setMinimumWidth(NARROWEST)
        context.gate.bind(Permission.TASK_REGISTER, self.bar.new_button, self.empty_new)
        lay_beside(
            self, above=self.bar, table=self.table, count=self.count, side=self.side, shares=(3, 2)
        )
        self._connect()
        self._add_keys(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns to the task beside where there is little room."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def arrive(self) -> None:
        """Show the register as it is now, the cursor in the search line."""
        if self._is_stale:
            self.refresh()
        self.bar.text.arrive()

    def refresh(self) -> None:
        """Look for what is asked for."""
        self._is_stale = False
        chosen = self.bar.value()
        if self._search is not None:
            self._search.cancel()
        self._search = self._context.jobs.start(
            lambda _: self._station.admission.register(chosen),
            owner=self,
            done=lambda found: self._show(chosen, found),
            failed=self._context.failed,
        )

    def show_task(self, key: TaskId) -> None:
        """Go to a task, whatever the filters say."""
        self.bar.forget()
        self._awaited = key
        self._leave_paper()
        self.panel.show_task(key)
        self.refresh()

    def _show(self, chosen: TaskFilter, found: Register) -> None:
        self.bar.show_counts(found.counts)
        self._say_why_empty(is_first=not found.total)
        self._lines.held = {line.task.id: line for line in found.lines}
        keys = list(self._lines.held)
        self.model.show_keys(keys)
        self.model.forget_lines()
        self.count.setText(self.tr("Tasks: {count}").format(count=f"{len(keys):,}"))
        if self._awaited is not None:
            self.table.go_to(self._awaited)
            self._awaited = None
        elif keys and not self.table.currentIndex().isValid():
            is_beside = self.panel.key() is not None and self.panel.key() not in keys
            if not is_beside or chosen.text:
                self.table.selectRow(0)
        self._show_current()

    def _say_why_empty(self, *, is_first: bool) -> None:
        self.empty_new.setVisible(is_first)
        if is_first:
            self.empty.say(
                Icon.ITEM,
                self.tr("Nothing has been sent yet"),
                self.tr(
                    "Enter every task that a department sends: what is asked, on what ground."
                ),
            )
        else:
            self.empty.say(
                Icon.SEARCH,
                self.tr("Nothing found"),
                self.tr("Try fewer words, or take filters away."),
            )

    def _show_current(self) -> None:
        key = cast("TaskId | None", self.table.current_key())
        if key is not None and key != self.panel.key():
            self.panel.show_task(key)
        else:
            self.panel.refresh()

    def _on_current(self, key: object) -> None:
        if key is not None and key != self.panel.key():
            self._leave_paper()
            self.panel.show_task(cast("TaskId", key))

    def _open(self, key: object) -> None:
        self.table.go_to(cast("TaskId", key))
        self._leave_paper()
        self.panel.acts.focus_first()

    def _show_paper(self, page: TaskPage, paper: TaskPaper) -> None:
        self.side.setCurrentWidget(self.paper)
        self.paper.close_button.setFocus()
        self.paper.show_of_task(page.task, paper)

    def _leave_paper(self) -> None:
        if self.side.currentWidget() is self.paper:
            self.side.setCurrentWidget(self.panel)
            self.paper.forget()
            self.panel.acts.papers.setFocus()

    def _print(self) -> None:
        if self.side.currentWidget() is self.paper:
            self.paper.panel.print()
        else:
            self.panel.acts.ask_first_paper()

    def _save(self) -> None:
        if self.side.currentWidget() is self.paper:
            self.paper.panel.save()

    def _discard(self, page: TaskPage) -> None:
        name = page.task.particulars.name
        self._context.operations.perform(
            lambda _: self._station.admission.put_into_bin(page.task.id),
            owner=self,
            done=lambda _: self.panel.show_task(None),
            failed=self._context.failed,
            label=self.tr("Discarded: {name}").format(name=name),
        )

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.TASKS in topics:
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def _connect(self) -> None:
        self.bar.changed.connect(self.refresh)
        self.bar.text.gone_down.connect(self.table.enter)
        self.bar.new_button.on_click(self.new_asked.emit)
        self.bar.year_button.on_click(self.year_asked.emit)
        self.bar.registers_button.on_click(self.registers_asked.emit)
        self.table.current_key_changed.connect(self._on_current)
        self.table.opened.connect(self._open)
        self.panel.edit_asked.connect(self.edit_asked)
        self.panel.bin_asked.connect(self._discard)
        self.panel.paper_asked.connect(self._show_paper)
        self.panel.acts.taken.connect(self.table.setFocus)
        self.paper.closed.connect(self._leave_paper)
        self._context.operations.touched.connect(self._on_touched)

    def _add_keys(self, words: TaskWords) -> None:
        group = self.tr("Admission")
        for keys, text, slot in (
            ("Ctrl+J", self.tr("Search the tasks"), self.bar.text.arrive),
            ("Ctrl+N", self.tr("New task"), self.new_asked.emit),
            ("Ctrl+E", self.tr("Correct the task"), self.panel.ask_correction),
            ("Ctrl+Return", self.tr("The next step"), self.panel.acts.press_first),
            ("Ctrl+P", self.tr("First paper of the task; again: print it"), self._print),
            ("Ctrl+S", self.tr("Save the paper as PDF"), self._save),
            ("Alt+Y", self.tr("The tasks of a year"), self.year_asked.emit),
            ("Alt+L", self.tr("Ledgers, plaques, meetings"), self.registers_asked.emit),
        ):
            add_key(self, keys, text, slot, group=group)
        for event, said in words.steps.items():
            text = said.action.removesuffix("…")
            add_key(self, said.keys, text, partial(self.panel.acts.press, event), group=group)
