"""Nothing that leaves is run, and no control character leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.privacy.leaving import (
    CONTROLS,
    DANGEROUS,
    harmless,
    harmless_cell,
    on_one_line,
    without_controls,
)


@pytest.mark.parametrize("sign", [sign for sign in DANGEROUS if sign != "\r"])
def test_what_begins_like_a_formula_is_led_in(sign):
    assert harmless(f"{sign}1+1").startswith("'")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x00\x07\x1b[31m红", "[31m红"),
        ("\x9b31m红", "31m红"),
        ("一\r\n二\t三", "一\n二\t三"),
        ("\ud83d", ""),
        ("\u2028\ufffe\uffff", ""),
        ("𠮷\u200b•\u202e", "𠮷\u200b•\u202e"),
    ],
)
def test_control_characters_stay_behind_and_names_do_not(text, left):
    assert without_controls(text) == left


@given(st.text())
def test_whatever_it_was_no_program_runs_it(text):
    for safe in (harmless(text), harmless_cell(text)):
        assert not safe.startswith(tuple("=+-@＝＋－＠\r"))
        assert not any(ord(sign) in CONTROLS for sign in safe)
        safe.encode()


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(on_one_line(text).splitlines()) <= 1


def test_a_long_number_stays_whole():
    assert harmless_cell("110000199001010013") == "\t110000199001010013"
    assert harmless_cell("13800005678") == "13800005678"
