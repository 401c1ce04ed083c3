"""Second places (第二备份位置): where the newest backup is put besides the station's folder.

A place has a root key of its own, kept in the store; the key slots that go with each copy
are made from those of the station.
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.backups import BackupPlace, Why
from station_app.domain.errors import RefusedError, StationError
from station_app.services.permissions import needs, open_to_all
from station_app.services.place_keys import PlaceKeys
from station_app.store.backup import NAME, backups_in
from station_app.store.backup_places import (
    found_place,
    is_there,
    keep_places,
    known_places,
    put_there,
)
from station_app.store.engine import open_sibling

if TYPE_CHECKING:
    from pathlib import Path
    from threading import Lock

    from station_app.domain.backups import Backup
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store
    from station_app.store.vault.keys import StationKey

AWAY, NOT_WRITTEN = "away", "not-written"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceStanding:
    """How a place stands: whether it is there now, and holds the newest backup."""

    place: BackupPlace
    is_there: bool
    is_current: bool
    is_same_disk: bool


class SecondPlaceService:
    """The use cases of second places. All but :meth:`known` may wait for a slow stick."""

    def __init__(self, home: StationHome, store: Store, turn: Lock) -> None:
        self._home = home
        self._store = store
        self._turn = turn
        self._keys = PlaceKeys(home, store)

    @open_to_all
    def known(self) -> tuple[BackupPlace, ...]:
        """Return the places known, without looking whether they are there."""
        return known_places(self._home)

    @open_to_all
    def standing(self) -> tuple[PlaceStanding, ...]:
        """Return how each place stands."""
        newest = self._newest()
        return tuple(self._standing_of(place, newest) for place in self.known())

    @needs(Permission.BACKUP_GIVE_OUT)
    def choose(self, folder: Path, name: str = "") -> BackupPlace:
        """Make *folder* a second place, by default called as the folder is; nothing is put there.

        Raises :class:`RefusedError`: ``backup.place-within`` for a folder of the station
        itself, ``backup.place-of-another``, ``backup.place-not-written``.
        """
        if folder.resolve().is_relative_to(self._home.root.resolve()):
            raise RefusedError("backup.place-within", name=folder.name)
        with self._store.reading() as tx:
            station = str(tx.settings.all().get("station_id", ""))
        called = name.strip() or folder.name or str(folder)
        try:
            place = found_place(folder, called, station=station)
        except OSError as error:
            raise RefusedError("backup.place-not-written", name=called) from error
        self._keys.give(place.id)
        with self._turn:
            # the same stick under another letter takes the place of what was known of it
            others = [each for each in self.known() if each.id != place.id]
            keep_places(self._home, [*others, place])
        with self._store.transaction() as tx:
            tx.audit.add("backup:place:chosen", place.id, name=called)
        return place

    @needs(Permission.BACKUP_GIVE_OUT)
    def forget(self, key: str) -> None:
        """Put nothing into the place *key* any more; what lies there stays."""
        with self._turn:
            keep_places(self._home, [each for each in self.known() if each.id != key])
        self._keys.forget(key)
        with self._store.transaction() as tx:
            tx.audit.add("backup:place:forgotten", key)

    @open_to_all
    def renew_keys(self, key: StationKey) -> None:
        """Make the places' key slots anew if those of the station, opened by *key*, have changed.

        For whoever signs in: without the root key they cannot be made.
        """
        self._keys.make(key, self.known())

    @open_to_all
    def carry(self) -> tuple[BackupPlace, ...]:
        """Put the newest backup into each place that is there and has it not; return them all.

        What keeps one of them from it is noted in its ``trouble``, and raised to nobody.
        """
        with self._turn:
            newest, former = self._newest(), self.known()
            latter = tuple(self._carried(place, newest) for place in former)
            if latter != former:
                keep_places(self._home, latter)
        return latter

    def _carried(self, place: BackupPlace, newest: Backup | None) -> BackupPlace:
        if not is_there(place):
            return replace(place, trouble=AWAY)
        if newest is None or _holds(place, newest):
            return replace(place, trouble="")
        try:
            opener, slots = self._keys.of(place)
            with closing(open_sibling(self._store.engine, newest.path)) as source:
                return put_there(place, newest, source, opener, slots)
        except StationError as error:
            reason = error.reason if isinstance(error, RefusedError) else error.code
            return replace(place, trouble=reason if is_there(place) else AWAY)
        except OSError:
            # pulled out while it was written to, or write-protected
            return replace(place, trouble=NOT_WRITTEN if is_there(place) else AWAY)

    def _newest(self) -> Backup | None:
        found = backups_in(self._home.backups)
        return next((backup for backup in found if backup.why is not Why.REPLACED), None)

    def _standing_of(self, place: BackupPlace, newest: Backup | None) -> PlaceStanding:
        there = is_there(place)
        return PlaceStanding(
            place=place,
            is_there=there,
            is_current=there and newest is not None and _holds(place, newest),
            is_same_disk=there and _disk_of(place.path) == _disk_of(self._home.root),
        )


def _holds(place: BackupPlace, newest: Backup) -> bool:
    return place.last == newest.moment and (place.path / newest.moment.strftime(NAME)).exists()


def _disk_of(path: Path) -> int | None:
    try:
        return os.stat(path).st_dev  # noqa: PTH116 - one call, and a folder may be gone
    except OSError:
        return None
