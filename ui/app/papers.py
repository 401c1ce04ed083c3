"""The paper key on paper: drawn by the station's desk, printed or saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from station_app.services.certificates.papers import FirstPassphraseSheet, RecoveryKeySheet
from station_app.services.delivering import deliver
from ui.kit.dialogs import choose_save_file
from ui.kit.jobs import Lane
from ui.kit.printing import print_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.paper_keys import PaperKey
    from ui.kit.jobs import JobRunner
    from ui.staff.accounts import FirstPassphrase

KIND = "paper-key"
SLIP = "first-passphrase"
GROUP = 5  # characters in a cell of the slip, the hyphen with them


class KeyPapers(QObject):
    """Puts paper keys on paper."""

    Put: TypeAlias = "Callable[[Station, PaperKey], None]"

    failed = Signal(Exception)

    def __init__(self, window: QWidget, jobs: JobRunner) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs

    def print(self, station: Station, paper: PaperKey) -> None:
        """Print *paper* through the system's dialog."""
        self._print(partial(_draw, station, paper), KIND, self.tr("Paper key"))

    def print_first(self, station: Station, given: FirstPassphrase) -> None:
        """Print the slip with what somebody was *given* through the system's dialog."""
        self._print(partial(_draw_first, station, given), SLIP, self.tr("First passphrase"))

    def save(self, station: Station, paper: PaperKey) -> None:
        """Save *paper* where the user wants it."""
        path = choose_save_file(
            self._window,
            title=self.tr("Save the paper key"),
            kinds="PDF (*.pdf)",
            suggested=self.tr("paper-key.pdf"),
        )
        if path is None:
            return
        self._jobs.start(
            lambda _: deliver(path, _draw(station, paper)),
            owner=self,
            done=lambda _: None,
            failed=self.failed.emit,
            lane=Lane.OUTSIDE,
        )

    def _print(self, draw: Callable[[], bytes], kind: str, title: str) -> None:
        self._jobs.start(
            lambda _: draw(),
            owner=self,
            done=lambda pdf: print_pdf(self._window, pdf, kind=kind, title=title),
            failed=self.failed.emit,
            lane=Lane.OUTSIDE,
        )


def _draw(station: Station, paper: PaperKey) -> bytes:
    sheet = RecoveryKeySheet(
        station=station.settings.current().name,
        made_on=station.clock.today(),
        groups=paper.groups,
    )
    return station.desk.draw_recovery_key(sheet).pdf


def _draw_first(station: Station, given: FirstPassphrase) -> bytes:
    passphrase = given.passphrase
    sheet = FirstPassphraseSheet(
        station=station.settings.current().name,
        name=given.name,
        made_on=station.clock.today(),
        groups=tuple(passphrase[at : at + GROUP] for at in range(0, len(passphrase), GROUP)),
    )
    return station.desk.draw_first_passphrase(sheet).pdf
