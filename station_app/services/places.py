"""What may be done with places: grids drawn, buildings assigned to them."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, ValidationFailedError
from station_app.domain.keys import new_key
from station_app.domain.places import GridDraft, GridId
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.places import Building, BuildingId, Dwelling, DwellingId, Estate, Grid
    from station_app.store.transaction import Store

TOUCHED = frozenset({Topic.PLACES, Topic.RESIDENTS, Topic.AUDIT})


class PlaceService:
    """The use cases of places."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @needs(Permission.PLACE_READ)
    def estates(self) -> tuple[Estate, ...]:
        """Return the estates by name."""
        with self._store.reading() as tx:
            return tx.places.estates()

    @needs(Permission.PLACE_READ)
    def buildings(self) -> tuple[Building, ...]:
        """Return all buildings, by estate and number."""
        with self._store.reading() as tx:
            return tx.places.buildings()

    @needs(Permission.PLACE_READ)
    def grids(self) -> tuple[Grid, ...]:
        """Return the grids by code."""
        with self._store.reading() as tx:
            return tx.places.grids()

    @needs(Permission.PLACE_READ)
    def dwelling(self, key: DwellingId) -> Dwelling:
        """Return the dwelling *key*."""
        with self._store.reading() as tx:
            return tx.places.dwelling(key)

    @needs(Permission.PLACE_READ)
    def dwellings_of(self, building: BuildingId) -> tuple[Dwelling, ...]:
        """Return the dwellings of *building*, in the order one walks past them."""
        with self._store.reading() as tx:
            return tx.places.dwellings_of(building)

    @needs(Permission.PLACE_WRITE)
    def draw_grid(self, draft: GridDraft) -> Done[GridId]:
        """Keep a new grid (网格)."""
        accepted = _accepted(draft)
        key = GridId(new_key())
        with self._store.transaction() as tx:
            tx.places.add_grid(key, accepted)
            told = tx.audit.changes({}, asdict(accepted))
            tx.audit.add("place:grid:drawn", key, changes=told)
        return Done(key, TOUCHED, lambda: self.discard_grid(key))

    @needs(Permission.PLACE_WRITE)
    def correct_grid(self, key: GridId, draft: GridDraft, *, version: int) -> Done[None]:
        """Replace a grid's particulars, last seen at *version*."""
        accepted = _accepted(draft)
        with self._store.transaction() as tx:
            former = tx.places.grid(key).particulars
            tx.places.change_grid(key, accepted, version=version)
            told = tx.audit.changes(asdict(former), asdict(accepted))
            tx.audit.add("place:grid:corrected", key, changes=told)
        return Done(None, TOUCHED, lambda: self.correct_grid(key, former, version=version + 1))

    @needs(Permission.PLACE_WRITE)
    def discard_grid(self, key: GridId) -> Done[None]:
        """Put a grid into the bin; its buildings are then in none."""
        with self._store.transaction() as tx:
            held = [building.id for building in tx.places.buildings() if building.grid_id == key]
            tx.places.assign(dict.fromkeys(held, ""))
            tx.places.set_grid_binned(key, binned=True)
            tx.audit.add("place:grid:binned", key)
        return Done(None, TOUCHED, lambda: self._restore_grid(key, held))

    @needs(Permission.PLACE_WRITE)
    def assign(self, grids: Mapping[BuildingId, str]) -> Done[None]:
        """Assign buildings to grids; an empty key takes a building out of its grid."""
        with self._store.transaction() as tx:
            former = tx.places.assign(grids)
            tx.audit.add("place:buildings:assigned", buildings=len(grids))
        return Done(None, TOUCHED, lambda: self.assign(former))

    def _restore_grid(self, key: GridId, held: Sequence[BuildingId]) -> Done[None]:
        with self._store.transaction() as tx:
            tx.places.set_grid_binned(key, binned=False)
            # A building that was given to another grid in the meantime stays there.
            free = [each.id for each in tx.places.buildings() if not each.grid_id]
            tx.places.assign(dict.fromkeys(set(held).intersection(free), str(key)))
            tx.audit.add("place:grid:restored", key)
        return Done(None, TOUCHED, lambda: self.discard_grid(key))


def _accepted(draft: GridDraft) -> GridDraft:
    if not draft.name.strip():
        raise ValidationFailedError((Problem("name", "missing"),))
    return replace(draft, name=draft.name.strip(), code=draft.code.strip())
