"""The folder a station lives in, and where the platform would have it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from station_app.domain.errors import NetworkPathError
from station_app.store.files import make_folder
from station_app.store.local_disk import network_of

FOLDER = "Station"


class HomeState(StrEnum):
    """What stands in a home.

    ``INTERRUPTED`` has keys but neither a database nor a backup: the first run was
    stopped, nothing was ever entered, it may be begun again.
    """

    EMPTY = "empty"
    INTERRUPTED = "interrupted"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class StationHome:
    """The paths of one station below its folder ``root``."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.root / "station.db"

    @property
    def keys(self) -> Path:
        """The key slots."""
        return self.root / "station.keys"

    @property
    def coming_keys(self) -> Path:
        """The key slots that are to take the place of :attr:`keys`: a rotation is under way."""
        return self.root / "station.keys.coming"

    @property
    def door(self) -> Path:
        """What is known before anybody is in: rules for passphrases, how often one failed."""
        return self.root / "station.door"

    @property
    def site(self) -> Path:
        """The marker that tells a store put back or copied from the one that was left."""
        return self.root / "station.site"

    @property
    def anchor(self) -> Path:
        """How far the store was when it last rested, and what it held then."""
        return self.root / "station.anchor"

    @property
    def tide(self) -> Path:
        """How far the store has come, written after each transaction."""
        return self.root / "station.tide"

    @property
    def log(self) -> Path:
        """The write-ahead log of the database."""
        return self.root / "station.db-wal"

    @property
    def reserve(self) -> Path:
        """Room kept for the day the disk is full."""
        return self.root / "station.reserve"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.root / "backups"

    @property
    def restoring(self) -> Path:
        """The folder in which another store is made ready to be put in place."""
        return self.root / "restoring"

    @property
    def restored(self) -> Path:
        """What the audit has still to be told about a store that was put in place."""
        return self.root / "station.restored"

    @property
    def places(self) -> Path:
        """The second places where backups are put, by name."""
        return self.root / "station.places"

    @property
    def set_aside(self) -> Path:
        """The folder of damaged files in whose place others were put."""
        return self.root / "set-aside"

    @property
    def drafts(self) -> Path:
        """The folder of forms not yet saved."""
        return self.root / "drafts"

    def state(self) -> HomeState:
        """Return what stands here."""
        # Backups or an anchor without a database are a loss to be made good, no place to begin.
        was_there = self.database.exists() or self.anchor.exists()
        if was_there or any(self.backups.glob("*.db")):
            return HomeState.READY
        return HomeState.INTERRUPTED if self.keys.exists() else HomeState.EMPTY

    def make(self) -> None:
        """Make the folders, for the owner only.

        Raises :class:`NetworkPathError` if they would not lie on a local disk.
        """
        if network := network_of(self.root):
            raise NetworkPathError(path=self.root, kind=network)
        for folder in (self.root, self.backups, self.drafts):
            make_folder(folder)


def default_home() -> StationHome:
    r"""Return where a station lives unless told otherwise.

    Windows: ``%LOCALAPPDATA%\Station``, which does not roam to a server. Elsewhere
    ``$XDG_DATA_HOME/station``, by default ``~/.local/share/station``.
    """
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return StationHome(Path(local) / FOLDER)
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return StationHome(Path(data) / FOLDER.lower())
