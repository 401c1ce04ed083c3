"""What the window needs to know of one applicant, fetched in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.certificates import Obstacle
from ui.kit.buttons import Choice

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.residents.people import Resident, ResidentId
    from station_app.domain.settings import Settings
    from station_app.services.certificates.issuing import ResidenceCard
    from station_app.services.certificates.requesting import Offer

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
    offers: tuple[Offer, ...] = ()
    kinds: tuple[Choice, ...] = ()

    def offer(self, kind: str) -> Offer | None:
        """Return the certificate *kind* as it is offered for the applicant."""
        return next((each for each in self.offers if each.template.kind == kind), None)


def case_by_name(station: Station, name: str, number: str) -> Case:
    """Return the case of the one person with *name* and *number*; for a job.

    Raises :class:`RefusedError` ``certificate.no-match``.
    """
    return _case(station, station.certificates.find(name, number))


def case_of(station: Station, key: ResidentId) -> Case:
    """Return the case of the resident *key*; for a job."""
    return _case(station, station.certificates.card(key))


def _case(station: Station, card: ResidenceCard) -> Case:
    offers = station.certificate_requests.offers(card.resident.id)
    return Case(
        offers=offers,
        kinds=_kinds(station, offers),
        resident=card.resident,
        obstacle=card.obstacle,
        settings=station.settings.current(),
        purposes=station.certificates.recent("purpose"),
        addressees=station.certificates.recent("addressee"),
    )


def _kinds(station: Station, offers: tuple[Offer, ...]) -> tuple[Choice, ...]:
    """Return the kinds as they are chosen: by title, by what people call them, by pinyin."""
    aliases = {each.id: each.aliases for each in station.reference.legitimate}
    found = []
    for offer in offers:
        title = offer.template.title
        known_by = " ".join(
            (*aliases.get(offer.template.kind, ()), station.search.readings(title))
        )
        found.append(Choice(offer.template.kind, title, also=known_by))
    return tuple(found)
