from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from station_app.domain.certificates import (
    NEXT,
    Event,
    Obstacle,
    ResidenceFacts,
    State,
    number_of,
    obstacle_to_residence,
)
from station_app.domain.residents.standing import Standing

TODAY = date(2026, 3, 1)
LIMIT = 365


def obstacle(standing=Standing.SETTLED, *, has_address=True, days=0):
    verified = None if days is None else TODAY - timedelta(days=days)
    facts = ResidenceFacts(standing=standing, has_address=has_address, verified_on=verified)
    return obstacle_to_residence(facts, today=TODAY, freshness_days=LIMIT)


@pytest.mark.parametrize(
    "standing", [Standing.SETTLED, Standing.INCOMER, Standing.FOREIGN, Standing.UNCLEAR]
)
def test_who_lives_here_may_have_a_certificate_wherever_registered(standing):
    assert obstacle(standing) is None


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing.DEAD, Obstacle.DEAD),
        (Standing.LEFT, Obstacle.MOVED_OUT),
        (Standing.AWAY, Obstacle.NOT_LIVING_HERE),
    ],
)
def test_who_does_not_live_here_is_told_why_first_of_all(standing, expected):
    assert obstacle(standing, has_address=False, days=None) is expected


def test_an_address_is_asked_for_before_a_verification():
    assert obstacle(has_address=False, days=None) is Obstacle.NO_ADDRESS
    assert obstacle(days=None) is Obstacle.NEVER_VERIFIED


@pytest.mark.parametrize(
    ("days", "expected"), [(0, None), (LIMIT, None), (LIMIT + 1, Obstacle.FACTS_TOO_OLD)]
)
def test_facts_serve_up_to_and_on_the_last_day(days, expected):
    assert obstacle(days=days) is expected


def test_every_step_in_a_certificates_life_is_decided():
    assert set(NEXT) == set(product(State, Event))
    possible = {step for step, after in NEXT.items() if after is not None}
    assert possible == {
        (State.DRAFT, Event.ISSUE),
        (State.ISSUED, Event.REPRINT),
        (State.ISSUED, Event.VOID),
    }


@pytest.mark.parametrize(
    ("serial", "number"), [(1, "某社证字〔2026〕第0001号"), (12345, "某社证字〔2026〕第12345号")]
)
def test_a_number_has_four_figures_or_more(serial, number):
    assert number_of(word="某社证字", year=2026, serial=serial) == number
