"""The clock of a case: promised and legal time, stopped and restarted with a reason.

It starts with the day of acceptance, which is not counted. Days after one on which it was
stopped are not counted, up to the one on which it was restarted, that included. A limit in
calendar days that would end on a day of rest ends on the next working day (民法典 203条).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.counter.limits import Counted
from station_app.domain.working_days import Due

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.counter.limits import TimeLimit
    from station_app.domain.working_days import WorkCalendar

ONE_DAY = timedelta(days=1)


class Urgency(StrEnum):
    """How pressing a case is; colours are the window's."""

    NONE = "none"
    STOPPED = "stopped"
    SOON = "soon"  # amber
    OVERDUE = "overdue"  # red


@dataclass(frozen=True, slots=True)
class Stop:
    """That the clock stood still: from the end of ``since`` to the end of ``until``.

    Without ``until`` it still does. ``code`` is one of the reasons shipped.
    """

    since: date
    until: date | None
    code: str

    def covers(self, day: date) -> bool:
        """Whether *day* is not counted."""
        return self.since < day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClock:
    """When the time of a case began, and when it stood still; ``began`` None: not yet."""

    began: date | None = None
    stops: tuple[Stop, ...] = ()

    @property
    def is_stopped(self) -> bool:
        """Whether it stands still now."""
        return bool(self.stops) and self.stops[-1].until is None

    def stopped(self, day: date, code: str) -> CaseClock:
        """Return the clock as it stands still from *day* on."""
        return CaseClock(began=self.began, stops=(*self.stops, Stop(day, None, code)))

    def restarted(self, day: date) -> CaseClock:
        """Return the clock as it runs again after *day*."""
        *former, last = self.stops
        return CaseClock(began=self.began, stops=(*former, Stop(last.since, day, last.code)))

    def due(self, limit: TimeLimit | None, calendar: WorkCalendar) -> Due | None:
        """Return when *limit* ends; None without one, before it begins or while it stands."""
        if limit is None or self.began is None or self.is_stopped:
            return None
        if not self.stops or limit.is_at_once:
            return limit.due(self.began, calendar)
        day, left, by_working = self.began, limit.days, limit.counted is Counted.WORKING
        while left:
            day += ONE_DAY
            left -= self._counts(day, calendar, by_working=by_working)
        while not calendar.is_working_day(day) and not by_working:
            day += ONE_DAY
        years = range((self.began + ONE_DAY).year, day.year + 1)
        return Due(day, any(calendar.is_provisional(date(year, 1, 1)) for year in years))

    def _counts(self, day: date, calendar: WorkCalendar, *, by_working: bool) -> bool:
        if any(stop.covers(day) for stop in self.stops):
            return False
        return not by_working or calendar.is_working_day(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues:
    """When a case is due: as promised, and by law.

    ``intake``: until when something has to become of it before it is accepted: what lacks told,
    or brought. ``ordered``: the day that was asked for from outside.
    """

    promised: Due | None = None
    legal: Due | None = None
    intake: Due | None = None
    ordered: Due | None = None

    @property
    def first(self) -> Due | None:
        """The one that comes first."""
        return min(self._known(), default=None)

    @property
    def is_provisional(self) -> bool:
        """Whether one of them may still change (暂定)."""
        return any(due.is_provisional for due in self._known())

    def _known(self) -> list[Due]:
        return [due for due in (self.promised, self.legal, self.intake, self.ordered) if due]


def urgency_of(due: date | None, *, today: date, soon: date, is_stopped: bool) -> Urgency:
    """Return how pressing it is what is due on a day; *soon* is the last that is amber."""
    if is_stopped:
        return Urgency.STOPPED
    if due is None:
        return Urgency.NONE
    if due < today:
        return Urgency.OVERDUE
    return Urgency.SOON if due <= soon else Urgency.NONE


def text_of_stops(stops: Iterable[Stop]) -> str:
    """Return *stops* as text to be kept and exchanged."""
    return json.dumps(
        [
            [each.since.isoformat(), each.until and each.until.isoformat(), each.code]
            for each in stops
        ]
    )


def stops_from_text(text: str) -> tuple[Stop, ...]:
    """Return the stops kept as *text*; what cannot be read of it is left out."""
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    found = map(_stop, rows) if isinstance(rows, list) else ()
    stops = [each for each in found if each is not None]
    # none but the last may stand open: another device's would stop the clock for good
    return tuple(each for place, each in enumerate(stops) if each.until or place == len(stops) - 1)


def _stop(row: object) -> Stop | None:
    match row:
        case [str(since), str() | None as until, str(code)]:
            try:
                ends = None if until is None else date.fromisoformat(until)
                return Stop(date.fromisoformat(since), ends, code)
            except ValueError:
                return None
    return None
