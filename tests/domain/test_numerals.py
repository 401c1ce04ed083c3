"""Days as official papers write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from station_app.domain.numerals import (
    day_in_figures,
    day_in_words,
    in_digits,
    in_words,
    month_in_figures,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "二〇二六年十一月二十三日"),
        (date(2026, 1, 1), "二〇二六年一月一日"),
        (date(2030, 10, 10), "二〇三〇年十月十日"),
        (date(2027, 12, 20), "二〇二七年十二月二十日"),
        (date(1999, 2, 30 - 2), "一九九九年二月二十八日"),
        (date(2000, 3, 31), "二〇〇〇年三月三十一日"),
    ],
)
def test_a_day_is_written_out_as_papers_are_dated(day, words):
    assert day_in_words(day) == words


def test_every_day_of_a_year_has_words_of_its_own():
    days = [date(2028, 1, 1) + timedelta(days=number) for number in range(366)]

    assert len({day_in_words(day) for day in days}) == 366


def test_no_day_is_written_with_the_zero_that_stands_lower():
    assert "零" not in "".join(day_in_words(date(year, 1, 1)) for year in range(1900, 2101))


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")]
)
def test_numbers_are_written_as_they_are_spoken(number, words):
    assert in_words(number) == words


@pytest.mark.parametrize("number", [0, 100, -1])
def test_numbers_beyond_a_calendar_are_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        in_words(number)


def test_digits_are_written_one_by_one():
    assert in_digits(2026) == "二〇二六"
    with pytest.raises(ValueError, match="-1"):
        in_digits(-1)


def test_days_in_running_text_carry_no_leading_zero():
    assert day_in_figures(date(2026, 3, 1)) == "2026年3月1日"
    assert month_in_figures(date(2021, 3, 1)) == "2021年3月"
