"""Opening the encrypted database, the same way everywhere.

SQLCipher through SQLAlchemy's own SQLite dialect, over the connections of
:mod:`station_app.store.driver`; why: docs/adr/0001-store-and-cipher.md.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlcipher3 import dbapi2

from station_app.domain.errors import (
    NetworkPathError,
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
)
from station_app.store import faults
from station_app.store.driver import PATIENCE_MS, connect, guard_version, open_keyed
from station_app.store.faults import LANE, Lane
from station_app.store.files import atomic_write
from station_app.store.held_key import HeldKey
from station_app.store.local_disk import network_of
from station_app.store.reading_past import ReadPast
from station_app.store.turnstile import Turnstile
from station_app.store.vault.seals import Seals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

HELD = "held_key"  # the execution option that holds the key of the file, and of its copies
PAST = "past"  # the one that reads the file past SQLite
MOMENT_S = 0.01
POOL_SIZE = 6  # one writer, a few readers, one for checkpoints
BEGINNINGS = {
    Lane.WRITE: ("PRAGMA query_only = OFF", "BEGIN IMMEDIATE"),
    Lane.READ: ("PRAGMA query_only = ON", "BEGIN"),
    Lane.BARE: ("PRAGMA query_only = OFF",),
}


def open_engine(path: Path, key: bytes, *, create: bool = False) -> Engine:
    """Return an engine for the database at *path*, unlocked with the 32-byte *key*.

    With *create* the file is made if it is not there. Nothing is read yet: a
    wrong key or a damaged file is told (:class:`StoreDamagedError`) by the first
    transaction. Raises :class:`NetworkPathError` and :class:`EngineTooOldError`.
    """
    guard_version(dbapi2.sqlite_version)
    if network := network_of(path):
        raise NetworkPathError(path=path, kind=network)
    if not path.exists():
        if not create:
            raise StoreDamagedError(sqlite="", missing=path.name)
        atomic_write(path, b"")
    held = HeldKey(key)

    def connected() -> Any:
        with held.turn.lock:
            return connect(path, held.value())

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        pool=Turnstile.of(connected, held.turn, pool_size=POOL_SIZE, max_overflow=POOL_SIZE),
        execution_options={HELD: held, PAST: ReadPast(path)},
        hide_parameters=True,  # values are personal data: never in a message or a log
    )
    faults.translate(engine)
    event.listen(engine, "begin", _begin)
    return engine


def open_sibling(engine: Engine, path: Path) -> Any:
    """Return a bare connection to the file at *path*, a copy under the key of *engine*."""
    with faults.told():
        return open_keyed(path, held_key(engine).value())


def held_key(engine: Engine) -> HeldKey:
    """Return what holds the key of the file that *engine* opens."""
    held: HeldKey = engine.get_execution_options()[HELD]
    return held


@contextmanager
def put_aside(engine: Engine) -> Iterator[HeldKey]:
    """Let go of the file for the length of a block; whoever wants it meanwhile waits.

    Yields what holds the key: the block may leave another one there, for the file it leaves.
    Raises :class:`StoreBusyError` if somebody is at work for longer than five seconds.
    """
    held = held_key(engine)
    with held.turn.lock:
        tries = int(PATIENCE_MS / 1000 / MOMENT_S)
        while engine.pool.checkedout() and tries:  # type: ignore[attr-defined]  # a QueuePool
            time.sleep(MOMENT_S)
            tries -= 1
        if not tries:
            raise StoreBusyError
        engine.dispose()
        read_past(engine).close()
        yield held


def read_past(engine: Engine) -> ReadPast:
    """Return what reads the file of *engine* past SQLite."""
    past: ReadPast = engine.get_execution_options()[PAST]
    return past


def folder_of(engine: Engine) -> Path:
    """Return the folder that the store of *engine* lies in."""
    return read_past(engine).path.parent


def seals_of(engine: Engine) -> Seals:
    """Return what seals and locks what lies beside the store of *engine*, to be used at once."""
    return Seals(held_key(engine).value())


def empty_log(engine: Engine, *, wait: bool = True) -> bool:
    """Bring all that stands in the write-ahead log into the file; empty the log.

    A damaged log is shortened without a word (security.md 0.5), so it is to be
    empty whenever the station rests. With ``wait=False`` nothing is done while
    somebody reads or writes. Returns whether the log is empty now.
    """
    with engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE_MS if wait else 0}")
        try:
            busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    return not busy


def close_engine(engine: Engine) -> None:
    """Empty the log, let go of the file, and overwrite its key: nothing opens it any more.

    What a full disk leaves in the log is played in by the next opening.
    """
    held = held_key(engine)
    if held.has_ended:
        return
    try:
        with suppress(StoreFullError):
            empty_log(engine)
    finally:
        engine.dispose()
        read_past(engine).close()
        held.end()


def _begin(connection: Connection) -> None:
    lane = connection.get_execution_options().get(LANE, Lane.WRITE)
    for statement in BEGINNINGS[lane]:
        connection.exec_driver_sql(statement)
