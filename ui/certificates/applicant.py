"""Who stands at the window: his case, fetched again when his record has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.changes import Topic
from ui.certificates.case import case_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.residents.people import ResidentId
    from ui.certificates.case import Case
    from ui.kit.room import RoomContext


class Applicant(QObject):
    """Holds the case of one person, or of nobody. *window* is where it is looked at.

    A window out of sight asks the store again when it is next looked at.
    """

    fetched = Signal(object)  # Case

    def __init__(self, station: Station, context: RoomContext, window: QWidget) -> None:
        super().__init__(window)
        self._station, self._context, self._window = station, context, window
        self.case: Case | None = None
        self._is_stale = False
        context.operations.touched.connect(self._on_touched)

    def come(self, case: Case) -> bool:
        """Let *case* be the one in hand; return whether it is the same person again."""
        former, self.case = self.case, case
        self._is_stale = False
        return former is not None and former.resident.id == case.resident.id

    def go(self) -> None:
        """Have nobody at the window."""
        self.case = None

    def fetch(self, key: ResidentId) -> None:
        """Fetch the case of a resident found by other ways."""
        self._context.jobs.start(
            lambda _: case_of(self._station, key), owner=self, done=self.fetched.emit
        )

    def look_again(self) -> None:
        """Fetch the case as it is now."""
        if self.case is not None:
            self.fetch(self.case.resident.id)

    def look_if_stale(self) -> None:
        """Fetch the case if it may have changed since."""
        if self._is_stale:
            self.look_again()

    def open_file(self) -> None:
        """Go to the person's file."""
        if self.case is not None:
            self._context.open_record("resident", self.case.resident.id)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        """Look again at somebody whose record, or whose station's limits, have changed."""
        if self.case is None or not topics & {Topic.RESIDENTS, Topic.SETTINGS}:
            return
        self._is_stale = True
        if self._window.isVisible():
            self.look_again()
