"""The file ``station.keys``: all key slots, read strictly, written whole.

Two guards stand over the slots. ``sum`` (SHA-256) tells accidental damage before
anything is typed, so that a damaged file is never taken for a wrong passphrase.
``mac`` is keyed by the root key: whoever changes, removes, adds or reorders a
slot without it is found out when the station is opened.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import KeysDamagedError, StationMissingError, WrongPassphraseError
from station_app.later import later
from station_app.store.files import atomic_write
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.slots import Slot, SlotKind, new_slot, read_slot

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives import hashes

    from station_app.store.vault.derivation import Cost
    from station_app.store.vault.keys import StationKey
else:
    hashes = later("cryptography.hazmat.primitives.hashes")  # hashlib loads a second OpenSSL

FORMAT = "station-keys/1"
MOST_BYTES = 65_536
MOST_SLOTS = 16
FIELDS = {"format", "generation", "mac", "slots", "sum"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """The slots of a station; ``generation`` counts the times they were changed."""

    generation: int
    slots: tuple[Slot, ...]
    mac: str = ""

    def unlock(self, kind: SlotKind, secret: str) -> StationKey:
        """Return the root key by the slots of *kind*.

        Raises :class:`WrongPassphraseError` if *secret* opens none of them, and
        :class:`KeysDamagedError` if the slots are not those the station has left.
        """
        tried = (slot.open(secret) for slot in self.slots if slot.kind is kind)
        key = next((opened for opened in tried if opened is not None), None)
        if key is None:
            raise WrongPassphraseError(kind=kind.value)
        if not key.has_sealed(self.content(), self.mac):
            raise KeysDamagedError(what="seal")
        return key

    def with_slot(self, kind: SlotKind, secret: str, key: StationKey, *, cost: Cost) -> KeyFile:
        """Return the file with *secret* in the place of whatever opened slots of *kind*."""
        others = tuple(slot for slot in self.slots if slot.kind is not kind)
        slots = (*others, new_slot(kind, secret, key, cost=cost))
        unsealed = replace(self, generation=self.generation + 1, slots=slots)
        return replace(unsealed, mac=key.seal_of_slots(unsealed.content()))

    def content(self) -> bytes:
        """Return what the seal stands over."""
        return as_bytes(self._record())

    def write(self, path: Path) -> None:
        """Put the file at *path*."""
        content = self._record() | {"mac": self.mac}
        atomic_write(path, as_bytes(content | {"sum": _sum_of(content)}))

    def _record(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "generation": self.generation,
            "slots": [slot.as_record() for slot in self.slots],
        }


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
    slots, generation, mac = record["slots"], record["generation"], record["mac"]
    summed = {name: value for name, value in record.items() if name != "sum"}
    right = (
        _sum_of(summed) == record["sum"]
        and record["format"] == FORMAT
        and type(generation) is int  # not isinstance: true is an int to Python
        and isinstance(mac, str)
        and _are_records(slots)
    )
    if not right:
        raise KeysDamagedError(what="fields")
    return KeyFile(generation=generation, slots=tuple(map(read_slot, slots)), mac=mac)


def _are_records(slots: object) -> bool:
    # Each slot tried costs an Argon2id: a file of thousands would keep the door shut for hours.
    return (
        isinstance(slots, list)
        and len(slots) <= MOST_SLOTS
        and all(isinstance(slot, dict) for slot in slots)
    )


def _sum_of(content: dict[str, object]) -> str:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(as_bytes(content))
    return digest.finalize().hex()
