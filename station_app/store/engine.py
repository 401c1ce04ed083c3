"""Opening the encrypted database, the same way everywhere.

SQLCipher through SQLAlchemy's own SQLite dialect; why this engine and these
PRAGMAs: docs/adr/0001-store-and-cipher.md.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from sqlalchemy import QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from station_app.domain.errors import EngineTooOldError, NetworkPathError, StoreDamagedError
from station_app.store import faults
from station_app.store.faults import LANE, Lane
from station_app.store.files import atomic_write
from station_app.store.local_disk import network_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

KEY_BYTES = 32
OLDEST_SAFE = (3, 51, 3)  # SQLite 3.7.0 to 3.51.2 can corrupt a file when its WAL restarts
SIBLING = "open_sibling"  # the execution option that opens another file with the same key
POOL_SIZE = 6  # one writer, a few readers, one for checkpoints
CACHE_KIB = 16_384  # a connection
PATIENCE_MS = 5_000

# FULL: in simulated power cuts NORMAL lost up to 14 confirmed transactions, FULL none
# (security.md 0.1). What a file tampered with says about itself is not trusted.
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    f"busy_timeout = {PATIENCE_MS}",
    f"cache_size = -{CACHE_KIB}",
)
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
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=POOL_SIZE,
        max_overflow=POOL_SIZE,
        execution_options={SIBLING: lambda other: open_keyed(other, key)},
        hide_parameters=True,  # values are personal data: never in a message or a log
    )
    faults.translate(engine)
    event.listen(engine, "begin", _begin)
    return engine


def guard_version(version: str) -> None:
    """Refuse an SQLite that can corrupt a store.

    Raises :class:`EngineTooOldError`.
    """
    if tuple(int(part) for part in version.split(".")) < OLDEST_SAFE:
        raise EngineTooOldError(version=version, oldest=".".join(map(str, OLDEST_SAFE)))


def connect(path: Path, key: bytes) -> Any:
    """Return a connection of the driver to the file at *path*, keyed and guarded.

    It begins no transaction by itself, and may go from thread to thread.
    """
    connection = open_keyed(path, key)
    with ExitStack() as on_failure:
        on_failure.callback(connection.close)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()
        on_failure.pop_all()
    return connection


def open_keyed(path: Path, key: bytes) -> Any:
    """Return a bare connection to *path* with its key set; the file must be there."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a database key has {KEY_BYTES} bytes")
    # mode=rw: a file that is missing is told, not made again empty. No isolation level: the
    # driver would begin transactions of its own, at other moments than _begin().
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    # What goes wrong inside would be written to standard error otherwise.
    connection.execute("PRAGMA cipher_log_level = NONE").close()
    # x'…' is the key itself: Argon2id has been paid for, SQLCipher is not to derive again.
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").close()
    return connection


def open_sibling(engine: Engine, path: Path) -> Any:
    """Return a bare connection to the file at *path*, a copy under the key of *engine*."""
    with faults.told():
        return engine.get_execution_options()[SIBLING](path)


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
    """Empty the log and let go of the file."""
    try:
        empty_log(engine)
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    lane = connection.get_execution_options().get(LANE, Lane.WRITE)
    for statement in BEGINNINGS[lane]:
        connection.exec_driver_sql(statement)
