"""A first look into the store, by the bare driver: SQLAlchemy takes a third of a second to load.

It sees what ``tx.settings.all()``, ``tx.lines.keys()`` and ``tx.lines.lines()``
see of a store that is as it should be. In every other case it says nothing,
and the store is opened the ordinary way, which tells what is wrong.
"""

from __future__ import annotations

import json
from array import array
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from station_app.domain.errors import StationError
from station_app.domain.first_page import (
    FIRST_KEYS,
    FIRST_LINES,
    FirstLines,
    FirstPage,
)
from station_app.domain.settings import settings_from
from station_app.store.driver import connect, guard_version
from station_app.store.local_disk import network_of
from station_app.store.migrations.revisions import REVISION, known_revisions
from station_app.store.residents.line import line_from

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.residents.people import ResidentLine

# Each is told in one row: for every row the thread would wait its turn among those that load
# the window. JSON keeps texts, whole numbers and NULL as they are; there is nothing else.
SETTINGS = "SELECT json_group_object(key, value) FROM setting"
KEYS = """
    SELECT json_group_array(seq) FROM (
        SELECT seq FROM resident WHERE deleted_at IS NULL ORDER BY name_key, seq LIMIT ?
    )
"""
AMONG = "(SELECT value FROM json_each(?))"
LINES = f"""
    SELECT json_group_array(json_object(
        'seq', person.seq, 'id', person.id, 'name', person.name, 'sex', person.sex,
        'born', person.born, 'phone', person.phone, 'relation', person.relation,
        'standing', person.standing, 'document_kind', document.kind, 'number', document.number,
        'address', dwelling.text, 'household', household.number, 'grid', grid.name
    ))
    FROM resident AS person
    LEFT JOIN document ON document.resident_id = person.id AND document.is_primary
    LEFT JOIN dwelling ON dwelling.id = person.dwelling_id
    LEFT JOIN building ON building.id = dwelling.building_id
    LEFT JOIN grid ON grid.id = building.grid_id
    LEFT JOIN household ON household.id = person.household_id
    WHERE person.seq IN {AMONG}
"""  # noqa: S608 - nothing that was typed stands in it
TAGS = f"""
    SELECT json_group_array(json_array(resident_id, code)) FROM (
        SELECT resident_id, code FROM resident_tag
        WHERE resident_id IN {AMONG} AND deleted_at IS NULL
            AND (since IS NULL OR since <= ?) AND (until IS NULL OR until > ?)
        ORDER BY seq
    )
"""  # noqa: S608 - as above


def look(path: Path, key: bytes, *, today: date) -> FirstPage | None:
    """Return the first page of the store at *path*, opened with the 32-byte *key*.

    ``None`` if the store is not of this program's schema, was not closed in
    peace, or cannot be read.
    """
    if not path.exists() or path.with_name(f"{path.name}-wal").exists() or network_of(path):
        return None
    try:
        guard_version(dbapi2.sqlite_version)
        with closing(connect(path, key)) as connection:
            connection.execute("PRAGMA query_only = ON").close()
            connection.execute("BEGIN").close()
            return _page(connection, today=today)
    except (dbapi2.Error, StationError, OSError, ValueError):
        return None


def _page(connection: Any, *, today: date) -> FirstPage | None:
    (revision,) = connection.execute(REVISION).fetchone()
    if revision != known_revisions()[-1]:
        return None
    kept = {name: json.loads(value) for name, value in _told(connection, SETTINGS).items()}
    keys = array("q", _told(connection, KEYS, FIRST_KEYS))
    lines = _lines(connection, keys[:FIRST_LINES], today=today)
    return FirstPage(settings_from(kept), FirstLines(keys, lines))


def _lines(connection: Any, keys: array[int], *, today: date) -> Mapping[int, ResidentLine]:
    rows = _told(connection, LINES, json.dumps(keys.tolist()))
    day, people = today.isoformat(), json.dumps([row["id"] for row in rows])
    tags: dict[str, tuple[str, ...]] = {}
    for resident, code in _told(connection, TAGS, people, day, day):
        tags[resident] = (*tags.get(resident, ()), code)
    return {
        row["seq"]: line_from({**row, "born": _day(row["born"])}, tags.get(row["id"], ()))
        for row in rows
    }


def _told(connection: Any, question: str, *facts: object) -> Any:
    (text,) = connection.execute(question, facts).fetchone()
    return json.loads(text)


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
