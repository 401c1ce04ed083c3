"""A store of the first schema, brought up to date: the power may go at any step of it.

Run by tests/powercut/recording.py as a program of its own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from station_app.store import driver as driver_module
from station_app.store.engine import close_engine, open_engine
from station_app.store.home import StationHome
from station_app.store.migrations.revisions import SCRIPTS
from station_app.store.migrations.runner import upgrade
from station_app.store.migrations.steps import take_steps
from tests.powercut.workload import UNSAFE_STORE

KEY = b"a store of the first schema....."
RESIDENTS = [f"{number:032x}" for number in range(300)]
ENTRIES = 60
NEEDED = "SELECT name, type FROM pragma_table_info(?) WHERE \"notnull\" AND name != 'seq'"


def put(connection, table, **values):
    """Keep a row with *values*; whatever else must not be empty says nothing."""
    for name, kind in connection.exec_driver_sql(NEEDED, (table,)).all():
        values.setdefault(name, "" if kind.startswith(("VARCHAR", "TEXT", "DATE")) else 0)
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.exec_driver_sql(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - names of ours
        tuple(values.values()),
    )


def make_old_store(home):
    """Make a store as the first program left it, with people and what was done to them."""
    home.make()
    engine = open_engine(home.database, KEY, create=True)
    take_steps(home, engine, found=None, target="0001", scripts=SCRIPTS)
    with engine.begin() as connection:
        for key in RESIDENTS:
            put(connection, "resident", id=key, name=f"张{key[-3:]}")
        for number in range(ENTRIES):
            put(connection, "audit_entry", act="a:b:c", facts="{}", record_id=RESIDENTS[number])
    close_engine(engine)


if __name__ == "__main__":
    root = Path(sys.argv[1])
    confirmed = os.open(root / "confirmed", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    old = StationHome(root / "home")
    make_old_store(old)
    if UNSAFE_STORE in sys.argv:
        os.fsync = lambda _: None
        driver_module.PRAGMAS = tuple(
            pragma.replace("synchronous = FULL", "synchronous = OFF")
            for pragma in driver_module.PRAGMAS
        )
    os.write(confirmed, b"founded\n")
    opened = open_engine(old.database, KEY)
    upgrade(old, opened)
    os.write(confirmed, b"up to date\n")
    close_engine(opened)
    os.write(confirmed, b"closed\n")
