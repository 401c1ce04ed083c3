"""Heads that travel with sync files: ours to others, what they hold of ours back to us.

A chain that was cut or made anew is whole in itself; that it is not the one from before
is found by whoever holds a former head and cannot be made to forget it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from station_app.domain.audit.chain import DIGEST_BYTES, Link
from station_app.domain.audit.heads import Contradiction, Way, contradiction
from station_app.domain.errors import RefusedError
from station_app.services.audit.walking import start_of

if TYPE_CHECKING:
    from station_app.store.transaction import Transaction

HEAD, KNOWN = "head", "known"
HIGHEST = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadNote:
    """What a file tells of audits: the head of its writer, and of its reader as known there."""

    head: Link | None = None
    known: Link | None = None


def note_for(tx: Transaction, device: str) -> dict[str, Any]:
    """Return what a file for *device* tells of audits; our own head counts as sent."""
    head, known = tx.audit.head(), tx.heads.known(Way.TOLD, owner=device, teller=device)
    told: dict[str, Any] = {}
    if head.number:
        told[HEAD] = list(head)
        tx.heads.keep(Way.SENT, head, teller=device)
    if known is not None:
        told[KNOWN] = list(known.link)
    return told


def read_note(told: object) -> HeadNote:
    """Return what a file *told* of audits; raises :class:`RefusedError` for what is unsound."""
    if type(told) is not dict:
        raise RefusedError("enrol.altered")
    return HeadNote(
        head=_link(told[HEAD]) if HEAD in told else None,
        known=_link(told[KNOWN]) if KNOWN in told else None,
    )


def take_note(tx: Transaction, device: str, note: HeadNote) -> None:
    """Hold what *device* told against what is kept; what contradicts it is an alarm.

    An alarm is told once: from then on the later head counts, the former one stands in
    the entry that tells of it.
    """
    if note.head is not None:
        known = tx.heads.known(Way.TOLD, owner=device, teller=device)
        found = contradiction(known.link if known else None, note.head)
        if known is not None and found is not None:
            _alarm(tx, device, found, known.link, note.head)
        tx.heads.keep(Way.TOLD, note.head, owner=device, teller=device)
    if note.known is not None:
        _compare_ours(tx, device, note.known)


def _compare_ours(tx: Transaction, device: str, told: Link) -> None:
    """Hold what *device* holds of our chain against the chain itself."""
    known = tx.heads.known(Way.RETURNED, teller=device)
    if known is not None and known.link == told:
        return
    start = start_of(tx)
    is_ours = told == start or told.number < start.number
    if not is_ours and tx.audit.digest_of(told.number) != told.digest:
        _alarm(tx, device, Contradiction.UNKNOWN, tx.audit.head(), told)
    tx.heads.keep(Way.RETURNED, told, teller=device)


def _alarm(tx: Transaction, device: str, how: Contradiction, known: Link, told: Link) -> None:
    tx.audit.add(
        "audit:head:contradicted",
        device,
        how=how.value,
        known=[known.number, known.digest.hex()],
        told=[told.number, told.digest.hex()],
    )


def _link(told: object) -> Link:
    if type(told) is not list or len(told) != 2:
        raise RefusedError("enrol.altered")
    number, digest = told
    is_number = type(number) is int and 0 < number <= HIGHEST
    if not is_number or type(digest) is not bytes or len(digest) != DIGEST_BYTES:
        raise RefusedError("enrol.altered")
    return Link(number, digest)
