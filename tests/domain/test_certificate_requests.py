"""The life of a certificate that is asked for: every pair of stage and step."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from station_app.domain.certificate_requests import (
    NAME_LENGTH,
    NEXT,
    WITH_NUMBER,
    Collector,
    Evidence,
    Stage,
    Step,
    obstacle_to,
    problems_with_collector,
    problems_with_evidence,
)
from station_app.domain.certificates import Obstacle, ResidenceFacts
from station_app.domain.paper_templates.template import Demands
from station_app.domain.residents.standing import Standing

TODAY = date(2026, 3, 1)
DRAFT, VERIFIED, APPROVED, PRINTED, COLLECTED, ARCHIVED, VOID = Stage
TABLE = {
    # correct, prove, verify, send-back, approve, print, collect, take-back, archive, reissue, void
    DRAFT: (DRAFT, DRAFT, VERIFIED, None, None, None, None, None, None, None, VOID),
    VERIFIED: (None, None, None, DRAFT, APPROVED, None, None, None, None, None, VOID),
    APPROVED: (None, None, None, None, None, PRINTED, None, None, None, None, VOID),
    PRINTED: (None, None, None, None, None, PRINTED, COLLECTED, None, None, APPROVED, VOID),
    COLLECTED: (*(None,) * 5, COLLECTED, None, PRINTED, ARCHIVED, APPROVED, VOID),
    ARCHIVED: (None, None, None, None, None, ARCHIVED, None, None, None, APPROVED, VOID),
    VOID: (None,) * 11,
}


def test_every_pair_of_stage_and_step_is_decided():
    assert set(NEXT) == set(product(Stage, Step))


@pytest.mark.parametrize("stage", Stage)
def test_each_step_leads_where_it_should_or_is_refused(stage):
    assert tuple(NEXT[stage, step] for step in Step) == TABLE[stage]


def walked(seed, steps):
    """Walk at random; tell through which stages, and that none came before its time."""
    walker, stage, seen = random.Random(seed), Stage.DRAFT, [Stage.DRAFT]
    for _ in range(steps):
        after = NEXT[stage, walker.choice(list(Step))]
        if after is not None:
            stage = after
            seen.append(stage)
    order = [VERIFIED, APPROVED, PRINTED, COLLECTED, ARCHIVED]
    for before, later in pairwise(order):
        if later in seen:
            assert before in seen[: seen.index(later)]
    if VOID in seen:
        assert seen.index(VOID) == len(seen) - 1
    return set(seen)


@pytest.mark.parametrize("seed", range(50))
def test_whoever_walks_at_random_never_prints_before_approval(seed):
    """A paper is verified before it is approved, approved before it is printed, and so on."""
    assert walked(seed, 200)


def test_ten_thousand_walks_meet_every_stage_in_its_order():
    assert set().union(*(walked(seed, 30) for seed in range(10_000))) == set(Stage)


def test_from_every_stage_but_void_there_is_a_way_on_and_a_way_to_void():
    for stage in set(Stage) - {VOID}:
        assert NEXT[stage, Step.VOID] is VOID
        assert any(NEXT[stage, step] not in {None, stage, VOID} for step in Step)


def test_a_number_is_there_from_approval_on():
    assert {APPROVED, PRINTED, COLLECTED, ARCHIVED} == WITH_NUMBER


def facts(standing=Standing.SETTLED, *, has_address=True, days=0):
    verified = None if days is None else TODAY - timedelta(days=days)
    return ResidenceFacts(standing=standing, has_address=has_address, verified_on=verified)


ALL = Demands(lives_here=True, has_address=True, is_fresh=True)
NONE = Demands(lives_here=False)


@pytest.mark.parametrize(
    ("demands", "told", "expected"),
    [
        (ALL, facts(), None),
        (NONE, facts(Standing.DEAD), Obstacle.DEAD),
        (ALL, facts(Standing.LEFT), Obstacle.MOVED_OUT),
        (ALL, facts(Standing.AWAY), Obstacle.NOT_LIVING_HERE),
        (NONE, facts(Standing.AWAY, has_address=False, days=None), None),
        (ALL, facts(has_address=False), Obstacle.NO_ADDRESS),
        (ALL, facts(days=None), Obstacle.NEVER_VERIFIED),
        (ALL, facts(days=365), None),
        (ALL, facts(days=366), Obstacle.FACTS_TOO_OLD),
        (Demands(lives_here=True), facts(has_address=False, days=None), None),
    ],
)
def test_a_template_demands_what_it_needs_and_no_more(demands, told, expected):
    assert obstacle_to(demands, told, today=TODAY, freshness_days=365) is expected


def an_evidence(**told):
    return Evidence(**({"how": "visit", "on": TODAY, "by": "王芳"} | told))


@pytest.mark.parametrize(
    ("told", "problems"),
    [
        ({}, []),
        ({"how": "rumour"}, [("how", "missing")]),
        ({"on": TODAY + timedelta(days=1)}, [("on", "in-the-future")]),
        ({"by": " "}, [("by", "missing")]),
        ({"note": "字" * 121}, [("note", "too-long")]),
        ({"by": "字" * (NAME_LENGTH + 1)}, [("by", "too-long")]),
    ],
)
def test_evidence_says_how_when_and_who(told, problems):
    found = problems_with_evidence(
        an_evidence(**told), hows=frozenset({"visit", "papers"}), today=TODAY
    )
    assert [(each.field, each.code) for each in found] == problems


@pytest.mark.parametrize(
    ("collector", "problems"),
    [
        (Collector(name="张三", is_checked=True), []),
        (Collector(name="张三"), [("is_checked", "missing")]),
        (Collector(name="", is_checked=True), [("name", "missing")]),
        (
            Collector(name="张三", relation="字" * (NAME_LENGTH + 1), is_checked=True),
            [("relation", "too-long")],
        ),
    ],
)
def test_nothing_is_handed_over_without_a_name_and_a_look_at_the_card(collector, problems):
    found = problems_with_collector(collector)
    assert [(each.field, each.code) for each in found] == problems
