"""What a move comes to, in one sentence, before it is carried out."""

from __future__ import annotations

from datetime import date

import pytest

from ui.residents.moving import AWAY, MoveDraft, Moving

PEOPLE = {"a": "陈琴梅", "b": "曾春海", "c": "曾铭", "d": "曾亮", "e": "曾俊"}
TO = "幸福里5幢1单元301室"


@pytest.fixture
def moving(qtbot, clock):
    return Moving(PEOPLE, clock, has_household=True)


def test_few_are_named_and_of_many_the_rest_is_counted(moving):
    assert moving.names(MoveDraft(who=("a", "c"))) == "陈琴梅、曾铭"
    assert moving.names(MoveDraft(who=tuple(PEOPLE))) == "陈琴梅、曾春海、曾铭 and 2 more"


def test_nobody_ticked_and_no_address_say_what_to_do_first(moving):
    assert moving.told(MoveDraft(), to=TO).startswith("Nobody moves yet")
    assert moving.told(MoveDraft(who=("a",)), to="") == "Type where to."


def test_a_move_within_is_of_today_unless_a_day_is_typed(moving, clock):
    today = clock.today().isoformat()
    assert f"陈琴梅 will live at {TO} from {today}." in moving.told(MoveDraft(who=("a",)), to=TO)
    dated = MoveDraft(who=("a",), on=date(2026, 2, 3))
    assert "from 2026-02-03." in moving.told(dated, to=TO)


@pytest.mark.parametrize(("left_to", "said"), [("", "on 2026-02-03."), ("某市", "for 某市.")])
def test_a_move_away_says_where_to_if_that_is_known(moving, left_to, said):
    draft = MoveDraft(who=("a",), way=AWAY, on=date(2026, 2, 3), left_to=left_to)
    assert said in moving.told(draft, to="")


def test_everybody_together_is_the_household(moving):
    everybody, some = MoveDraft(who=tuple(PEOPLE)), MoveDraft(who=("a", "b"))
    assert moving.is_whole_household(everybody)
    assert "The whole household goes along." in moving.told(everybody, to=TO)
    assert not moving.is_whole_household(some)
    assert "They stay in their household." in moving.told(some, to=TO)


def test_somebody_without_household_is_none(qtbot, clock):
    alone = Moving({"a": "张三"}, clock, has_household=False)
    draft = MoveDraft(who=("a",))
    assert not alone.is_whole_household(draft)
    assert alone.told(draft, to=TO).endswith("The former address is kept.")


def test_long_names_get_more_room(qtbot, clock, moving):
    long = Moving({"a": "阿卜杜勒·买买提依明"}, clock, has_household=False)
    assert long.side_by_side() < moving.side_by_side()
