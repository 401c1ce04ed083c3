"""A copy of a whole store: made in one step, read back and counted, then put in its place.

The copy may have a key of its own: it is encrypted page by page with that of the
connection it is written through.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from station_app.domain.errors import StoreDamagedError
from station_app.store.backup_notes import sha256_of
from station_app.store.checking import counts_of, examine
from station_app.store.content import content_hash
from station_app.store.driver import open_keyed
from station_app.store.engine import open_sibling
from station_app.store.faults import LANE, Lane, told
from station_app.store.files import atomic_write, put_in_place, remove, temporary_beside
from station_app.store.outline import figures_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sqlalchemy import Engine

    from station_app.domain.backups import Figures

    Opener = Callable[[Path], Any]

COMPANIONS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a copy holds, as read back from it."""

    counts: Mapping[str, int]
    figures: Figures | None
    sha256: str
    size: int
    content: str = ""


def copy_whole(engine: Engine, path: Path, *, with_content: bool = False) -> Copied:
    """Copy the store to *path* in one step, beside whoever writes; read it back.

    In steps a busy writer would make it start over again and again. *with_content* has the
    hash of all records taken too, of the same moment.
    """
    reader = engine.connect().execution_options(**{LANE: Lane.READ})
    with reader as connection, told():
        # The first read takes the snapshot: counts and copy are of one moment.
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").one()
        content = content_hash(Session(bind=connection)) if with_content else ""
        source = connection.connection.driver_connection
        return copy_from(source, path, partial(open_sibling, engine), content=content)


def copy_from(source: Any, path: Path, opener: Opener, *, content: str = "") -> Copied:
    """Copy what the bare connection *source* sees to *path*, opened by *opener*; read it back.

    What was not read back in full never gets the name: the former file stays.
    """
    temporary = temporary_beside(path)
    # open_keyed() makes no files, and made so it is readable by its owner alone.
    atomic_write(temporary, b"")
    try:
        with told():
            counts = counts_of(source)
            _copy(source, opener(temporary))
        found = _read_back(opener, temporary)
        if found != counts:
            raise StoreDamagedError(what="copy")
        copied = _told_of(opener, temporary, counts, content)
        put_in_place(temporary, path)
    finally:
        remove_with_companions(temporary)
    return copied


def keyed(key: bytes) -> Opener:
    """Return what opens a file with *key*, faults told in the words of the house."""

    def opened(path: Path) -> Any:
        with told():
            return open_keyed(path, key)

    return opened


def remove_with_companions(path: Path) -> None:
    """Delete the database at *path* and what SQLite keeps beside it."""
    for suffix in ("", *COMPANIONS):
        remove(path.with_name(path.name + suffix))


def _copy(source: Any, target: Any) -> None:
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").close()  # one file, without a log
    finally:
        target.close()


def _read_back(opener: Opener, path: Path) -> object:
    connection = opener(path)
    try:
        check = examine(connection, quickly=True)
    finally:
        connection.close()
    if check.faults:
        raise StoreDamagedError(what="copy", faults=check.faults)
    return check.counts


def _told_of(opener: Opener, path: Path, counts: Mapping[str, int], content: str) -> Copied:
    connection = opener(path)
    try:
        figures = figures_of(connection)
    finally:
        connection.close()
    return Copied(
        counts=counts,
        figures=figures,
        sha256=sha256_of(path),
        size=path.stat().st_size,
        content=content,
    )
