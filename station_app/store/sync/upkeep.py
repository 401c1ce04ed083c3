"""What follows from records that came by file, read and written in bulk.

Derived columns and the search are no part of what is exchanged: they are made here
from what has come.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from station_app.domain.addresses import DwellingParts
from station_app.store.places.shelf import dwelling_columns
from station_app.store.sync.declaration import read_declaration
from station_app.store.sync.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

AMONG = "(SELECT value FROM json_each(?))"
DWELLINGS_AT = f"""
    SELECT dwelling.id, estate.name, building.name, unit, floor, room, door, text, text_key
    FROM dwelling JOIN building ON building.id = building_id JOIN estate ON estate.id = estate_id
    WHERE dwelling.id IN {AMONG} OR building.id IN {AMONG} OR estate.id IN {AMONG}
"""
PEOPLE_OF = """
    SELECT resident_id FROM document WHERE id IN (SELECT value FROM json_each(?1))
    UNION SELECT json_extract(record, '$.resident_id') FROM sync_aside
        WHERE tbl = ?4 AND row IN (SELECT value FROM json_each(?1))
    UNION SELECT id FROM resident WHERE dwelling_id IN (SELECT value FROM json_each(?2))
    UNION SELECT id FROM resident WHERE id IN (SELECT value FROM json_each(?3))
"""
PEOPLE = f"""
    SELECT resident.*, coalesce(dwelling.text, '') AS address FROM resident
    LEFT JOIN dwelling ON dwelling.id = dwelling_id WHERE resident.id IN {AMONG}
"""
DOCUMENTS = f"""
    SELECT resident_id, kind, number FROM document
    WHERE resident_id IN {AMONG} AND deleted_at IS NULL ORDER BY is_primary DESC, seq
"""


class Upkeep:
    """Keeps what is derived in step, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sql = Statements(session)

    def render_dwellings(
        self, dwellings: Iterable[str], buildings: Iterable[str], estates: Iterable[str]
    ) -> list[str]:
        """Render the addresses of *dwellings* and those in *buildings* and *estates*.

        Returns the dwellings whose address is another than before.
        """
        found = self._sql.rows(DWELLINGS_AT, *map(_listed, (dwellings, buildings, estates)))
        changed = []
        for key, estate, building, unit, floor, room, door, *former in found:
            parts = DwellingParts(
                estate=estate, building=building, unit=unit, floor=floor, room=room, door=door
            )
            columns = dwelling_columns(parts)
            if former != [columns["text"], columns["text_key"]]:
                changed.append((columns["text"], columns["text_key"], key))
        # local columns: no trigger notes them, so this makes no entry
        self._sql.many("UPDATE dwelling SET text = ?, text_key = ? WHERE id = ?", changed)
        return [key for *_, key in changed]

    def people_of(
        self, documents: Iterable[str], dwellings: Iterable[str], people: Iterable[str]
    ) -> list[str]:
        """Return who has or had one of *documents*, lives in *dwellings* or is of *people*."""
        number = read_declaration().by_name["document"].number
        listed = map(_listed, (documents, dwellings, people))
        found = self._sql.rows(PEOPLE_OF, *listed, number)
        return [key for (key,) in found]

    def people(self, keys: Collection[str]) -> list[dict[str, Any]]:
        """Return every column of the residents *keys* and where they live (``address``)."""
        found = self._session.connection().exec_driver_sql(PEOPLE, (_listed(keys),))
        return [dict(row) for row in found.mappings()]

    def documents(self, keys: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """Return kind and number of the documents of the residents *keys*."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key, kind, number in self._sql.rows(DOCUMENTS, _listed(keys)):
            found.setdefault(key, []).append((kind, number))
        return found

    def keep_derived(self, lines: Collection[tuple[str, str, str]]) -> None:
        """Keep what follows from residents' records: (name_key, standing, key)."""
        self._sql.many("UPDATE resident SET name_key = ?, standing = ? WHERE id = ?", list(lines))


def _listed(keys: Iterable[str]) -> str:
    return json.dumps(list(keys))
