from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.check_digits import check_digit
from station_app.domain.counter.case_numbers import case_number, read_case_number, series_of

DAY = date(2026, 3, 1)
NUMBERS = st.builds(
    case_number, st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 9_999_999)
)


def test_a_number_tells_day_block_serial_and_check_digit():
    assert case_number(DAY, 1) == f"20260301-0-0001-{check_digit('2026030100001')}"
    assert case_number(DAY, 80_001).startswith("20260301-8-0001-")


def test_serials_are_counted_by_month():
    assert (series_of(DAY), series_of(date(2026, 12, 31))) == (202603, 202612)


def test_the_digit_of_the_published_example_is_right():
    assert check_digit("572") == "4"


@given(NUMBERS)
def test_a_number_is_read_as_it_was_written_with_or_without_hyphens(number):
    assert read_case_number(number) == number
    assert read_case_number(f" {number.replace('-', '')} ") == number


@given(NUMBERS, st.data())
def test_a_wrong_digit_and_two_changed_about_are_noticed(number, data):
    digits = number.replace("-", "")
    place = data.draw(st.integers(0, len(digits) - 2))
    other = data.draw(st.sampled_from([each for each in "0123456789" if each != digits[place]]))
    assert read_case_number(digits[:place] + other + digits[place + 1 :]) is None
    if digits[place] != digits[place + 1]:
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        assert read_case_number(swapped) is None


@pytest.mark.parametrize(
    "text", ["", "abc", "2026-0301-0-0001-7", "２０２６０３０１-0-0001-4", "1" * 40]
)
def test_what_is_no_number_is_not_read_as_one(text):
    assert read_case_number(text) is None


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_number_or_none(text):
    found = read_case_number(text)
    assert found is None or read_case_number(found) == found
