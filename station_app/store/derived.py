"""Columns that follow from others, read beside what they follow from.

They are kept because lists are ordered and narrowed by them; whoever checks a
store works them out again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from station_app.domain.addresses import DwellingParts
from station_app.domain.identity.kinds import FOREIGN_KINDS
from station_app.store.places.rows import BuildingRow, DwellingRow, EstateRow
from station_app.store.places.shelf import dwelling_columns
from station_app.store.residents.rows import DocumentRow, ResidentRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedPerson:
    """A resident's derived columns, and what they follow from."""

    id: str
    name: str
    pinyin: str
    name_key: str
    standing: str
    is_dead: bool
    lives_here: bool
    registered_here: bool | None
    is_foreign: bool


def derived_people(session: Session) -> Iterator[DerivedPerson]:
    """Yield everybody, the bin included."""
    person, document = ResidentRow, DocumentRow
    is_foreign = exists().where(
        document.resident_id == person.id,
        document.deleted_at.is_(None),
        document.kind.in_(sorted(FOREIGN_KINDS)),
    )
    query = select(
        person.id,
        person.name,
        person.pinyin,
        person.name_key,
        person.standing,
        person.died_on.is_not(None).label("is_dead"),
        person.lives_here,
        person.hukou_local.label("registered_here"),
        is_foreign.label("is_foreign"),
    )
    for row in session.execute(query).mappings():
        yield DerivedPerson(**row)


def misrendered_dwellings(session: Session) -> list[str]:
    """Return the dwellings whose address is not the one rendered from their parts."""
    row = DwellingRow
    query = (
        select(row, EstateRow.name, BuildingRow.name)
        .join(BuildingRow, BuildingRow.id == row.building_id)
        .join(EstateRow, EstateRow.id == BuildingRow.estate_id)
    )
    wrong = []
    for dwelling, estate, building in session.execute(query):
        parts = DwellingParts(
            estate=estate,
            building=building,
            unit=dwelling.unit,
            floor=dwelling.floor,
            room=dwelling.room,
            door=dwelling.door,
        )
        right = dwelling_columns(parts)
        if (dwelling.text, dwelling.text_key) != (right["text"], right["text_key"]):
            wrong.append(dwelling.id)
    return wrong
