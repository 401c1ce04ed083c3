"""Who counts, what is income, what the verdict rests upon; and that it never says too much."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from station_app.domain.counter.assistance.checks import problems_with_check, tidied_check
from station_app.domain.counter.assistance.clock import stages_of
from station_app.domain.counter.assistance.contents import check_from_text, text_of_check
from station_app.domain.counter.assistance.draft import Asset, CheckDraft
from station_app.domain.counter.assistance.incomes import income_of
from station_app.domain.counter.assistance.judging import ALONE, judge
from station_app.domain.counter.assistance.members import (
    WHYS,
    Amount,
    Away,
    Counting,
    Dependence,
    Member,
    Per,
    Tie,
    Work,
    standing_of,
)
from station_app.domain.counter.assistance.papers import papers_for
from station_app.domain.counter.assistance.telling import MISSING, REASONS, Verdict
from station_app.shipped import RESOURCES
from station_app.store.reference import Reference

REFERENCE = Reference(RESOURCES)
RULES = REFERENCE.assistance
TODAY = date(2026, 3, 2)
STANDARD = 900_00
GROWN, YOUNG = date(1980, 1, 1), date(2015, 1, 1)
SURE = replace(RULES, limits=tuple(replace(each, verified=True) for each in RULES.limits))


def a_member(tie=Tie.DUTY, wage=0, **more):
    """Somebody who lives along and has told of all he has."""
    told = {"name": "某", "born": GROWN, "lives_along": True, "incomes_told": True, **more}
    if wage and "incomes" not in told:
        told["incomes"] = (Amount(kind="wage", fen=wage, is_proved=True),)
    return Member(tie=tie, **told)


def a_family(*members, wage=0, **more):
    """A family of which everything is known, its applicant with *wage*."""
    told = {
        "received_on": TODAY,
        "standard": STANDARD,
        "standard_source": "某市民政局公告",
        "is_registered_here": True,
        "has_staff_relative": False,
        "is_authorised": True,
        "assets_told": True,
        "members": (a_member(Tie.APPLICANT, wage=wage, name="甲"), *members),
        **more,
    }
    return CheckDraft(**told)


def judged(draft, rules=RULES, today=TODAY):
    return judge(draft, rules, today)


def missing(judgement, *, decides=True):
    return [each.code for each in judgement.missing if each.decides is decides]


@pytest.mark.parametrize(
    ("member", "counting", "why"),
    [
        (a_member(Tie.APPLICANT, lives_along=None), Counting.IN, "applicant"),
        (a_member(Tie.SPOUSE, lives_along=False), Counting.IN, "spouse"),
        (a_member(Tie.CHILD, born=YOUNG, lives_along=False), Counting.IN, "minor"),
        (a_member(Tie.CHILD, born=date(2008, 3, 3)), Counting.IN, "minor"),
        (a_member(Tie.CHILD, born=date(2008, 3, 2)), Counting.IN, "lives-along"),
        (
            a_member(Tie.CHILD, born=date(2008, 3, 2), lives_along=False),
            Counting.UNKNOWN,
            "dependence",
        ),
        (
            a_member(Tie.CHILD, dependence=Dependence.STUDENT, lives_along=False),
            Counting.IN,
            "child-student",
        ),
        (
            a_member(Tie.CHILD, dependence=Dependence.UNABLE, lives_along=False),
            Counting.IN,
            "child-unable",
        ),
        (
            a_member(Tie.CHILD, dependence=Dependence.INDEPENDENT, lives_along=False),
            Counting.OUT,
            "lives-apart",
        ),
        (
            a_member(Tie.CHILD, dependence=Dependence.INDEPENDENT, lives_along=None),
            Counting.UNKNOWN,
            "lives-along",
        ),
        (a_member(Tie.CHILD, born=None), Counting.UNKNOWN, "born"),
        (a_member(Tie.DUTY), Counting.IN, "lives-along"),
        (a_member(Tie.DUTY, lives_along=False), Counting.OUT, "lives-apart"),
        (a_member(Tie.DUTY, lives_along=None), Counting.UNKNOWN, "lives-along"),
        (a_member(Tie.NO_DUTY), Counting.OUT, "no-duty"),
        (a_member(Tie.UNKNOWN), Counting.UNKNOWN, "tie"),
        (a_member(Tie.SPOUSE, away=Away.PRISON), Counting.OUT, "away-prison"),
        (a_member(Tie.CHILD, born=YOUNG, away=Away.MISSING), Counting.OUT, "away-missing"),
        (a_member(Tie.DUTY, away=Away.REHAB), Counting.OUT, "away-rehab"),
        (a_member(Tie.SPOUSE, away=Away.CLERGY), Counting.OUT, "away-clergy"),
    ],
)
def test_who_counts_follows_the_law(member, counting, why):
    assert standing_of(member, TODAY) == (counting, why)


@pytest.mark.parametrize(
    ("wage", "verdict"),
    [
        (0, Verdict.WITHIN),
        (STANDARD - 1, Verdict.WITHIN),
        (STANDARD, Verdict.EDGE),  # 低于 means below
        (STANDARD * 3 // 2 - 1, Verdict.EDGE),
        (STANDARD * 3 // 2, Verdict.ABOVE),
    ],
)
def test_the_bounds_of_the_standard_and_of_its_edge_are_not_below_them(wage, verdict):
    assert judged(a_family(wage=wage)).verdict is verdict


def test_what_a_family_lacks_is_told_only_where_it_is_within():
    found = judged(a_family(a_member(Tie.SPOUSE), wage=600_00))
    assert (found.heads, found.each.low, found.gap) == (2, 300_00, 2 * 600_00)
    assert judged(a_family(wage=STANDARD)).gap is None


def test_income_of_a_year_is_a_twelfth_a_month():
    incomes = (Amount(kind="wage", fen=100, per=Per.YEAR), Amount(kind="rent", fen=1))
    member = a_member(incomes=incomes)
    assert income_of(member, RULES, TODAY) == (Fraction(112, 12), Fraction(112, 12))


@pytest.mark.parametrize(
    "kind", ["preferential", "family-planning", "scholarship", "bravery", "relief"]
)
def test_what_the_law_does_not_count_is_not_counted(kind):
    members = a_member(Tie.SPOUSE, incomes=(Amount(kind=kind, fen=STANDARD * 9, is_proved=True),))
    found = judged(a_family(members))
    assert found.verdict is Verdict.WITHIN
    assert "income-not-counted" in [each.code for each in found.reasons]


def test_the_base_pension_is_not_counted_until_its_term_ended_and_asked_about_since():
    income = (Amount(kind="base-pension", fen=STANDARD * 2, is_proved=True),)
    family = a_family(a_member(incomes=income))
    assert judged(family, today=date(2025, 12, 31)).verdict is Verdict.WITHIN
    after = judged(family, today=date(2026, 1, 1))
    assert after.verdict is Verdict.UNSAID
    assert missing(after) == ["income-to-ask"]


def test_what_may_be_taken_off_opens_the_verdict_and_never_settles_it():
    ill = (Amount(kind="illness", fen=500_00),)
    above = replace(a_family(wage=STANDARD * 2).members[0], deductions=ill)
    found = judged(a_family(members=(above,)))
    assert found.verdict is Verdict.UNSAID
    assert found.each == (1300_00, 1800_00)
    assert missing(found) == ["deduction-to-ask"]
    within = replace(a_family(wage=100_00).members[0], deductions=ill)
    assert judged(a_family(members=(within,))).each.low == 0


def test_income_of_whoever_does_not_count_does_not_count():
    rich = a_member(Tie.DUTY, wage=STANDARD * 50, lives_along=False)
    assert judged(a_family(rich)).verdict is Verdict.WITHIN


def test_income_of_a_kind_that_is_not_known_is_to_be_asked_about():
    odd = a_member(incomes=(Amount(kind="of-another-program", fen=STANDARD * 9),))
    found = judged(a_family(odd))
    assert found.verdict is Verdict.UNSAID
    assert "income-kind" in missing(found)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"standard": 0, "area": ""}, "standard"),
        ({"standard": 0, "area": "sample-urban"}, "standard-not-compared"),
        ({"standard_source": " "}, "standard-not-compared"),
        ({"assets_told": False}, "assets"),
        ({"assets": (Asset(kind="yacht", amount=1),)}, "assets"),
        ({"assets": (Asset(kind="car", amount=1),)}, "limit-to-ask"),
    ],
)
def test_without_what_decides_nothing_is_said_of_the_poorest(change, code):
    found = judged(replace(a_family(), **change))
    assert found.verdict is Verdict.UNSAID
    assert missing(found) == [code]


@pytest.mark.parametrize(
    ("member", "code"),
    [
        (a_member(incomes_told=False), "incomes"),
        (a_member(Tie.UNKNOWN, wage=STANDARD * 9), "member-tie"),
        (a_member(Tie.CHILD, wage=STANDARD * 9, born=None), "member-born"),
        (a_member(wage=STANDARD * 9, lives_along=None), "member-lives-along"),
        (a_member(Tie.CHILD, wage=STANDARD * 9, lives_along=None), "member-dependence"),
    ],
)
def test_without_what_is_known_of_a_member_nothing_is_said(member, code):
    found = judged(a_family(member))
    assert found.verdict is Verdict.UNSAID
    assert code in missing(found)


def test_a_child_is_not_asked_about_income():
    found = judged(a_family(a_member(Tie.CHILD, born=YOUNG, incomes_told=False)))
    assert found.verdict is Verdict.WITHIN


def test_what_is_already_above_is_so_whatever_is_missing_of_others():
    known = a_member(Tie.SPOUSE, wage=STANDARD * 9)
    found = judged(a_family(known, a_member(incomes_told=False)))
    assert found.verdict is Verdict.ABOVE


def test_a_member_who_may_not_count_changes_nothing_where_both_ways_say_the_same():
    found = judged(a_family(a_member(Tie.UNKNOWN)))
    assert found.verdict is Verdict.WITHIN
    assert found.gap is None  # for one head or for two


@pytest.mark.parametrize(
    ("assets", "verdict"),
    [
        ((Asset(kind="deposit", amount=24 * STANDARD),), Verdict.WITHIN),
        ((Asset(kind="deposit", amount=24 * STANDARD + 1),), Verdict.ABOVE),
        (
            (Asset(kind="deposit", amount=24 * STANDARD), Asset(kind="claims", amount=1)),
            Verdict.ABOVE,
        ),
        ((Asset(kind="house", amount=1),), Verdict.WITHIN),
        ((Asset(kind="house", amount=2),), Verdict.ABOVE),
        ((Asset(kind="car", amount=1),), Verdict.ABOVE),
        ((Asset(kind="car", amount=1, is_needed=True),), Verdict.UNSAID),
    ],
)
def test_limits_that_were_compared_hold_for_assets(assets, verdict):
    assert judged(a_family(assets=assets), SURE).verdict is verdict


def test_each_member_raises_the_limit_of_money():
    assets = (Asset(kind="deposit", amount=40 * STANDARD),)
    assert judged(a_family(assets=assets), SURE).verdict is Verdict.ABOVE
    two = judged(a_family(a_member(Tie.SPOUSE), assets=assets), SURE)
    assert two.verdict is Verdict.WITHIN
    maybe = judged(a_family(a_member(Tie.UNKNOWN), assets=assets), SURE)
    assert maybe.verdict is Verdict.UNSAID


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"disability": "disabled_limb", "level": 1}, "severely-disabled"),
        ({"disability": "disabled_limb", "level": 2}, "severely-disabled"),
        ({"disability": "disabled_limb", "level": 3}, ""),
        ({"disability": "disabled_mind", "level": 3}, "disabled-mind"),
        ({"disability": "disabled_psyche", "level": 3}, "disabled-mind"),
        ({"disability": "disabled_psyche", "level": 4}, ""),
        ({"disability": "disabled_limb"}, ""),
        ({"is_seriously_ill": True}, "seriously-ill"),
    ],
)
def test_who_may_apply_alone_in_a_family_of_the_edge(more, why):
    found = judged(a_family(a_member(name="乙", **more), wage=STANDARD * 2))
    assert found.verdict is Verdict.EDGE
    assert [(each.who, each.why, each.is_certain) for each in found.alone] == (
        [("乙", why, True)] if why else []
    )


@pytest.mark.parametrize("wage", [0, STANDARD * 20])
def test_nobody_applies_alone_where_the_family_is_within_or_above(wage):
    ill = a_member(is_seriously_ill=True)
    assert judged(a_family(ill, wage=wage)).alone == ()


def test_clergy_apply_alone_whatever_the_family_has():
    found = judged(a_family(a_member(Tie.SPOUSE, away=Away.CLERGY), wage=STANDARD * 20))
    assert [each.why for each in found.alone] == ["clergy"]


def test_who_may_apply_alone_is_told_as_not_certain_while_the_verdict_is_open():
    draft = replace(a_family(a_member(is_seriously_ill=True)), assets_told=False)
    assert [each.is_certain for each in judged(draft).alone] == [False]


def test_what_does_not_decide_is_named_all_the_same():
    draft = replace(
        a_family(), is_registered_here=None, has_staff_relative=None, is_authorised=False
    )
    found = judged(draft)
    assert found.verdict is Verdict.WITHIN
    assert missing(found, decides=False) == ["registered-here", "staff-relative", "authorisation"]


def test_relatives_of_staff_and_a_register_elsewhere_are_told():
    found = judged(replace(a_family(), is_registered_here=False, has_staff_relative=True))
    codes = [each.code for each in found.reasons]
    assert {"staff-relative", "registered-elsewhere"} <= set(codes)


def test_every_reason_names_its_ground():
    rich = a_member(Tie.NO_DUTY, incomes=(Amount(kind="relief", fen=1),))
    draft = a_family(rich, assets=(Asset(kind="car", amount=1),), has_staff_relative=True)
    assert {each.ground for each in judged(draft, SURE).reasons} <= RULES.grounds.keys()
    assert all(each.ground for each in judged(draft, SURE).reasons)


@pytest.mark.parametrize("tie", Tie)
@pytest.mark.parametrize("lives_along", [None, True, False])
def test_why_somebody_counts_is_one_of_the_codes_that_have_words(tie, lives_along):
    for dependence in Dependence:
        for away in Away:
            for born in (None, GROWN, YOUNG):
                member = a_member(
                    tie, lives_along=lives_along, dependence=dependence, away=away, born=born
                )
                assert standing_of(member, TODAY).why in WHYS


def test_the_areas_of_the_standards_are_told_once():
    later = replace(RULES.standards[0], valid_from=date(2027, 1, 1), fen=1)
    rules = replace(RULES, standards=(*RULES.standards, later))
    assert [code for code, _ in rules.areas()] == ["sample-urban", "sample-rural"]
    assert rules.standard("sample-urban", date(2027, 1, 1)).fen == 1
    assert rules.standard("sample-urban", date(2026, 12, 31)).fen == 900_00
    assert rules.standard("sample-urban", date(2025, 12, 31)) is None


# the clock


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


# papers


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


# what keeps a check from being kept


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


# whatever is typed

FEN = some.integers(0, 10**9)
DATES = some.none() | some.dates(date(1930, 1, 1), TODAY)
AMOUNTS = some.builds(
    Amount,
    kind=some.sampled_from([*RULES.incomes, "of-another-program"]),
    fen=FEN,
    per=some.sampled_from(Per),
    is_proved=some.booleans(),
)
BURDENS = some.builds(
    Amount, kind=some.sampled_from(list(RULES.deductions)), fen=FEN, per=some.sampled_from(Per)
)
OTHERS = some.builds(
    Member,
    name=some.text(max_size=4),
    tie=some.sampled_from([tie for tie in Tie if tie is not Tie.APPLICANT]),
    born=DATES,
    lives_along=some.none() | some.booleans(),
    dependence=some.sampled_from(Dependence),
    away=some.sampled_from(Away),
    work=some.sampled_from(Work),
    disability=some.sampled_from(["", "disabled_mind", "disabled_limb"]),
    level=some.integers(0, 4),
    is_seriously_ill=some.booleans(),
    incomes=some.lists(AMOUNTS, max_size=3).map(tuple),
    deductions=some.lists(BURDENS, max_size=2).map(tuple),
    incomes_told=some.booleans(),
)
ASSETS = some.builds(
    Asset, kind=some.sampled_from([*RULES.assets, "yacht"]), amount=FEN, is_needed=some.booleans()
)
FAMILIES = some.builds(
    CheckDraft,
    received_on=DATES,
    accepted_on=DATES,
    published_on=DATES,
    is_special=some.booleans(),
    area=some.sampled_from(["", "sample-urban"]),
    standard=some.sampled_from([0, STANDARD]),
    standard_source=some.sampled_from(["", "公告"]),
    is_registered_here=some.none() | some.booleans(),
    has_staff_relative=some.none() | some.booleans(),
    is_authorised=some.booleans(),
    members=some.builds(
        lambda first, others: (replace(first, tie=Tie.APPLICANT), *others),
        OTHERS,
        some.lists(OTHERS, max_size=4),
    ),
    assets=some.lists(ASSETS, max_size=3).map(tuple),
    assets_told=some.booleans(),
    note=some.text(max_size=5),
)
SETS = some.sampled_from([RULES, SURE])


@given(FAMILIES, AMOUNTS, some.data(), SETS)
def test_more_income_never_makes_the_verdict_better(draft, more, data, rules):
    place = data.draw(some.integers(0, len(draft.members) - 1))
    members = list(draft.members)
    members[place] = replace(members[place], incomes=(*members[place].incomes, more))
    before, after = judged(draft, rules), judged(replace(draft, members=tuple(members)), rules)
    assert after.best >= before.best
    assert after.worst >= before.worst


@given(FAMILIES, ASSETS, SETS)
def test_more_assets_never_make_the_verdict_better(draft, more, rules):
    before = judged(draft, rules)
    after = judged(replace(draft, assets=(*draft.assets, more)), rules)
    assert after.best >= before.best
    assert after.worst >= before.worst


@given(FAMILIES, SETS)
def test_one_more_member_without_income_never_raises_what_each_has(draft, rules):
    before = judged(draft, rules)
    child = a_member(Tie.CHILD, born=YOUNG)
    after = judged(replace(draft, members=(*draft.members, child)), rules)
    assert after.heads == before.heads + 1
    assert after.each.low <= before.each.low
    if before.each.high is not None:
        assert after.each.high <= before.each.high


@given(FAMILIES, SETS)
def test_a_verdict_is_told_exactly_where_nothing_that_decides_could_change_it(draft, rules):
    found = judged(draft, rules)
    assert found.best <= found.worst
    assert (found.verdict is Verdict.UNSAID) == (found.best != found.worst)
    if found.verdict is Verdict.UNSAID:
        assert missing(found), "what cannot be said has a reason that can be mended"
    assert found.each.high is None or found.each.low <= found.each.high
    assert {each.code for each in found.reasons} <= set(REASONS)
    assert {each.code for each in found.missing} <= set(MISSING)
    assert {each.why for each in found.alone} <= set(ALONE)


@given(FAMILIES)
def test_whoever_is_open_lies_between_the_bounds_either_way(draft):
    found = judged(draft)
    for tie in (Tie.SPOUSE, Tie.NO_DUTY):  # each counts, or none
        settled = tuple(
            replace(one.member, tie=tie, away=Away.NO)
            if one.standing.counting is Counting.UNKNOWN
            else one.member
            for one in found.members
        )
        each = judged(replace(draft, members=settled)).each
        assert found.each.low <= each.low
        if found.each.high is not None:
            assert each.high is not None
            assert each.high <= found.each.high


@given(FAMILIES)
def test_what_is_kept_is_what_was_typed(draft):
    assert check_from_text(text_of_check(draft)) == draft
    assert text_of_check(check_from_text(text_of_check(draft))) == text_of_check(draft)


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inside: (
        some.lists(inside, max_size=3)
        | some.dictionaries(
            some.sampled_from(["members", "assets", "incomes", "kind", "fen", "tie", "born"]),
            inside,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_another_program_has_written_is_read_and_judged(values):
    draft = check_from_text(json.dumps(values))
    assert judged(draft).verdict in set(Verdict)


def test_a_day_that_cannot_be_is_not_told():
    assert check_from_text('{"received_on": "2026-02-30"}') == CheckDraft()


def test_a_number_that_cannot_be_is_not_told():
    text = '{"standard": -1, "members": [{"level": 9, "incomes": [{"fen": true}]}]}'
    draft = check_from_text(text)
    assert (draft.standard, draft.members[0].level) == (0, 0)
    assert draft.members[0].incomes == (Amount(),)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"members": {"a": 1}}', "[" * 5000])
def test_what_is_no_check_is_an_empty_one(text):
    assert check_from_text(text) == CheckDraft()
