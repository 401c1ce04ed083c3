"""Working days (工作日): which they are, and when a time limit of so many of them ends.

The State Council gives out each year's holidays and the weekend days that are worked for
them in the autumn before; that schedule is data. Until it is known only the statutory
holidays are, and every day computed across such a year is provisional (暂定).

The day on which a time limit begins is not counted; one in calendar days that would end on a
day of rest ends on the next working day (民法典 201, 203条). Limits in working days skip.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

ONE_DAY = timedelta(days=1)
SATURDAY = 5
MOST_DAYS = 3650


class Due(NamedTuple):
    """The day on which a time limit ends, and whether that may still change (暂定)."""

    day: date
    is_provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkYear:
    """The schedule of one year: days of rest (``off``), and weekend days that are worked.

    It is provisional as long as only the statutory holidays are known.
    """

    year: int
    off: frozenset[date]
    worked: frozenset[date]
    is_provisional: bool
    source: str
    doc_no: str


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The schedules that are known, by year; a year without one has its weekends."""

    years: Mapping[int, WorkYear]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on *day*, as far as is known."""
        known = self.years.get(day.year)
        if known is not None and day in known.worked:
            return True
        return day.weekday() < SATURDAY and (known is None or day not in known.off)

    def is_provisional(self, day: date) -> bool:
        """Whether the schedule of the year of *day* is still to come."""
        known = self.years.get(day.year)
        return known is None or known.is_provisional

    def after(self, start: date, days: int) -> Due:
        """Return the last of *days* working days that follow *start*.

        Raises ``ValueError`` for none, or for more than ten years of days.
        """
        if not 1 <= days <= MOST_DAYS:
            raise ValueError(days)
        day, left = start, days
        while left:
            day += ONE_DAY
            left -= self.is_working_day(day)
        return self._due(start, day)

    def after_calendar_days(self, start: date, days: int) -> Due:
        """Return the last of *days* calendar days that follow *start*; rest days put it off.

        Raises ``ValueError`` for none, or for more than ten years of days.
        """
        if not 1 <= days <= MOST_DAYS:
            raise ValueError(days)
        day = start + timedelta(days=days)
        while not self.is_working_day(day):
            day += ONE_DAY
        return self._due(start, day)

    def between(self, start: date, end: date) -> int:
        """Return how many working days lie after *start* up to *end*, that included.

        It is negative where *end* lies before *start*.
        """
        if end < start:
            return -self.between(end, start)
        days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
        return sum(map(self.is_working_day, days))

    def _due(self, start: date, day: date) -> Due:
        # a limit from one year into the next depends on both
        years = range((start + ONE_DAY).year, day.year + 1)
        return Due(day, any(self.is_provisional(date(year, 1, 1)) for year in years))
