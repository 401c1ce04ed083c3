"""Who counts, what is income, what the verdict rests upon; and that it never says too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from station_app.domain.counter.assistance.draft import Asset
from station_app.domain.counter.assistance.incomes import income_of
from station_app.domain.counter.assistance.members import (
    WHYS,
    Amount,
    Away,
    Counting,
    Dependence,
    Per,
    Tie,
    standing_of,
)
from station_app.domain.counter.assistance.telling import Verdict
from tests.domain.counter.families import (
    GROWN,
    RULES,
    STANDARD,
    SURE,
    TODAY,
    YOUNG,
    a_family,
    a_member,
    judged,
    missing,
)


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
