"""The file ``station.keys``: all key slots, read strictly, written whole.

Two guards stand over the slots. ``sum`` (SHA-256) tells accidental damage before
anything is typed, so that a damaged file is never taken for a wrong passphrase.
``mac`` is keyed by the root key: whoever changes, removes, adds or reorders a
slot without it is found out when the station is opened. ``handed`` is keyed by the
former root key and stands in a file that follows a file of that key.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import KeysDamagedError, StationMissingError, WrongPassphraseError
from station_app.later import later
from station_app.store.files import atomic_write
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.slots import PERSONAL, Slot, SlotKind, SlotOwner, read_slot

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from cryptography.hazmat.primitives import hashes

    from station_app.store.vault.keys import StationKey
    from station_app.store.vault.wrapping import Half
else:
    hashes = later("cryptography.hazmat.primitives.hashes")  # hashlib loads a second OpenSSL

FORMAT = "station-keys/2"
MOST_BYTES = 262_144
MOST_SLOTS = 64
MOST_GENERATION = 1 << 53
FIELDS = {"format", "generation", "handed", "mac", "slots", "sum"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """The slots of a station; ``generation`` counts the times they were changed."""

    generation: int
    slots: tuple[Slot, ...]
    mac: str = ""
    handed: str = ""

    def people(self) -> tuple[SlotOwner, ...]:
        """Return who may sign in, in the order in which they came."""
        return tuple(
            SlotOwner(id=slot.owner, name=slot.label, kind=slot.kind)
            for slot in self.slots
            if slot.kind in PERSONAL
        )

    def slot_of(self, owner: str) -> Slot | None:
        """Return the slot of a person, if there is one."""
        mine = (slot for slot in self.slots if slot.kind in PERSONAL and slot.owner == owner)
        return next(mine, None)

    def of_kind(self, *kinds: SlotKind) -> tuple[Slot, ...]:
        """Return the slots of *kinds*."""
        return tuple(slot for slot in self.slots if slot.kind in kinds)

    def unlock(self, slots: Iterable[Slot], secret: str) -> StationKey:
        """Return the root key by whichever of *slots* the *secret* opens.

        Raises :class:`WrongPassphraseError` if it opens none of them, and
        :class:`KeysDamagedError` if the slots are not those the station has left.
        """
        slot, half = half_by(slots, secret)
        return self.key_by(slot, half)

    def key_by(self, slot: Slot, half: Half) -> StationKey:
        """Return the root key by the opened *half* of *slot*; raises as :meth:`unlock`."""
        key = slot.key_by(half)
        self.make_sure_of(key)
        return key

    def make_sure_of(self, key: StationKey) -> None:
        """Make sure that the holder of *key* has left the slots as they are.

        Raises :class:`KeysDamagedError`.
        """
        if not key.has_sealed(self.content(), self.mac):
            raise KeysDamagedError(what="seal")

    def with_slot(self, slot: Slot, key: StationKey) -> KeyFile:
        """Return the file with *slot* in the place of that of the same owner, or paper key."""
        places = [other.owner or other.kind for other in self.slots]
        place = slot.owner or slot.kind
        if slot.kind is SlotKind.BACKUP or place not in places:
            return self._of((*self.slots, slot), key)
        slots = list(self.slots)
        slots[places.index(place)] = slot
        return self._of(slots, key)

    def without(self, owner: str, key: StationKey) -> KeyFile:
        """Return the file without the slot of a person."""
        return self._of([slot for slot in self.slots if slot.owner != owner or not owner], key)

    def with_name(self, owner: str, name: str, key: StationKey) -> KeyFile:
        """Return the file with another name of a person."""
        return self._with_changed(owner, key, label=name)

    def with_kind(self, owner: str, kind: SlotKind, key: StationKey) -> KeyFile:
        """Return the file with a person as *kind*."""
        return self._with_changed(owner, key, kind=kind)

    def rewrapped_for(
        self,
        other: StationKey,
        *,
        by: StationKey,
        kinds: Collection[SlotKind] = tuple(SlotKind),
        without: str = "",
    ) -> KeyFile:
        """Return the slots of *kinds* opening *other*: nobody's secret is needed.

        So a root key is changed, or another store opened by the secrets of this one. *by* is
        the root key of this file: public halves that it has not sealed are given nothing.
        The slot of the person *without* is left out. Raises :class:`KeysDamagedError`.
        """
        self.make_sure_of(by)
        slots = [
            slot.handed(other, by=by)
            for slot in self.of_kind(*kinds)
            if not (without and slot.owner == without)
        ]
        file = self._of(slots, other)
        return replace(file, handed=by.seal_of_handing_on(file.content()))

    def follows(self, key: StationKey) -> bool:
        """Whether the holder of *key* has made this file to take the place of his."""
        return key.has_handed_on(self.content(), self.handed)

    def content(self) -> bytes:
        """Return what the seals stand over."""
        return as_bytes(self._record())

    def write(self, path: Path) -> None:
        """Put the file at *path*."""
        atomic_write(path, self.as_text().encode())

    def as_text(self) -> str:
        """Return the file as it is written."""
        content = self._record() | {"handed": self.handed, "mac": self.mac}
        return as_bytes(content | {"sum": _sum_of(content)}).decode()

    def _with_changed(self, owner: str, key: StationKey, **what: Any) -> KeyFile:
        slots = [
            replace(slot, **what).handed(key) if owner and slot.owner == owner else slot
            for slot in self.slots
        ]
        return self._of(slots, key)

    def _of(self, slots: Iterable[Slot], key: StationKey) -> KeyFile:
        unsealed = KeyFile(generation=self.generation + 1, slots=tuple(slots))
        return replace(unsealed, mac=key.seal_of_slots(unsealed.content()))

    def _record(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "generation": self.generation,
            "slots": [slot.as_record() for slot in self.slots],
        }


def half_by(slots: Iterable[Slot], secret: str) -> tuple[Slot, Half]:
    """Return whichever of *slots* the *secret* opens, and what it opens.

    Raises :class:`WrongPassphraseError` if it opens none of them.
    """
    for slot in slots:
        half = slot.half_by(secret)
        if half is not None:
            return slot, half
    raise WrongPassphraseError


def no_slots() -> KeyFile:
    """Return the file of a station that is about to be founded."""
    return KeyFile(generation=0, slots=())


def read_keyfile(path: Path) -> KeyFile:
    """Return the key slots kept at *path*.

    Raises :class:`StationMissingError` if there is no file, and
    :class:`KeysDamagedError` unless it is byte for byte what we would write.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise StationMissingError(path=path) from error
    try:
        record = json.loads(data)
        # Another way of writing the same could hide something, such as a name that stands twice.
        is_ours = isinstance(record, dict) and set(record) == FIELDS and as_bytes(record) == data
    except (ValueError, RecursionError) as error:
        raise KeysDamagedError(what="text") from error
    if not is_ours or len(data) > MOST_BYTES:
        raise KeysDamagedError(what="text")
    return _from_record(record)


def _from_record(record: dict[str, Any]) -> KeyFile:
    slots, generation = record["slots"], record["generation"]
    summed = {name: value for name, value in record.items() if name != "sum"}
    right = (
        _sum_of(summed) == record["sum"]
        and record["format"] == FORMAT
        and _is_generation(generation)
        and all(isinstance(record[name], str) for name in ("mac", "handed"))
        and _are_records(slots)
    )
    if not right:
        raise KeysDamagedError(what="fields")
    read = tuple(map(read_slot, slots))
    if not _are_distinct(read):
        raise KeysDamagedError(what="slots")
    return KeyFile(generation=generation, slots=read, mac=record["mac"], handed=record["handed"])


def _is_generation(value: object) -> bool:
    # not isinstance: true is an int to Python
    return type(value) is int and 0 < value < MOST_GENERATION


def _are_records(slots: object) -> bool:
    # Each slot tried costs an Argon2id: a file of thousands would keep the door shut for hours.
    return (
        isinstance(slots, list)
        and len(slots) <= MOST_SLOTS
        and all(isinstance(slot, dict) for slot in slots)
    )


def _are_distinct(slots: tuple[Slot, ...]) -> bool:
    """Whether no two slots have the same name, owner or keys, and one at most is of paper."""
    owners = [slot.owner for slot in slots if slot.owner]
    papers = [slot for slot in slots if slot.kind is SlotKind.PAPER]
    one_each = ([slot.id for slot in slots], [slot.public for slot in slots], owners)
    return all(len(set(each)) == len(each) for each in one_each) and len(papers) <= 1


def _sum_of(content: dict[str, object]) -> str:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(as_bytes(content))
    return digest.finalize().hex()
