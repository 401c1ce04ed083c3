"""The only way a file of the product is written: whole, or not at all.

Written beside its place, synced, moved into place, the folder synced. Of 1,000
simulated power cuts this damaged none; overwriting damaged 490, moving without
syncing 455 (design/security.md 3.6).
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from station_app.later import later

if TYPE_CHECKING:
    import secrets
    from collections.abc import Callable, Iterator
    from pathlib import Path
else:
    secrets = later("secrets")

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700
TEMPORARY = ".part"
ABANDONED_S = 3_600
UNABLE_TO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM})
BINARY = getattr(os, "O_BINARY", 0)  # Windows would write other line ends
PATIENCE = (0.01, 0.03, 0.1, 0.3, 0.6)  # seconds; a virus scanner lets go within these


def atomic_write(path: Path, data: bytes) -> None:
    """Put *data* in the place of whatever *path* holds; readable by the owner only.

    Raises :class:`OSError` and leaves the former file as it was.
    """
    with atomic_stream(path) as stream:
        stream.write(data)


@contextmanager
def atomic_stream(path: Path) -> Iterator[BinaryIO]:
    """Yield a stream whose bytes take the place of *path* at the end of the block.

    If the block raises, the former file stays and nothing is left beside it.
    """
    temporary = temporary_beside(path)
    # O_EXCL: nobody may have laid a link there for us to follow.
    handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, OWNER_ONLY)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        move(temporary, path)
    finally:
        remove(temporary)  # once it is in its place, there is nothing of that name


def overwrite(path: Path, data: bytes) -> None:
    """Write *data* over what *path* holds, at once and without waiting for the disk.

    The one exception from writing whole or not at all: for a few bytes, sealed, that
    are written after each transaction and may be older or torn after a power cut.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | BINARY, OWNER_ONLY)
    try:
        os.write(handle, data)
    finally:
        os.close(handle)


def temporary_beside(path: Path) -> Path:
    """Return a name in the folder of *path* that no file has yet."""
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}{TEMPORARY}")


def put_in_place(temporary: Path, path: Path) -> None:
    """Sync the finished file *temporary* and move it to *path*, replacing what is there."""
    with temporary.open("r+b") as stream:
        os.fsync(stream.fileno())
    move(temporary, path)


def move(temporary: Path, path: Path) -> None:
    """Move the synced file *temporary* to *path*, replacing what is there, and for good."""
    _patiently(lambda: temporary.replace(path))
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Delete *path*; one that is not there is as good as deleted."""
    with suppress(FileNotFoundError):
        _patiently(path.unlink)


def make_folder(path: Path) -> None:
    """Make the folder *path*, and those above it, for the owner only."""
    if not path.is_dir():
        path.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        sync_folder(path.parent)


def remove_leftovers(folder: Path) -> None:
    """Delete what writing that was cut short has left in *folder* an hour ago or longer."""
    # What is younger may be another program's work that is under way.
    for leftover in folder.glob(f".*{TEMPORARY}*"):
        if time.time() - leftover.stat().st_mtime > ABANDONED_S:
            remove(leftover)


def sync_folder(folder: Path) -> None:
    """Make the names in *folder* last through a power cut, where the system can."""
    if sys.platform == "win32":  # NTFS keeps a journal of names; folders cannot be synced
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in UNABLE_TO_SYNC:
            raise


def _patiently(act: Callable[[], object]) -> None:
    """Do *act*, again after a while if somebody (a virus scanner) holds the file."""
    for pause in PATIENCE:
        try:
            act()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    act()
