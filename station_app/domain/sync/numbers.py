"""Serials of certificates that no two devices ever give, though neither hears of the other.

A serial is ``block * 10000 + n``. Each block of 9,999 serials belongs to one
incarnation of one device: ``block = segment * 8 + incarnation``, where the station
gives a *segment* (号段) to every device, itself having segment 0, and the
*incarnation* counts how often the store was put back from a copy since it had
its segment: what it gave after the copy was made is not known to it any more. So
a station that was never put back goes on with 1, 2, 3 …, and blocks only ever
rise.
"""

from __future__ import annotations

OF_BLOCK = 10_000
INCARNATIONS = 8
SEGMENTS_OF_INCARNATION = 32


def block_of(segment: int, incarnation: int) -> int | None:
    """Return the block of an *incarnation* of the device with *segment*, if there is one left."""
    if not 0 <= incarnation < INCARNATIONS:
        return None
    return segment * INCARNATIONS + incarnation


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
