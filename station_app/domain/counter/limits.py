"""Time limits (时限): so many working or calendar days, or at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.working_days import Due

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.working_days import WorkCalendar

MOST_DAYS = 365
"""More than a year is a slip of the finger."""


class Counted(StrEnum):
    """Which days are counted."""

    WORKING = "working"  # 工作日
    CALENDAR = "calendar"  # 自然日


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """So many days; none of them means while the person waits (当场办结)."""

    days: int = 0
    counted: Counted = Counted.WORKING

    @property
    def is_at_once(self) -> bool:
        """Whether it is done while the person waits."""
        return not self.days

    def due(self, start: date, calendar: WorkCalendar) -> Due:
        """Return the day on which it ends for what was accepted on *start*.

        The day may be provisional (暂定): see
        :class:`~station_app.domain.working_days.WorkCalendar`.
        """
        if self.is_at_once:
            return Due(start, is_provisional=False)
        if self.counted is Counted.WORKING:
            return calendar.after(start, self.days)
        return calendar.after_calendar_days(start, self.days)
