"""Where a task is worked on, beside the table: titled, saved, left with an undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from ui.kit.surfaces import Banner, SidePanel
from ui.kit.tokens import Space, Tone
from ui.residents.comparison import Comparison, differences
from ui.residents.form_new_person import NewPersonForm
from ui.residents.task import Task, seen_anew

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.changes import Done
    from ui.kit.room import RoomContext
    from ui.residents.task import DraftShelf

STILL_MISSING = frozenset({"missing", "name_missing", "document_number_missing"})
KEEP_EVERY_MS = 3_000
Anew = tuple[Any, "Callable[[Any], Done[Any]]"]


class TaskPanel(SidePanel):
    """Carries one :class:`Task` from its form into the store."""

    ended = Signal()
    person_asked = Signal(str)  # open the one who is there already

    def __init__(
        self,
        task: Task[Any],
        context: RoomContext,
        shelf: DraftShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.task = task
        self._context = context
        self._shelf = shelf
        self.banner = Banner("", Tone.WARN, self)
        self.banner.hide()
        self.refusal = Banner("", Tone.DANGER, self)
        self.refusal.hide()
        self._holder = ""
        self._was_submitted = False
        self._is_saving = False
        self.same_number = Banner("", Tone.DANGER, self)
        self.same_number.add_action(
            self.tr("Open the existing one"), lambda: self.person_asked.emit(self._holder)
        )
        self.same_number.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(task.form)
        self.show_heading(task.title, task.subtitle)
        for banner in (self.banner, self.refusal, self.same_number):
            self.body.addWidget(banner)
        self.body.setContentsMargins(0, Space.S, 0, 0)
        self.body.addWidget(self._stack, 1)
        # Only this form finds people who are there already.
        if isinstance(task.form, NewPersonForm):
            task.form.person_asked.connect(self.person_asked)
        task.form.submitted.connect(self.submit)
        task.form.left.connect(self.leave)
        task.form.checked.connect(self._check)
        self.closed.connect(self.leave)
        self._keeping = QTimer(self, interval=KEEP_EVERY_MS)
        self._keeping.timeout.connect(self._keep_draft)

    def begin(self) -> None:
        """Show the record, with what was typed and not saved the last time.

        The banner says which of both is in sight, and offers to start afresh.
        """
        form, kept = self.task.form, self._shelf.kept(self.task)
        form.show_draft(self.task.draft)
        # A draft equal to what is kept by now has nothing to offer.
        if kept is not None and kept != form.shown:
            form.fill(kept)
            self.banner.say(self.tr("This is what you typed before and did not save."))
            self.banner.add_action(self.tr("Start afresh"), self._start_afresh)
        self._keeping.start()
        form.focus_first()

    def resume(self) -> None:
        """Go on where it was left."""
        self._keeping.start()
        self.task.form.focus_first()

    def submit(self) -> None:
        """Save, unless something cannot be accepted.

        The service judges again; what it refuses comes back beside the fields.
        """
        form = self.task.form
        if self._is_saving:
            return
        self._was_submitted = True
        draft = form.draft()
        # What is only odd is said while typing and never keeps anything from being saved.
        problems = [each for each in form.judge(draft) if not form.is_warning(each)]
        if problems or not form.is_readable():
            form.show_problems(form.judge(draft), is_warning=form.is_warning)
            form.focus_first()
            return
        for banner in (self.refusal, self.same_number):
            banner.hide()
        self._is_saving = True
        # Ctrl+Enter held down must not register somebody twice.
        form.save.refuse(self.tr("Saving…"))
        task = self.task
        self._context.operations.perform(
            lambda _: task.carry_out(draft),
            owner=self,
            done=self._saved,
            failed=self._refused,
            label=task.label(draft),
        )

    def leave(self) -> None:
        """Go; what was typed is kept, and offered back.

        Called by Esc, by the close button, and by whatever takes the panel's place.
        """
        form = self.task.form
        if form.is_dirty():
            self._shelf.keep(self.task)
        else:
            self._shelf.forget(self.task)
        self._end()

    def is_dirty(self) -> bool:
        """Whether something typed is kept nowhere else."""
        return self.task.form.is_dirty()

    def _saved(self, value: Any) -> None:
        self._shelf.forget(self.task)
        self._end()
        if self.task.shows_person:
            self.person_asked.emit(value)

    def _end(self) -> None:
        self._keeping.stop()
        self.ended.emit()

    def _refused(self, error: Exception) -> None:
        self._is_saving = False
        self.task.form.save.refuse("")
        if isinstance(error, ValidationFailedError):
            self._note(error)
        elif isinstance(error, EditConflictError) and self.task.refresh is not None:
            self._read_anew()
        elif isinstance(error, RefusedError) and error.reason == "resident.same-number":
            self._tell_same_number(str(error.facts["holder"]))
        else:
            self._context.failed(error)

    def _note(self, error: ValidationFailedError) -> None:
        form = self.task.form
        form.show_problems(error.problems)
        # A problem of a field this form does not have would else be lost.
        unplaced = [each for each in error.problems if each.field not in form.fields]
        self.refusal.say(" ".join(form.wording(each) for each in unplaced))
        form.focus_first()

    def _tell_same_number(self, holder: str) -> None:
        self._holder = holder
        self.same_number.say(self.tr("Somebody in the register has this number already."))

    def _read_anew(self) -> None:
        refresh = self.task.refresh
        if refresh is not None:
            self._context.jobs.start(lambda _: refresh(), owner=self, done=self._compare)

    def _compare(self, anew: Anew) -> None:
        now, change = anew
        seen, mine = self.task.draft, self.task.form.draft()
        self.task = seen_anew(self.task, now, change)
        # An event (a verification, a death) overwrites nothing; looking again is enough.
        if self.task.say is None or not differences(seen, now, mine):
            self.banner.say(
                self.tr("Somebody else has changed this record. Look at it again, then save.")
            )
            return
        comparison = Comparison(seen, now, mine, self.task.say)
        comparison.settled.connect(self._take_merged)
        comparison.left.connect(self.leave)
        self._stack.addWidget(comparison)
        self._stack.setCurrentWidget(comparison)

    def _take_merged(self, merged: object) -> None:
        comparison = self._stack.currentWidget()
        # First what is kept by now, then the merged draft: so the form is dirty by what is ours.
        self.task.form.show_draft(self.task.draft)
        self.task.form.fill(merged)
        self._stack.setCurrentWidget(self.task.form)
        comparison.deleteLater()
        self.submit()

    def _check(self) -> None:
        """Check what has been typed; what is still to be typed is no problem before saving."""
        form = self.task.form
        problems = [
            each
            for each in form.judge(form.draft())
            if self._was_submitted or each.code not in STILL_MISSING
        ]
        form.show_problems(problems, is_warning=form.is_warning)

    def _keep_draft(self) -> None:
        if self.task.form.is_dirty():
            self._shelf.keep(self.task)

    def _start_afresh(self) -> None:
        self._shelf.forget(self.task)
        self.task.form.show_draft(self.task.draft)
        self.banner.hide()
