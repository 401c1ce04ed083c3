from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.counter.case_materials import (
    MOST_BROUGHT,
    Lacking,
    OneTimeNotice,
    Tick,
    first_ticks,
    lacking_of,
    notice_from_text,
    problems_with_ticks,
    text_of_notice,
    text_of_ticks,
    ticked,
    ticks_from_text,
)
from station_app.domain.counter.items import Form, Material

NUMBERS = st.integers(0, MOST_BROUGHT)
TICKS = st.builds(
    Tick, is_needed=st.booleans(), originals=NUMBERS, copies=NUMBERS, is_returned=st.booleans()
)


@pytest.mark.parametrize(
    ("form", "quantity", "originals", "copies", "lacks"),
    [
        (Form.ORIGINAL, 1, 0, 0, (1, 0)),
        (Form.ORIGINAL, 2, 1, 5, (1, 0)),
        (Form.ORIGINAL, 1, 1, 0, None),
        (Form.SEEN, 1, 0, 1, (1, 0)),
        (Form.SEEN, 1, 1, 0, None),
        (Form.COPY, 2, 3, 1, (0, 1)),
        (Form.COPY, 1, 0, 1, None),
        (Form.BOTH, 1, 1, 0, (0, 1)),
        (Form.BOTH, 1, 0, 0, (1, 1)),
        (Form.BOTH, 1, 1, 1, None),
    ],
)
def test_what_lacks_is_told_by_form_and_quantity(form, quantity, originals, copies, lacks):
    material = Material(name="户口簿", form=form, quantity=quantity)
    (found,) = ticked([material], [Tick(originals=originals, copies=copies)])
    expected = lacks and Lacking(name="户口簿", originals=lacks[0], copies=lacks[1])
    assert found.lacking == expected


def test_what_is_needed_under_a_condition_is_not_asked_for_before_it_is_fulfilled():
    materials = [Material(name="身份证"), Material(name="租赁合同", when="租住")]
    ticks = first_ticks(materials)
    assert [each.name for each in lacking_of(ticked(materials, ticks))] == ["身份证"]
    rented = (Tick(originals=1), Tick())
    assert [each.name for each in lacking_of(ticked(materials, rented))] == ["租赁合同"]
    # another device's program may know of fewer
    assert len(ticked(materials, ticks[:1])) == len(materials)


def test_ticks_that_cannot_be_are_told_by_field():
    materials = [Material(name="a"), Material(name="b")]
    found = problems_with_ticks([Tick(), Tick(copies=-1, originals=100)], materials)
    assert [each.field for each in found] == ["materials.1.originals", "materials.1.copies"]
    assert [each.field for each in problems_with_ticks([], materials)] == ["materials"]
    assert problems_with_ticks([Tick(), Tick(copies=99)], materials) == ()


@given(st.lists(TICKS))
def test_ticks_are_read_as_they_were_kept(ticks):
    assert ticks_from_text(text_of_ticks(ticks)) == tuple(ticks)


@given(
    st.builds(
        OneTimeNotice,
        told_on=st.dates(),
        until=st.dates(),
        note=st.text(),
        lacking=st.lists(
            st.builds(Lacking, name=st.text(), when=st.text(), originals=NUMBERS, copies=NUMBERS)
        ).map(tuple),
    )
    | st.none()
)
def test_a_notice_is_read_as_it_was_kept(notice):
    assert notice_from_text(text_of_notice(notice)) == notice


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(str))
def test_whatever_stands_there_is_read(text):
    assert all(isinstance(each, Tick) for each in ticks_from_text(text))
    assert notice_from_text(text) is None


def test_what_is_missing_in_a_notice_is_empty():
    text = '{"told_on": "2026-03-01", "until": "2026-03-20", "lacking": [7, {"copies": "x"}]}'
    notice = notice_from_text(text)
    assert notice.told_on == date(2026, 3, 1)
    assert notice.lacking == (Lacking(name=""), Lacking(name=""))
