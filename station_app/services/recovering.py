"""What can be done about a station that does not open: looked for; keys put back.

Restoring is :mod:`station_app.services.restoring`'s. Nothing is deleted: the key slots in
whose place others are put are set aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from station_app.domain.errors import (
    KeysDamagedError,
    KeysMissingError,
    NotFoundError,
    StationMissingError,
    StoreBehindError,
    StoreDamagedError,
)
from station_app.services.permissions import open_to_all
from station_app.store.backup import NAME, moments_of
from station_app.store.files import atomic_write, make_folder, put_in_place
from station_app.store.vault.keyfile import read_keyfile

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.services.restoring import RestoreService
    from station_app.store.home import StationHome

SET_ASIDE = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedies:
    """What may be offered to whoever stands before the door.

    ``backup`` is the moment of the newest backup against which nothing speaks, ``keys``
    that of the newest companion with key slots that read well.
    """

    backup: datetime | None = None
    keys: datetime | None = None
    may_go_on: bool = False


class RecoveryService:
    """The use cases of a station in *home* that does not open."""

    def __init__(self, home: StationHome, clock: Clock, restoring: RestoreService) -> None:
        self._home = home
        self._restoring = restoring
        self._clock = clock

    @open_to_all
    def name_of(self, error: Exception) -> Exception:
        """Return what *error*, met at the door, is to be called."""
        if isinstance(error, KeysDamagedError) and error.facts.get("what") == "missing":
            return KeysMissingError(**error.facts)
        return error

    @open_to_all
    def remedies(self, error: Exception) -> Remedies:
        """Return what helps against *error*."""
        if not isinstance(error, (KeysDamagedError, StoreDamagedError, StoreBehindError)):
            return Remedies()
        newest = self._restoring.newest_good()
        is_about_keys = isinstance(error, KeysDamagedError)
        return Remedies(
            backup=None if newest is None else newest.moment,
            keys=self._newest_keys() if is_about_keys else None,
            may_go_on=isinstance(error, StoreBehindError),
        )

    @open_to_all
    def put_keys_back(self, moment: datetime) -> None:
        """Put the key slots that lie beside the backup of *moment* in their place."""
        content = self._backup_of(moment).with_suffix(".keys").read_bytes()
        if self._home.keys.exists():
            self._set_aside(self._home.keys)
        atomic_write(self._home.keys, content)

    def _set_aside(self, *paths: Path) -> Path:
        stamp = self._clock.now().astimezone(UTC).strftime(SET_ASIDE)
        folder = self._home.set_aside / stamp
        while folder.exists():  # the second time within a second
            folder = folder.with_name(f"{folder.name}-2")
        make_folder(folder)
        for path in paths:
            if path.exists():
                put_in_place(path, folder / path.name)
        return folder

    def _newest_keys(self) -> datetime | None:
        newest_first = reversed(moments_of(self._home))
        good = (each for each in newest_first if self._has_keys(each))
        return next(good, None)

    def _has_keys(self, moment: datetime) -> bool:
        try:
            read_keyfile(self._backup_of(moment).with_suffix(".keys"))
        except (KeysDamagedError, StationMissingError):
            return False
        return True

    def _backup_of(self, moment: datetime) -> Path:
        path = self._home.backups / moment.astimezone(UTC).strftime(NAME)
        if moment not in moments_of(self._home):
            raise NotFoundError(file=path.name)
        return path
