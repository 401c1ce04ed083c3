"""The note beside a backup (``….json``): why it was made, what it holds, its digest.

It is plain, so that a backup can be chosen and seen to be untouched without any key; it
names nobody. A backup without a note, or with one that cannot be read, is still a backup.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from station_app.domain.backups import BackupNote, Figures, Why
from station_app.store.files import atomic_write

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "station-backup/1"
ENDING = ".json"
MOST_BYTES = 65_536


def write_note(backup: Path, note: BackupNote) -> None:
    """Put *note* beside *backup*."""
    record = {"format": FORMAT, **asdict(note)}
    atomic_write(
        backup.with_suffix(ENDING), (json.dumps(record, sort_keys=True, indent=1) + "\n").encode()
    )


def read_note(backup: Path) -> BackupNote | None:
    """Return the note beside *backup*, if there is one that can be read."""
    try:
        path = backup.with_suffix(ENDING)
        if path.stat().st_size > MOST_BYTES:
            return None
        return _note_from(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file at *path*."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _note_from(record: dict[str, Any]) -> BackupNote | None:
    if record["format"] != FORMAT:
        return None
    figures = record["figures"]
    return BackupNote(
        why=Why(record["why"]),
        sha256=str(record["sha256"]),
        size=int(record["size"]),
        figures=figures and Figures(**{name: int(count) for name, count in figures.items()}),
        counts={str(table): int(count) for table, count in record["counts"].items()},
        content=str(record["content"]),
    )
