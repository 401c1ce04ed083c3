from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.working_days import WorkCalendar, WorkYear
from station_app.shipped import RESOURCES
from station_app.store.calendars import read_calendar

CALENDAR = read_calendar(RESOURCES / "calendar")
DAYS = st.dates(date(2025, 6, 1), date(2028, 6, 1))
VECTORS = [
    ("2026-02-12", 3, "2026-02-24"),
    ("2026-02-13", 5, "2026-02-27"),
    ("2026-04-30", 3, "2026-05-08"),
    ("2026-06-18", 1, "2026-06-22"),
    ("2026-09-18", 5, "2026-09-24"),
    ("2026-09-30", 15, "2026-10-27"),
    ("2026-01-05", 30, "2026-02-14"),
]


def day(text):
    return date.fromisoformat(text)


def obviously_working(each):
    """Tell it from the printed schedule, one line after the other."""
    if each.year == 2026:
        if f"{each:%m-%d}" in {"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"}:
            return True
        off = [("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05")]
        off += [("06-19", "06-21"), ("09-25", "09-27"), ("10-01", "10-07")]
        if any(first <= f"{each:%m-%d}" <= last for first, last in off):
            return False
    if each.year == 2027:
        off = {"01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09"}
        if f"{each:%m-%d}" in off | {"09-15", "10-01", "10-02", "10-03"}:
            return False
    return f"{each:%a}" not in {"Sat", "Sun"}


@pytest.mark.parametrize(("start", "days", "end"), VECTORS)
def test_the_vectors_of_the_schedule_hold(start, days, end):
    assert CALENDAR.after(day(start), days) == (day(end), False)


def test_a_year_has_as_many_working_days_as_its_schedule_says():
    assert CALENDAR.between(date(2025, 12, 31), date(2026, 12, 31)) == 248


@given(DAYS)
def test_a_day_is_worked_as_the_printed_schedule_says(each):
    assert CALENDAR.is_working_day(each) == obviously_working(each)


@given(DAYS, st.integers(1, 90))
def test_a_limit_ends_on_the_working_day_that_one_counts_to(start, days):
    found = CALENDAR.after(start, days).day
    counted = [start + timedelta(days=n) for n in range(1, (found - start).days + 1)]
    assert sum(map(obviously_working, counted)) == days
    assert obviously_working(found)
    assert CALENDAR.between(start, found) == days
    assert CALENDAR.between(found, start) == -days


@given(DAYS, st.integers(1, 400))
def test_calendar_days_run_on_and_end_at_the_first_working_day(start, days):
    found = CALENDAR.after_calendar_days(start, days).day
    put_off = [start + timedelta(days=n) for n in range(days, (found - start).days)]
    assert not any(map(obviously_working, put_off))
    assert obviously_working(found)
    assert found >= start + timedelta(days=days)


@given(DAYS, st.integers(1, 300))
def test_what_depends_on_a_schedule_still_to_come_is_provisional(start, days):
    for due in (CALENDAR.after(start, days), CALENDAR.after_calendar_days(start, days)):
        between = {start.year + n for n in range(due.day.year - start.year + 1)}
        if start.replace(month=12, day=31) == start:
            between.discard(start.year)
        assert due.is_provisional == (between != {2026})


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_no_days_and_more_than_ten_years_are_no_limit(days):
    with pytest.raises(ValueError, match=str(days)):
        CALENDAR.after(date(2026, 1, 5), days)
    with pytest.raises(ValueError, match=str(days)):
        CALENDAR.after_calendar_days(date(2026, 1, 5), days)


def test_a_year_nobody_knows_has_its_weekends_and_is_provisional():
    nothing = WorkCalendar({})
    assert nothing.after(date(2026, 9, 30), 1) == (date(2026, 10, 1), True)


def test_a_schedule_tells_where_it_comes_from():
    assert all(isinstance(each, WorkYear) and each.source for each in CALENDAR.years.values())
    assert sorted(CALENDAR.years) == [int(Path(f).stem) for f in _files()]


def _files():
    return sorted(path.name for path in (RESOURCES / "calendar").glob("*.json"))
