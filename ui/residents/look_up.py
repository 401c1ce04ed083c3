"""What is looked up while somebody new is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.addresses import DwellingParts
    from ui.kit.room import RoomContext
    from ui.residents.new_person import NewPersonDraft

PAUSE_MS = 300


class LookUp(QObject):
    """Finds who may be there already, and the households known at the address.

    It begins when the typing pauses: each key would else ask the store anew.
    """

    paused = Signal()  # time for :meth:`begin`
    likenesses_found = Signal(object)  # Sequence of Likeness
    households_found = Signal(object)  # Sequence of Household

    def __init__(self, station: Station, context: RoomContext, parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._jobs = context.jobs
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.paused)

    def wait(self) -> None:
        """Wait for the typing to pause, anew with each key."""
        self._pause.start()

    def begin(self, draft: NewPersonDraft, home: DwellingParts | None) -> None:
        """Look for *draft*, and for households at *home*."""
        residents, households = self._station.residents, self._station.households
        # One character has too many namesakes to be worth a warning.
        if len(draft.name) > 1 or draft.number:
            self._jobs.start(
                lambda _: residents.likenesses(
                    name=draft.name, born=draft.born, number=draft.number
                ),
                owner=self,
                done=self.likenesses_found.emit,
            )
        else:
            self.likenesses_found.emit(())
        if home is not None and home.is_dwelling:
            self._jobs.start(
                lambda _: households.living_at(home),
                owner=self,
                done=self.households_found.emit,
            )
