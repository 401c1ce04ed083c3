"""Orders as entered, judged; their numbers compared; what calling back may say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.counter.case_rules import Named
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.domain.counter.order_rules import Category, OrderRules, OrderSource
from station_app.domain.counter.orders import (
    CallBack,
    OrderDraft,
    plain_number,
    problems_with_call,
    problems_with_order,
    tidied_order,
    title_of,
)
from station_app.domain.counter.ratings import Level

TODAY = date(2026, 3, 20)
ORDER, NOISE = id_of_shipped("order"), id_of_shipped("noise")
RULES = OrderRules(
    sources=(
        OrderSource(code="12345", name="12345热线", item=ORDER, due=TimeLimit(5)),
        OrderSource(
            code="petition",
            name="信访",
            item=id_of_shipped("petition-order"),
            notice=TimeLimit(15, Counted.CALENDAR),
        ),
    ),
    classes=(Named(code="complaint", name="投诉"),),
    categories=(Category(code="noise", name="噪声扰民", items=(NOISE,)),),
    returns=(Named(code="twice", name="重复派单"),),
)
DRAFT = OrderDraft(
    source="12345",
    number="DH2026-0001",
    received_on=date(2026, 3, 19),
    received_time="09:30",
    kind="complaint",
    category="noise",
    content="楼下广场舞噪声大",
    caller="王某",
)


def found(draft):
    problems = problems_with_order(tidied_order(draft), RULES, today=TODAY)
    return [(each.field, each.code) for each in problems]


def test_an_order_with_all_that_is_asked_for_is_accepted():
    assert found(DRAFT) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"source": ""}, ("source", "missing")),
        ({"source": "110"}, ("source", "unknown")),
        ({"kind": ""}, ("kind", "missing")),
        ({"kind": "song"}, ("kind", "unknown")),
        ({"category": "moon"}, ("category", "unknown")),
        ({"content": " \n "}, ("content", "missing")),
        ({"content": "字" * 2001}, ("content", "too-long")),
        ({"caller": "  "}, ("caller", "missing")),
        ({"received_on": None}, ("received_on", "missing")),
        ({"received_on": date(2026, 3, 21)}, ("received_on", "in-the-future")),
        ({"received_time": "24:00"}, ("received_time", "not-a-time")),
        ({"received_time": "9:30"}, ("received_time", "not-a-time")),
        ({"due_on": date(2026, 3, 18)}, ("due_on", "too-early")),
        ({"number": "9" * 61}, ("number", "too-long")),
        ({"place": "某" * 121}, ("place", "too-long")),
    ],
)
def test_what_cannot_be_is_told_by_field(change, problem):
    assert found(replace(DRAFT, **change)) == [problem]


def test_a_category_may_be_left_open_and_the_class_then_names_the_order():
    assert found(replace(DRAFT, category="")) == []
    assert title_of(DRAFT, RULES) == "12345热线：噪声扰民"
    assert title_of(replace(DRAFT, category=""), RULES) == "12345热线：投诉"


def test_who_stays_unknown_has_neither_name_nor_file():
    told = tidied_order(replace(DRAFT, is_anonymous=True, caller="王某", resident_id="r1"))
    assert (told.caller, told.resident_id) == ("", "")
    assert found(told) == []


def test_a_time_with_the_wide_colon_of_the_keyboard_is_read():
    assert tidied_order(replace(DRAFT, received_time="09：30")).received_time == "09:30"


@pytest.mark.parametrize("number", ["dh20260001", " DH2026 0001 ", "DH2026—0001", "Dh-2026_0001"])
def test_one_number_in_many_wordings_is_one_number(number):
    assert plain_number(number) == plain_number(DRAFT.number) == "DH20260001"


def test_the_law_of_a_source_holds_for_what_its_cases_rest_upon():
    assert RULES.notice_of(id_of_shipped("petition-order")) == TimeLimit(15, Counted.CALENDAR)
    assert RULES.notice_of(ORDER) is None
    assert RULES.category_of_item() == {NOISE: "noise"}


CALLED = CallBack(is_reached=True, is_solved=False, level=Level.DISSATISFIED, called_on=TODAY)


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, []),
        ({"is_reached": False, "is_solved": None, "level": None}, []),
        ({"is_reached": None}, [("is_reached", "missing")]),
        ({"is_solved": None}, [("is_solved", "missing")]),
        ({"level": None}, [("level", "missing")]),
        ({"called_on": None}, [("called_on", "missing")]),
        ({"called_on": date(2026, 3, 21)}, [("called_on", "in-the-future")]),
        ({"called_on": date(2026, 3, 18)}, [("called_on", "too-early")]),
        ({"note": "字" * 401}, [("note", "too-long")]),
    ],
)
def test_whoever_was_reached_has_said_whether_it_is_solved_and_how_satisfied_he_is(
    change, problems
):
    call = replace(CALLED, **change)
    told = problems_with_call(call, answered_on=date(2026, 3, 19), today=TODAY)
    assert [(each.field, each.code) for each in told] == problems
