"""Heads of audits kept outside the chain they belong to, and what contradicts them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.audit.chain import Link

if TYPE_CHECKING:
    from datetime import datetime

OURS = ""
"""The owner of our own chain: what a device's key is may change, the chain stays ours."""
GROUP = 2  # bytes: four digits, as they are copied by hand


class Way(StrEnum):
    """By which way a head came to be kept."""

    TOLD = "told"  # another device's, in its file
    SENT = "sent"  # ours, in a file we wrote
    RETURNED = "returned"  # ours, as another device says it holds it
    PRINTED = "printed"  # ours, on a day sheet or told for the day book
    VERIFIED = "verified"  # ours, when the whole chain was found as it was written


class Contradiction(StrEnum):
    """How a head contradicts one from before."""

    BACK = "went-back"  # a smaller number: the end was cut off, or a backup put back
    OTHER = "other-digest"  # the same number and another content: made anew
    UNKNOWN = "unknown-to-us"  # ours, by another's word, and our chain does not hold it


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A head that is kept: whose chain, by whom it was told, and when."""

    owner: str
    teller: str
    way: Way
    link: Link
    at: datetime
    is_settled: bool = False


def contradiction(known: Link | None, told: Link) -> Contradiction | None:
    """Return how *told*, the later one, contradicts the head *known* of the same chain."""
    if known is None or told.number > known.number:
        return None
    if told.number < known.number:
        return Contradiction.BACK
    return None if told.digest == known.digest else Contradiction.OTHER


def line_of(link: Link, day: str) -> str:
    """Return a head as one line of a printed sheet: number, day, digest in groups."""
    return f"{link.number}  {day}  {link.digest.hex(' ', GROUP)}"


def read_line(text: str) -> Link | None:
    """Return the head that a line copied by hand tells: number, perhaps a day, 64 digits."""
    parts = text.replace(":", " ").split()
    digits = "".join(part for part in parts[1:] if "-" not in part)
    if not parts or not parts[0].isdecimal() or len(digits) != 64:
        return None
    try:
        digest = bytes.fromhex(digits)
    except ValueError:
        return None
    number = int(parts[0])
    return Link(number, digest) if 0 < number < 2**63 else None
