"""Where a task is worked on, beside the table: titled, saved, left with an undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from station_app.domain.errors import EditConflictError
from ui.kit.surfaces import Banner, SidePanel
from ui.kit.tokens import Tone
from ui.residents.comparison import differences
from ui.residents.draft_keeping import DraftKeeping
from ui.residents.form_new_person import NewPersonForm
from ui.residents.form_or_comparison import FormOrComparison
from ui.residents.live_check import LiveCheck
from ui.residents.refusals import Refusals
from ui.residents.remarks import Remarks
from ui.residents.task import Task, seen_anew

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.domain.changes import Done
    from ui.kit.room import RoomContext
    from ui.residents.task import DraftShelf

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
        self._is_saving = False
        self.banner = Banner("", Tone.WARN, self)
        self.banner.hide()
        self.refusals = Refusals(task.form, self)
        self._stack = FormOrComparison(task.form, self)
        self._stack.merged.connect(self._take_merged)
        self._stack.left.connect(self.leave)
        self._check = LiveCheck(task.form)
        self._keeping = DraftKeeping(task, shelf, self.banner)
        self.show_heading(task.title, task.subtitle)
        banners = (self.banner, *self.refusals.banners())
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(Remarks(banners, self))
        self.body.addWidget(self._stack, 1)
        # Only this form finds people who are there already.
        if isinstance(task.form, NewPersonForm):
            task.form.person_asked.connect(self.person_asked)
        self.refusals.person_asked.connect(self.person_asked)
        task.form.submitted.connect(self.submit)
        task.form.left.connect(self.leave)
        self.closed.connect(self.leave)

    def begin(self) -> None:
        """Show the record, with what was typed and not saved the last time."""
        self._keeping.begin()
        self.task.form.focus_first()

    def resume(self) -> None:
        """Go on where it was left."""
        self._keeping.resume()
        self.task.form.focus_first()

    def submit(self) -> None:
        """Save, unless something cannot be accepted.

        The service judges again; what it refuses comes back beside the fields.
        """
        task, draft = self.task, self.task.form.draft()
        if self._is_saving or not self._check.lets_through(draft):
            return
        self.refusals.hide()
        self._is_saving = True
        # Ctrl+Enter held down must not register somebody twice.
        task.form.save.refuse(self.tr("Saving…"))
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
        self._keeping.leave()
        self.ended.emit()

    def is_dirty(self) -> bool:
        """Whether something typed is kept nowhere else."""
        return self.task.form.is_dirty()

    def _saved(self, value: Any) -> None:
        self._keeping.forget()
        self.ended.emit()
        if self.task.shows_person:
            self.person_asked.emit(value)

    def _refused(self, error: Exception) -> None:
        self._is_saving = False
        self.task.form.save.refuse("")
        if isinstance(error, EditConflictError) and self.task.refresh is not None:
            self._read_anew()
        elif not self.refusals.tell(error):
            self._context.failed(error)

    def _read_anew(self) -> None:
        refresh = self.task.refresh
        if refresh is not None:
            self._context.jobs.start(lambda _: refresh(), owner=self, done=self._compare)

    def _compare(self, anew: Anew) -> None:
        now, change = anew
        seen, mine = self.task.draft, self.task.form.draft()
        self.task = seen_anew(self.task, now, change)
        self._keeping.follow(self.task)
        # An event (a verification, a death) overwrites nothing; looking again is enough.
        if self.task.say is None or not differences(seen, now, mine):
            self.banner.say(
                self.tr("Somebody else has changed this record. Look at it again, then save.")
            )
            return
        self._stack.compare(seen, now, mine, self.task.say)

    def _take_merged(self, merged: object) -> None:
        # First what is kept by now, then the merged draft: so the form is dirty by what is ours.
        self.task.form.show_draft(self.task.draft)
        self.task.form.fill(merged)
        self.submit()
