"""Room on the disk: what asks for much of it is not begun when there is little.

A reserve is kept beside the store for the day the disk is full all the same. Given
back, it lets the log be emptied and drafts be kept. SQLite empties the log after 1,000
pages (4 MB), so that 16 MB are enough for the log, all it may add to the file, an
anchor, and the drafts; one transaction that is larger was refused below 200 MB.
"""

from __future__ import annotations

import os
from shutil import disk_usage
from typing import TYPE_CHECKING

from station_app.domain.errors import RoomLowError
from station_app.store.engine import folder_of
from station_app.store.files import atomic_stream, remove

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from station_app.store.home import StationHome

MB = 1_000_000
LEAST_FREE = 200 * MB
RESERVE = 16 * MB
CHUNK = 1 << 20


def free_bytes(folder: Path) -> int:
    """Return how much may still be written on the volume of *folder*."""
    return disk_usage(folder).free


def is_low(folder: Path) -> bool:
    """Whether there is too little room in *folder* for what asks for much."""
    return free_bytes(folder) < LEAST_FREE


def require_room(engine: Engine) -> None:
    """Refuse to begin what asks for much room. Raises :class:`RoomLowError`."""
    require_room_in(folder_of(engine))


def require_room_in(folder: Path) -> None:
    """Do as :func:`require_room` does, for a station that is not open."""
    free = free_bytes(folder)
    if free < LEAST_FREE:
        raise RoomLowError(free=free // MB, least=LEAST_FREE // MB)


def keep_reserve(home: StationHome) -> bool:
    """Make the reserve if there is none and room enough; return whether there is one."""
    if home.reserve.exists():
        return True
    if free_bytes(home.root) < LEAST_FREE + 2 * RESERVE:
        return False
    with atomic_stream(home.reserve) as stream:
        # chance: a file system that packs zeros would keep nothing for us
        for _ in range(0, RESERVE, CHUNK):
            stream.write(os.urandom(CHUNK))
    return True


def release_reserve(home: StationHome) -> bool:
    """Give the reserve back; return whether there was one."""
    was_there = home.reserve.exists()
    remove(home.reserve)
    return was_there
