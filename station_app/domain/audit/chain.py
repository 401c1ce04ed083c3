"""The chain of the audit (审计链): what binds each entry to the one before it.

The digest of an entry is the SHA-256 over :data:`TAG`, the digest before it (32
bytes) and the entry's canonical bytes. Those begin with a head of fixed length,
the number and the lengths of the five texts, big-endian; the texts follow in
UTF-8. So no two different entries have the same bytes. This never changes: a
chain in the field could not be verified any more. Why a chain, and what it does
not show without an anchor: docs/adr/0011-audit-chain.md.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

TAG = b"station audit 1\0"
HEAD = struct.Struct(">q5I")
DIGEST_BYTES = 32

Texts = tuple[bytes, bytes, bytes, bytes, bytes]


class Link(NamedTuple):
    """A place in the chain: a start, a head, an anchor."""

    number: int
    digest: bytes


ORIGIN = Link(0, bytes(DIGEST_BYTES))  # before the first entry of all


class Entry(NamedTuple):
    """An entry as it is kept; a tuple, for a hundred thousand are looked at in a second.

    ``texts`` are the moment, the signature, the act, the record and the facts in UTF-8.
    """

    number: int
    texts: Texts
    former: bytes
    digest: bytes


class FaultKind(StrEnum):
    """What is wrong with a chain."""

    CHANGED = "changed"  # the entry is not what its digest was made of
    MISSING = "missing"  # no entry has the number
    DOUBLED = "doubled"  # the number was given before
    BROKEN = "broken-link"  # the entry names another one before it
    REORDERED = "reordered"  # the entry stood behind one that comes later
    CUT = "cut"  # the chain ends before the anchor
    REPLACED = "replaced"  # whole in itself, but not the chain of the anchor
    UNGUARDED = "unguarded"  # nothing keeps the entries from being changed


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing wrong, and the number of the entry it is found at."""

    kind: FaultKind
    number: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a walk along the chain has shown: how many entries, the last one, the first fault."""

    count: int
    head: Link
    fault: Fault | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault is None


def canonical(number: int, texts: Texts) -> bytes:
    """Return the bytes that stand for the content of an entry, and for no other."""
    return b"".join((HEAD.pack(number, *map(len, texts)), *texts))


def digest_of(former: bytes, number: int, texts: Texts) -> bytes:
    """Return the digest of the entry that follows the digest *former*."""
    return sha256(TAG + former + canonical(number, texts)).digest()


def following(head: Link, texts: Texts) -> Entry:
    """Return the entry that goes on with the chain after *head*."""
    number = head.number + 1
    return Entry(number, texts, head.digest, digest_of(head.digest, number, texts))


def verify(
    entries: Iterable[Entry],
    *,
    start: Link = ORIGIN,
    anchor: Link | None = None,
    anchors: Iterable[Link] = (),
    is_guarded: bool = True,
) -> Verdict:
    """Walk along *entries*, which stand in the order of their numbers.

    *start* is what the first of them follows, *anchor* a former head that was kept
    elsewhere; without one a chain that was made anew is not told from the real one.
    Any number of *anchors* more may be given.
    """
    walk = _Walk(start, (*anchors, *filter(None, (anchor,))))
    for entry in entries:
        walk.pass_by(entry)
    return walk.verdict(is_guarded=is_guarded)


class _Walk:
    """How far the chain was walked along, and what was found."""

    def __init__(self, start: Link, anchors: tuple[Link, ...]) -> None:
        if any(anchor.number < start.number for anchor in anchors):
            raise ValueError("an anchor before the start shows nothing")
        self._last = start
        self._digests: dict[int, set[bytes]] = {}
        for anchor in anchors:
            self._digests.setdefault(anchor.number, set()).add(anchor.digest)
        self._furthest = max(self._digests, default=start.number)
        self._count = 0
        self._fault = self._replaced(start)
        self._named = b""

    def pass_by(self, entry: Entry) -> None:
        """Take the next entry."""
        if self._fault is None:
            self._fault = self._fault_of(entry)
            self._named = entry.former
        elif entry.digest == self._named and self._fault.kind in {
            FaultKind.CHANGED,
            FaultKind.BROKEN,
        }:
            # it was put before the one it follows
            self._fault = Fault(FaultKind.REORDERED, self._fault.number)
        self._last = Link(entry.number, entry.digest)
        self._count += 1

    def verdict(self, *, is_guarded: bool) -> Verdict:
        """Return what the whole walk has shown."""
        fault, head = self._fault, self._last
        if fault is None and head.number < self._furthest:
            fault = Fault(FaultKind.CUT, head.number + 1)
        if fault is None and not is_guarded:
            fault = Fault(FaultKind.UNGUARDED, head.number)
        return Verdict(self._count, head, fault)

    def _fault_of(self, entry: Entry) -> Fault | None:
        last = self._last
        if entry.number > last.number + 1:
            return Fault(FaultKind.MISSING, last.number + 1)
        if entry.number <= last.number:
            return Fault(FaultKind.DOUBLED, entry.number)
        if entry.digest != digest_of(entry.former, entry.number, entry.texts):
            return Fault(FaultKind.CHANGED, entry.number)
        if entry.former != last.digest:
            return Fault(FaultKind.BROKEN, entry.number)
        return self._replaced(Link(entry.number, entry.digest))

    def _replaced(self, place: Link) -> Fault | None:
        # all of them: two anchors that contradict one another cannot both be met
        if place.number in self._digests and self._digests[place.number] != {place.digest}:
            return Fault(FaultKind.REPLACED, place.number)
        return None
