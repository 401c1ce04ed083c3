"""What has to be said before a list leaves, and from how many people on."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.exports import (
    ALPHABET,
    ExportAsk,
    ExportLimits,
    new_export_number,
    problems_with,
)
from tests.factories import an_ask

GROUNDS = {"duty", "consent"}
FEW, MANY = 50, 51


def wrong(ask, people=FEW):
    found = problems_with(ask, people=people, limits=ExportLimits(), grounds=GROUNDS)
    return [(problem.field, problem.code) for problem in found]


def test_to_whom_what_for_and_on_what_ground_is_always_said():
    assert wrong(ExportAsk()) == [
        ("recipient", "missing"),
        ("purpose", "missing"),
        ("ground", "missing"),
    ]
    assert wrong(an_ask()) == []


@pytest.mark.parametrize(
    ("people", "reason", "found"),
    [
        (FEW, "", []),
        (MANY, "", [("reason", "missing")]),
        (MANY, "  ", [("reason", "missing")]),
        (MANY, "全员核对", []),
    ],
)
def test_above_fifty_people_it_is_said_why_so_many(people, reason, found):
    assert wrong(an_ask(reason=reason), people) == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"ground": "curiosity"}, [("ground", "missing")]),
        ({"purpose": "长" * 201}, [("purpose", "too-long")]),
        ({"recipient": "长" * 121}, [("recipient", "too-long")]),
        ({"reason": "长" * 201}, [("reason", "too-long")]),
    ],
)
def test_what_is_no_ground_or_too_long_is_refused(values, found):
    assert wrong(an_ask(**values)) == found


def test_above_the_limit_of_the_station_a_second_person_agrees():
    limits = ExportLimits(approval_above=200)
    assert [limits.asks_approval(people) for people in (200, 201)] == [False, True]
    assert [ExportLimits().asks_approval(people) for people in (500, 501)] == [False, True]


def test_numbers_of_exports_tell_the_day_and_nothing_more():
    numbers = {new_export_number(date(2026, 3, 1)) for _ in range(500)}
    assert len(numbers) > 495
    assert all(number.startswith("20260301-") for number in numbers)
    assert {sign for number in numbers for sign in number[9:]} <= set(ALPHABET)
