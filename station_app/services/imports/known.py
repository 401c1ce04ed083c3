"""What the store knows of the people, households and places of a roster.

Asked for once, in bulk, and looked up in memory after that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.addresses import DwellingParts
    from station_app.services.imports.person import Likeness, RosterRow
    from station_app.services.imports.roster import Roster
    from station_app.store.transaction import Transaction


@dataclass(slots=True, kw_only=True)
class KnownPlaces:
    """Estates, buildings and dwellings: what they are called → their keys."""

    estates: dict[str, str]
    buildings: dict[tuple[str, str], str]
    dwellings: dict[tuple[str, str, str, str], str]

    def dwelling(self, parts: DwellingParts) -> str:
        """Return the key of the dwelling made of *parts*, or an empty string."""
        building = self.buildings.get((parts.estate, parts.building), "")
        return self.dwellings.get((building, parts.door, parts.unit, parts.room), "")


@dataclass(slots=True, kw_only=True)
class Known:
    """Everything the store knows that a roster touches.

    ``holders``: number → resident and whether he is in the bin; ``alike``: name,
    birthday, address → residents, each with whether he has a document.
    """

    holders: Mapping[str, tuple[str, bool]]
    alike: Mapping[Likeness, list[tuple[str, bool]]]
    people: Mapping[str, dict[str, Any]]
    documents: Mapping[str, list[tuple[str, str]]]
    tags: Mapping[str, dict[str, str]]
    addresses: Mapping[str, str]
    places: KnownPlaces
    households: Mapping[str, dict[str, Any]]
    households_at: Mapping[str, list[tuple[str, str]]] = field(default_factory=dict)


def ask_store(tx: Transaction, roster: Roster) -> Known:
    """Return what the store knows of the people *roster* would take."""
    taken = roster.taken()
    holders = tx.intake.holders({row.person.document_number for row in taken} - {""})
    alike: dict[Likeness, list[tuple[str, bool]]] = {}
    for key, name, born, address, has_document in tx.intake.namesakes(
        {row.person.name for row in taken}
    ):
        alike.setdefault((name, born, address), []).append((key, has_document))
    keys = {key for key, _ in holders.values()}
    keys |= {key for row in taken for key, _ in alike.get(row.person.likeness(), ())}
    people = tx.intake.people(keys)
    places = _places(tx, taken)
    dwellings = {row["dwelling_id"] for row in people.values()} - {None}
    found = {places.dwelling(row.person.address.parts) for row in taken} - {""}
    return Known(
        holders=holders,
        alike=alike,
        people=people,
        documents=tx.intake.documents(keys),
        tags=tx.intake.tags(keys),
        addresses=tx.intake.addresses(dwellings),
        places=places,
        households=tx.intake.households({row["household_id"] for row in people.values()} - {None}),
        households_at=tx.intake.households_at(found),
    )


def _places(tx: Transaction, taken: Sequence[RosterRow]) -> KnownPlaces:
    parts = {row.person.address.parts for row in taken}
    names = {(part.estate, part.building) for part in parts}
    buildings = {
        key: found
        for key, found in tx.intake.buildings({estate for estate, _ in names}).items()
        if key in names
    }
    return KnownPlaces(
        estates=tx.intake.estates(),
        buildings=buildings,
        dwellings=tx.intake.dwellings(set(buildings.values())),
    )
