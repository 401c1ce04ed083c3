"""From a household or a dwelling to the person whose file is shown for it; call in jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.places import DwellingId
from station_app.domain.residents.households import HouseholdId

if TYPE_CHECKING:
    from station_app.bootstrap import Station


def head_of(station: Station, key: str) -> str:
    """Return the head of a household, else any member; empty for nobody."""
    members = station.households.household(HouseholdId(key)).members
    return members[0].id if members else ""


def somebody_at(station: Station, key: str) -> str:
    """Return who lives in a dwelling, the head of a household first; empty for nobody."""
    people = station.residents.living_at(DwellingId(key))
    return people[0] if people else ""
