from __future__ import annotations

import pytest

from station_app.domain.passphrases import problems_with_passphrase


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
