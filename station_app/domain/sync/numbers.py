"""Serials of certificates that no two devices ever give, though neither hears of the other.

A serial is ``block * 10000 + n``. Each block of 9,999 serials belongs to one
incarnation of one device: ``block = segment * 8 + incarnation % 8``, where the
station gives a *segment* (号段) to every device, itself having segment 0, and the
*incarnation* counts how often the store was put back from a copy: what it gave
after the copy was made is not known to it any more. A segment lasts as long as
the incarnation's last three bits run up, then another is to be fetched. So a
station that was never put back goes on with 1, 2, 3 …
"""

from __future__ import annotations

OF_BLOCK = 10_000
INCARNATIONS = 8
SEGMENTS_OF_INCARNATION = 32


def block_of(segment: int, incarnation: int, *, since: int = 0) -> int | None:
    """Return the block of an *incarnation* that has *segment* since the incarnation *since*.

    There is none left once eight incarnations may have had it. They do not begin to count
    with the segment: one that was put back to a time before it had the segment would.
    """
    # a block would be that of eight incarnations before, whose serials may be on paper
    if incarnation // INCARNATIONS != since // INCARNATIONS:
        return None
    return segment * INCARNATIONS + incarnation % INCARNATIONS


def serial_after(last: int, block: int) -> int | None:
    """Return the serial in *block* that follows *last*, none if all were given.

    *last* may be of a former block, or 0.
    """
    serial = max(last, block * OF_BLOCK) + 1
    return serial if serial < (block + 1) * OF_BLOCK else None


def segment_after(highest: int, incarnation: int) -> int:
    """Return the segment for the next device, *highest* being the last one known.

    A station that was put back from a copy has forgotten to whom it gave segments
    since: each incarnation of it begins beyond those of the former.
    """
    return max(highest, incarnation * SEGMENTS_OF_INCARNATION) + 1
