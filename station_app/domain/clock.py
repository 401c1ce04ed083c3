"""Time, asked for rather than looked up, so that tests and replays can tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime


class Clock(Protocol):
    """Tells the time of the device."""

    def now(self) -> datetime:
        """Return the present moment, in UTC and aware of it."""
        ...

    def today(self) -> date:
        """Return the day it is at the station."""
        ...
