from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.identity.id_card import (
    CHECK_CHARACTERS,
    IdReading,
    born_of,
    check_character,
    read_id_cell,
    read_id_number,
    sex_of,
    upgrade_legacy,
)

TODAY = date(2026, 11, 22)

VALID = [
    ("110000199001010013", "1", date(1990, 1, 1)),
    ("310000198502280022", "2", date(1985, 2, 28)),
    ("440000200002290039", "1", date(2000, 2, 29)),
    ("320000195608150048", "2", date(1956, 8, 15)),
    ("350000201506010064", "2", date(2015, 6, 1)),
    ("510000194001010074", "1", date(1940, 1, 1)),
    ("33000019881108001X", "1", date(1988, 11, 8)),
    ("81000019920315001X", "1", date(1992, 3, 15)),
    ("820000199512300028", "2", date(1995, 12, 30)),
    ("830000197807070031", "1", date(1978, 7, 7)),
]


def codes(reading: IdReading) -> list[str]:
    return [problem.code for problem in reading.problems]


@st.composite
def numbers(draw):
    born = draw(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
    province = draw(st.sampled_from(["110000", "320000", "510000", "650000"]))
    first17 = f"{province}{born:%Y%m%d}{draw(st.integers(1, 999)):03d}"
    return first17 + check_character(first17)


@pytest.mark.parametrize(("number", "sex", "born"), VALID)
def test_valid_number_tells_sex_and_birthday(number, sex, born):
    reading = read_id_number(number, today=TODAY)
    assert reading == IdReading(number, number)
    assert (reading.sex, reading.born) == (sex, born)
    assert (sex_of(number), born_of(number)) == (sex, born)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110000199001010010", "id_check_digit"),
        ("110000199002300012", "id_date"),
        ("990000199001010017", "id_province"),
        ("11000019900101001", "id_length"),
        ("1100001990010100133", "id_length"),
    ],
)
def test_number_with_one_fault_is_refused_for_that_fault_only(number, code):
    reading = read_id_number(number, today=TODAY)
    assert codes(reading) == [code]
    assert not reading.is_acceptable
    assert (reading.sex, reading.born) == (None, None)


@pytest.mark.parametrize(
    "typed",
    [
        " 330000 19881108 001x ",
        "'33000019881108001X",
        "\u3000\uff13\uff13\uff10\uff10\uff10\uff10\uff11\uff19\uff18\uff18\uff11\uff11\uff10\uff18\uff10\uff10\uff11\uff38",
        "330000-19881108-001X",
        "33000019881108001\u00d7",
        "330000\u200b19881108001x",
    ],
)
def test_what_hands_leave_around_a_number_is_cleaned_away(typed):
    reading = read_id_number(typed, today=TODAY)
    assert (reading.text, reading.problems) == ("33000019881108001X", ())


def test_point_and_zero_left_by_a_spreadsheet_is_cleaned_away():
    assert read_id_cell("110000199001010013.0").text == "110000199001010013"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1100001990O101001X", "id_characters"),
        ("11000019900101001A", "id_characters"),
        ("11000019900101001中", "id_characters"),
    ],
)
def test_letter_among_the_digits_is_told_with_its_place(typed, code):
    reading = read_id_number(typed, today=TODAY)
    assert codes(reading) == [code]
    place = int(str(reading.problems[0].facts["position"]))
    assert typed[place - 1] == reading.problems[0].facts["character"]


def test_passport_in_the_field_is_told_by_length_and_characters():
    assert codes(read_id_number("E12345678")) == ["id_length", "id_characters"]
    assert codes(read_id_number("1100001990010100X")) == ["id_length"]


def test_failed_check_stands_before_what_may_follow_from_it():
    assert codes(read_id_number("110000199013010013"))[0] == "id_check_digit"


def test_birthday_to_come_is_refused_and_a_very_old_one_only_warned_of():
    future = "110000202711230010"
    future = future[:17] + check_character(future[:17])
    assert codes(read_id_number(future, today=TODAY)) == ["id_future"]
    assert codes(read_id_number(future)) == []
    old = "110000189001010010"
    old = old[:17] + check_character(old[:17])
    reading = read_id_number(old, today=TODAY)
    assert codes(reading) == ["id_age"]
    assert reading.is_acceptable


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("320000560815004", "320000195608150048"),
        ("110000900101001", "110000199001010013"),
    ],
)
def test_legacy_number_is_upgraded_and_warned_of(old, new):
    assert upgrade_legacy(old) == new
    reading = read_id_number(old, today=TODAY)
    assert (reading.text, reading.typed, codes(reading)) == (new, old, ["id_legacy"])
    assert reading.is_acceptable


def test_legacy_number_of_a_centenarian_belongs_to_the_century_before():
    assert born_of(upgrade_legacy("110000980101998")) == date(1898, 1, 1)


def test_legacy_number_with_an_impossible_date_is_refused():
    assert codes(read_id_number("110000901301001", today=TODAY)) == ["id_date", "id_legacy"]


@pytest.mark.parametrize(
    "cell",
    [
        3.20000195211047e17,
        1.1e17,
        0.5,
        "3.2E+17",
        "3.20000195211047E+17",
        "3.20000195211047e17",
        320000195211047000,
        "320000195211047000",
    ],
)
def test_digits_lost_by_a_spreadsheet_are_told_as_lost(cell):
    reading = read_id_cell(cell, today=TODAY)
    assert codes(reading) == ["id_precision_lost"]
    assert reading.text == ""
    assert not reading.is_empty


def test_number_that_truly_ends_in_zeros_is_kept():
    first17 = "32000019521104700"
    while check_character(first17) != "0":
        first17 = str(int(first17) + 1000)
    assert read_id_cell(f"{first17}0").problems == ()
    assert read_id_cell(int(f"{first17}0")).is_acceptable


def test_typed_number_that_ends_in_zeros_is_told_by_its_check():
    assert codes(read_id_number("320000195211047000")) == ["id_check_digit"]


def test_numeric_cell_with_a_legacy_number_is_read_exactly():
    assert read_id_cell(110000900101001.0).text == "110000199001010013"


@pytest.mark.parametrize("cell", [None, "", "  ", "无", "不详", "\u3000"])
def test_cell_without_a_number_is_empty_and_without_fault(cell):
    reading = read_id_cell(cell)
    assert reading.is_empty
    assert reading.problems == ()
    assert not reading.is_acceptable


@given(numbers(), st.data())
def test_one_wrong_character_is_always_caught(number, data):
    place = data.draw(st.integers(0, 17))
    pool = CHECK_CHARACTERS if place == 17 else "0123456789"
    wrong = data.draw(st.sampled_from([char for char in pool if char != number[place]]))
    reading = read_id_number(number[:place] + wrong + number[place + 1 :], today=TODAY)
    assert not reading.is_acceptable


@given(numbers(), st.integers(0, 16))
def test_two_neighbours_swapped_are_always_caught_among_digits(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or not read_id_number(swapped, today=TODAY).is_acceptable


@given(numbers(), st.text(" '\u3000-\u200b", max_size=3), st.integers(0, 18))
def test_number_is_read_the_same_through_any_mess(number, mess, place):
    assert read_id_cell(number[:place] + mess + number[place:], today=TODAY).text == number


@given(st.text(max_size=30))
def test_any_text_is_read_without_failing(text):
    reading = read_id_cell(text, today=TODAY)
    assert reading.is_acceptable or reading.problems or reading.is_empty


@given(st.text(max_size=30))
def test_accepted_number_reads_back_as_itself(text):
    reading = read_id_cell(text, today=TODAY)
    if reading.is_acceptable:
        assert reading.text.isascii()
        assert read_id_number(reading.text, today=TODAY).text == reading.text
