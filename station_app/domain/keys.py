"""Keys of records: made by us, before the commit, in the order of time.

A key is a UUID of version 7 (RFC 9562, section 5.7) as 32 hexadecimal digits:
48 bits of milliseconds, then random bits. Two devices never make the same one.
"""

from __future__ import annotations

import secrets
import time

RANDOM_BITS = 74
LOW_BITS = 62
# bits 76 to 79, and 62 to 63
VERSION_AND_VARIANT = (7 << 76) | (2 << 62)


def new_key() -> str:
    """Return a key nobody has had before."""
    # Not the clock of the station: tests and replays let it stand still, keys must differ.
    milliseconds = time.time_ns() // 1_000_000
    chance = secrets.randbits(RANDOM_BITS)
    high, low = chance >> LOW_BITS, chance & ((1 << LOW_BITS) - 1)
    return f"{milliseconds << 80 | VERSION_AND_VARIANT | high << 64 | low:032x}"
