"""The first run: from nothing to an open station, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.errors import StationError, WrongPassphraseError
from ui.access.founder import Founder
from ui.access.founding_steps import FoundingWizard
from ui.kit.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.paper_keys import PaperKey
    from station_app.services.access import AccessService, StationHome, StationKey
    from ui.access.opened import Opened
    from ui.kit.jobs import JobRunner


class FoundingPage(WizardPage):
    """Sets a station up in *home*, or a demo station in *demo_home*.

    The order is: make the store, open it with the passphrase typed once more, then show
    the paper key. It ends with a station that stands open: ``opened`` tells it once. A
    station abandoned half-way is on the disk, locked, and asks for its passphrase.
    """

    opened = Signal(object)  # Opened
    print_asked = Signal(object)  # PaperKey
    save_asked = Signal(object)  # PaperKey
    fault_met = Signal(Exception)
    abandoned = Signal()
    restore_asked = Signal()

    def __init__(
        self,
        home: StationHome,
        demo_home: StationHome,
        access: AccessService,
        jobs: JobRunner,
        *,
        open_station: Callable[[StationHome, StationKey], Station],
        words: Callable[[StationError], str],
        phase_words: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(jobs, phase_words=phase_words, parent=parent)
        self._home, self._demo_home = home, demo_home
        self._founder = Founder(access, open_station)
        self._words = words
        self._opened: Opened | None = None
        self.wizard = FoundingWizard()
        self.station_step, self.passphrase_step = self.wizard.station, self.wizard.passphrase
        self.proof_step, self.paper_step = self.wizard.proof, self.wizard.paper
        self.lay_out(self.wizard)
        self._connect()

    def arrive(self) -> None:
        """Begin."""
        self.wizard.start()

    def opened_station(self) -> Opened | None:
        """Return the station once it is open."""
        return self._opened

    def _connect(self) -> None:
        self.passphrase_step.left.connect(self._found)
        self.proof_step.left.connect(self._prove)
        self.paper_step.panel.print_asked.connect(self.print_asked)
        self.paper_step.panel.save_asked.connect(self.save_asked)
        self.station_step.demo_asked.connect(self._open_demo)
        self.station_step.restore_asked.connect(self.restore_asked)
        self.wizard.finished.connect(self._finish)
        self.wizard.abandoned.connect(self.abandoned)
        self.failed.connect(self._refuse)

    def _found(self) -> None:
        passphrase, name = self.passphrase_step.value(), self.station_step.founder.value()
        self.work_on(
            lambda _: self._founder.make(self._home, name, passphrase),
            self._founded,
            self.tr("Setting the station up…"),
        )

    def _founded(self, paper: PaperKey) -> None:
        self.passphrase_step.forget()
        self.paper_step.panel.show_key(paper)
        self.passphrase_step.ready.emit()

    def _prove(self) -> None:
        # what was typed now, not what was typed before: this is the proof
        typed, particulars = self.proof_step.typed.value(), self.station_step.particulars()
        self.work_on(
            lambda _: self._founder.prove(self._home, typed, particulars),
            self._proven,
            self.tr("Opening…"),
        )

    def _proven(self, opened: Opened) -> None:
        self._opened = opened
        self.proof_step.forget()
        self.proof_step.ready.emit()

    def _open_demo(self) -> None:
        name = self.station_step.founder.value() or self.tr("Visitor")
        self.work_on(
            lambda progress: self._founder.demo(self._demo_home, name, progress),
            self.opened.emit,
            self.tr("Making the demo station…"),
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, WrongPassphraseError):
            self.proof_step.refuse(self._words(error))
        # over the wizard, since no field is to blame: a folder is read-only, a disk is full
        elif isinstance(error, StationError):
            self.trouble.say(self._words(error))
        else:
            self.fault_met.emit(error)

    def _finish(self) -> None:
        if self._opened is not None:
            self.opened.emit(self._opened)
