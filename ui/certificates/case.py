"""What the window needs to know of one applicant, fetched in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.certificates import Obstacle

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.residents.people import Resident, ResidentId
    from station_app.domain.settings import Settings
    from station_app.services.certificates.issuing import ResidenceCard

VERIFIABLE = frozenset({Obstacle.NEVER_VERIFIED, Obstacle.FACTS_TOO_OLD})
"""Obstacles that go away when somebody makes sure of the facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An applicant, whether he may have his certificate, and what was written last."""

    resident: Resident
    obstacle: Obstacle | None
    settings: Settings
    purposes: tuple[str, ...]
    addressees: tuple[str, ...]


def case_by_name(station: Station, name: str, number: str) -> Case:
    """Return the case of the one person with *name* and *number*; for a job.

    Raises :class:`RefusedError` ``certificate.no-match``.
    """
    return _case(station, station.certificates.find(name, number))


def case_of(station: Station, key: ResidentId) -> Case:
    """Return the case of the resident *key*; for a job."""
    return _case(station, station.certificates.card(key))


def _case(station: Station, card: ResidenceCard) -> Case:
    return Case(
        resident=card.resident,
        obstacle=card.obstacle,
        settings=station.settings.current(),
        purposes=station.certificates.recent("purpose"),
        addressees=station.certificates.recent("addressee"),
    )
