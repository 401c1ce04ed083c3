"""The check digit of a certificate's number: what it notices, and what may be typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.certificate_numbers import (
    TypedNumber,
    certificate_check,
    check_of,
    read_typed,
)
from station_app.domain.certificates import number_of

WORD = "石社证字"
CHECK = certificate_check(word=WORD, year=2026, serial=1)
OTHER = str((int(CHECK) + 1) % 10)
SERIES = st.fixed_dictionaries(
    {
        "word": st.text(st.sampled_from("石桥幸福里社居证字第3"), min_size=1, max_size=8),
        "year": st.integers(2000, 2099),
        "serial": st.integers(1, 9_999_999),
    }
)


def agrees(series, digits):
    """Whether the ten to thirteen *digits* of year, serial and check digit are accepted."""
    year = int(digits[:4])
    typed = TypedNumber(year=year, digits=digits[4:-1], check=digits[-1])
    return typed.agrees_with(word=series["word"], year=year)


@given(SERIES)
def test_the_digit_is_the_same_from_the_parts_and_from_the_number(series):
    assert check_of(number_of(**series)) == certificate_check(**series)


@given(SERIES, st.data())
def test_each_wrong_digit_of_year_serial_and_check_digit_is_noticed(series, data):
    digits = f"{series['year']}{series['serial']:04d}{certificate_check(**series)}"
    assert agrees(series, digits)
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([each for each in "0123456789" if each != digits[place]]))
    wrong = digits[:place] + other + digits[place + 1 :]
    assert not agrees(series, wrong)


@given(SERIES, st.data())
def test_neighbours_changed_about_are_noticed(series, data):
    digits = f"{series['year']}{series['serial']:04d}{certificate_check(**series)}"
    place = data.draw(st.integers(0, len(digits) - 2))
    wrong = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    assert agrees(series, wrong) is (wrong == digits)


def test_every_slip_in_numbers_of_a_year_is_noticed():
    series = {"word": WORD, "year": 2026}
    for serial in range(1, 10_000, 89):
        digits = f"2026{serial:04d}{certificate_check(**series, serial=serial)}"
        slips = {
            *(
                digits[:at] + str(digit) + digits[at + 1 :]
                for at in range(9)
                for digit in range(10)
            ),
            *(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(8)),
        }
        assert [slip for slip in slips if agrees(series, slip)] == [digits]


def test_of_wrong_characters_of_the_word_nine_in_ten_are_noticed():
    """A digit cannot tell more than ten words apart."""
    common = [chr(code) for code in range(0x4E00, 0x9FA6, 17)]
    words = [WORD[:at] + each + WORD[at + 1 :] for at in range(4) for each in common]
    wrong = [word for word in words if word != WORD]
    missed = [each for each in wrong if certificate_check(word=each, year=2026, serial=1) == CHECK]
    assert 0.08 < len(missed) / len(wrong) < 0.12


@pytest.mark.parametrize(
    "text",
    [
        f"石社证字〔2026〕第0001号{CHECK}",
        f"石社证字〔2026〕第0001号　校验 {CHECK}",
        f"编号：石社证字〔2026〕第0001号 校验{CHECK}",
        f"石社证字（2026）第0001号，校验码：{CHECK}",
        f"石社证字[2026]第1号-{CHECK}",
        f"石社证字【2026】0001-{CHECK}",
        f" 石社证字 〔２０２６〕 第 ０００１ 号 — {CHECK} ",
    ],
)
def test_a_whole_number_is_read_in_any_brackets(text):
    assert read_typed(text) == TypedNumber(word=WORD, year=2026, digits="0001", check=CHECK)


@pytest.mark.parametrize(
    ("text", "year", "is_sure"),
    [
        ("2026-0001-7", 2026, False),
        ("20260001-7", 2026, False),
        ("2026第0001号7", 2026, True),
        ("2026年第0001号校验7", 2026, True),
        ("0001-7", None, False),
        ("第0001号7", None, True),
        ("0001 校验 7", None, True),
    ],
)
def test_a_short_number_is_read_with_its_digit(text, year, is_sure):
    assert read_typed(text) == TypedNumber(year=year, digits="0001", check="7", is_sure=is_sure)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "0001",
            "第0001号",
            "石社证字〔2026〕第0001号",
            "2026-0001",
            "00017",
            "1-7",
            "3-2-501",
        ),
        *("20260301-0-0001-5", "2026-3-1", "110000199001010013", "张三", "x" * 200),
        "第0001号77",
    ],
)
def test_what_has_no_check_digit_is_not_read_as_having_one(text):
    assert read_typed(text) is None


def test_the_digit_agrees_with_its_series_alone():
    typed = TypedNumber(digits="0001", check=CHECK)
    assert typed.agrees_with(word=WORD, year=2026)
    assert not TypedNumber(digits="0001", check=OTHER).agrees_with(word=WORD, year=2026)
    assert not TypedNumber(digits="0001", check=CHECK, year=2025).agrees_with(word=WORD, year=2026)
    assert not TypedNumber(digits="0001", check=CHECK, word="桥").agrees_with(word=WORD, year=2026)


@pytest.mark.parametrize("number", ["", "20260301-0-0001-5", "石社证字第1号"])
def test_what_is_no_number_of_a_certificate_has_no_digit(number):
    assert check_of(number) == ""


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_number_or_none(text):
    found = read_typed(text)
    assert found is None or (found.check.isascii() and found.check.isdigit())
