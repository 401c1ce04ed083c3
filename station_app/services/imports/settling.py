"""Places and households that a roster names, found or made, before people move in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.addresses import NOTHING, DwellingParts
from station_app.domain.keys import new_key
from station_app.domain.search.entries import Kind
from station_app.services.imports.plan import NEW_HOUSEHOLD
from station_app.store.batches import Item
from station_app.store.places.shelf import dwelling_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from station_app.services.imports.grouping import RosterHousehold
    from station_app.services.imports.known import KnownPlaces
    from station_app.store.transaction import Transaction

DWELLING_COLUMNS = tuple(dwelling_columns(NOTHING))
FOUND = {"household": Kind.HOUSEHOLD, "dwelling": Kind.DWELLING}


class Settlement:
    """The dwellings and households of one import within its transaction.

    ``items`` are the records made, as the batch keeps them.
    """

    def __init__(self, tx: Transaction, places: KnownPlaces) -> None:
        self.items: list[Item] = []
        self._tx = tx
        self._places = places

    def make_places(self, wanted: Iterable[DwellingParts]) -> None:
        """Make the estates, buildings and dwellings of *wanted* that are not there."""
        places = self._places
        # Without an estate it is no place: the words stay in the person's note.
        fresh = {parts for parts in wanted if parts.estate and not places.dwelling(parts)}
        ordered = sorted(fresh, key=_walk)
        self._make_estates(dict.fromkeys(parts.estate for parts in ordered))
        self._make_buildings(dict.fromkeys((parts.estate, parts.building) for parts in ordered))
        self._make_dwellings(ordered)

    def dwelling(self, parts: DwellingParts) -> str | None:
        """Return the key of the dwelling made of *parts*; ``None`` for no address."""
        return self._places.dwelling(parts) or None

    def make_households(
        self, households: Sequence[RosterHousehold], targets: Sequence[str], used: set[int]
    ) -> list[str]:
        """Return the key of each household of the roster, making those in *used* that are new."""
        fresh = [
            index
            for index, target in enumerate(targets)
            if target == NEW_HOUSEHOLD and index in used
        ]
        rows = []
        for index in fresh:
            household = households[index]
            head = household.head()
            dwelling = self.dwelling(head.person.address.parts) if head else None
            rows.append((household.number, "family", dwelling, ""))
        keys = self._add("household", ("number", "kind", "dwelling_id", "note"), rows)
        found = list(targets)
        for index, key in zip(fresh, keys, strict=True):
            found[index] = key
        return found

    def _make_estates(self, wanted: Iterable[str]) -> None:
        known = self._places.estates
        names = [name for name in wanted if name not in known]
        known.update(
            zip(names, self._add("estate", ("name",), [(name,) for name in names]), strict=True)
        )

    def _make_buildings(self, wanted: Iterable[tuple[str, str]]) -> None:
        known = self._places.buildings
        missing = [pair for pair in wanted if pair not in known]
        rows = [(self._places.estates[estate], name) for estate, name in missing]
        known.update(zip(missing, self._add("building", ("estate_id", "name"), rows), strict=True))

    def _make_dwellings(self, wanted: Sequence[DwellingParts]) -> None:
        """Make the dwellings of *wanted*, of which none is there."""
        places = self._places
        unique: dict[tuple[str, str, str, str], DwellingParts] = {}
        for parts in wanted:
            building = places.buildings[parts.estate, parts.building]
            unique.setdefault((building, parts.door, parts.unit, parts.room), parts)
        rows = [(place[0], *dwelling_columns(parts).values()) for place, parts in unique.items()]
        keys = self._add("dwelling", ("building_id", *DWELLING_COLUMNS), rows)
        places.dwellings.update(zip(unique, keys, strict=True))

    def _add(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> list[str]:
        keys = [new_key() for _ in rows]
        self._tx.intake.add(
            table, ("id", *columns), [(key, *row) for key, row in zip(keys, rows, strict=True)]
        )
        self.items += [Item(table, key, 1, {}) for key in keys]
        if table in FOUND:
            self._tx.found.renew(FOUND[table], keys)
        return keys


def _walk(parts: DwellingParts) -> tuple[str, ...]:
    """Return what puts dwellings in an order that is the same each time."""
    return (parts.estate, parts.building, parts.unit, parts.room, parts.door)
