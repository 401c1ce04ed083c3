from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.residents.people import (
    NOTE_LENGTH,
    OLDEST_AGE,
    TEXT_LENGTH,
    age_on,
    problems_with,
)
from tests.factories import TODAY, a_draft


def codes(draft):
    return [(found.field, found.code) for found in problems_with(draft, today=TODAY)]


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2026, 2, 28), 17),
        (date(2026, 3, 1), 18),
        (date(2026, 12, 31), 18),
        (date(2008, 3, 1), 0),
    ],
)
def test_full_years_are_counted_on_the_birthday(day, age):
    assert age_on(day, born=date(2008, 3, 1)) == age


def test_who_was_born_on_the_leap_day_is_older_on_the_first_of_march():
    assert age_on(date(2026, 2, 28), born=date(2008, 2, 29)) == 17
    assert age_on(date(2026, 3, 1), born=date(2008, 2, 29)) == 18


@pytest.mark.parametrize(
    ("born", "found"),
    [
        (None, []),
        (TODAY, []),
        (date(TODAY.year - OLDEST_AGE, 3, 1), []),
        (date(TODAY.year - OLDEST_AGE - 1, 3, 1), [("born", "too-old")]),
        (date(2026, 3, 2), [("born", "in-the-future")]),
    ],
)
def test_nobody_is_older_than_anybody_ever_was(born, found):
    assert codes(a_draft(born=born)) == found


def test_each_text_has_its_length():
    assert codes(a_draft(employer="厂" * TEXT_LENGTH, note="备" * NOTE_LENGTH)) == []
    assert codes(a_draft(employer="厂" * (TEXT_LENGTH + 1), note="备" * (NOTE_LENGTH + 1))) == [
        ("employer", "too-long"),
        ("note", "too-long"),
    ]


def test_a_former_name_is_judged_as_a_name():
    assert [field for field, _ in codes(a_draft(former_name="张\u202e三"))] == ["former_name"]
