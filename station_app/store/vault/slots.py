"""Key slots: the root key, wrapped by what one person knows.

Each slot names its algorithms, so that others (SM4-GCM) can stand beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import KeysDamagedError
from station_app.later import later, load
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.derivation import ALGORITHM, SALT_BYTES, Cost, derive
from station_app.store.vault.keys import KEY_BYTES, StationKey

if TYPE_CHECKING:
    import secrets
    from collections.abc import Mapping

    from cryptography import exceptions
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.ciphers import aead
    from cryptography.hazmat.primitives.kdf import hkdf
else:
    aead = later("cryptography.hazmat.primitives.ciphers.aead")
    exceptions = later("cryptography.exceptions")
    hashes = later("cryptography.hazmat.primitives.hashes")
    hkdf = later("cryptography.hazmat.primitives.kdf.hkdf")
    secrets = later("secrets")

CIPHER = "aes-256-gcm"
NONCE_BYTES = 12
TAG_BYTES = 16
ID_BYTES = 8


class SlotKind(StrEnum):
    """By what a slot is opened."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a name, not a secret
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way to open the station; ``sealed`` is the root key under AES-256-GCM.

    All other fields are the header, authenticated together with the key.
    """

    id: str
    kind: SlotKind
    cost: Cost
    salt: bytes
    nonce: bytes
    sealed: bytes = b""

    def header(self) -> dict[str, object]:
        """Return the fields beside ``sealed`` as they stand in the file."""
        return {
            "cipher": CIPHER,
            "derivation": ALGORITHM,
            "id": self.id,
            "kind": self.kind.value,
            "lanes": self.cost.lanes,
            "memory_kib": self.cost.memory_kib,
            "nonce": self.nonce.hex(),
            "passes": self.cost.passes,
            "salt": self.salt.hex(),
        }

    def as_record(self) -> dict[str, object]:
        """Return the slot as it stands in the file."""
        return {**self.header(), "sealed": self.sealed.hex()}

    def open(self, secret: str) -> StationKey | None:
        """Return the root key if *secret* is the one of this slot."""
        wrapping = aead.AESGCM(derive(secret, salt=self.salt, cost=self.cost))
        try:
            return StationKey(wrapping.decrypt(self.nonce, self.sealed, as_bytes(self.header())))
        except exceptions.InvalidTag:
            return None


def load_ciphers() -> None:
    """Load what unwraps a key: to be done beside computing one."""
    load(aead, exceptions, hashes, hkdf)


def new_slot(kind: SlotKind, secret: str, key: StationKey, *, cost: Cost) -> Slot:
    """Return a slot in which *secret* wraps *key*."""
    slot = Slot(
        id=secrets.token_hex(ID_BYTES),
        kind=kind,
        cost=cost,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
    )
    wrapping = aead.AESGCM(derive(secret, salt=slot.salt, cost=cost))
    sealed = wrapping.encrypt(slot.nonce, key.root, as_bytes(slot.header()))
    return Slot(**{name: getattr(slot, name) for name in HEADER_FIELDS}, sealed=sealed)


HEADER_FIELDS = ("id", "kind", "cost", "salt", "nonce")


def read_slot(record: Mapping[str, Any]) -> Slot:
    """Return the slot that stands in the file as *record*.

    Raises :class:`KeysDamagedError` unless every field is there and in range.
    """
    try:
        cost = Cost(
            memory_kib=record["memory_kib"], passes=record["passes"], lanes=record["lanes"]
        )
        slot = Slot(
            id=record["id"],
            kind=SlotKind(record["kind"]),
            cost=cost,
            salt=bytes.fromhex(record["salt"]),
            nonce=bytes.fromhex(record["nonce"]),
            sealed=bytes.fromhex(record["sealed"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise KeysDamagedError(what="slot") from error
    lengths = (len(slot.salt), len(slot.nonce), len(slot.sealed))
    right = (SALT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES)
    if lengths != right or not cost.is_bearable() or slot.as_record() != record:
        raise KeysDamagedError(what="slot")
    return slot
