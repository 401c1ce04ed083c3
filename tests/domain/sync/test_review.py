"""What is proposed to whoever reviews a conflict, and what both sides had found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.sync.review import (
    ASKED_ALWAYS,
    CaseKind,
    ReviewCase,
    ReviewChoice,
    ReviewOption,
    ReviewPoint,
    ValueKind,
    common_ancestor,
    proposals,
    proposed,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def said(key, text, *, hours=0, is_suspect=False, at=NOON):
    moment = None if at is None else at + timedelta(hours=hours)
    return ReviewOption(key=key, text=text, at=moment, is_suspect=is_suspect)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([said("a", "x"), said("b", "y", hours=1)], "b"),
        ([said("a", "x", hours=2), said("b", "y", hours=1)], "a"),
        ([said("a", "x"), said("b", "")], "a"),
        ([said("a", "x"), said("b", "", hours=1)], "a"),
        ([said("a", "x"), said("b", "", hours=1, is_suspect=True)], "a"),
        ([said("a", "x"), said("b", "y")], ""),
        ([said("a", "x"), said("b", "y", hours=48, is_suspect=True)], ""),
        ([said("a", "x"), said("b", "y", at=None)], ""),
        ([said("a", "x"), said("b", "y", hours=1), said("c", "z", hours=2)], "c"),
        ([said("a", "x"), said("b", "y", hours=2), said("c", "z", hours=2)], ""),
        ([said("a", "x"), said("b", "y", hours=1), said("c", "", hours=2)], "b"),
        ([said("a", ""), said("b", "", hours=1)], ""),
    ],
)
def test_later_of_two_is_proposed_and_something_before_nothing(options, expected):
    assert proposed(options, table="resident", column="phone") == expected
    assert proposed(options[::-1], table="resident", column="phone") == expected


@pytest.mark.parametrize(("table", "column"), [*sorted(ASKED_ALWAYS), ("resident", "")])
def test_who_somebody_is_whether_he_lives_and_what_was_deleted_is_for_a_person(table, column):
    options = [said("a", "x"), said("b", "y", hours=1)]
    assert proposed(options, table=table, column=column) == ""


def point(name, column="note", **told):
    return ReviewPoint(
        id=name,
        table="resident",
        record="1",
        column=column,
        kind=ValueKind.TEXT,
        options=(),
        **told,
    )


def test_proposals_leave_out_what_has_none_and_what_was_decided():
    case = ReviewCase(
        key="resident:1",
        kind=CaseKind.PERSON,
        title="曾小贤",
        since=NOON,
        points=(
            point("one", proposed="a"),
            point("two"),
            point("three", proposed="b", is_decided=True),
        ),
    )
    assert proposals(case) == (ReviewChoice(point="one", option="a"),)


@pytest.mark.parametrize(
    ("former", "expected"),
    [
        ({}, None),
        ({"x": [(5, "o")], "y": [(6, "o")]}, "o"),
        ({"x": [(5, "o")]}, "o"),
        ({"y": [(6, "o")]}, "o"),
        # one side was edited twice
        ({"x": [(5, "m")], "m": [(4, "o")], "y": [(6, "o")]}, "o"),
        ({"x": [(5, "")], "y": [(6, "")]}, ""),
        # what was entered later does not count
        ({"x": [(5, "o"), (9, "z")], "y": [(6, "o")]}, "o"),
        # there and back again
        ({"x": [(5, "y"), (3, "o")], "y": [(4, "x"), (2, "o")]}, "x"),
        ({"x": [(5, "o")], "y": [(6, "p")]}, None),
    ],
)
def test_what_both_had_found_is_read_from_the_history(former, expected):
    assert common_ancestor(("x", 5), ("y", 6), former) == expected


def test_a_question_without_a_field_is_about_the_deletion():
    assert point("one", column="").is_deletion
    assert not point("one").is_deletion


def test_a_question_asked_anew_is_about_the_same_place():
    assert point("one").place == point("two", proposed="a").place == ("resident", "1", "note")
    assert point("one").place != point("one", column="").place


OPTIONS = st.lists(
    st.builds(
        lambda text, hours, is_suspect: (text, hours, is_suspect),
        st.sampled_from(["", "x", "y"]),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=5,
).map(
    lambda told: [
        said(str(place), text, hours=hours, is_suspect=is_suspect)
        for place, (text, hours, is_suspect) in enumerate(told)
    ]
)


@given(OPTIONS, st.randoms())
def test_what_is_proposed_does_not_depend_on_who_is_asked_first(options, chance):
    mixed = list(options)
    chance.shuffle(mixed)
    assert proposed(mixed, table="resident", column="phone") == proposed(
        options, table="resident", column="phone"
    )


@given(OPTIONS)
def test_nothing_is_proposed_that_says_nothing_or_that_something_trusted_came_after(options):
    chosen = proposed(options, table="resident", column="phone")
    by_key = {option.key: option for option in options}
    if chosen:
        assert by_key[chosen].text
        others = [each for each in options if each.text and each.key != chosen]
        assert all(each.at < by_key[chosen].at for each in others)


@given(
    st.dictionaries(
        st.sampled_from("abcd"),
        st.lists(st.tuples(st.integers(0, 9), st.sampled_from("abcd")), max_size=3),
    ),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_every_history_comes_to_an_end_the_same_from_both_sides(former, here, there):
    """Even one that goes in circles, as of a field that was changed there and back."""
    found = common_ancestor(("a", here), ("b", there), former)
    assert found is None or found in "abcd"
    assert (found is None) == (common_ancestor(("b", there), ("a", here), former) is None)
