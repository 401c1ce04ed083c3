"""Many records at once, as an import meets and makes them: asked for and given in bulk.

Values here are as they lie in the file: days are ISO texts, truths 0 and 1. What
a batch made or changed is kept beside it, so that the batch can be taken back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from station_app.domain.keys import new_key
from station_app.store.base import moment_text
from station_app.store.bulk import run_many
from station_app.store.history import HistoryRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp

SIGNED = ("version", "created_at", "created_by", "changed_at", "changed_by")
# Who is in the register comes last, and so stays in the dictionary if somebody in the bin
# bears the same number. json_each takes any number of words; "IN (?, …)" ends at 32,766.
HOLDERS = (
    "SELECT document.number, resident.id, resident.deleted_at IS NOT NULL"
    " FROM json_each(?) JOIN document ON document.number = value"
    " JOIN resident ON resident.id = document.resident_id"
    " WHERE document.deleted_at IS NULL ORDER BY resident.deleted_at IS NULL"
)
NAMESAKES = (
    "SELECT resident.id, resident.name, resident.born, coalesce(dwelling.text, ''),"
    " EXISTS (SELECT 1 FROM document WHERE document.resident_id = resident.id)"
    " FROM json_each(?) JOIN resident ON resident.name = value"
    " LEFT JOIN dwelling ON dwelling.id = resident.dwelling_id"
    " WHERE resident.deleted_at IS NULL ORDER BY resident.seq"
)
PEOPLE = "SELECT resident.* FROM json_each(?) JOIN resident ON resident.id = value"
DOCUMENTS = (
    "SELECT resident_id, kind, number FROM json_each(?)"
    " JOIN document ON document.resident_id = value WHERE document.deleted_at IS NULL"
    " ORDER BY is_primary DESC, document.seq"
)
TAGS = (
    "SELECT resident_id, code, until FROM json_each(?)"
    " JOIN resident_tag ON resident_tag.resident_id = value WHERE resident_tag.deleted_at IS NULL"
)
ESTATES = "SELECT name, id FROM estate WHERE deleted_at IS NULL"
BUILDINGS = (
    "SELECT estate.name, building.name, building.id FROM json_each(?)"
    " JOIN estate ON estate.name = value JOIN building ON building.estate_id = estate.id"
    " WHERE estate.deleted_at IS NULL AND building.deleted_at IS NULL"
)
DWELLINGS = (
    "SELECT building_id, door, unit, room, dwelling.id FROM json_each(?)"
    " JOIN dwelling ON dwelling.building_id = value WHERE dwelling.deleted_at IS NULL"
)
TEXTS = "SELECT dwelling.id, text FROM json_each(?) JOIN dwelling ON dwelling.id = value"
HOUSEHOLDS = (
    "SELECT household.id, number, dwelling_id FROM json_each(?)"
    " JOIN household ON household.dwelling_id = value WHERE deleted_at IS NULL"
    " ORDER BY household.seq"
)
HOUSEHOLDS_BY_KEY = "SELECT household.* FROM json_each(?) JOIN household ON household.id = value"


class Intake:
    """The records of people and places, in bulk, within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def holders(self, numbers: Collection[str]) -> dict[str, tuple[str, bool]]:
        """Return who bears each of *numbers*: resident, and whether he is in the bin."""
        return {row[0]: (row[1], bool(row[2])) for row in self._ask(HOLDERS, numbers)}

    def namesakes(self, names: Collection[str]) -> list[tuple[str, str, str, str, bool]]:
        """Return who bears one of *names*: id, name, birthday, address, has a document."""
        return [
            (row[0], row[1], row[2] or "", row[3], bool(row[4]))
            for row in self._ask(NAMESAKES, names)
        ]

    def people(self, keys: Collection[str]) -> dict[str, dict[str, Any]]:
        """Return every column of the residents *keys*."""
        return {row["id"]: row for row in self._ask_whole(PEOPLE, keys)}

    def households(self, keys: Collection[str]) -> dict[str, dict[str, Any]]:
        """Return every column of the households *keys*."""
        return {row["id"]: row for row in self._ask_whole(HOUSEHOLDS_BY_KEY, keys)}

    def documents(self, keys: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """Return kind and number of the documents of the residents *keys*."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key, kind, number in self._ask(DOCUMENTS, keys):
            found.setdefault(key, []).append((kind, number))
        return found

    def tags(self, keys: Collection[str]) -> dict[str, dict[str, str]]:
        """Return the tags of the residents *keys*: code → until (empty: holds)."""
        found: dict[str, dict[str, str]] = {}
        for key, code, until in self._ask(TAGS, keys):
            found.setdefault(key, {})[code] = until or ""
        return found

    def estates(self) -> dict[str, str]:
        """Return all estates: name → key."""
        return {row[0]: row[1] for row in self._session.connection().exec_driver_sql(ESTATES)}

    def buildings(self, estates: Collection[str]) -> dict[tuple[str, str], str]:
        """Return the buildings of *estates* (names): (estate, name) → key."""
        return {(row[0], row[1]): row[2] for row in self._ask(BUILDINGS, estates)}

    def dwellings(self, buildings: Collection[str]) -> dict[tuple[str, str, str, str], str]:
        """Return the dwellings of *buildings* (keys): (building, door, unit, room) → key."""
        return {tuple(row[:4]): row[4] for row in self._ask(DWELLINGS, buildings)}

    def addresses(self, dwellings: Collection[str]) -> dict[str, str]:
        """Return the rendered addresses of *dwellings*."""
        return {row[0]: row[1] for row in self._ask(TEXTS, dwellings)}

    def households_at(self, dwellings: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """Return the households of *dwellings*: dwelling → (key, number)."""
        found: dict[str, list[tuple[str, str]]] = {}
        for key, number, dwelling in self._ask(HOUSEHOLDS, dwellings):
            found.setdefault(dwelling, []).append((key, number))
        return found

    def next_line(self) -> int:
        """Return the line number that the next resident may take."""
        found = self._session.connection().exec_driver_sql("SELECT max(seq) FROM resident")
        return int(found.scalar() or 0) + 1

    def add(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Keep new records in *table*; each is signed with this transaction's stamp."""
        now, by = moment_text(self._stamp.at), self._stamp.by
        signed = (1, now, by, now, by)
        run_many(
            self._session,
            _insertion(table, (*columns, *SIGNED)),
            [(*row, *signed) for row in rows],
        )

    def change(self, table: str, former: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Replace *values* of one record of *table* that lies there as *former*."""
        # The signature is written last, whatever values say.
        latter = {
            **values,
            "version": former["version"] + 1,
            "changed_at": moment_text(self._stamp.at),
            "changed_by": self._stamp.by,
        }
        self.put_back(table, former["id"], latter)

    def put_back(self, table: str, key: str, values: Mapping[str, Any]) -> None:
        """Write *values* into one record of *table*, as they are."""
        run_many(self._session, _update(table, tuple(values)), [(*values.values(), key)])

    def note(self, lines: Iterable[tuple[str, str, str, str, str]]) -> None:
        """Note in the history of residents: (record, act, field, before, after)."""
        now, by = moment_text(self._stamp.at), self._stamp.by
        columns = ("id", "kind", "record_id", "act", "field", "before", "after", "at", "by")
        run_many(
            self._session,
            _insertion(HistoryRow.__tablename__, columns),
            [(new_key(), "resident", *line, now, by) for line in lines],
        )

    def _ask(self, sql: str, words: Collection[str]) -> list[Any]:
        listed = json.dumps(sorted(words), ensure_ascii=False)
        return list(self._session.connection().exec_driver_sql(sql, (listed,)))

    def _ask_whole(self, sql: str, words: Collection[str]) -> list[dict[str, Any]]:
        listed = json.dumps(sorted(words), ensure_ascii=False)
        found = self._session.connection().exec_driver_sql(sql, (listed,))
        return [dict(row) for row in found.mappings()]


def _insertion(table: str, columns: Sequence[str]) -> str:
    marks = ", ".join("?" * len(columns))
    quoted = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})'  # noqa: S608 - names of our own tables


def _update(table: str, columns: Sequence[str]) -> str:
    settings = ", ".join(f'"{column}" = ?' for column in columns)
    return f'UPDATE "{table}" SET {settings} WHERE id = ?'  # noqa: S608 - names of our own tables
