"""An import taken back as a whole, or the reason why that cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.errors import RefusedError
from ui.imports.words import work_since
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext

BUILT_UPON = "import.built-upon"


class TakingBack(QObject):
    """Undoes imports; what was built upon one since then keeps it where it is."""

    refused = Signal()  # it may be tried again

    def __init__(self, station: Station, context: RoomContext, parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._context = context

    def take_back(self, batch: str) -> None:
        """Undo an import, and let that be undone by nothing: it can be brought in again."""
        self._context.operations.perform(
            lambda _: self._station.imports.undo(batch),
            owner=self,
            done=self._taken_back,
            failed=self._not_taken_back,
        )

    def _taken_back(self, people: int) -> None:
        words = self.tr("The import was taken back: {people} people removed.")
        self._context.notices.say(words.format(people=f"{people:,}"))

    def _not_taken_back(self, error: Exception) -> None:
        """Say why not, with what was done since in numbers, and offer the button again."""
        if isinstance(error, RefusedError) and error.reason == BUILT_UPON:
            told = "\n".join((self._context.words(error), work_since(error.facts)))
            self._context.notices.say(told, Tone.WARN)
        else:
            self._context.failed(error)
        self.refused.emit()
