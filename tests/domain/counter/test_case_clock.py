"""When a case is due, held against a slow and obvious calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.counter.case_clock import (
    CaseClock,
    Dues,
    Stop,
    Urgency,
    stops_from_text,
    text_of_stops,
    urgency_of,
)
from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.domain.working_days import Due
from station_app.shipped import RESOURCES
from station_app.store.calendars import read_calendar
from tests.domain.test_working_days import obviously_working

CALENDAR = read_calendar(RESOURCES / "calendar")
ONE_DAY = timedelta(days=1)
STARTS = st.dates(date(2026, 1, 1), date(2027, 3, 1))
GAPS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=3)


def day(text):
    return date.fromisoformat(text)


def working(days):
    return TimeLimit(days, Counted.WORKING)


def calendar_days(days):
    return TimeLimit(days, Counted.CALENDAR)


def stopped(start, gaps):
    """Return a clock that began on *start* and stood still in *gaps*: (after, for) days."""
    clock, at = CaseClock(began=start), start
    for after, lasting in gaps:
        clock = clock.stopped(at + timedelta(days=after), "special")
        at += timedelta(days=after + lasting)
        clock = clock.restarted(at)
    return clock


def obviously_due(start, limit, gaps):
    """Cross the days out one by one."""
    still, at = set(), start
    for after, lasting in gaps:
        at += timedelta(days=after)
        still |= {at + n * ONE_DAY for n in range(1, lasting + 1)}
        at += timedelta(days=lasting)
    counted, each = 0, start
    while counted < limit.days:
        each += ONE_DAY
        if each in still:
            continue
        if limit.counted is Counted.CALENDAR or obviously_working(each):
            counted += 1
    while not obviously_working(each):
        each += ONE_DAY
    return each


@given(STARTS, st.integers(1, 60), st.sampled_from(Counted), GAPS)
def test_what_was_stopped_is_due_on_the_day_that_crossing_out_finds(start, days, counted, gaps):
    limit = TimeLimit(days, counted)
    due = stopped(start, gaps).due(limit, CALENDAR)
    assert due.day == obviously_due(start, limit, gaps)
    assert due.is_provisional == (due.day.year > 2026 or start.year > 2026)


@given(STARTS, st.integers(1, 60), st.sampled_from(Counted))
def test_a_clock_that_never_stood_still_goes_by_the_limit_alone(start, days, counted):
    limit = TimeLimit(days, counted)
    plain = CaseClock(began=start).due(limit, CALENDAR)
    assert plain == limit.due(start, CALENDAR)
    assert plain == stopped(start, [(0, 0)]).due(limit, CALENDAR)


@pytest.mark.parametrize(
    ("began", "since", "until", "limit", "due"),
    [
        # three working days from Monday; stopped on Tuesday, restarted on Friday: two are left
        ("2026-03-02", "2026-03-03", "2026-03-06", working(3), "2026-03-10"),
        # over the Spring Festival: the make-up Saturday counts
        ("2026-02-12", "2026-02-13", "2026-02-13", working(3), "2026-02-24"),
        # calendar days that would end on a Sunday
        ("2026-03-02", "2026-03-03", "2026-03-04", calendar_days(5), "2026-03-09"),
        ("2026-03-02", "2026-03-02", "2026-03-02", working(0), "2026-03-02"),
    ],
)
def test_days_it_stood_still_are_not_counted(began, since, until, limit, due):
    clock = CaseClock(began=day(began)).stopped(day(since), "supplement").restarted(day(until))
    assert clock.due(limit, CALENDAR) == Due(day(due), is_provisional=False)


def test_nothing_is_due_before_it_began_while_it_stands_or_without_a_limit():
    began = CaseClock(began=day("2026-03-02"))
    assert CaseClock().due(working(3), CALENDAR) is None
    assert began.due(None, CALENDAR) is None
    standing = began.stopped(day("2026-03-03"), "special")
    assert standing.is_stopped
    assert standing.due(working(3), CALENDAR) is None
    assert standing.restarted(day("2026-03-04")).due(working(3), CALENDAR) is not None


def test_a_year_without_a_schedule_makes_it_provisional():
    clock = CaseClock(began=day("2026-12-30"))
    assert clock.due(working(1), CALENDAR) == Due(day("2026-12-31"), is_provisional=False)
    assert clock.due(working(2), CALENDAR).is_provisional
    dues = Dues(promised=clock.due(working(1), CALENDAR), legal=clock.due(working(9), CALENDAR))
    assert dues.is_provisional
    assert dues.first == dues.promised
    assert Dues().first is None


@pytest.mark.parametrize(
    ("due", "is_stopped", "urgency"),
    [
        (None, False, Urgency.NONE),
        (None, True, Urgency.STOPPED),
        ("2026-03-09", False, Urgency.OVERDUE),
        ("2026-03-10", False, Urgency.SOON),
        ("2026-03-12", False, Urgency.SOON),
        ("2026-03-13", False, Urgency.NONE),
    ],
)
def test_amber_comes_before_red(due, is_stopped, urgency):
    today, soon = day("2026-03-10"), day("2026-03-12")
    found = urgency_of(due and day(due), today=today, soon=soon, is_stopped=is_stopped)
    assert found is urgency


@given(STARTS, GAPS)
def test_stops_are_read_as_they_were_kept(start, gaps):
    stops = stopped(start, gaps).stops
    assert stops_from_text(text_of_stops(stops)) == stops


@given(st.text() | st.recursive(st.none() | st.text(), st.lists).map(str))
def test_whatever_stands_there_is_read(text):
    assert isinstance(stops_from_text(text), tuple)


def test_what_cannot_be_read_is_left_out_and_only_the_last_stands_open():
    text = '[["2026-03-01",null,"a"],["x",null,"b"],7,["2026-03-02",null,"c"]]'
    assert stops_from_text(text) == (Stop(day("2026-03-02"), None, "c"),)
