"""Entering a station by a secret, whatever state its key slots were left in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import (
    KeysDamagedError,
    StationMissingError,
    StoreBusyError,
    StoreFullError,
)
from station_app.later import later
from station_app.store.files import remove
from station_app.store.home import HomeState
from station_app.store.vault.keyfile import KeyFile, half_by, read_keyfile

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from station_app.store import rotation, swapping
    from station_app.store.home import StationHome
    from station_app.store.vault.keys import StationKey
    from station_app.store.vault.slots import Slot
    from station_app.store.vault.wrapping import Half

    Choice = Callable[[KeyFile], tuple[Slot, ...]]
    Entered = tuple[KeyFile, StationKey]
else:
    rotation = later("station_app.store.rotation")  # SQLAlchemy
    swapping = later("station_app.store.swapping")  # SQLAlchemy


def keys_of(home: StationHome) -> KeyFile:
    """Return the key slots in force; a store half put in place is brought there first.

    Raises :class:`StationMissingError`, or :class:`KeysDamagedError` where there is a
    station, but no slots that can be read.
    """
    _end_swap(home)
    try:
        return read_keyfile(home.keys)
    except StationMissingError as error:
        if home.state() is HomeState.READY:
            raise KeysDamagedError(what="missing") from error
        raise


def standing(home: StationHome) -> KeyFile:
    """Return the slots by which one enters: the coming ones, if some wait."""
    _end_swap(home)
    coming = _readable(home.coming_keys) if home.coming_keys.exists() else None
    return coming or keys_of(home)


def enter(home: StationHome, choose: Choice, secret: str, *, now: datetime) -> Entered:
    """Return slots and root key, by whichever of the slots that *choose* picks.

    A rotation that was cut short is brought to its end first. Raises
    :class:`~station_app.domain.errors.WrongPassphraseError` and what :func:`keys_of` does.
    """
    _end_swap(home)
    if home.coming_keys.exists():
        return _resume(home, choose, secret, now)
    slots = keys_of(home)
    return slots, slots.unlock(choose(slots), secret)


def _end_swap(home: StationHome) -> None:
    if home.restoring.exists():  # a power cut has interrupted putting a backup in place
        swapping.complete(home)


def _resume(home: StationHome, choose: Choice, secret: str, now: datetime) -> Entered:
    coming, former = _readable(home.coming_keys), _readable(home.keys)
    if coming is None:
        return _turn_away(home, choose, secret)
    slot, half = half_by(choose(coming), secret)
    old = None if former is None else _key_by_same(former, slot, half)
    if former is None or old is None or not rotation.opens(home.database, old):
        new = coming.key_by(slot, half)
        rotation.finish(home, None, new, now=now)
        return coming, new
    if not coming.follows(old):
        return _turn_away(home, choose, secret)
    new = coming.key_by(slot, half)
    try:
        rotation.finish(home, old, new, now=now)
    except (StoreFullError, StoreBusyError):
        # it waits for the next opening; work goes on
        return former, old
    return coming, new


def _turn_away(home: StationHome, choose: Choice, secret: str) -> Entered:
    """Enter without coming slots that nobody of this station has made, or that are damaged."""
    slots = keys_of(home)
    key = slots.unlock(choose(slots), secret)
    if not rotation.opens(home.database, key):
        raise KeysDamagedError(what="rotation")
    remove(home.coming_keys)
    return slots, key


def _key_by_same(slots: KeyFile, slot: Slot, half: Half) -> StationKey | None:
    """Return the root key of *slots* by the opened *half* of the same slot, if it is there."""
    same = next((each for each in slots.slots if each.public == slot.public), None)
    try:
        return None if same is None else slots.key_by(same, half)
    except KeysDamagedError:
        return None


def _readable(path: Path) -> KeyFile | None:
    try:
        return read_keyfile(path)
    except (KeysDamagedError, StationMissingError):
        return None
