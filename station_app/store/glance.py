"""A first look into the store, by the bare driver: SQLAlchemy takes a third of a second to load.

It sees what ``tx.settings.all()``, ``tx.lines.keys()`` and ``tx.lines.lines()``
see of a store that is as it should be, for whoever may see it: a grid worker the people
of his grids. In every other case it says nothing, and the store is opened the ordinary
way, which tells what is wrong.
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
from station_app.store.access.reader import Reader, staff_in
from station_app.store.anchor import Anchor, read_moored
from station_app.store.driver import connect, guard_version
from station_app.store.local_disk import network_of
from station_app.store.migrations.revisions import REVISION, known_revisions
from station_app.store.residents.line import line_from
from station_app.store.standing import judge, standing_of
from station_app.store.vault.seals import Seals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.access.roles import RoleRules
    from station_app.domain.residents.people import ResidentLine
    from station_app.store.home import StationHome

# Each is told in one row: for every row the thread would wait its turn among those that load
# the window. JSON keeps texts, whole numbers and NULL as they are; there is nothing else.
SETTINGS = "SELECT json_group_object(key, value) FROM setting"
AMONG = "(SELECT value FROM json_each(?))"
KEYS = """
    SELECT json_group_array(seq) FROM (
        SELECT seq FROM resident WHERE deleted_at IS NULL{} ORDER BY name_key, seq LIMIT ?
    )
"""
IN_GRIDS = f"""
    AND dwelling_id IN (
        SELECT dwelling.id FROM building
        JOIN dwelling ON dwelling.building_id = building.id WHERE building.grid_id IN {AMONG}
    )
"""  # noqa: S608 - nothing that was typed stands in it
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
    LEFT JOIN household ON household.id = person.household_id{{}}
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

WITHHELD = f"""
    SELECT json_group_array(json_array(resident_id, field)) FROM withheld
    WHERE resident_id IN {AMONG} AND deleted_at IS NULL AND NOT is_erased
"""  # noqa: S608 - as above


def look(
    home: StationHome, key: bytes, *, today: date, rules: RoleRules, owner: str = ""
) -> FirstPage | None:
    """Return the first page of the store in *home*, opened with the 32-byte *key*.

    It is that of the member of staff *owner*, empty for the only one there is. ``None``
    if the store is not of this program's schema, was not closed in peace, is not the one
    that was left here, or cannot be read, and for whoever may not read of residents.
    """
    path = home.database
    if not path.exists() or home.log.exists() or network_of(path):
        return None
    try:
        guard_version(dbapi2.sqlite_version)
        moored = read_moored(home, Seals(key))
        with closing(connect(path, key)) as connection:
            connection.execute("PRAGMA query_only = ON").close()
            connection.execute("BEGIN").close()
            judge(moored, standing_of(connection, moored.anchor or Anchor(0)))
            return _page(connection, Reader(rules, owner, today))
    except (dbapi2.Error, StationError, OSError, ValueError):
        return None


def _page(connection: Any, reader: Reader) -> FirstPage | None:
    (revision,) = connection.execute(REVISION).fetchone()
    if revision != known_revisions()[-1]:
        return None
    staff = staff_in(connection)
    account = reader.account(staff)
    # a store without staff is opened by its founder
    if account is None and staff:
        return None
    grids = account.scope() if account else None
    kept = {name: json.loads(value) for name, value in _told(connection, SETTINGS).items()}
    if grids is None:
        keys = array("q", _told(connection, KEYS.format(""), FIRST_KEYS))
    else:
        listed = json.dumps(sorted(grids))
        keys = array("q", _told(connection, KEYS.format(IN_GRIDS), listed, FIRST_KEYS))
    lines = _lines(connection, keys[:FIRST_LINES], grids, today=reader.today)
    return FirstPage(account, settings_from(kept), FirstLines(keys, lines))


def _lines(
    connection: Any, keys: array[int], grids: frozenset[str] | None, *, today: date
) -> Mapping[int, ResidentLine]:
    listed = json.dumps(keys.tolist())
    if grids is None:
        rows = _told(connection, LINES.format(""), listed)
    else:
        # the number of a household elsewhere is not told of its member here
        seen = IN_GRIDS.replace("dwelling_id", "household.dwelling_id")
        rows = _told(connection, LINES.format(seen), json.dumps(sorted(grids)), listed)
    day, people = today.isoformat(), json.dumps([row["id"] for row in rows])
    tags: dict[str, tuple[str, ...]] = {}
    for resident, code in _told(connection, TAGS, people, day, day):
        tags[resident] = (*tags.get(resident, ()), code)
    withheld: dict[str, set[str]] = {}
    for resident, field in _told(connection, WITHHELD, people):
        withheld.setdefault(resident, set()).add(field)
    return {
        row["seq"]: line_from(
            {**row, "born": _day(row["born"])},
            tags.get(row["id"], ()),
            withheld.get(row["id"], ()),
        )
        for row in rows
    }


def _told(connection: Any, question: str, *facts: object) -> Any:
    (text,) = connection.execute(question, facts).fetchone()
    return json.loads(text)


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
