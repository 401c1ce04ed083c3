"""Handing papers out as files: whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.store.files import atomic_write

if TYPE_CHECKING:
    from pathlib import Path


def save_copy(path: Path, data: bytes) -> Path:
    """Write *data* to *path*, where the user wants it, and return where it is.

    Raises :class:`RefusedError` ``file-not-written`` when the place may not be written
    to or has no room; what was there before is then still there.
    """
    try:
        atomic_write(path, data)
    except OSError as error:
        raise RefusedError("file-not-written", name=path.name) from error
    return path
