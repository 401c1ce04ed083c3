"""By when a case is due: its clock, its colours, days that are provisional."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from station_app.domain.counter.case_clock import Urgency
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.domain.working_days import WorkCalendar
from tests.factories import TODAY
from tests.refusals import refused
from tests.services.counter.case_desk import DIBAO, accepted, at, brought, do, events


def test_what_was_not_told_in_time_counts_as_accepted_on_the_day_it_came(station, drafted, clock):
    key = drafted()
    do(station, key, "receive")
    clock.moment += timedelta(days=6)  # 7 March: the fifth working day was the 6th
    assert refused(do, station, key, "ask_for_more") == "case.notice-too-late"
    do(station, key, "accept", promise="补交")
    case = at(station, key)
    assert (case.accepted_on, case.clock.began) == (date(2026, 3, 7), TODAY)


def test_the_clock_is_that_of_the_item_and_skips_what_it_stood_still(station, drafted, clock):
    key = drafted()
    accepted(station, key)
    item = station.items.item(DIBAO).on(TODAY).particulars
    assert item.promised == TimeLimit(3, Counted.WORKING)
    assert at(station, key).dues.promised.day == date(2026, 3, 4)
    clock.moment += timedelta(days=1)
    do(station, key, "suspend", "special", "需入户评估")
    assert at(station, key).dues.first is None
    assert station.cases.page(key).urgency is Urgency.STOPPED
    clock.moment += timedelta(days=7)
    do(station, key, "resume", "评估完成")
    # one working day had passed, two are left after Monday the 9th
    assert at(station, key).dues.promised.day == date(2026, 3, 11)
    assert at(station, key).dues.legal.day == item.legal.due(
        TODAY, station.reference.calendar
    ).day + (timedelta(days=7))
    line = station.cases.lines([key])[key]
    assert (line.due_on, line.is_provisional, line.is_stopped) == (date(2026, 3, 11), False, False)


def test_amber_before_and_red_after(station, drafted, clock):
    key = drafted()
    accepted(station, key)
    seen = []
    for _ in range(5):
        line = station.cases.lines([key])[key]
        until = station.cases.soon_until()
        urgency = line.urgency(today=clock.today(), soon=until)
        assert station.cases.page(key).urgency is urgency
        seen.append(urgency.value)
        clock.moment += timedelta(days=1)
    # accepted on Sunday the 1st, due on Wednesday the 4th
    assert seen == ["none", "soon", "soon", "soon", "overdue"]
    do(station, key, "close", "granted")
    assert station.cases.page(key).urgency is Urgency.NONE
    assert station.cases.lines([key])[key].urgency(today=clock.today(), soon=until) is Urgency.NONE


def test_what_runs_into_a_year_without_a_schedule_is_provisional(station, drafted, clock):
    clock.moment += timedelta(days=304)  # 30 December
    key = drafted()
    accepted(station, key)
    assert at(station, key).dues.promised.is_provisional
    assert station.cases.lines([key])[key].is_provisional


def test_a_day_that_is_sure_is_not_called_provisional_for_the_other_that_is_not(
    station, drafted, clock
):
    """Promised within this year, by law in the next, whose schedule is not known yet."""
    clock.moment += date(2026, 12, 7) - clock.today()
    key = drafted()
    accepted(station, key)
    dues = at(station, key).dues
    assert (dues.promised.is_provisional, dues.legal.is_provisional) == (False, True)
    line = station.cases.lines([key])[key]
    assert line.due_on == dues.promised.day
    assert not line.is_provisional


def test_days_that_were_provisional_are_reckoned_anew_when_the_schedule_is_known(
    station, drafted, clock
):
    clock.moment += timedelta(days=304)
    key, other = drafted(), drafted()
    accepted(station, key)
    before = at(station, key)
    assert station.cases.renew_dues().value == 0
    known = dict(station.reference.calendar.years)
    # as if the schedule had come, with a holiday up to the 7th
    off = frozenset(date(2027, 1, n) for n in range(1, 8))
    known[2027] = replace(known[2027], off=off, is_provisional=False)
    vars(station.reference)["calendar"] = WorkCalendar(known)
    assert station.cases.page(key).case.dues.promised == (date(2027, 1, 11), False)
    assert station.cases.lines([key])[key].due_on == before.dues.promised.day
    assert station.cases.renew_dues().value == 1
    line = station.cases.lines([key])[key]
    assert (line.due_on, line.is_provisional) == (date(2027, 1, 11), False)
    assert events(station, key)[-1] == "accept"
    assert at(station, other).version == 1


def test_before_it_is_accepted_it_is_due_to_be_told_and_then_to_be_completed(
    station, drafted, clock
):
    def due(key):
        line = station.cases.lines([key])[key]
        assert station.cases.page(key).case.dues.first == (
            line.due_on and (line.due_on, line.is_provisional)
        )
        return line.due_on

    key = drafted()
    assert due(key) is None
    do(station, key, "receive")
    assert due(key) == date(2026, 3, 6)
    told = do(station, key, "ask_for_more")
    assert due(key) == told.value.until
    told.revert()
    assert due(key) == date(2026, 3, 6)
    do(station, key, "ask_for_more")
    brought(station, key)
    do(station, key, "complete")
    assert due(key) is None
    clock.moment += timedelta(days=1)
    do(station, key, "accept")
    assert due(key) == date(2026, 3, 5)
    late = drafted()
    do(station, late, "receive")
    clock.moment += timedelta(days=9)
    assert station.cases.keys(CaseFilter(view=CaseView.OVERDUE)) == [key, late]


def test_what_was_not_completed_in_time_lapses_and_not_before(station, drafted, clock):
    key = drafted()
    do(station, key, "receive")
    until = do(station, key, "ask_for_more").value.until
    assert until == date(2026, 3, 20)
    assert refused(do, station, key, "lapse") == "case.not-lapsed-yet"
    clock.moment += until - TODAY + timedelta(days=1)
    do(station, key, "lapse")
    assert at(station, key).state is CaseState.LAPSED
