"""Connections of the bare driver, keyed and guarded: what the engine stands on.

Loads nothing but the driver, so that the first page can be read before
SQLAlchemy is there. Why these PRAGMAs: docs/adr/0001-store-and-cipher.md.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from station_app.domain.errors import EngineTooOldError

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32
OLDEST_SAFE = (3, 51, 3)  # SQLite 3.7.0 to 3.51.2 can corrupt a file when its WAL restarts
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


def open_keyed(path: Path, key: bytes, *, mode: str = "rw") -> Any:
    """Return a bare connection to *path* with its key set; the file must be there.

    With the *mode* ``ro`` nothing is written, not even what stands in the log.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a database key has {KEY_BYTES} bytes")
    # mode=rw: a file that is missing is told, not made again empty. No isolation level: the
    # driver would begin transactions of its own, at other moments than _begin().
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
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
