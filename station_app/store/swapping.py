"""Putting another store in the place of the one that stands there: old or new, never half.

First everything is made ready below ``restoring``; the file :data:`READY` written last
says so. From then on each step may be done again, so that :func:`complete`, called before
a station is unlocked, ends what a power cut has interrupted. Without that file the
station is as it was.
"""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from station_app.domain.backups import BackupNote, Why
from station_app.store.backup import KEYS, REPLACED
from station_app.store.backup_notes import sha256_of, write_note
from station_app.store.copying import COMPANIONS, copy_from
from station_app.store.files import atomic_write, make_folder, move, remove, sync_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.backups import Figures
    from station_app.store.copying import Copied, Opener
    from station_app.store.home import StationHome

READY = "ready.json"


def make_ready(
    home: StationHome,
    source: Any,
    opener: Opener,
    *,
    keys: bytes | None,
) -> Copied:
    """Make ready what the bare connection *source* sees, under the key of *opener*.

    *keys* are the key slots that go with it, ``None`` if those of the station stay.
    """
    _forget(home)
    make_folder(home.restoring)
    if keys is not None:
        atomic_write(home.restoring / home.keys.name, keys)
    with ExitStack() as unless_copied:
        unless_copied.callback(_forget, home)
        copied = copy_from(source, home.restoring / home.database.name, opener)
        unless_copied.pop_all()
    return copied


def swap(
    home: StationHome, now: datetime, *, told: Mapping[str, object], figures: Figures | None
) -> Path | None:
    """Put what was made ready in place; return where the former store is kept, if there was one.

    *told* is what the audit of the restored store is to say; *figures* are those of the
    former store. Nobody may have it open.
    """
    moment = now.astimezone(UTC).replace(microsecond=0)
    while (home.backups / moment.strftime(REPLACED)).exists():
        moment += timedelta(seconds=1)
    aside = home.backups / moment.strftime(REPLACED)
    is_there = home.database.exists()
    if is_there:
        _keep_beside(home, aside, figures)
    plan = {"aside": aside.name if is_there else "", "told": dict(told)}
    atomic_write(home.restoring / READY, (json.dumps(plan, sort_keys=True) + "\n").encode())
    complete(home)
    return aside if is_there else None


def complete(home: StationHome) -> None:
    """End a swap that was begun; costs next to nothing when there is none."""
    if not home.restoring.exists():
        return
    ready = home.restoring / READY
    if not ready.exists():
        _forget(home)
        return
    plan = json.loads(ready.read_bytes())
    staged = home.restoring / home.database.name
    if staged.exists():  # else it is in its place already, and what lies beside it is its own
        if plan["aside"]:
            _move_aside(home, home.backups / plan["aside"])
        move(staged, home.database)
    keys = home.restoring / home.keys.name
    if keys.exists():
        # a change of keys that waited was of the keys that are replaced
        remove(home.coming_keys)
        move(keys, home.keys)
    told = json.dumps(plan["told"], ensure_ascii=False, sort_keys=True) + "\n"
    atomic_write(home.restored, told.encode())
    remove(ready)
    _forget(home)


def _keep_beside(home: StationHome, aside: Path, figures: Figures | None) -> None:
    """Put keys and note where the former store will lie."""
    if home.keys.exists():
        atomic_write(aside.with_suffix(KEYS), home.keys.read_bytes())
    size, sha256 = home.database.stat().st_size, sha256_of(home.database)
    write_note(aside, BackupNote(why=Why.REPLACED, sha256=sha256, size=size, figures=figures))


def _move_aside(home: StationHome, aside: Path) -> None:
    """Move the store away with its log; the log goes first, or it would be played into the new."""
    for companion in COMPANIONS:
        beside = home.database.with_name(home.database.name + companion)
        if beside.exists():
            move(beside, aside.with_name(aside.name + companion))
    if home.database.exists():
        move(home.database, aside)


def _forget(home: StationHome) -> None:
    """Delete what was made ready, or begun to be."""
    if home.restoring.exists():
        shutil.rmtree(home.restoring, ignore_errors=True)  # what a scanner holds goes next time
        sync_folder(home.root)
