"""Printers set right for forms that were printed before: bounds, and what a sheet tells."""

from __future__ import annotations

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.overprint import (
    AS_IT_IS,
    CROSS,
    STRETCH,
    Alignment,
    Measured,
    problems_with,
    problems_with_measures,
    reckoned,
)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({}, set()),
        ({"right": 20.0, "down": -20.0, "scale": 98.0}, set()),
        ({"right": 20.1}, {"right"}),
        ({"down": -20.1}, {"down"}),
        ({"scale": 97.99}, {"scale"}),
        ({"scale": 102.01}, {"scale"}),
        ({"right": nan, "down": nan, "scale": nan}, {"right", "down", "scale"}),
    ],
)
def test_shift_and_scale_have_bounds_and_what_is_no_number_is_out_of_them(told, wrong):
    assert {each.field for each in problems_with(Alignment(**told))} == wrong


def test_a_problem_names_both_bounds():
    (problem,) = problems_with(Alignment(scale=110))
    assert problem.facts == {"least": "98", "most": "102"}


def test_a_sheet_that_measures_as_it_is_drawn_needs_nothing():
    measured = Measured(left=CROSS[0], top=CROSS[1], line=STRETCH)
    assert reckoned(measured, AS_IT_IS) == AS_IT_IS


def test_what_lies_too_far_right_is_shifted_left():
    measured = Measured(left=CROSS[0] + 1.5, top=CROSS[1] - 0.5, line=STRETCH)
    assert reckoned(measured, AS_IT_IS) == Alignment(right=-1.5, down=0.5)


def sheet_of(stretched, off, now):
    """Return what a ruler says when a printer puts what is meant for x at p·x + e."""
    share = now.scale / 100
    left = stretched * (share * CROSS[0] + now.right) + off[0]
    top = stretched * (share * CROSS[1] + now.down) + off[1]
    return Measured(left=left, top=top, line=stretched * share * STRETCH)


@given(
    stretched=st.floats(0.985, 1.015),
    off=st.tuples(st.floats(-5, 5), st.floats(-5, 5)),
    now=st.builds(
        Alignment,
        right=st.floats(-9, 9),
        down=st.floats(-9, 9),
        scale=st.floats(99, 101),
    ),
)
def test_the_next_sheet_of_any_printer_measures_as_it_is_drawn(stretched, off, now):
    right = reckoned(sheet_of(stretched, off, now), now)
    after = sheet_of(stretched, off, right)
    assert after.left == pytest.approx(CROSS[0], abs=0.06)
    assert after.top == pytest.approx(CROSS[1], abs=0.06)
    assert after.line == pytest.approx(STRETCH, abs=0.01)


@pytest.mark.parametrize("field", ["left", "top", "line"])
@pytest.mark.parametrize("value", [nan, 0.0, 200.0])
def test_measures_of_another_line_are_refused(field, value):
    told = {"left": 40.0, "top": 40.0, "line": 120.0, field: value}
    assert [each.field for each in problems_with_measures(Measured(**told))] == [field]
