"""Copies of the whole store: under the same key, read back before they count.

A backup is a pair of files below ``backups``, named by the moment (UTC):
``station-20260301T080000Z.db`` and the key slots that open it, ``….keys``.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import StoreDamagedError
from station_app.store.checking import counts_of, examine
from station_app.store.engine import empty_log, open_sibling
from station_app.store.faults import LANE, Lane, told
from station_app.store.files import (
    atomic_stream,
    atomic_write,
    put_in_place,
    remove,
    remove_leftovers,
    temporary_beside,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sqlalchemy import Engine

    from station_app.store.home import StationHome

NAME = "station-%Y%m%dT%H%M%SZ.db"
PATTERN = "station-*.db"
KEEP_LATEST = 10
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 30, 12, 24
SPANS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (KEEP_DAYS, lambda moment: moment.date()),
    (KEEP_WEEKS, lambda moment: moment.isocalendar()[:2]),
    (KEEP_MONTHS, lambda moment: (moment.year, moment.month)),
)
COMPANIONS = ("-wal", "-shm", "-journal")
CHUNK = 1 << 20


def back_up(home: StationHome, engine: Engine, now: datetime) -> Path:
    """Make a backup of the store as it stands, thin out the old ones; return its path.

    Raises a :class:`~station_app.domain.errors.StoreUnavailableError`; what was
    not read back in full never gets the name of a backup.
    """
    # The stamp below must be that of a file that holds everything, or the next look finds
    # the copy behind.
    empty_log(engine, wait=False)
    as_of = home.database.stat()
    path = home.backups / now.astimezone(UTC).strftime(NAME)
    # The keys first: a copy that nothing opens is no backup.
    if home.keys.exists():
        atomic_write(path.with_suffix(".keys"), home.keys.read_bytes())
    copy_whole(engine, path)
    # This is what is_behind() compares.
    os.utime(path, ns=(as_of.st_atime_ns, as_of.st_mtime_ns))
    for folder in (home.root, home.backups, home.drafts):
        remove_leftovers(folder)
    for moment in to_discard(moments_of(home)):
        old = home.backups / moment.strftime(NAME)
        remove(old)
        remove(old.with_suffix(".keys"))
    return path


def is_behind(home: StationHome) -> bool:
    """Whether the store was written since the latest backup; best asked when the log is empty.

    A backup carries the time stamp of the file it was made from, so a wrong
    clock cannot hide a change.
    """
    log = home.database.with_name(f"{home.database.name}-wal")
    latest = max(moments_of(home), default=None)
    if latest is None or (log.exists() and log.stat().st_size):
        return True
    copied = (home.backups / latest.strftime(NAME)).stat().st_mtime_ns
    return copied != home.database.stat().st_mtime_ns


def moments_of(home: StationHome) -> list[datetime]:
    """Return when the backups there are were made, in UTC, the earliest first."""
    found = []
    for path in home.backups.glob(PATTERN):
        try:
            found.append(datetime.strptime(path.name, NAME).replace(tzinfo=UTC))
        except ValueError:
            continue  # somebody's own file
    return sorted(found)


def to_discard(moments: Iterable[datetime]) -> list[datetime]:
    """Return which backups may go.

    Kept are the latest ten, and the last of each of 30 days, 12 weeks and 24 months. Counted
    are those in which backups were made, so that a jump of the clock or a long holiday
    discards nothing.
    """
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:KEEP_LATEST])
    for most, span in SPANS:
        lasts: dict[object, datetime] = {}
        for moment in newest_first:
            lasts.setdefault(span(moment), moment)
        kept.update(list(lasts.values())[:most])
    return [moment for moment in newest_first if moment not in kept]


def copy_whole(engine: Engine, path: Path) -> None:
    """Copy the store to *path* in one step, beside whoever writes; read it back.

    In steps a busy writer would make it start over again and again.
    """
    temporary = temporary_beside(path)
    # open_sibling() makes no files, and made so it is readable by its owner alone.
    atomic_write(temporary, b"")
    try:
        reader = engine.connect().execution_options(**{LANE: Lane.READ})
        with reader as connection, told():
            # The first read takes the snapshot: counts and copy are of one moment.
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").one()
            source = connection.connection.driver_connection
            counts = counts_of(source)
            _copy(source, open_sibling(engine, temporary))
        found = _read_back(engine, temporary)
        if found != counts:
            raise StoreDamagedError(what="copy")
        put_in_place(temporary, path)
    finally:
        _remove_with_companions(temporary)


def put_back(database: Path, copy: Path) -> None:
    """Put *copy* in the place of *database*, which nobody may have open.

    The log goes first: one left behind would be played into the copy.
    """
    for companion in COMPANIONS:
        remove(database.with_name(database.name + companion))
    with copy.open("rb") as source, atomic_stream(database) as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)


def _copy(source: Any, target: Any) -> None:
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").close()  # one file, without a log
    finally:
        target.close()


def _read_back(engine: Engine, path: Path) -> object:
    connection = open_sibling(engine, path)
    try:
        check = examine(connection, quickly=True)
    finally:
        connection.close()
    if check.faults:
        raise StoreDamagedError(what="copy", faults=check.faults)
    return check.counts


def _remove_with_companions(path: Path) -> None:
    for suffix in ("", *COMPANIONS):
        remove(path.with_name(path.name + suffix))
