from __future__ import annotations

import pytest

from station_app.domain.residents.households import HEAD, Member
from station_app.domain.residents.people import ResidentId
from station_app.domain.residents.standing import Standing


def a_member(relation):
    return Member(
        id=ResidentId("1"),
        name="曾小贤",
        sex="1",
        relation=relation,
        number="",
        standing=Standing.SETTLED,
        age=None,
    )


@pytest.mark.parametrize("relation", [HEAD, "01"])
def test_who_is_called_himself_or_head_heads_the_household(relation):
    assert a_member(relation).is_head()


@pytest.mark.parametrize("relation", ["", "1", "2", "10", "12", "20", "99"])
def test_nobody_else_does(relation):
    assert not a_member(relation).is_head()
