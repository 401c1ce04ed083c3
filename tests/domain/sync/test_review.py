"""What is proposed to whoever reviews a conflict, and what both sides had found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

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


def test_proposals_leave_out_what_has_none_and_what_was_decided():
    def point(name, **told):
        return ReviewPoint(
            id=name,
            table="resident",
            record="1",
            column="note",
            kind=ValueKind.TEXT,
            options=(),
            **told,
        )

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
