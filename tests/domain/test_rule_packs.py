"""Packs of lists: when they are used, how they are laid over one another, their keys."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from station_app.domain.negative_list import ListedTask, match_tasks, tasks_laid_over
from station_app.domain.rule_packs import (
    Pack,
    Standing,
    office_of_name,
    pack_of_contents,
    pack_of_file,
    used,
)
from tests.domain.test_negative_list import a_list

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
HERE, ELSEWHERE = "320106", "420000"
TIMES = {
    "now": (TODAY, TODAY),
    "to come": (TODAY + DAY, None),
    "over": (None, TODAY - DAY),
}
IN_TIME = {"now": Standing.USED, "to come": Standing.NOT_YET, "over": Standing.OVER}


def a_pack(area="320000", when="now", *, chosen=None, key="p"):
    since, until = TIMES[when]
    rules = a_list(area, since=since, until=until)
    return Pack(id=key, rules=rules, is_shipped=True, is_chosen=chosen)


@pytest.mark.parametrize(
    ("area", "when", "chosen"),
    list(product(("320000", ELSEWHERE), TIMES, (None, True, False))),
)
def test_a_pack_is_used_by_choice_area_and_time_in_this_order(area, when, chosen):
    if chosen is False:
        expected = Standing.NOT_CHOSEN
    elif chosen is None and area == ELSEWHERE:
        expected = Standing.ELSEWHERE
    else:
        expected = IN_TIME[when]
    assert a_pack(area, when, chosen=chosen).standing(area=HERE, day=TODAY) is expected


def test_only_packs_in_use_are_laid_over_one_another():
    packs = [a_pack(), a_pack("000000"), a_pack(when="over"), a_pack(ELSEWHERE)]
    assert [each.area for each in used(packs, area=HERE, day=TODAY)] == ["320000", "000000"]


def test_keys_are_the_same_everywhere_and_of_no_two_things():
    keys = {pack_of_file("a"), pack_of_contents("a"), office_of_name("a")}
    assert len(keys) == 3
    assert office_of_name(" 人民法院 ") == office_of_name("人民法院")
    assert all(len(key) == 32 for key in keys)


def a_listed(key, title, list_type="own", *aliases):
    return ListedTask(id=key, title=title, aliases=aliases, list_type=list_type)


def test_a_local_list_drops_and_replaces_work_of_a_larger_area():
    national = a_list("000000")
    local = a_list("320000", dropped=frozenset({"b"}))
    both = [
        _with(local, a_listed("c", "丙")),
        _with(national, a_listed("a", "甲"), a_listed("b", "乙"), a_listed("c", "旧")),
    ]
    assert {each.id: each.title for each in tasks_laid_over(both)} == {"a": "甲", "c": "丙"}


def _with(rules, *tasks):
    return type(rules)(
        **{
            **{name: getattr(rules, name) for name in type(rules).__slots__},
            "tasks": tasks,
        }
    )


def test_work_is_found_by_title_alias_and_within_a_sentence():
    tasks = (a_listed("a", "招商引资", "negative", "引资任务"), a_listed("b", "人民调解"))
    assert [each.id for each in match_tasks("引资任务", tasks)] == ["a"]
    assert [each.id for each in match_tasks("完成今年招商引资指标", tasks)] == ["a"]
    assert match_tasks("引", tasks) == ()
    assert match_tasks("防汛值守", tasks) == ()
