"""Problems of a period: ranked, planned; what offices give back."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.counter.case_flow import CaseEvent, CaseState
from station_app.domain.counter.cases import CaseId, CaseStep, StepId, Undo
from station_app.domain.counter.problems import (
    MOST_PROBLEMS,
    Matter,
    Plan,
    days_of,
    key_of,
    offered_periods,
    problems_with_plan,
    ranked,
    return_rates,
)
from station_app.domain.counter.rating_figures import Share
from station_app.domain.counter.ratings import Level

S, E = CaseState, CaseEvent
OFFICE, OTHER = "街道城市管理科", "公安派出所"
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2026", YEAR),
        ("2026-H1", (date(2026, 1, 1), date(2026, 6, 30))),
        ("2026-H2", (date(2026, 7, 1), date(2026, 12, 31))),
        ("2026-Q1", (date(2026, 1, 1), date(2026, 3, 31))),
        ("2026-Q4", (date(2026, 10, 1), date(2026, 12, 31))),
        ("2028-02", (date(2028, 2, 1), date(2028, 2, 29))),
        ("2026-12", (date(2026, 12, 1), date(2026, 12, 31))),
        *((text, None) for text in ("", "26", "2026-13", "2026-Q5", "2026-00", "1999", "2026-1")),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period, days):
    assert days_of(period) == days


def test_the_most_frequent_come_first_and_of_two_the_one_people_are_less_satisfied_with():
    matters = [
        *[Matter("parking", Level.SATISFIED)] * 2,
        *[Matter("noise", Level.DISSATISFIED), Matter("noise", Level.SATISFIED)],
        *[Matter("waste")] * 3,
        *[Matter("dogs")] * 2,
    ]
    tallies = ranked(matters)
    assert [each.category for each in tallies] == ["waste", "noise", "dogs", "parking"]
    assert tallies[1].satisfied == Share(1, 2)
    assert tallies[0].satisfied == Share(0, 0)


LEVELS = st.sampled_from([None, *Level])
MATTERS = st.lists(st.builds(Matter, st.sampled_from("abcdefghijklmn"), LEVELS))


@given(MATTERS)
def test_the_list_is_as_long_as_it_may_be_and_nothing_left_out_is_more_frequent(matters):
    counts, tallies = Counter(each.category for each in matters), ranked(matters)
    assert len(tallies) == min(MOST_PROBLEMS, len(counts))
    listed = {each.category for each in tallies}
    least = min((each.matters for each in tallies), default=0)
    assert all(counts[each] <= least for each in set(counts) - listed)
    assert [each.matters for each in tallies] == [counts[each.category] for each in tallies]
    assert list(tallies) == sorted(
        tallies,
        key=lambda each: (
            -each.matters,
            1.0 if each.satisfied.ratio is None else each.satisfied.ratio,
            each.category,
        ),
    )


def test_a_problem_of_a_period_is_the_same_on_every_device():
    assert key_of("2026-Q1", "noise") == key_of("2026-Q1", "noise")
    assert len({key_of(p, c) for p in ("2026", "2026-Q1") for c in ("noise", "dogs")}) == 4


def moved(*events, on=date(2026, 3, 20), case="c1"):
    """Return the steps of one case; an event is (event, before, after, office)."""
    at = datetime(on.year, on.month, on.day, 4, tzinfo=UTC)
    return [
        CaseStep(
            id=StepId(f"{case}-{number}"),
            case_id=CaseId(case),
            number=number,
            follows="",
            event=event,
            before=before,
            after=after,
            reason="",
            to=office,
            at=at,
            by="陈静",
        )
        for number, (event, before, after, office) in enumerate(events, start=1)
    ]


def rates(*steps, within=YEAR):
    days = {step.id: step.at.date() for step in steps}
    return {each.name: each.share for each in return_rates(steps, within, days)}


OUT = (E.TRANSFER, S.ACCEPTED, S.TRANSFERRED, OFFICE)
AGAIN = (E.TRANSFER, S.IN_PROGRESS, S.TRANSFERRED, OTHER)
BACK = (E.GIVE_BACK, S.TRANSFERRED, S.IN_PROGRESS, "")
OUT_UNDONE = (Undo.UNDONE, S.TRANSFERRED, S.ACCEPTED, "")
BACK_UNDONE = (Undo.UNDONE, S.IN_PROGRESS, S.TRANSFERRED, "")
ELSE_UNDONE = (Undo.UNDONE, S.TRANSFERRED, S.TRANSFERRED, "")


@pytest.mark.parametrize(
    ("events", "counted"),
    [
        ([OUT], {OFFICE: Share(0, 1)}),
        ([OUT, BACK], {OFFICE: Share(1, 1)}),
        ([OUT, BACK, AGAIN], {OFFICE: Share(1, 1), OTHER: Share(0, 1)}),
        ([OUT, BACK, AGAIN, BACK], {OFFICE: Share(1, 1), OTHER: Share(1, 1)}),
        ([OUT, OUT_UNDONE], {}),
        ([OUT, ELSE_UNDONE], {OFFICE: Share(0, 1)}),
        ([OUT, BACK, BACK_UNDONE], {OFFICE: Share(0, 1)}),
        ([BACK], {}),
    ],
)
def test_what_an_office_was_handed_and_gave_back_is_counted_once(events, counted):
    assert rates(*moved(*events)) == counted


def test_only_what_was_handed_over_within_the_days_counts_and_the_worst_comes_first():
    before = moved(OUT, BACK, on=date(2025, 12, 31), case="c0")
    steps = [*moved(OUT, case="c1"), *moved(OUT, BACK, case="c2"), *before]
    other = moved((E.TRANSFER, S.ACCEPTED, S.TRANSFERRED, OTHER), BACK, case="c3")
    assert rates(*steps, *other) == {OTHER: Share(1, 1), OFFICE: Share(1, 2)}
    assert list(rates(*steps, *other)) == [OTHER, OFFICE]


@pytest.mark.parametrize(
    ("plan", "problems"),
    [
        (Plan(), []),
        (Plan(owner="陈静", target="划线", target_on=date(2026, 6, 30)), []),
        (Plan(target="划线"), [("owner", "missing")]),
        (Plan(owner="陈静", target_on=date(2026, 6, 30)), [("target", "missing")]),
        (
            Plan(owner="陈静", target="划线", target_on=date(2025, 12, 31)),
            [("target_on", "too-early")],
        ),
        (Plan(done_on=date(2026, 3, 1)), [("result", "missing")]),
        (Plan(result="已划线", done_on=date(2026, 3, 21)), [("done_on", "in-the-future")]),
        (Plan(owner="陈" * 61), [("owner", "too-long")]),
        (Plan(owner="陈静", target="划" * 401), [("target", "too-long")]),
    ],
)
def test_a_plan_has_an_owner_and_an_end(plan, problems):
    found = problems_with_plan(plan, first=date(2026, 1, 1), today=date(2026, 3, 20))
    assert [(each.field, each.code) for each in found] == problems


def test_the_periods_of_the_year_are_offered_and_those_with_a_list():
    offered = offered_periods(date(2026, 5, 2), ["2024", "2026-Q1", "2025"])
    assert offered[:3] == ("2026", "2026-Q2", "2026-Q1")
    assert offered[-2:] == ("2025", "2024")
    assert len(set(offered)) == len(offered)
    assert all(days_of(each) for each in offered)
