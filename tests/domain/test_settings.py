from __future__ import annotations

import pytest

from station_app.domain.passphrases import DEFAULT_POLICY, RANGES, PassphrasePolicy
from station_app.domain.settings import (
    MOST_CODE,
    MOST_DAYS,
    MOST_IDLE_MINUTES,
    POLICY_FIELDS,
    Settings,
    problems_with,
    settings_from,
)


def found(**values):
    return [
        (each.field, each.code) for each in problems_with(Settings(name="石头城社区", **values))
    ]


def test_a_station_with_nothing_but_a_name_is_accepted():
    assert found() == []


@pytest.mark.parametrize("name", ["", " ", "\u3000\t"])
def test_a_station_without_a_name_is_not(name):
    assert [each.code for each in problems_with(Settings(name=name))] == ["missing"]


@pytest.mark.parametrize("code", ["", "320102001001", "320102001001001", "XW-12", "0" * MOST_CODE])
def test_codes_of_communities_and_of_offices_are_taken(code):
    assert found(code=code) == []


@pytest.mark.parametrize("code", ["石头城", "3201 02", "0" * (MOST_CODE + 1), "12\n", "１２"])
def test_what_no_number_could_begin_with_is_no_code(code):
    assert found(code=code) == [("code", "not-a-code")]


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("freshness_days", MOST_DAYS),
        ("validity_days", MOST_DAYS),
        ("idle_minutes", MOST_IDLE_MINUTES),
    ],
)
def test_limits_have_both_ends(field, most):
    assert [found(**{field: value}) for value in (1, most)] == [[], []]
    for value in (0, -1, most + 1):
        (problem,) = problems_with(Settings(name="石头城社区", **{field: value}))
        assert (problem.field, problem.code) == (field, "out-of-range")
        assert problem.facts == {"least": 1, "most": most}


def test_everything_wrong_is_told_at_once():
    wrong = Settings(name="", code="?", freshness_days=0, validity_days=0, idle_minutes=0)
    assert [each.field for each in problems_with(wrong)] == [
        "name",
        "code",
        "freshness_days",
        "validity_days",
        "idle_minutes",
    ]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("石头城社区服务站", "石头城社证字"),
        ("石头城社区", "石头城社证字"),
        ("石头城", "石头城社证字"),
        ("社区服务站石头城", "社区服务站石社证字"),
        ("新时代文明实践东方红社区服务站", "新时代文明实社证字"),
    ],
)
def test_the_word_of_numbers_is_made_from_a_short_form_of_the_name(name, word):
    assert Settings(name=name).word_of_numbers() == word


def test_a_word_that_was_set_stands():
    assert Settings(name="石头城社区", word="石社证字").word_of_numbers() == "石社证字"


def test_what_a_newer_program_has_kept_is_left_out():
    kept = {"name": "石头城社区", "idle_minutes": 5, "weather": "fine"}
    assert settings_from(kept) == Settings(name="石头城社区", idle_minutes=5)


def test_the_rules_for_passphrases_come_from_the_settings():
    assert Settings().policy() == DEFAULT_POLICY
    settings = Settings(
        name="石头城社区",
        passphrase_length=9,
        passphrase_classes=2,
        passphrase_long=14,
        passphrase_days=30,
        passphrase_barred=0,
        lock_failures=3,
        lock_minutes=60,
    )
    assert problems_with(settings) == ()
    assert settings.policy() == PassphrasePolicy(
        least_length=9,
        least_classes=2,
        long_enough=14,
        days=30,
        barred=0,
        failures=3,
        lock_minutes=60,
    )


@pytest.mark.parametrize("field", POLICY_FIELDS)
def test_rules_out_of_range_are_told_with_their_limits(field):
    limits = RANGES[POLICY_FIELDS[field]]
    for value in (limits[0] - 1, limits[-1] + 1):
        (problem,) = problems_with(Settings(name="石头城社区", **{field: value}))
        assert (problem.field, problem.code) == (field, "out-of-range")
        assert problem.facts == {"least": limits[0], "most": limits[-1]}
