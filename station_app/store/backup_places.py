"""Second places for backups: known by name, told from others by the marker they bear.

What is known of them lies beside the store in plain, for it is needed when the store does
not open; it holds no key. The marker ``place.json`` lies in the place itself.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station_app.domain.backups import BackupPlace
from station_app.domain.errors import RefusedError
from station_app.domain.keys import new_key
from station_app.store.backup import KEYS, NAME, discard, moments_in
from station_app.store.backup_notes import write_note
from station_app.store.copying import copy_from
from station_app.store.files import (
    atomic_write,
    make_folder,
    remove_leftovers,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.backups import Backup
    from station_app.store.copying import Opener
    from station_app.store.home import StationHome

FORMAT = "station-backup-places/1"
MARKER_FORMAT = "station-backup-place/1"
FOLDER = "Station-Backup"
MARKER = "place.json"
MOST_BYTES = 65_536
KEEP_AT_MOST = 30
KEEP_AT_LEAST = 2  # the former good one stays until the new one is read back
RESERVE_BYTES = 16 << 20


def known_places(home: StationHome) -> tuple[BackupPlace, ...]:
    """Return the places known, in the order in which they were chosen."""
    try:
        record = json.loads(home.places.read_bytes())
        return tuple(_place_from(each) for each in record["places"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def keep_places(home: StationHome, places: Sequence[BackupPlace]) -> None:
    """Keep *places* in the place of those known before."""
    record = {"format": FORMAT, "places": [_as_record(place) for place in places]}
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    atomic_write(home.places, text.encode())


def is_there(place: BackupPlace) -> bool:
    """Whether *place* can be reached: its folder bears its own marker, not another's."""
    return marker_of(place.path) == place.id


def marker_of(folder: Path) -> str:
    """Return the id that *folder* bears; empty if it bears none."""
    try:
        data = (folder / MARKER).read_bytes()
        record = json.loads(data) if len(data) <= MOST_BYTES else {}
        return str(record["id"]) if record["format"] == MARKER_FORMAT else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def found_place(folder: Path, name: str, *, station: str) -> BackupPlace:
    """Make *folder* a second place called *name*, or find the one it is already.

    On a stick the files get a folder of their own. Raises :class:`RefusedError`
    (``backup.place-of-another``) for the place of another *station*.
    """
    path = folder if marker_of(folder) else folder / FOLDER
    if marker_of(path):
        if _station_of(path) not in {"", station}:
            raise RefusedError("backup.place-of-another", name=folder.name)
        return BackupPlace(id=marker_of(path), name=name, path=path)
    make_folder(path)
    place = BackupPlace(id=new_key(), name=name, path=path)
    record = {"format": MARKER_FORMAT, "id": place.id, "name": name, "station": station}
    atomic_write(path / MARKER, (json.dumps(record, ensure_ascii=False) + "\n").encode())
    return place


def put_there(
    place: BackupPlace, backup: Backup, source: Any, opener: Opener, keys: bytes
) -> BackupPlace:
    """Put *backup*, seen by the bare connection *source*, into *place*; return it as it is now.

    Written beside, read back, counted, then named in one step: whatever cuts it short, the
    former copies stay. Raises :class:`StoreFullError` and :class:`StoreUnavailableError`.
    """
    remove_leftovers(place.path)
    _make_room(place.path, backup.size)
    path = place.path / backup.moment.strftime(NAME)
    # the keys first, as with every backup
    atomic_write(path.with_suffix(KEYS), keys)
    copied = copy_from(source, path, opener)
    note = backup.note
    if note is not None:
        write_note(
            path, replace(note, sha256=copied.sha256, size=copied.size, figures=copied.figures)
        )
    for old in _oldest_first(place.path)[:-KEEP_AT_MOST]:
        discard(old)
    return replace(place, last=backup.moment, trouble="")


def _make_room(folder: Path, size: int) -> None:
    """Delete the oldest copies until one of *size* fits, but never the last good ones."""
    # a journal lies beside the copy for a moment
    for old in _oldest_first(folder)[:-KEEP_AT_LEAST]:
        if shutil.disk_usage(folder).free >= size + RESERVE_BYTES:
            return
        discard(old)


def _oldest_first(folder: Path) -> list[Path]:
    return [path for _, path in sorted(moments_in(folder).items())]


def _station_of(folder: Path) -> str:
    record = json.loads((folder / MARKER).read_bytes())
    return str(record.get("station", ""))


def _as_record(place: BackupPlace) -> dict[str, str]:
    return {
        "id": place.id,
        "name": place.name,
        "path": str(place.path),
        "last": place.last.astimezone(UTC).isoformat() if place.last else "",
        "trouble": place.trouble,
    }


def _place_from(record: dict[str, str]) -> BackupPlace:
    last = record["last"]
    return BackupPlace(
        id=record["id"],
        name=record["name"],
        path=Path(record["path"]),
        last=datetime.fromisoformat(last) if last else None,
        trouble=record["trouble"],
    )
