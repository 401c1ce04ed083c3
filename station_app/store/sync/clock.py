"""The hybrid logical clock: the moment that entries of one transaction are stamped with.

It decides nothing but which of two concurrent values stands until somebody has
looked; who has seen what is told by contexts (ADR 0010).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MILLISECOND = 8  # bits below the millisecond
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# + 1 where the wall clock stands still or was put back: two transactions never share a moment
ADVANCE = "UPDATE sync_clock SET hlc = max(hlc + 1, ?) RETURNING hlc"


def hlc_of(moment: datetime) -> int:
    """Return the hybrid logical clock (milliseconds × 256) of a wall clock's *moment*."""
    return (moment - EPOCH) // timedelta(milliseconds=1) << MILLISECOND


def moment_of(hlc: int) -> datetime:
    """Return the moment, in UTC, that *hlc* stands for."""
    return EPOCH + timedelta(milliseconds=hlc >> MILLISECOND)
