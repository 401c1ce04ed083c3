"""What is typed in a task, kept while it is at work and shown again the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.kit.surfaces import Banner
    from ui.residents.task import DraftShelf, Task

KEEP_EVERY_MS = 3_000


class DraftKeeping(QObject):
    """Puts the draft of *task* onto the shelf every few seconds; *banner* says what is shown."""

    def __init__(self, task: Task[Any], shelf: DraftShelf, banner: Banner) -> None:
        super().__init__(banner)
        self._task = task
        self._shelf = shelf
        self._banner = banner
        self._timer = QTimer(self, interval=KEEP_EVERY_MS)
        self._timer.timeout.connect(self._keep)

    def begin(self) -> None:
        """Show the record, with what was typed and not saved the last time.

        The banner says which of both is in sight, and offers to start afresh.
        """
        form, kept = self._task.form, self._shelf.kept(self._task)
        form.show_draft(self._task.draft)
        # A draft equal to what is kept by now has nothing to offer.
        if kept is not None and kept != form.shown:
            form.fill(kept)
            self._banner.say(self.tr("This is what you typed before and did not save."))
            self._banner.add_action(self.tr("Start afresh"), self._start_afresh)
        self.resume()

    def resume(self) -> None:
        """Keep what is typed from now on."""
        self._timer.start()

    def leave(self) -> None:
        """Keep what is typed, for the last time; nothing typed leaves nothing behind."""
        if self._task.form.is_dirty():
            self._shelf.keep(self._task)
            self._timer.stop()
        else:
            self.forget()

    def forget(self) -> None:
        """Keep nothing: it was saved."""
        self._shelf.forget(self._task)
        self._timer.stop()

    def follow(self, task: Task[Any]) -> None:
        """Go on with *task*, the same work upon a record read anew."""
        self._task = task

    def _keep(self) -> None:
        if self._task.form.is_dirty():
            self._shelf.keep(self._task)

    def _start_afresh(self) -> None:
        self._shelf.forget(self._task)
        self._task.form.show_draft(self._task.draft)
        self._banner.hide()
