"""The rules of orders that are shipped, and files that are not as they must be."""

from __future__ import annotations

import pytest

from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.shipped import RESOURCES
from station_app.store.counter.order_rules import read_order_rules
from tests.refusals import changed, why_unread

FILE = RESOURCES / "counter" / "orders.json"
ITEMS = {
    id_of_shipped(code)
    for code in (
        *("order", "petition-order", "noise", "environment", "stray-dog", "property-dispute"),
    )
}
SEEDS = {
    "公共空间",
    "公共设施",
    "物业缺位",
    "维修资金",
    "装修垃圾、无主垃圾",
    "停车",
    "养老、日间照料",
}


def test_an_order_takes_five_working_days_and_a_petition_is_told_within_fifteen_days():
    rules = read_order_rules(FILE, ITEMS)
    hotline, petition = rules.source("12345"), rules.source("petition")
    assert hotline.due == TimeLimit(5, Counted.WORKING)
    assert hotline.extension == TimeLimit(5, Counted.WORKING)
    assert petition.notice == TimeLimit(15, Counted.CALENDAR)
    assert (petition.due, petition.extension) == (None, TimeLimit(30, Counted.CALENDAR))
    assert rules.source("110") is None


def test_the_problems_that_communities_named_are_categories():
    rules = read_order_rules(FILE, ITEMS)
    assert {each.name for each in rules.categories} >= SEEDS
    assert [each.name for each in rules.classes] == ["咨询", "求助", "投诉", "举报", "建议"]


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (lambda v: v.update(colour=1), "", "unknown field colour"),
        (lambda v: v["sources"][0].update(item="moon"), "sources[0]", "unknown item moon"),
        (lambda v: v["sources"][0]["due"].update(days=0), "sources[0].due", "field days"),
        (lambda v: v["sources"].append(v["sources"][0]), "", "field sources"),
        (lambda v: v["categories"][0].update(items=["noise"]), "", "an item in two"),
        (lambda v: v["categories"][0].update(items=["moon"]), "categories[0]", "unknown item"),
        (lambda v: v["classes"][1].pop("name"), "classes[1]", "field name"),
        (lambda v: v.update(returns=[]), "", "field returns"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(tmp_path, change, place, reason):
    told = why_unread(read_order_rules, changed(FILE, change, tmp_path), ITEMS)
    assert told[0] == place
    assert reason in told[1]
