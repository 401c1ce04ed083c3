from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.passphrases import (
    DEFAULT_POLICY,
    RANGES,
    PassphrasePolicy,
    problems_with_passphrase,
)


def codes(passphrase):
    return [problem.code for problem in problems_with_passphrase(passphrase)]


@pytest.mark.parametrize(
    "passphrase",
    ["Abcdef12", "abcdef1!", "ABC 1234", "幸福里abc123", "Ａｂｃｄｅｆ１２", "Aa1" + "x" * 253],
)
def test_eight_characters_of_three_classes_are_accepted(passphrase):
    assert codes(passphrase) == []


@pytest.mark.parametrize("passphrase", ["correct horse", "一二三四五六七八九十甲乙", "x" * 12])
def test_twelve_characters_need_no_mixture(passphrase):
    assert codes(passphrase) == []


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", ["too-short", "too-simple"]),
        ("Abcde12", ["too-short"]),
        ("abcdefgh", ["too-simple"]),
        ("abcdefg1", ["too-simple"]),
        ("12345678", ["too-simple"]),
        ("幸福里三幢五零一室", ["too-simple"]),
        ("Aa1" + "x" * 254, ["too-long"]),
    ],
)
def test_others_are_refused_with_the_reason(passphrase, expected):
    assert codes(passphrase) == expected


def test_the_default_rules_are_those_of_the_second_level():
    assert PassphrasePolicy() == DEFAULT_POLICY
    told = (DEFAULT_POLICY.least_length, DEFAULT_POLICY.least_classes, DEFAULT_POLICY.long_enough)
    assert told == (8, 3, 12)
    told = (DEFAULT_POLICY.days, DEFAULT_POLICY.barred)
    assert told == (90, 5)
    assert (DEFAULT_POLICY.failures, DEFAULT_POLICY.lock_minutes) == (5, 15)
    assert DEFAULT_POLICY.is_bearable()


@pytest.mark.parametrize("figure", RANGES)
def test_figures_out_of_range_are_no_rules(figure):
    limits = RANGES[figure]
    for value in (limits[0], limits[-1]):
        assert replace(DEFAULT_POLICY, **{figure: value}).is_bearable()
    for value in (limits[0] - 1, limits[-1] + 1, True, "8", 8.0, None):
        assert not replace(DEFAULT_POLICY, **{figure: value}).is_bearable()


def test_stricter_rules_are_told_with_their_figures():
    policy = PassphrasePolicy(least_length=10, least_classes=4, long_enough=20)
    found = {each.code: each.facts for each in problems_with_passphrase("Abcdef12", policy)}
    assert found == {"too-short": {"length": 10}, "too-simple": {"classes": 4}}
    assert problems_with_passphrase("Abcdef-123", policy) == ()
    assert problems_with_passphrase("abcdefghijklmnopqrst", policy) == ()


@pytest.mark.parametrize(
    ("since", "left"),
    [
        (date(2026, 3, 1), 90),
        (date(2025, 12, 1), 0),
        (date(2025, 11, 30), -1),
        (date(2027, 1, 1), 90),
    ],
)
def test_a_passphrase_is_due_after_ninety_days(since, left):
    assert DEFAULT_POLICY.days_left(since, date(2026, 3, 1)) == left
