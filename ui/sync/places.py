"""Where files may lie: sticks that are plugged in, the shared folder, a folder chosen before.

Asked for in the background: a drive that has gone to sleep, or a share that is away,
answers after seconds.
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.sync.preferences import ExchangePreferences

FOLDER = "Station"  # on a stick: among holiday pictures files would not be found
DRIVE_REMOVABLE = 2
WHERE_STICKS_ARE = ("/media/", "/run/media/", "/Volumes/")


class PlaceKind(StrEnum):
    """What kind of place it is."""

    STICK = "stick"
    SHARED = "shared"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place to exchange with.

    Files are written into ``path``, and looked for there and in ``look_in``.
    """

    kind: PlaceKind
    name: str
    path: Path
    look_in: tuple[Path, ...] = ()
    is_there: bool = True


def sticks() -> tuple[Place, ...]:
    """Return the removable drives that are plugged in."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isValid() and volume.isReady() and is_removable(root):
            name = volume.displayName() or root
            path = Path(root)
            found.append(
                Place(kind=PlaceKind.STICK, name=name, path=path / FOLDER, look_in=(path,))
            )
    return tuple(sorted(found, key=lambda place: str(place.path)))


def is_removable(root: str) -> bool:
    """Whether the volume at *root* can be pulled out."""
    if sys.platform == "win32":
        kind = ctypes.windll.kernel32.GetDriveTypeW(root.replace("/", "\\"))
        return bool(kind == DRIVE_REMOVABLE)
    return f"{root}/".startswith(WHERE_STICKS_ARE) and root not in WHERE_STICKS_ARE


def places_of(preferences: ExchangePreferences, plugged: Sequence[Place]) -> tuple[Place, ...]:
    """Return what can be exchanged with: sticks first, the shared folder, the last folder.

    A folder that is away is told as such; whether it is there is looked up here.
    """
    found = list(plugged)
    for kind, told in (
        (PlaceKind.SHARED, preferences.shared),
        (PlaceKind.FOLDER, preferences.last),
    ):
        path = Path(told)
        if told and all(path != place.path for place in found):
            found.append(Place(kind=kind, name=path.name, path=path, is_there=is_there(path)))
    return tuple(found)


def is_there(path: Path) -> bool:
    """Whether *path* is a folder that answers."""
    try:
        return path.is_dir()
    except OSError:
        return False
