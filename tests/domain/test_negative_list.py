from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.negative_list import (
    LegitimateCertificate,
    NegativeItem,
    NegativeList,
    Office,
    in_force,
    match,
    match_legitimate,
)

TODAY = date(2026, 11, 22)


def an_item(key: str, number: int, title: str, *aliases: str) -> NegativeItem:
    return NegativeItem(
        id=key, number=number, title=title, aliases=aliases, offices=(Office(name="公安派出所"),)
    )


MARRIAGE = an_item("marriage", 8, "婚姻状况证明", "单身证明", "未婚证明")
BIRTH = an_item("birth", 9, "出生证明", "出生证")
ALIVE = an_item("alive", 10, "健在证明", "在世证明")
SCHOOL = an_item("school", 1, "转学证明")
ITEMS = (MARRIAGE, BIRTH, ALIVE)


def a_list(
    area: str,
    *items: NegativeItem,
    since: date | None = None,
    until: date | None = None,
    dropped: frozenset[str] = frozenset(),
) -> NegativeList:
    return NegativeList(
        area=area,
        title="清单",
        source="某部门",
        doc_no="某号",
        valid_from=since,
        valid_to=until,
        verified=False,
        items=items,
        dropped=dropped,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("单身证明", (MARRIAGE,)),
        ("单身", (MARRIAGE,)),
        ("我想开个《未婚证明》。", (MARRIAGE,)),
        ("婚姻", (MARRIAGE,)),
        ("状况", (MARRIAGE,)),
        ("出生证", (BIRTH,)),
        ("办理出生证明材料", (BIRTH,)),
        ("给孩子上学用的出生证明", (BIRTH,)),
        ("出生", (BIRTH,)),
        ("居住证明", ()),
        ("单", ()),
        ("证明", ()),
        ("", ()),
    ],
)
def test_any_wording_leads_to_the_item(text, found):
    assert match(text, ITEMS) == found


def test_exact_title_comes_before_a_part_and_a_part_before_a_sentence():
    exact = an_item("a", 3, "婚姻证明")
    assert match("婚姻证明", (*ITEMS, exact)) == (exact, MARRIAGE)
    assert match("婚姻状况和出生", ITEMS) == (MARRIAGE, BIRTH)


def test_local_list_drops_and_adds():
    national = a_list("000000", *ITEMS)
    local = a_list("420000", SCHOOL, dropped=frozenset({"alive"}))
    assert in_force((local, national), area="420106", day=TODAY) == (MARRIAGE, BIRTH, SCHOOL)
    assert in_force((local, national), area="320000", day=TODAY) == ITEMS


def test_list_of_a_county_whose_code_ends_in_a_zero_holds_there_only():
    local = a_list("420110", SCHOOL)
    assert in_force((local,), area="420110", day=TODAY) == (SCHOOL,)
    assert in_force((local,), area="420111", day=TODAY) == ()


def test_list_holds_within_its_dates_only():
    past = a_list("000000", MARRIAGE, until=date(2020, 1, 1))
    present = a_list("000000", BIRTH, since=date(2020, 1, 1), until=date(2030, 1, 1))
    future = a_list("000000", ALIVE, since=date(2027, 1, 1))
    assert in_force((past, present, future), area="320000", day=TODAY) == (BIRTH,)


def test_legitimate_paper_is_found_by_its_wordings():
    residence = LegitimateCertificate(
        id="residence",
        title="居住情况证明",
        aliases=("居住证明",),
        basis="",
        requested_by="",
        purpose="",
        verification="",
        is_available=True,
    )
    assert match_legitimate("开居住证明", (residence,)) == (residence,)
    assert match_legitimate("居住", (residence,)) == (residence,)
    assert match_legitimate("单身证明", (residence,)) == ()
    assert match_legitimate("居", (residence,)) == ()


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2029, 12, 31), True),
        (date(2030, 1, 1), False),
    ],
)
def test_a_list_holds_on_its_first_and_on_its_last_day(day, holds):
    present = a_list("000000", BIRTH, since=date(2020, 1, 1), until=date(2029, 12, 31))
    assert bool(in_force((present,), area="320000", day=day)) is holds
