"""Restoring step by step: from the settings, from the door, from the first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.backups import Soundness
from station_app.domain.errors import StationError, StoreDamagedError, WrongPassphraseError
from station_app.domain.paper_keys import MistypedPaperKeyError
from ui.kit import dialogs
from ui.kit.jobs import Lane
from ui.kit.wizard import Wizard
from ui.kit.wizard_page import WizardPage
from ui.restoring.difference import DifferenceStep
from ui.restoring.steps import ChooseStep, DoneStep, KeyStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.domain.backups import Backup
    from station_app.services.progress import Progress
    from station_app.services.restoring import Difference, Restored, RestoreService, Unlocked
    from ui.kit.jobs import JobRunner


class RestorePage(WizardPage):
    """Lists, opens, compares, restores; nothing is changed before the last *Next*.

    Before that *release* is called on the main thread: it lets go of the open station, and
    returns what is left to do of that in a job. ``finished`` tells that another store stands
    there, locked.
    """

    finished = Signal()
    abandoned = Signal()
    fault_met = Signal(Exception)

    def __init__(
        self,
        service: RestoreService,
        jobs: JobRunner,
        *,
        release: Callable[[], Callable[[], RestoreService]],
        words: Callable[[StationError], str],
        phase_words: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(jobs, phase_words=phase_words, parent=parent)
        self.choose, self.key, self.difference = ChooseStep(), KeyStep(), DifferenceStep()
        self.done = DoneStep()
        steps = (self.choose, self.key, self.difference, self.done)
        self.wizard = Wizard(steps, title=self.tr("Restore a backup"))
        self.lay_out(self.wizard)
        self._service, self._release, self._words = service, release, words
        self._more: list[Path] = []
        self._unlocked: Unlocked | None = None
        self._connect()

    def arrive(self) -> None:
        """Begin: list what there is."""
        self.wizard.start()
        self.refresh()

    def refresh(self) -> None:
        """List the backups again, and look at each, the newest first."""
        more = tuple(self._more)
        self._jobs.start(
            lambda _: self._service.candidates(more),
            owner=self,
            done=self._show_backups,
            failed=self._refuse,
            lane=Lane.OUTSIDE,
        )

    def look_into(self, path: Path) -> None:
        """Look for backups at *path*, too."""
        self._more.append(path)
        self.refresh()

    def _connect(self) -> None:
        self.choose.file_asked.connect(self._ask_file)
        self.choose.folder_asked.connect(self._ask_folder)
        self.wizard.step_changed.connect(self._on_step)
        self.key.left.connect(self._unlock)
        self.key.entered.connect(self.wizard.go_on)
        self.difference.left.connect(self._restore)
        self.wizard.abandoned.connect(self.abandoned)
        self.wizard.finished.connect(self.finished)
        self.failed.connect(self._refuse)

    def _show_backups(self, backups: tuple[Backup, ...]) -> None:
        self.choose.show_backups(backups)
        self._look(list(backups))

    def _look(self, left: list[Backup]) -> None:
        """Look at the first of those *left* that were not looked at, then at the others."""
        while left and self.choose.list.soundness_of(left[0]) is not None:
            left.pop(0)
        if not left:
            return
        backup, service = left.pop(0), self._service

        def show(soundness: Soundness) -> None:
            self.choose.list.show_soundness(backup, soundness)
            self._look(left)

        self._jobs.start(
            lambda _: service.soundness(backup), owner=self, done=show, lane=Lane.OUTSIDE
        )

    def _on_step(self, _at: int) -> None:
        backup = self.choose.list.chosen()
        if backup is not None and self.wizard.current() is self.key:
            self.key.show_backup(backup)

    def _ask_file(self) -> None:
        backups = self.tr("Backups")
        path = dialogs.choose_open_file(
            self, title=self.tr("Choose a backup"), kinds=f"{backups} (*.db)"
        )
        if path is not None:
            self.look_into(path)

    def _ask_folder(self) -> None:
        path = dialogs.choose_folder(self, title=self.tr("Where the backups lie"))
        if path is not None:
            self.look_into(path)

    def _unlock(self) -> None:
        backup = self.choose.list.chosen()
        if backup is None:
            return
        typed, kind, service = self.key.typed(), self.key.kind(), self._service

        def work(_: Progress) -> tuple[Unlocked, Difference]:
            unlocked = service.unlock(backup, typed, kind)
            return unlocked, service.compare(backup, unlocked)

        self.work_on(
            work, lambda found: self._show_difference(backup, *found), self.tr("Opening…")
        )

    def _show_difference(self, backup: Backup, unlocked: Unlocked, found: Difference) -> None:
        self._unlocked = unlocked
        self.choose.list.show_soundness(backup, Soundness.OPENS)
        self.difference.show_difference(backup, found)
        self.key.ready.emit()

    def _restore(self) -> None:
        backup, unlocked = self.choose.list.chosen(), self._unlocked
        if backup is None or unlocked is None:
            return
        let_go = self._release()

        def work(progress: Progress) -> Restored:
            return let_go().restore(backup, unlocked, progress)

        self.work_on(work, self._restored, self.tr("Putting the backup in place…"))

    def _restored(self, done: Restored) -> None:
        self._unlocked = None
        self.key.forget()
        self.done.show_restored(done)
        self.difference.ready.emit()
        self.wizard.next.setFocus()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, StationError):
            self.fault_met.emit(error)
            return
        is_typed = isinstance(error, (WrongPassphraseError, MistypedPaperKeyError))
        if is_typed and self.wizard.current() is self.key:
            self.key.refuse(self._words(error))
            return
        backup = self.choose.list.chosen()
        if isinstance(error, StoreDamagedError) and backup is not None:
            # the list says so, too, and the one before it is chosen
            self.choose.list.show_soundness(backup, Soundness.DAMAGED)
            words = self.tr("This backup is damaged. Go back and take the one before it.")
            self.trouble.say(words)
        else:
            self.trouble.say(self._words(error))
