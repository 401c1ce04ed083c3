"""The task admission desk: the register, the form over a task, the year, the small registers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.admission.tasks import TaskDraft, TaskId
from ui.counter.burdens_view import BurdensView
from ui.counter.task_form import TaskForm
from ui.counter.task_words import TaskWords
from ui.counter.tasks_view import TasksView
from ui.counter.year_view import YearView
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.negative_list import ListedTask
    from station_app.services.counter.admission import TaskPage
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

TASKS, TASK, NEW_TASK = "tasks", "task", "new-task"
KINDS = (TASKS, TASK, NEW_TASK)
WAIT_MS = 250


class AdmissionView(QWidget):
    """Brings one of its parts to the front; what is typed in the form stays as it is."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._page: TaskPage | None = None
        self.words = TaskWords(station, self)
        self.tasks = TasksView(station, self.words, context, outlets)
        self.form = TaskForm(self.words)
        self.year = YearView(station, self.words, context, outlets)
        self.burdens = BurdensView(station, self.words, context)
        self._stack = QStackedWidget()
        for part in (self.tasks, self.form, self.year, self.burdens):
            self._stack.addWidget(part)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if self.is_editing():
            self.form.focus_first()
        else:
            self._stack.currentWidget().arrive()  # type: ignore[attr-defined]  # each of them has it

    def open_record(self, kind: str, key: str) -> None:
        """Show the register, a task, or begin one with the name that was typed."""
        if kind == NEW_TASK:
            self.begin_new(key)
        else:
            self._bring(self.tasks)
            if kind == TASK and key:
                self.tasks.show_task(TaskId(key))

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept."""
        return (self.is_editing() and self.form.is_dirty()) or self.burdens.has_unsaved()

    def is_editing(self) -> bool:
        """Whether the form is in sight."""
        return self._stack.currentWidget() is self.form

    def begin_new(self, name: str = "") -> None:
        """Begin to enter a task that was sent."""
        if reason := self._context.gate.reason(Permission.TASK_REGISTER):
            self._context.notices.say(reason, Tone.WARN)
            return
        self._page = None
        self._edit(TaskDraft(received_on=self._context.clock.today()))
        self.form.name.set_value(name)
        self._look_up()

    def _correct(self, page: TaskPage) -> None:
        self._page = page
        self._edit(page.task.particulars)

    def _edit(self, draft: TaskDraft) -> None:
        self.form.show_draft(draft)
        self._bring(self.form)
        self.form.page.verticalScrollBar().setValue(0)
        self.form.focus_first()
        self._context.jobs.start(
            lambda _: self._station.admission.departments(),
            owner=self,
            done=self.form.offer_departments,
            failed=self._context.failed,
        )

    def _keep(self) -> None:
        if not self.form.check_readable():
            return
        draft, page, desk = self.form.draft(), self._page, self._station.admission
        self._context.operations.perform(
            (lambda _: desk.enter(draft))
            if page is None
            else (lambda _: desk.correct(page.task.id, draft, version=page.task.version)),
            owner=self,
            done=lambda key: self._kept(key if page is None else page.task.id),
            failed=self._refused,
            label=self.tr("Kept: {name}").format(name=draft.name),
        )

    def _kept(self, key: object) -> None:
        self.form.show_draft(self.form.draft())
        self._bring(self.tasks)
        self.tasks.show_task(TaskId(str(key)))
        self.tasks.table.setFocus()

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _leave(self) -> None:
        """Go back to the register; what was typed can be gone on with."""
        if self.form.is_dirty():
            typed, shown, page = self.form.draft(), self.form.shown, self._page

            def go_on() -> None:
                if shown is not None:
                    self._page = page
                    self._edit(shown)
                    self.form.fill(typed)

            self._context.notices.say(
                self.tr("Left without saving."), Tone.INFO, action=self.tr("Go on"), act=go_on
            )
        self._back()

    def _look_up(self) -> None:
        """Ask the lists about the name that stands in the form."""
        name = self.form.name.value()
        if not self.is_editing():
            return
        self._context.jobs.start(
            lambda _: self._station.refusals.work(name),
            owner=self,
            done=partial(self._show_listed, name),
            failed=self._context.failed,
            lane=Lane.OUTSIDE,  # the first time papers have to be loaded
        )

    def _show_listed(self, name: str, found: tuple[ListedTask, ...]) -> None:
        if name == self.form.name.value():
            self.form.show_listed(found[0] if found else None)

    def _bring(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)

    def _back(self) -> None:
        self._bring(self.tasks)
        self.tasks.arrive()

    def _show_part(self, part: YearView | BurdensView) -> None:
        self._bring(part)
        part.arrive()

    def _connect(self) -> None:
        self.tasks.new_asked.connect(self.begin_new)
        self.tasks.edit_asked.connect(self._correct)
        self.tasks.year_asked.connect(lambda: self._show_part(self.year))
        self.tasks.registers_asked.connect(lambda: self._show_part(self.burdens))
        self.year.left.connect(self._back)
        self.burdens.left.connect(self._back)
        self.form.submitted.connect(self._keep)
        self.form.left.connect(self._leave)
        self.form.name.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._look_up)
