"""Whom to believe: the keys of a station and what it has revoked, as one signed list."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from station_app.domain.paper_code import cbor
from station_app.domain.paper_code.claims import ED25519, EPOCH, TAG

if TYPE_CHECKING:
    from station_app.domain.paper_code.cbor import Item

LIST_TAG: Final = b"SQZS-LIST1\x00"
FORM: Final = 2
"""Of the list; a page bears the scripts that read its own."""
HANDLE: Final = 8
OVERLAP: Final = timedelta(days=30)
"""A key of one year is believed so long into the next."""
STALE: Final = timedelta(days=7)
"""A page whose list is older says so in red."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """A key that may sign papers: whose it is, and of which days."""

    id: str
    algorithm: int = ED25519
    public: bytes
    issuer: str
    valid_from: date
    valid_to: date
    withdrawn_on: date | None = None
    """Since when its secret is not ours alone; only papers that were confirmed hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """A paper that is void: the handle of its code, and since when."""

    handle: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustList:
    """Keys and revocations as they stand on a day; more entries are a later list."""

    day: date
    keys: tuple[KeyEntry, ...] = ()
    revoked: tuple[Revocation, ...] = ()
    confirmed: frozenset[str] = frozenset()
    """The handles of papers that hold although their key was withdrawn."""

    @property
    def sequence(self) -> int:
        """Return the number of the list: entries are only ever added."""
        withdrawn = sum(key.withdrawn_on is not None for key in self.keys)
        return len(self.keys) + withdrawn + len(self.revoked) + len(self.confirmed)

    def key(self, key_id: str) -> KeyEntry | None:
        """Return the key *key_id*, or None."""
        return next((key for key in self.keys if key.id == key_id), None)

    def revocation(self, handle: str) -> Revocation | None:
        """Return the revocation of *handle*, or None."""
        return next((each for each in self.revoked if each.handle == handle), None)


def key_id_of(public: bytes) -> str:
    """Return the name of a key: the first six bytes of its digest."""
    return hashlib.sha512(public).digest()[:6].hex()


def handle_of(signed: bytes) -> str:
    """Return by what a code is revoked: it tells nothing of what the code says.

    SHA-512, because the page has it even in browsers without WebCrypto.
    """
    return hashlib.sha512(TAG + signed).digest()[:HANDLE].hex()


def end_of_key(made_on: date) -> date:
    """Return the last day of a key made on *made_on*."""
    return date(made_on.year, 12, 31) + OVERLAP


def list_bytes(trust: TrustList) -> bytes:
    """Return *trust* in its one form, which the root signs after :data:`LIST_TAG`."""
    keys: tuple[Item, ...] = tuple(
        (
            bytes.fromhex(key.id),
            key.algorithm,
            key.public,
            key.issuer,
            (key.valid_from - EPOCH).days,
            (key.valid_to - EPOCH).days,
            0 if key.withdrawn_on is None else (key.withdrawn_on - EPOCH).days,
        )
        for key in sorted(trust.keys, key=lambda key: key.id)
    )
    revoked: tuple[Item, ...] = tuple(
        (bytes.fromhex(each.handle), (each.on - EPOCH).days)
        for each in sorted(trust.revoked, key=lambda each: each.handle)
    )
    confirmed: tuple[Item, ...] = tuple(map(bytes.fromhex, sorted(trust.confirmed)))
    day = (trust.day - EPOCH).days
    return cbor.written((FORM, day, trust.sequence, keys, revoked, confirmed))
