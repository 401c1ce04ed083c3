"""Keeping the store safe: backups that were read back, and checks of all that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.services.permissions import needs, open_to_all
from station_app.store.backup import back_up, copy_whole, is_behind, moments_of
from station_app.store.checking import check_store
from station_app.store.files import atomic_write, make_folder

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.store.checking import StoreCheck
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store


class KeepingService:
    """The use cases of backup (备份) and self-check."""

    def __init__(self, home: StationHome, store: Store, clock: Clock) -> None:
        self._home = home
        self._store = store
        self._clock = clock

    @needs(Permission.BACKUP_MAKE)
    def back_up(self) -> Path:
        """Make a backup, read it back, and return where it lies."""
        return back_up(self._home, self._store.engine, self._clock.now())

    @open_to_all
    def back_up_if_behind(self) -> bool:
        """Make a backup if anything was written since the last; return whether it was."""
        # is_behind() takes whatever stands in the log for a change.
        self._store.rest()
        if not is_behind(self._home):
            return False
        self.back_up()
        return True

    @needs(Permission.BACKUP_GIVE_OUT)
    def copy_to(self, folder: Path) -> Path:
        """Put a copy of the store and the keys that open it into *folder*; return the copy.

        It is taken in one step and read back. Raises :class:`StationError`.
        """
        make_folder(folder)
        copy = folder / self._home.database.name
        atomic_write(folder / self._home.keys.name, self._home.keys.read_bytes())
        copy_whole(self._store.engine, copy)
        return copy

    @open_to_all
    def last_backup(self) -> datetime | None:
        """Return when the last good backup was made, in UTC."""
        return max(moments_of(self._home), default=None)

    @needs(Permission.CHECK_RUN)
    def check(self) -> StoreCheck:
        """Read the whole store and tell what is wrong with it."""
        return check_store(self._store.engine)
