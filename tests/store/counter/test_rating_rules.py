"""The rules of ratings that are shipped, and files that are not as they must be."""

from __future__ import annotations

import pytest

from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.shipped import RESOURCES
from station_app.store.counter.rating_rules import read_rating_rules
from tests.refusals import changed, why_unread

FILE = RESOURCES / "counter" / "rating.json"


def test_a_bad_rating_is_answered_in_one_working_day_and_put_right_in_fifteen():
    rules = read_rating_rules(FILE)
    assert rules.contact == TimeLimit(1, Counted.WORKING)
    assert rules.correct == TimeLimit(15, Counted.WORKING)
    assert rules.answer("unsatisfied").needs_reason
    assert rules.answer("nobody") is None


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (lambda v: v.update(colour=1), "", "unknown field colour"),
        (lambda v: v["contact"].update(days=0), "contact", "field days"),
        (lambda v: v["reasons"][0].update(aspect="moon"), "reasons[0]", "field aspect"),
        (lambda v: v["reasons"][1].update(code="two words"), "reasons[1]", "field code"),
        (lambda v: v["reasons"][0].update(is_praise=1), "reasons[0]", "field is_praise"),
        (lambda v: v["reasons"].append(v["reasons"][0]), "", "field reasons"),
        (lambda v: v.update(reasons=v["reasons"][:6]), "", "field reasons"),
        (lambda v: v["reasons"][2].pop("en"), "reasons[2]", "field en"),
        (lambda v: v.update(answers=[]), "", "field answers"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(tmp_path, change, place, reason):
    told = why_unread(read_rating_rules, changed(FILE, change, tmp_path))
    assert told[0] == place
    assert reason in told[1]
