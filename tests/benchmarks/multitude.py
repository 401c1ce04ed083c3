"""A station with very many people, made quickly: a community of the demo, copied over and over.

The copies live in estates of their own; what a list reads of them (names, dates,
tags, documents, households, homes) is as the demo invents it. The search does
not know them: its own benchmark has its own crowd.
"""

from __future__ import annotations

from typing import NamedTuple

from station_app.bootstrap import open_station
from station_app.services.access import AccessService, StationHome, StationKey
from station_app.store.engine import connect
from station_app.store.migrations.tables import METADATA
from station_app.store.mooring import moor

PASSPHRASE = "Nine herons wade at 7"
COPIED = ("estate", "building", "dwelling", "household", "resident", "document", "resident_tag")
TOLD_APART = {("estate", "name"), ("dwelling", "text"), ("dwelling", "text_key")}
IN_HASTE = (
    "foreign_keys = OFF",
    "synchronous = OFF",
    "secure_delete = OFF",
    "cache_size = -200000",
)
INDEXES = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"


class Multitude(NamedTuple):
    """Where the station lies and what opens it."""

    home: StationHome
    key: bytes
    opened: StationKey
    people: int


def a_multitude(root, people, *, invented=2000):
    """Found a station in *root* with about *people* residents, *invented* ones and copies."""
    home, access = StationHome(root), AccessService()
    access.create(home, PASSPHRASE)
    opened = access.unlock(home, PASSPHRASE)
    key = opened.database
    station = open_station(home, opened)
    try:
        made = station.demo.fill(invented)
    finally:
        station.close()
    people = _copy(home, key, made, -(-people // made))
    moor(home, key)  # it was written to behind the program's back
    open_station(home, opened).close()
    return Multitude(home, key, opened, people)


def _copy(home, key, made, times):
    """Have everybody *times* times, the *made* ones included; return how many there are."""
    connection = connect(home.database, key)
    try:
        for pragma in IN_HASTE:
            connection.execute(f"PRAGMA {pragma}").close()
        indexes = [
            (name, sql)
            for name, sql in connection.execute(INDEXES).fetchall()
            if name.startswith("ix_") and sql.split(" ON ")[1].split(" ")[0] in COPIED
        ]
        connection.execute("BEGIN")
        connection.execute("UPDATE sync_clock SET hush = 1")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        for table in COPIED:
            connection.execute(_copying(table), {"times": times})
        for _, sql in indexes:
            connection.execute(sql)
        # the next opening notes all of them at once, as when a store of before is met
        connection.execute("UPDATE sync_clock SET hush = 0")
        connection.execute("DELETE FROM sync_own WHERE name = 'declaration'")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    finally:
        connection.close()
    return made * times


def _copying(table):
    names = [column.name for column in METADATA.tables[table].columns if column.name != "seq"]
    return (
        "WITH RECURSIVE copies (copy) AS "  # noqa: S608 - names of our own tables
        "(SELECT 1 UNION ALL SELECT copy + 1 FROM copies WHERE copy + 1 < :times) "
        f"INSERT INTO {table} ({', '.join(names)}) "
        f"SELECT {', '.join(_copied(table, name) for name in names)} "
        f"FROM copies CROSS JOIN (SELECT * FROM {table} ORDER BY seq) WHERE :times > 1"
    )


def _copied(table, name):
    """Return the SQL of a column in a copy: keys are shifted, all of a copy alike."""
    column = METADATA.tables[table].columns[name]
    targets = {key.column.table.name for key in column.foreign_keys}
    if name == "id" or targets & set(COPIED):
        return f"printf('%08x', copy) || substr({name}, 9)"
    if (table, name) in TOLD_APART:
        return f"{name} || copy"
    return name
