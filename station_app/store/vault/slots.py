"""Key slots: the root key, wrapped for one person, for paper, or for a place of backups.

A secret opens the private half of the slot's keys, that half opens the root key. So
the root key can be changed for everybody without anybody's secret. Each slot names its
algorithms, so that others (SM4-GCM) can stand beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import KeysDamagedError
from station_app.later import later
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.derivation import (
    ALGORITHM,
    DIGEST_BYTES,
    KEY_BYTES,
    SALT_BYTES,
    Cost,
    Stretched,
    stretch,
)
from station_app.store.vault.keys import StationKey
from station_app.store.vault.origins import TO_BE_CHANGED, Origin, read_origin
from station_app.store.vault.wrapping import (
    NONCE_BYTES,
    PUBLIC_BYTES,
    TAG_BYTES,
    Half,
    hand,
    new_half,
    opened,
    sealed,
)

if TYPE_CHECKING:
    import secrets
    from collections.abc import Mapping
else:
    secrets = later("secrets")

CIPHER = "x25519+aes-256-gcm"
ID_BYTES = 8
MOST_LABEL = 60
MOST_FORMER = 10
ID = re.compile(r"[0-9a-f]{16}")
OWNER = re.compile(r"[0-9a-f]{32}")
AROUND = NONCE_BYTES + TAG_BYTES
LENGTHS = {
    "salt": SALT_BYTES,
    "public": PUBLIC_BYTES,
    "private": AROUND + 2 * KEY_BYTES,
    "ephemeral": PUBLIC_BYTES,
    "root": AROUND + KEY_BYTES,
    "kept": AROUND + KEY_BYTES + MOST_FORMER * DIGEST_BYTES,
}


class SlotKind(StrEnum):
    """Whose a slot is, or by what it is opened."""

    USER = "user"
    SUPERVISOR = "supervisor"
    PAPER = "paper"
    BACKUP = "backup"


PERSONAL = frozenset({SlotKind.USER, SlotKind.SUPERVISOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotOwner:
    """Somebody who may sign in: staff id, name as shown at the door, user or supervisor."""

    id: str
    name: str
    kind: SlotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way to open the station.

    ``private`` is under the secret (with what :meth:`core` returns), ``root`` under the
    slot's keys (with all of :meth:`header`), ``kept`` under the root key: the anchor, and
    digests of the last secrets, the present one first. ``origin`` tells how the secret was
    set; the first of a station has none.
    """

    id: str
    kind: SlotKind
    owner: str = ""
    label: str = ""
    since: date
    origin: Origin | None = None
    cost: Cost
    salt: bytes
    public: bytes
    private: bytes = b""
    ephemeral: bytes = b""
    root: bytes = b""
    kept: bytes = b""

    def core(self) -> dict[str, object]:
        """Return the fields that stay as they are as long as the secret does."""
        told = {} if self.origin is None else {"origin": self.origin.as_record()}
        return told | {
            "cipher": CIPHER,
            "derivation": ALGORITHM,
            "id": self.id,
            "lanes": self.cost.lanes,
            "memory_kib": self.cost.memory_kib,
            "owner": self.owner,
            "passes": self.cost.passes,
            "public": self.public.hex(),
            "salt": self.salt.hex(),
            "since": self.since.isoformat(),
        }

    def header(self) -> dict[str, object]:
        """Return all fields that are authenticated together with the root key."""
        told = {"kind": self.kind.value, "label": self.label, "private": self.private.hex()}
        return self.core() | told

    def as_record(self) -> dict[str, object]:
        """Return the slot as it stands in the file."""
        sealed_fields = ("ephemeral", "kept", "root")
        return self.header() | {name: getattr(self, name).hex() for name in sealed_fields}

    def half_by(self, secret: str) -> Half | None:
        """Return what *secret* opens; ``None`` if it is not the secret of this slot."""
        wrapping = stretch(secret, salt=self.salt, cost=self.cost).wrapping
        content = opened(wrapping, self.private, as_bytes(self.core()))
        return None if content is None else Half(content[:KEY_BYTES], content[KEY_BYTES:])

    def key_by(self, half: Half) -> StationKey:
        """Return the root key, by the *half* that the secret has opened.

        Raises :class:`KeysDamagedError` if it was not wrapped for this slot as it is.
        """
        root = half.receive(self.ephemeral, self.root, as_bytes(self.header()))
        if root is None:
            raise KeysDamagedError(what="slot")
        is_given = self.origin is not None and self.origin.how in TO_BE_CHANGED
        return StationKey(root, owner=self.owner, kind=self.kind.value, is_given=is_given)

    def handed(self, key: StationKey, *, by: StationKey | None = None) -> Slot:
        """Return the slot with the root key *key* in it, whatever it held before.

        *by* is the root key it holds now, if that is another.
        """
        anchor, former = self._kept_by(by or key)
        return self.holding(key, anchor, former)

    def former_by(self, key: StationKey) -> tuple[bytes, ...]:
        """Return the digests of the last secrets of the owner, the present one first."""
        return self._kept_by(key)[1]

    def holding(self, key: StationKey, anchor: bytes, former: tuple[bytes, ...]) -> Slot:
        """Return the slot with *key* in it, and under it what is kept for its holder."""
        # as long as all of them would be: how many there were does not show
        content = anchor + b"".join(former).ljust(MOST_FORMER * DIGEST_BYTES, b"\0")
        kept = sealed(key.drawn("kept"), content, self.id.encode())
        header = as_bytes(self.header())
        ephemeral, root = hand(bytes(key.root), self.public, anchor, header)
        return replace(self, ephemeral=ephemeral, root=root, kept=kept)

    def _kept_by(self, key: StationKey) -> tuple[bytes, tuple[bytes, ...]]:
        content = opened(key.drawn("kept"), self.kept, self.id.encode())
        if content is None:
            raise KeysDamagedError(what="slot")
        digests = (
            content[start : start + DIGEST_BYTES]
            for start in range(KEY_BYTES, len(content), DIGEST_BYTES)
        )
        return content[:KEY_BYTES], tuple(digest for digest in digests if any(digest))


def new_slot(
    kind: SlotKind,
    secret: Stretched,
    key: StationKey,
    *,
    salt: bytes,
    cost: Cost,
    since: date,
    owner: str = "",
    label: str = "",
    former: tuple[bytes, ...] = (),
    origin: Origin | None = None,
) -> Slot:
    """Return a slot in which *secret*, stretched with *salt* at *cost*, opens *key*.

    *former* are the digests of the owner's secrets before this one.
    """
    half = new_half()
    slot = Slot(
        id=secrets.token_hex(ID_BYTES),
        kind=kind,
        owner=owner,
        label=label,
        since=since,
        origin=origin,
        cost=cost,
        salt=salt,
        public=half.public,
    )
    if not _is_named(slot):  # it could not be read back
        raise ValueError(f"no names for a slot of kind {kind.value}")
    private = sealed(secret.wrapping, half.joined(), as_bytes(slot.core()))
    digests = (secret.digest, *former)[:MOST_FORMER] if kind in PERSONAL else ()
    return replace(slot, private=private).holding(key, half.anchor, digests)


def new_salt() -> bytes:
    """Return a salt nobody has had before."""
    return secrets.token_bytes(SALT_BYTES)


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
            owner=record["owner"],
            label=record["label"],
            since=date.fromisoformat(record["since"]),
            origin=read_origin(record["origin"]) if "origin" in record else None,
            cost=cost,
            **{name: bytes.fromhex(record[name]) for name in LENGTHS},
        )
        lengths = {name: len(getattr(slot, name)) for name in LENGTHS}
        right = lengths == LENGTHS and cost.is_bearable() and _is_named(slot)
    except (KeyError, TypeError, ValueError) as error:
        raise KeysDamagedError(what="slot") from error
    if not right or slot.as_record() != record:
        raise KeysDamagedError(what="slot")
    return slot


def _is_named(slot: Slot) -> bool:
    """Whether the slot has the names its kind asks for."""
    if not ID.fullmatch(slot.id) or len(slot.label) > MOST_LABEL:
        return False
    if slot.kind in PERSONAL:
        return bool(OWNER.fullmatch(slot.owner))
    return not slot.owner and (slot.kind is SlotKind.BACKUP or not slot.label)
