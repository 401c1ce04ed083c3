"""Whatever is typed, a verdict never says more than is known."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from station_app.domain.counter.assistance.contents import check_from_text, text_of_check
from station_app.domain.counter.assistance.draft import Asset, CheckDraft
from station_app.domain.counter.assistance.judging import ALONE
from station_app.domain.counter.assistance.members import (
    Amount,
    Away,
    Counting,
    Dependence,
    Member,
    Per,
    Tie,
    Work,
)
from station_app.domain.counter.assistance.telling import MISSING, REASONS, Verdict
from tests.domain.counter.families import (
    RULES,
    STANDARD,
    SURE,
    TODAY,
    YOUNG,
    a_member,
    judged,
    missing,
)

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
