"""Handing finished papers and lists out into files that the user has named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.store.files import atomic_write, make_folder

if TYPE_CHECKING:
    from pathlib import Path


def deliver(path: Path, content: bytes) -> None:
    """Put *content* at *path*, whole or not at all.

    Raises :class:`RefusedError` ``file-not-written`` if the place is not to be
    written to.
    """
    try:
        atomic_write(path, content)
    except OSError as error:
        raise RefusedError("file-not-written", name=path.name) from error


def folder_for(path: Path) -> None:
    """Make sure that *path* is a folder that files can be put into.

    Raises :class:`RefusedError` ``file-not-written``.
    """
    try:
        make_folder(path)
    except OSError as error:
        raise RefusedError("file-not-written", name=path.name) from error
