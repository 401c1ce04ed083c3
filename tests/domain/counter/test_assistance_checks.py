"""What follows from a check: its days, its papers, and what keeps it from being kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.counter.assistance.checks import problems_with_check, tidied_check
from station_app.domain.counter.assistance.clock import stages_of
from station_app.domain.counter.assistance.draft import Asset, CheckDraft
from station_app.domain.counter.assistance.members import (
    Amount,
    Dependence,
    Member,
    Tie,
    Work,
)
from station_app.domain.counter.assistance.papers import papers_for
from tests.domain.counter.families import (
    REFERENCE,
    RULES,
    TODAY,
    a_family,
    a_member,
    judged,
)


def days(draft):
    found = stages_of(draft, RULES, REFERENCE.calendar)
    return {each.step.code: (each.due and each.due.day.isoformat()) for each in found}


def test_the_clock_runs_by_working_days_from_the_day_of_the_street():
    draft = CheckDraft(received_on=date(2026, 1, 4), accepted_on=date(2026, 1, 5))
    assert days(draft) == {
        "promise": "2026-01-07",
        "survey": "2026-01-08",
        "county-check": "2026-01-13",
        "publicity": None,
        "decision": None,
        "refusal": None,
        "total": "2026-02-14",  # 30 working days; the 14th of February is worked
    }


def test_a_special_case_has_forty_five_working_days():
    draft = CheckDraft(accepted_on=date(2026, 1, 5), is_special=True)
    found = days(draft)
    assert "total" not in found
    assert found["total-special"] == "2026-03-13"


def test_publicity_is_seven_days_and_what_follows_hangs_upon_it():
    found = days(CheckDraft(published_on=date(2026, 3, 2)))
    assert (found["publicity"], found["decision"]) == ("2026-03-09", "2026-03-23")
    assert found["refusal"] == "2026-03-26"


def test_until_the_street_accepts_the_last_day_of_the_promise_is_taken():
    stages = stages_of(CheckDraft(received_on=TODAY), RULES, REFERENCE.calendar)
    told = {each.step.code: each for each in stages}
    assert (told["survey"].begins, told["survey"].is_assumed) == (date(2026, 3, 5), True)
    assert not told["promise"].is_assumed
    assert told["publicity"].due is None


def test_a_year_without_a_schedule_is_provisional():
    draft = CheckDraft(received_on=date(2026, 12, 30), accepted_on=date(2026, 12, 31))
    stages = stages_of(draft, RULES, REFERENCE.calendar)
    assert all(each.due.is_provisional for each in stages if each.due is not None)


def test_without_any_day_there_is_no_clock():
    assert set(days(CheckDraft()).values()) == {None}


def test_papers_are_those_that_what_was_told_calls_for():
    child = a_member(Tie.CHILD, name="丙", born=date(2006, 1, 1), dependence=Dependence.STUDENT)
    ill = a_member(Tie.SPOUSE, name="乙", is_seriously_ill=True, work=Work.UNEMPLOYED)
    draft = a_family(ill, child, wage=1, assets=(Asset(kind="house", amount=1),))
    needed = {each.paper.code: each.who for each in papers_for(draft, judged(draft), RULES)}
    assert needed == {
        "application": (),
        "authorisation": (),
        "statement": (),
        "identity": ("甲", "乙", "丙"),
        "marriage": ("乙",),
        "illness": ("乙",),
        "student": ("丙",),
        "unemployed": ("乙",),
        "wage": ("甲",),
        "house": (),
    }


def test_nothing_is_asked_of_who_does_not_count():
    apart = a_member(Tie.DUTY, name="丁", lives_along=False, is_seriously_ill=True)
    draft = a_family(apart)
    assert not [each for each in papers_for(draft, judged(draft), RULES) if "丁" in each.who]


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"received_on": None}, "received_on", "missing"),
        ({"received_on": date(2026, 3, 3)}, "received_on", "in-the-future"),
        ({"accepted_on": date(2026, 3, 1)}, "accepted_on", "too-early"),
        ({"members": ()}, "members", "one-applicant"),
        ({"standard_source": ""}, "standard_source", "missing"),
        ({"standard": -1}, "standard", "out-of-range"),
        ({"note": "长" * 2001}, "note", "too-long"),
        ({"assets": (Asset(kind="yacht", amount=1),)}, "assets.0.kind", "unknown"),
        ({"assets": (Asset(amount=1),)}, "assets.0.kind", "missing"),
        ({"assets": (Asset(kind="car", amount=-1),)}, "assets.0.amount", "out-of-range"),
    ],
)
def test_slips_of_the_finger_are_told_by_field(change, field, code):
    found = problems_with_check(replace(a_family(), **change), RULES, TODAY)
    assert (field, code) in [(each.field, each.code) for each in found]


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"name": ""}, "name", "missing"),
        ({"name": "长" * 61}, "name", "too-long"),
        ({"born": date(2026, 3, 3)}, "born", "in-the-future"),
        ({"level": 5}, "level", "out-of-range"),
        ({"health": "长" * 2001}, "health", "too-long"),
        ({"incomes": (Amount(fen=1),)}, "incomes.0.kind", "missing"),
        ({"incomes": (Amount(kind="gold", fen=1),)}, "incomes.0.kind", "unknown"),
        ({"incomes": (Amount(kind="wage", fen=-1),)}, "incomes.0.fen", "out-of-range"),
        ({"deductions": (Amount(kind="wage", fen=1),)}, "deductions.0.kind", "unknown"),
    ],
)
def test_slips_of_the_finger_in_a_member_are_told_by_field(change, field, code):
    draft = a_family(replace(a_member(), **change))
    found = problems_with_check(draft, RULES, TODAY)
    assert (f"members.1.{field}", code) in [(each.field, each.code) for each in found]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"members": (a_member(),) * 31}, "members"),
        ({"assets": (Asset(kind="car"),) * 61}, "assets"),
        ({"members": (a_member(incomes=(Amount(kind="wage"),) * 61),)}, "members.0.incomes"),
    ],
)
def test_more_rows_than_any_family_has_are_refused(change, field):
    found = problems_with_check(replace(a_family(), **change), RULES, TODAY)
    assert (field, "too-many") in [(each.field, each.code) for each in found]


@pytest.mark.parametrize(
    ("tie", "code"), [(Tie.SPOUSE, "one-spouse"), (Tie.APPLICANT, "one-applicant")]
)
def test_nobody_has_two_spouses_and_one_applies(tie, code):
    draft = a_family(a_member(tie), a_member(tie))
    assert code in [each.code for each in problems_with_check(draft, RULES, TODAY)]


def test_gaps_keep_nothing_from_being_kept():
    draft = CheckDraft(received_on=TODAY, members=(Member(name="甲", tie=Tie.APPLICANT),))
    assert problems_with_check(draft, RULES, TODAY) == ()


def test_empty_rows_and_blanks_are_tidied_away():
    member = a_member(name=" 乙 ", incomes=(Amount(), Amount(kind="wage", fen=1)))
    draft = tidied_check(a_family(member, assets=(Asset(),), note=" 注 "))
    assert (draft.members[1].name, len(draft.members[1].incomes)) == ("乙", 1)
    assert (draft.assets, draft.note) == ((), "注")
