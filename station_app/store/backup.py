"""Copies of the whole store: under the same key, read back before they count.

A backup is three files below ``backups``, named by the moment (UTC):
``station-20260301T080000Z.db``, the key slots that open it, ``….keys``, and a note
why it was made and what it holds, ``….json``. A store that another was put in the
place of is called ``replaced-…`` and kept for 30 days whatever happens.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from station_app.domain.backups import Backup, BackupNote, Why
from station_app.store.backup_notes import ENDING, read_note, write_note
from station_app.store.copying import COMPANIONS, copy_whole, remove_with_companions
from station_app.store.engine import empty_log
from station_app.store.files import (
    atomic_stream,
    atomic_write,
    remove,
    remove_leftovers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sqlalchemy import Engine

    from station_app.store.home import StationHome

NAME = "station-%Y%m%dT%H%M%SZ.db"
REPLACED = "replaced-%Y%m%dT%H%M%SZ.db"
KEYS = ".keys"
KEEP_REPLACED_DAYS = 30
KEEP_LATEST = 10
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 30, 12, 24
SPANS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (KEEP_DAYS, lambda moment: moment.date()),
    (KEEP_WEEKS, lambda moment: moment.isocalendar()[:2]),
    (KEEP_MONTHS, lambda moment: (moment.year, moment.month)),
)
CHUNK = 1 << 20


def _free_name(home: StationHome, moment: datetime) -> Path:
    """Return the first name from *moment* on that no backup has."""
    while (path := home.backups / moment.astimezone(UTC).strftime(NAME)).exists():
        moment += timedelta(seconds=1)  # what somebody has chosen must not become another one
    return path


def back_up(
    home: StationHome,
    engine: Engine,
    now: datetime,
    *,
    why: Why = Why.BY_HAND,
    with_content: bool = False,
) -> Path:
    """Make a backup of the store as it stands, thin out the old ones; return its path.

    Raises a :class:`~station_app.domain.errors.StoreUnavailableError`; what was
    not read back in full never gets the name of a backup.
    """
    # The stamp below must be that of a file that holds everything, or the next look finds
    # the copy behind.
    empty_log(engine, wait=False)
    as_of = home.database.stat()
    path = _free_name(home, now)
    # The keys first: a copy that nothing opens is no backup.
    if home.keys.exists():
        atomic_write(path.with_suffix(KEYS), home.keys.read_bytes())
    copied = copy_whole(engine, path, with_content=with_content)
    note = BackupNote(
        why=why,
        sha256=copied.sha256,
        size=copied.size,
        figures=copied.figures,
        counts=copied.counts,
        content=copied.content,
    )
    write_note(path, note)
    # This is what is_behind() compares.
    os.utime(path, ns=(as_of.st_atime_ns, as_of.st_mtime_ns))
    for folder in (home.root, home.backups, home.drafts):
        remove_leftovers(folder)
    _thin_out(home, now, made=path)
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


def moments_of(home: StationHome, *, name: str = NAME) -> list[datetime]:
    """Return when the backups there are were made, in UTC, the earliest first."""
    return sorted(moments_in(home.backups, name))


def moments_in(folder: Path, name: str = NAME) -> dict[datetime, Path]:
    """Return the backups in *folder* called as *name* says, by their moments."""
    found = {}
    for path in folder.glob(name[: name.index("%")] + "*.db"):
        try:
            found[datetime.strptime(path.name, name).replace(tzinfo=UTC)] = path
        except ValueError:
            continue  # somebody's own file
    return found


def backups_in(folder: Path, *, place: str = "") -> list[Backup]:
    """Return all backups in *folder*, the newest first, with what stands beside them."""
    found = []
    for name in (NAME, REPLACED):
        for moment, path in moments_in(folder, name).items():
            found.append(_backup_at(path, moment, place=place, is_replaced=name == REPLACED))
    return sorted(found, key=lambda backup: backup.moment, reverse=True)


def backup_at(path: Path) -> Backup:
    """Return the backup in the file at *path*, whatever it is called."""
    for name in (NAME, REPLACED):
        for moment, found in moments_in(path.parent, name).items():
            if found == path:
                return _backup_at(path, moment, is_replaced=name == REPLACED)
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return _backup_at(path, written, is_replaced=False)


def discard(path: Path) -> None:
    """Delete the backup at *path* and all that stands beside it."""
    remove_with_companions(path)
    for ending in (KEYS, ENDING):
        remove(path.with_suffix(ending))


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


def put_back(database: Path, copy: Path) -> None:
    """Put *copy* in the place of *database*, which nobody may have open.

    The log goes first: one left behind would be played into the copy.
    """
    for companion in COMPANIONS:
        remove(database.with_name(database.name + companion))
    with copy.open("rb") as source, atomic_stream(database) as target:
        while chunk := source.read(CHUNK):
            target.write(chunk)


def _backup_at(
    path: Path, moment: datetime, *, place: str = "", is_replaced: bool = False
) -> Backup:
    note = read_note(path)
    why = note.why if note else Why.UNKNOWN
    return Backup(
        path=path,
        moment=moment,
        why=Why.REPLACED if is_replaced else why,
        size=path.stat().st_size,
        place=place,
        note=note,
    )


def _thin_out(home: StationHome, now: datetime, *, made: Path) -> None:
    """Delete what need not be kept any more, never the backup just *made*."""
    for moment in to_discard(moments_of(home)):
        old = home.backups / moment.strftime(NAME)
        if old != made:
            discard(old)
    backups = moments_of(home)
    for moment, path in moments_in(home.backups, REPLACED).items():
        later = sum(other > moment for other in backups)
        # by the number of later backups as well, lest a jump of the clock take it away
        if (now - moment).days >= KEEP_REPLACED_DAYS and later >= KEEP_LATEST:
            discard(path)
