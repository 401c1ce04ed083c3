"""Places as they are kept: found by their parts, made when they are new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from station_app.domain.addresses import DwellingParts, render
from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.domain.places import (
    Building,
    BuildingId,
    Dwelling,
    DwellingId,
    Estate,
    EstateId,
    Grid,
    GridDraft,
    GridId,
)
from station_app.domain.search.entries import Kind
from station_app.store.access.scope import refuse_unless
from station_app.store.places.rows import BuildingRow, DwellingRow, EstateRow, GridRow
from station_app.store.records import change_record, set_binned
from station_app.store.search.records import FoundRecords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

GRID_FIELDS = ("code", "name", "worker", "worker_phone", "supervision_phone")
NUMBER = re.compile(r"\d+")
NUMBER_WIDTH = 6


class Places:
    """Grids, estates, buildings and dwellings within one transaction.

    Which there are everybody may see, and settle new ones: people move. Dwellings are
    looked up as far as *scope* lets those be seen who live there; whoever does not see all
    leaves grids as they are.
    """

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session = session
        self._stamp = stamp
        self._scope = scope

    def estates(self) -> tuple[Estate, ...]:
        """Return the estates by name."""
        query = select(EstateRow.id, EstateRow.name).where(EstateRow.deleted_at.is_(None))
        found = self._session.execute(query.order_by(EstateRow.name))
        return tuple(Estate(id=EstateId(key), name=name) for key, name in found)

    def buildings(self) -> tuple[Building, ...]:
        """Return all buildings, by estate and then by the value of their number."""
        query = (
            select(
                BuildingRow.id, EstateRow.id, EstateRow.name, BuildingRow.name, BuildingRow.grid_id
            )
            .join(EstateRow, EstateRow.id == BuildingRow.estate_id)
            .where(BuildingRow.deleted_at.is_(None))
        )
        found = [
            Building(
                id=BuildingId(key),
                estate_id=EstateId(estate_id),
                estate=estate,
                name=name,
                grid_id=grid_id or "",
            )
            for key, estate_id, estate, name, grid_id in self._session.execute(query)
        ]
        return tuple(
            sorted(found, key=lambda building: (building.estate, by_value(building.name)))
        )

    def grids(self) -> tuple[Grid, ...]:
        """Return the grids by code."""
        query = select(GridRow).where(GridRow.deleted_at.is_(None)).order_by(GridRow.code)
        return tuple(map(_grid, self._session.scalars(query)))

    def grid(self, key: GridId) -> Grid:
        """Return the grid *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        query = select(GridRow).where(GridRow.id == key, GridRow.deleted_at.is_(None))
        found = self._session.scalar(query)
        if found is None:
            raise NotFoundError(id=key)
        return _grid(found)

    def add_grid(self, key: GridId, draft: GridDraft) -> None:
        """Keep a new grid under *key*."""
        self._scope.require_all()
        self._session.execute(
            insert(GridRow).values(id=key, **_grid_columns(draft), **self._stamp.of_new())
        )

    def change_grid(self, key: GridId, draft: GridDraft, *, version: int) -> None:
        """Replace a grid's particulars, if nobody else has since *version*."""
        self._scope.require_all()
        values = _grid_columns(draft)
        change_record(self._session, GridRow, key, values, version=version, stamp=self._stamp)

    def set_grid_binned(self, key: GridId, *, binned: bool) -> None:
        """Put the grid *key* into the bin, or take it out."""
        self._scope.require_all()
        set_binned(self._session, GridRow, key, binned=binned, stamp=self._stamp)

    def assign(self, grids: Mapping[BuildingId, str]) -> dict[BuildingId, str]:
        """Assign buildings to grids ("" for none); return what was assigned before."""
        self._scope.require_all()
        query = select(BuildingRow.id, BuildingRow.grid_id).where(BuildingRow.id.in_(grids))
        former = {BuildingId(key): grid or "" for key, grid in self._session.execute(query)}
        for building, grid in grids.items():
            self._session.execute(
                update(BuildingRow)
                .where(BuildingRow.id == building)
                .values(
                    grid_id=grid or None,
                    version=BuildingRow.version + 1,
                    **self._stamp.of_change(),
                )
            )
        return former

    def sees(self, dwelling: str) -> bool:
        """Return whether those who live in *dwelling*, empty for none, may be seen."""
        return self._scope.sees_dwelling(self._session, dwelling or None)

    def dwelling(self, key: DwellingId) -> Dwelling:
        """Return the dwelling *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self._session.execute(_dwellings().where(DwellingRow.id == key)).one_or_none()
        if found is None:
            raise NotFoundError(id=key)
        refuse_unless(self._scope.sees_dwelling(self._session, key))
        return _dwelling(found)

    def grid_of(self, key: str) -> str:
        """Return the key of the grid that the dwelling *key* lies in, empty for none."""
        query = (
            select(BuildingRow.grid_id)
            .join(DwellingRow, DwellingRow.building_id == BuildingRow.id)
            .where(DwellingRow.id == key)
        )
        return self._session.scalar(query) or ""

    def text_of(self, key: str | None) -> str:
        """Return the rendered address of the dwelling *key*, empty for none."""
        return text_of_dwelling(self._session, key)

    def find(self, parts: DwellingParts) -> Dwelling | None:
        """Return the dwelling made of *parts*, if it is known.

        Two devices may have kept it before they heard of one another: all of them then
        return the same one.
        """
        # Not by floor: some wordings leave it out, and door, unit and room tell the dwelling.
        row = DwellingRow
        query = _dwellings().where(
            EstateRow.name == parts.estate,
            EstateRow.deleted_at.is_(None),  # as its index is: else all dwellings are read
            BuildingRow.name == parts.building,
            BuildingRow.deleted_at.is_(None),
            row.door == parts.door,
            row.unit == parts.unit,
            row.room == parts.room,
        )
        found = self._session.execute(query.order_by(EstateRow.id, BuildingRow.id, row.id)).first()
        return None if found is None else _dwelling(found)

    def settle(self, parts: DwellingParts) -> DwellingId:
        """Return the dwelling made of *parts*, keeping it first if it is new."""
        known = self.find(parts)
        if known is not None:
            return known.id
        key = DwellingId(new_key())
        self._session.execute(
            insert(DwellingRow).values(
                id=key,
                building_id=self._settle_building(parts),
                **dwelling_columns(parts),
                **self._stamp.of_new(),
            )
        )
        FoundRecords(self._session).renew(Kind.DWELLING, [key])
        return key

    def dwellings_of(self, building: BuildingId) -> tuple[Dwelling, ...]:
        """Return the dwellings of *building* in the order one walks past them."""
        refuse_unless(self._scope.sees_building(self._session, building))
        query = _dwellings().where(DwellingRow.building_id == building)
        found = self._session.execute(query.order_by(DwellingRow.text_key))
        return tuple(_dwelling(row) for row in found)

    def _settle_building(self, parts: DwellingParts) -> BuildingId:
        estate = self._settle_estate(parts.estate)
        query = select(BuildingRow.id).where(
            BuildingRow.estate_id == estate,
            BuildingRow.name == parts.building,
            BuildingRow.deleted_at.is_(None),
        )
        known = self._session.scalar(query.order_by(BuildingRow.id))
        if known is not None:
            return BuildingId(known)
        key = BuildingId(new_key())
        self._session.execute(
            insert(BuildingRow).values(
                id=key, estate_id=estate, name=parts.building, **self._stamp.of_new()
            )
        )
        return key

    def _settle_estate(self, name: str) -> EstateId:
        query = select(EstateRow.id).where(EstateRow.name == name, EstateRow.deleted_at.is_(None))
        known = self._session.scalar(query.order_by(EstateRow.id))
        if known is not None:
            return EstateId(known)
        key = EstateId(new_key())
        self._session.execute(insert(EstateRow).values(id=key, name=name, **self._stamp.of_new()))
        return key


def text_of_dwelling(session: Session, key: str | None) -> str:
    """Return the rendered address of the dwelling *key*, empty for none."""
    return session.scalar(select(DwellingRow.text).where(DwellingRow.id == key)) or ""


def by_value(text: str) -> str:
    """Return *text* with its numbers widened, so that 2 comes before 10."""
    return NUMBER.sub(lambda found: found.group().zfill(NUMBER_WIDTH), text)


def dwelling_columns(parts: DwellingParts) -> dict[str, object]:
    """Return the columns of the dwelling made of *parts*."""
    text = render(parts)
    return {
        "door": parts.door,
        "unit": parts.unit,
        "floor": parts.floor,
        "room": parts.room,
        "text": text,
        "text_key": by_value(text),
    }


def _grid(row: GridRow) -> Grid:
    particulars = GridDraft(**{field: getattr(row, field) for field in GRID_FIELDS})
    return Grid(id=GridId(row.id), version=row.version, particulars=particulars)


def _grid_columns(draft: GridDraft) -> dict[str, object]:
    return {field: getattr(draft, field) for field in GRID_FIELDS}


def _dwellings() -> Any:
    return (
        select(DwellingRow, BuildingRow.name.label("building"), EstateRow.name.label("estate"))
        .join(BuildingRow, BuildingRow.id == DwellingRow.building_id)
        .join(EstateRow, EstateRow.id == BuildingRow.estate_id)
        .where(DwellingRow.deleted_at.is_(None))
    )


def _dwelling(found: Any) -> Dwelling:
    row = found.DwellingRow
    return Dwelling(
        id=DwellingId(row.id),
        building_id=BuildingId(row.building_id),
        parts=DwellingParts(
            estate=found.estate,
            building=found.building,
            unit=row.unit,
            floor=row.floor,
            room=row.room,
            door=row.door,
        ),
        text=row.text,
    )
