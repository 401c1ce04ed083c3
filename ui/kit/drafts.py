"""What is typed in forms, kept every few seconds, also over the end of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from ui.kit.form import RecordForm
    from ui.kit.jobs import JobRunner
    from ui.kit.notices import NoticeArea
    from ui.kit.surfaces import Banner

KEEP_EVERY_MS = 3_000


class Kept(Protocol):
    """A draft as it is found again."""

    key: str
    title: str
    at: datetime


class DraftKeeper(Protocol):
    """Where drafts lie; asked in jobs."""

    def keep(self, key: str, title: str, draft: Any) -> None:
        """Keep *draft*."""

    def forget(self, key: str) -> None:
        """Keep nothing for *key*."""

    def kept(self) -> Sequence[Any]:
        """Return what was kept."""


class DraftBox(QObject):
    """The drafts of whoever is signed in: here at once, on the disk in a moment.

    *draft_from* makes a draft of what was kept; it raises :class:`ValueError` for one of
    another version of the program.
    """

    found = Signal(list)  # of Kept: what an earlier run has left

    def __init__(
        self,
        keeper: Callable[[], DraftKeeper],
        jobs: JobRunner,
        draft_from: Callable[[Any], Any],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._keeper, self._jobs, self._draft_from = keeper, jobs, draft_from
        self._here: dict[str, Any] = {}
        self._left: dict[str, Any] = {}

    def look(self) -> None:
        """Look for what an earlier run has left; tells ``found``."""
        keeper = self._keeper
        self._start(lambda: keeper().kept(), self._take)

    def keep(self, key: str, title: str, draft: Any) -> None:
        """Keep *draft*; nothing is written if it is the one that was kept last."""
        if self._here.get(key) == draft:
            return
        self._here[key] = draft
        keeper = self._keeper
        self._start(lambda: keeper().keep(key, title, draft))

    def forget(self, key: str) -> None:
        """Keep nothing for *key* any more."""
        if self._here.pop(key, None) is None and self._left.pop(key, None) is None:
            return
        self._left.pop(key, None)
        keeper = self._keeper
        self._start(lambda: keeper().forget(key))

    def draft(self, key: str) -> Any | None:
        """Return what was typed before for *key*, if anything that can still be shown."""
        if key in self._here:
            return self._here[key]
        kept = self._left.get(key)
        try:
            return None if kept is None else self._draft_from(kept.record)
        except ValueError:
            return None

    def discard_found(self) -> None:
        """Forget all that an earlier run has left."""
        for key in list(self._left):
            self.forget(key)

    def _take(self, kept: Sequence[Any]) -> None:
        self._left = {each.key: each for each in kept if each.key not in self._here}
        if self._left:
            self.found.emit(list(self._left.values()))

    def _start(
        self, work: Callable[[], object], done: Callable[..., object] = lambda _: None
    ) -> None:
        # one at a time: of two drafts of one form the later must be the last to be written
        self._jobs.start(lambda _: work(), owner=self, done=done, lane=Lane.WRITE)


class FormDrafts(QObject):
    """Keeps what is typed in *form* in *box*, under the key of the work it is at."""

    def __init__(self, form: RecordForm[Any], box: DraftBox, banner: Banner | None = None) -> None:
        super().__init__(form)
        self._form, self._box, self._banner = form, box, banner
        self._key = self._title = ""
        self._timer = QTimer(self, interval=KEEP_EVERY_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self, key: str, title: str) -> bool:
        """Keep from now on; show what was typed before. Returns whether there was anything.

        Called when the form shows the record as it is kept in the store.
        """
        self._key, self._title = key, title
        self._timer.start()
        former = self._box.draft(key)
        if former is None or former == self._form.shown:
            return False
        self._form.fill(former)
        if self._banner is not None:
            self._banner.say(self.tr("This is what you typed before and did not save."))
        return True

    def resume(
        self, key: str, title: str, notices: NoticeArea, begin_anew: Callable[[], object]
    ) -> None:
        """Keep from now on; *notices* tells that what was typed before is here again.

        *begin_anew* is offered then: it shows the record as it was going to be shown.
        """
        if self.begin(key, title):
            notices.say(
                self.tr("What you had typed is here again."),
                Tone.INFO,
                action=self.tr("Begin anew"),
                act=begin_anew,
            )

    def keep(self) -> None:
        """Keep what is in the form now, if anything was typed."""
        if self._key and self._form.is_dirty():
            self._box.keep(self._key, self._title, self._form.draft())

    def end(self) -> None:
        """Keep nothing: it was saved, or there was nothing."""
        self._timer.stop()
        if self._key:
            self._box.forget(self._key)
        self._key = ""

    def leave(self) -> None:
        """Stop keeping; what was typed stays kept."""
        if self._form.is_dirty():
            self.keep()
            self._timer.stop()
        else:
            self.end()


def box_for_now(jobs: JobRunner, parent: QObject) -> DraftBox:
    """Return a box that keeps drafts for as long as *parent* is there, and no longer."""
    return DraftBox(_Nowhere, jobs, lambda record: record, parent)


class _Nowhere:
    """Keeps nothing."""

    def keep(self, key: str, title: str, draft: Any) -> None:
        """Keep nothing."""

    def forget(self, key: str) -> None:
        """Forget nothing."""

    def kept(self) -> tuple[Any, ...]:
        """Return nothing."""
        return ()
