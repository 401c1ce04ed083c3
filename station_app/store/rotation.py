"""Another root key for a station, so that a power cut at any point costs nothing.

Two steps make it. First the coming key slots are laid beside those in force, sealed by
both root keys; from then on whoever signs in does so by them. Then the database is copied
under the coming key, and the copy moved into the place of the former. After each of both
the file system holds one whole database, and slots in which everybody's secret opens it:
which key that is, the database itself says. What was cut short is brought to its end at
the next opening, by whoever comes first. Why a copy and not ``PRAGMA rekey``:
docs/adr/0012-key-slots.md.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from station_app.domain.backups import Why
from station_app.domain.errors import KeysDamagedError, StationError, StoreBusyError
from station_app.store.backup import back_up, moments_of
from station_app.store.checking import counts_of, examine
from station_app.store.copying import COMPANIONS
from station_app.store.driver import PATIENCE_MS, open_keyed
from station_app.store.engine import close_engine, open_engine, put_aside
from station_app.store.faults import told
from station_app.store.files import (
    atomic_write,
    put_in_place,
    remove,
    sync_folder,
    temporary_beside,
)
from station_app.store.mooring import moor
from station_app.store.vault.keyfile import read_keyfile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Engine

    from station_app.store.home import StationHome
    from station_app.store.vault.keyfile import KeyFile
    from station_app.store.vault.keys import StationKey


def rotate(
    home: StationHome,
    old: StationKey,
    new: StationKey,
    slots: KeyFile,
    *,
    now: datetime,
    engine: Engine | None = None,
) -> None:
    """Let *slots*, which follow those in force, open the station by the key *new*.

    Backups are made before and after, the last of the former key and the first of the new
    one. *engine* is the one that has the database open, if one has; it opens the exchanged one
    from then on. If it cannot be done, everything opens by *old* as before, only without
    the people who are not in *slots*. Raises :class:`StoreBusyError` if anybody else has
    the database open.
    """
    keep(home, old, now)
    with ExitStack() as until_done:
        held = until_done.enter_context(put_aside(engine)) if engine is not None else None
        slots.write(home.coming_keys)
        try:
            finish(home, old, new, now=now)
        except StationError:
            if opens(home.database, old):
                _undo(home, old, slots)
            raise
        if held is not None:
            held.change(new.database)


def finish(home: StationHome, old: StationKey | None, new: StationKey, *, now: datetime) -> None:
    """Bring a rotation to its end, however far it had come.

    *old* may be missing if the database has been exchanged. Raises
    :class:`KeysDamagedError` if neither key opens the database.
    """
    if home.database.exists() and not opens(home.database, new):
        try:
            _exchange_by(home.database, old, new)
        except StationError:
            if not opens(home.database, new):  # else another program was quicker
                raise
    # sealed by the former key, the anchor would say nothing of the store any more
    with suppress(StationError, OSError):
        moor(home, new.database)
    with suppress(FileNotFoundError):  # as above
        put_in_place(home.coming_keys, home.keys)
    # a backup that fails undoes nothing: the next one is due at once
    with suppress(StationError):
        keep(home, new, now)


def keep(home: StationHome, key: StationKey, now: datetime) -> None:
    """Make a backup by *key*, under the first free name from *now* on."""
    taken, moment = set(moments_of(home)), now.replace(microsecond=0)
    # a name taken again would pair the keys of one backup with the database of another
    while moment in taken:
        moment += timedelta(seconds=1)
    engine = open_engine(home.database, key.database)
    try:
        back_up(home, engine, moment, why=Why.KEYS)
    finally:
        close_engine(engine)


def opens(database: Path, key: StationKey) -> bool:
    """Whether *key* is the one of *database*, log and all."""
    if not database.exists():
        return False
    connection = open_keyed(database, key.database)
    try:
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}").close()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.DatabaseError as error:
        if error.sqlite_errorcode == dbapi2.SQLITE_NOTADB:
            return False
        with told():
            raise
    finally:
        connection.close()
    return True


def _undo(home: StationHome, old: StationKey, coming: KeyFile) -> None:
    slots = read_keyfile(home.keys)
    staying = {owner.id for owner in coming.people()}
    for owner in slots.people():
        if owner.id not in staying:
            slots = slots.without(owner.id, old)
    slots.write(home.keys)
    remove(home.coming_keys)


def _exchange_by(database: Path, old: StationKey | None, new: StationKey) -> None:
    if old is None or not opens(database, old):
        raise KeysDamagedError(what="rotation")
    _exchange(database, old, new)


def _exchange(database: Path, old: StationKey, new: StationKey) -> None:
    """Put a copy under *new* in the place of *database*, which is under *old*."""
    temporary = temporary_beside(database)
    atomic_write(temporary, b"")
    try:
        with told(), _alone(database, old) as source:
            counts = counts_of(source)
            _copy(source, temporary, new)
            _read_back(temporary, new, counts)
            # the log was emptied and taken away: one that came back would be played into the copy
            sync_folder(database.parent)
            if sys.platform == "win32":  # which moves nothing over a file that is open
                source.close()
            put_in_place(temporary, database)
    finally:
        for suffix in ("", *COMPANIONS):
            remove(temporary.with_name(temporary.name + suffix))


@contextmanager
def _alone(database: Path, key: StationKey) -> Iterator[Any]:
    """Yield a connection beside which nobody can read or write, the log emptied."""
    found = database.stat().st_ino
    with ExitStack() as until_done:
        connection = open_keyed(database, key.database)
        until_done.callback(connection.close)
        for pragma in (f"busy_timeout = {PATIENCE_MS}", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}").close()
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise StoreBusyError
        # the lock stays when the transaction has ended; within one nothing can be copied
        connection.execute("BEGIN EXCLUSIVE").close()
        connection.execute("COMMIT").close()
        if database.stat().st_ino != found:
            # while we waited another was put here, and may have been written to
            raise StoreBusyError
        yield connection


def _copy(source: Any, path: Path, key: StationKey) -> None:
    target = open_keyed(path, key.database)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").close()  # one file, without a log
    finally:
        target.close()


def _read_back(path: Path, key: StationKey, counts: object) -> None:
    connection = open_keyed(path, key.database)
    try:
        check = examine(connection, quickly=True)
    finally:
        connection.close()
    if check.faults or check.counts != counts:
        raise KeysDamagedError(what="copy")
