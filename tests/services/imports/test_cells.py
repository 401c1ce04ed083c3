"""Days, parts and texts out of cells, whatever form they are in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.services.imports.cells import EPOCH, Day, day_of, part_of, text_of
from station_app.services.imports.set_aside import shown

FORMS = (
    "{y}-{m:02d}-{d:02d}",
    "{y}.{m}.{d}",
    "{y}/{m}/{d}",
    "{y}年{m}月{d}日",
    "{y}{m:02d}{d:02d}",
)


@given(st.dates(date(1880, 1, 1), date(2090, 1, 1)), st.sampled_from(FORMS))
def test_day_is_read_in_every_usual_form(day, form):
    text = form.format(y=day.year, m=day.month, d=day.day)
    wide = "".join(chr(ord(char) + 0xFEE0) if char.isdigit() else char for char in text)
    for written in (text, f" {text} ", wide):
        assert day_of(written) == Day(day.year, day.month, day.day)


@given(st.dates(date(1910, 1, 1), date(2050, 1, 1)))
def test_day_kept_as_a_serial_number_is_read(day):
    assert day_of(float((day - EPOCH).days)).as_date() == day
    assert day_of([day.year, day.month, day.day]).as_date() == day
    assert day_of(float(f"{day:%Y%m%d}")).as_date() == day


@pytest.mark.parametrize(
    "cell", ["", "不详", "1990-13-01", "19900230", "90.1.1", 1990.5, 7.0, True, "፩", "𐩀.1"]
)
def test_what_is_no_day_tells_none(cell):
    assert day_of(cell) is None


def test_month_alone_agrees_with_any_day_of_it():
    told = day_of("1990年1月")
    assert told.as_date() is None
    assert told.agrees_with(date(1990, 1, 31))
    assert not told.agrees_with(date(1990, 2, 1))


@given(st.text() | st.floats() | st.integers() | st.none() | st.booleans())
def test_no_cell_makes_the_readers_of_cells_fail(cell):
    day_of(cell)
    assert isinstance(text_of(cell), str)
    assert isinstance(part_of(cell), str)


def test_room_that_a_spreadsheet_took_for_a_day_is_given_back():
    assert part_of([2026, 3, 2]) == "3-2"


def test_number_rounded_by_a_spreadsheet_stays_refusable_when_set_aside():
    assert shown(110000199104039040.0) == "1.10000199104039E+17"
    assert shown(18793172333.0) == "18793172333"
    assert shown([1990, 1, 2]) == "1990-01-02"
