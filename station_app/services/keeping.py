"""Keeping the store safe: backups that were read back, and checks of all that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.backups import Why
from station_app.services.permissions import needs, open_to_all
from station_app.store.backup import back_up, is_behind, moments_of
from station_app.store.checking import check_store
from station_app.store.copying import copy_whole
from station_app.store.engine import open_sibling, seals_of
from station_app.store.files import atomic_write, make_folder
from station_app.store.home import StationHome
from station_app.store.mooring import moor_with
from station_app.store.room import (
    LEAST_FREE,
    free_bytes,
    is_low,
    keep_reserve,
    release_reserve,
    require_room,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.store.checking import StoreCheck
    from station_app.store.transaction import Store

ANY = timedelta(0)
OFTEN_ENOUGH = timedelta(minutes=10)  # for files that come one by one through a shared folder
__all__ = ["LEAST_FREE", "KeepingService", "Room"]


@dataclass(frozen=True, slots=True)
class Room:
    """How many bytes the disk has free, and whether that is too little for large work."""

    free: int
    is_low: bool


class KeepingService:
    """The use cases of backup (备份) and self-check."""

    def __init__(self, home: StationHome, store: Store, clock: Clock) -> None:
        self._home = home
        self._store = store
        self._clock = clock
        self.turn = Lock()  # whoever copies takes it: never two copies at once

    @needs(Permission.BACKUP_MAKE)
    def back_up(self, why: Why = Why.BY_HAND, *, with_content: bool = False) -> Path:
        """Make a backup, read it back, and return where it lies.

        *with_content* has the hash of all records noted beside it. Raises
        :class:`~station_app.domain.errors.RoomLowError` before anything is begun.
        """
        with self.turn:
            # before: noted after it, the store would never be as it was backed up
            with self._store.transaction() as tx:
                tx.audit.add("station:backup:begun")
            return self._back_up(why, with_content=with_content)

    @open_to_all
    def rest(self) -> bool:
        """Empty the log and renew the anchor if nobody is at work; tell whether it is empty."""
        return self._store.rest()

    @open_to_all
    def look_at_room(self) -> Room:
        """Return how much room the disk has; a reserve is kept while there is enough."""
        keep_reserve(self._home)
        return Room(free_bytes(self._home.root), is_low=is_low(self._home.root))

    @open_to_all
    def make_room(self) -> bool:
        """Give back what is kept for a full disk; return whether there was any."""
        return release_reserve(self._home)

    @open_to_all
    def back_up_if_behind(self, why: Why = Why.AT_WORK, *, unless_within: timedelta = ANY) -> bool:
        """Make a backup if anything was written since the last; return whether it was.

        While another one is being made, that is waited for: it may be enough. One that was
        made *unless_within* that time is enough, too. While somebody has yet to decide about
        a store that is not as it was left, none is made: it would be the newest good one.
        """
        anchorage = self._store.anchorage
        if anchorage is not None and anchorage.is_doubted():
            return False
        with self.turn:
            # is_behind() takes whatever stands in the log for a change.
            self._store.rest()
            if not is_behind(self._home) or self._has_been(unless_within):
                return False
            self._back_up(why)
            return True

    @open_to_all
    def back_up_before(self, why: Why) -> None:
        """Make a backup of what stands there before something changes much of it, if need be.

        Files from other devices come often and can be taken back: one of the last ten
        minutes is enough for them.
        """
        within = OFTEN_ENOUGH if why is Why.EXCHANGE else ANY
        self.back_up_if_behind(why, unless_within=within)

    @needs(Permission.BACKUP_GIVE_OUT)
    def copy_to(self, folder: Path) -> Path:
        """Put a copy of the store and the keys that open it into *folder*; return the copy.

        It is taken in one step and read back. Raises :class:`StationError`.
        """
        require_room(self._store.engine)
        make_folder(folder)
        with self._store.transaction() as tx:
            tx.audit.add("station:copy:given-out")
        copy = folder / self._home.database.name
        atomic_write(folder / self._home.keys.name, self._home.keys.read_bytes())
        copy_whole(self._store.engine, copy)
        engine = self._store.engine
        moor_with(StationHome(folder), open_sibling(engine, copy), seals_of(engine))
        return copy

    @open_to_all
    def last_backup(self) -> datetime | None:
        """Return when the last good backup was made, in UTC."""
        return max(moments_of(self._home), default=None)

    @needs(Permission.CHECK_RUN)
    def check(self) -> StoreCheck:
        """Read the whole store and tell what is wrong with it."""
        return check_store(self._store.engine)

    def _has_been(self, within: timedelta) -> bool:
        last = self.last_backup()
        # a moment to come is that of a clock that was wrong
        return last is not None and timedelta(0) <= self._clock.now() - last < within

    def _back_up(self, why: Why, *, with_content: bool = False) -> Path:
        now, engine = self._clock.now(), self._store.engine
        require_room(engine)
        return back_up(self._home, engine, now, why=why, with_content=with_content)
