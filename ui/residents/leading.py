"""From a household or a dwelling to the person whose file is shown for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.places import DwellingId
from station_app.domain.residents.households import HouseholdId
from station_app.domain.residents.people import ResidentId
from station_app.domain.rights.requests import RequestId
from ui.kit.jobs import Lane
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.rights.requests import Request
    from station_app.services.residents.lists import PersonFile
    from ui.kit.room import RoomContext


class Leading(QObject):
    """Finds a household by its head, a dwelling by who lives there; says when nobody does."""

    found = Signal(str)  # key of a resident
    request_found = Signal(object, object)  # Request, PersonFile

    def __init__(self, station: Station, context: RoomContext, parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._context = context

    def to_household(self, key: str) -> None:
        """Find the head of a household."""
        self._context.jobs.start(
            lambda _: head_of(self._station, key),
            owner=self,
            done=lambda found: self._tell(found, self.tr("This household has no members.")),
        )

    def to_dwelling(self, key: str) -> None:
        """Find somebody who lives in a dwelling."""
        self._context.jobs.start(
            lambda _: somebody_at(self._station, key),
            owner=self,
            done=lambda found: self._tell(found, self.tr("Nobody lives at this address now.")),
        )

    def to_request(self, key: str) -> None:
        """Find whom a request is about; his numbers come into sight, which is logged."""
        self._context.jobs.start(
            lambda _: asked_about(self._station, key),
            owner=self,
            done=lambda found: self.request_found.emit(*found),
            failed=self._context.failed,
            lane=Lane.WRITE,
        )

    def _tell(self, key: str, nobody: str) -> None:
        if key:
            self.found.emit(key)
        else:
            self._context.notices.say(nobody, Tone.INFO)


def head_of(station: Station, key: str) -> str:
    """Return the head of a household, else any member; empty for nobody. Call in a job."""
    members = station.households.household(HouseholdId(key)).members
    return members[0].id if members else ""


def somebody_at(station: Station, key: str) -> str:
    """Return who lives in a dwelling, the head first; empty for nobody. Call in a job."""
    people = station.residents.living_at(DwellingId(key))
    return people[0] if people else ""


def asked_about(station: Station, key: str) -> tuple[Request, PersonFile]:
    """Return a request and the file of whom it is about, his phones noted as seen."""
    request = station.requests.request(RequestId(key))
    person = ResidentId(request.particulars.resident_id)
    for field in ("phone", "other_phone"):
        station.residents.reveal(person, field)
    return request, station.lists.file(person)
