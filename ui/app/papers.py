"""The paper key on paper: drawn by the station's desk, printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal

from station_app.services.certificates.papers import RecoveryKeySheet
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

KIND = "paper-key"
SLIP = "first-passphrase"


def print_slip(window: QWidget, pdf: bytes) -> None:
    """Print the slip with somebody's first passphrase."""
    title = QCoreApplication.translate("papers", "First passphrase")
    print_pdf(window, pdf, kind=SLIP, title=title)


class KeyPapers(QObject):
    """Puts paper keys on paper."""

    Put: TypeAlias = "Callable[[Station, PaperKey], None]"

    failed = Signal(Exception)

    def __init__(self, window: QWidget, jobs: JobRunner) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs

    def print(self, station: Station, paper: PaperKey) -> None:
        """Print *paper* through the system's dialog."""
        title = self.tr("Paper key")
        self._jobs.start(
            lambda _: _draw(station, paper),
            owner=self,
            done=lambda pdf: print_pdf(self._window, pdf, kind=KIND, title=title),
            failed=self.failed.emit,
            lane=Lane.OUTSIDE,
        )

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


def _draw(station: Station, paper: PaperKey) -> bytes:
    sheet = RecoveryKeySheet(
        station=station.settings.current().name,
        made_on=station.clock.today(),
        groups=paper.groups,
    )
    return station.desk.draw_recovery_key(sheet).pdf
