from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.residents.tags import Tag

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        (None, None, FIRST, True),
        (FIRST, None, FIRST, True),
        (FIRST, None, FIRST - timedelta(days=1), False),
        (None, LAST, LAST - timedelta(days=1), True),
        (None, LAST, LAST, False),
        (FIRST, LAST, date(2026, 2, 1), True),
        (FIRST, FIRST, FIRST, False),
    ],
)
def test_a_tag_holds_from_its_first_day_until_the_day_it_ends(since, until, day, holds):
    assert Tag(code="elder_alone", since=since, until=until).holds_on(day) is holds


@given(st.dates(), st.dates())
def test_of_two_tags_that_follow_one_another_one_holds(day, change):
    former, present = Tag(code="a", until=change), Tag(code="a", since=change)
    assert former.holds_on(day) is not present.holds_on(day)
