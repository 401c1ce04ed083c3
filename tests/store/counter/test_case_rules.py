"""The rules of cases and the directory of offices, and files that are not as they must be."""

from __future__ import annotations

import pytest

from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.services.counter.case_intake import DECLINED
from station_app.shipped import RESOURCES
from station_app.store.counter.case_rules import read_case_rules
from tests.refusals import changed, why_unread

FOLDER = RESOURCES / "counter"
RULES, OFFICES = FOLDER / "case_rules.json", FOLDER / "offices.json"


def test_what_lacks_is_told_within_the_five_working_days_of_the_law():
    rules = read_case_rules(RULES, OFFICES)
    assert rules.notice == TimeLimit(5, Counted.WORKING)
    assert {"supplement", "special"} <= {each.code for each in rules.stops}
    assert rules.result("refused").needs_reason
    assert rules.result(DECLINED) is None  # nobody closes a case with it


def test_every_office_of_the_brief_is_there_and_none_is_called_verified():
    rules = read_case_rules(RULES, OFFICES)
    words = {word for each in rules.offices for word in (each.name, *each.aliases)}
    assert {"派出所", "环卫所", "房管局", "民政局", "人社局", "司法所", "综治中心"} <= words
    assert not any(each.verified for each in rules.offices)
    assert rules.office("civil").name == name_in(rules.offices, "civil") == "区民政局"
    assert rules.office("nowhere") is None
    assert name_in(rules.offices, "of before") == "of before"


@pytest.mark.parametrize(
    ("which", "change", "place", "reason"),
    [
        (RULES, lambda v: v.update(colour=1), "", "unknown field colour"),
        (RULES, lambda v: v["soon"].update(days=0), "soon", "field days"),
        (RULES, lambda v: v["soon"].update(days=True), "soon", "field days"),
        (RULES, lambda v: v["notice"].update(counted="moons"), "notice", "field counted"),
        (RULES, lambda v: v.pop("supplement"), "supplement", "not an object"),
        (RULES, lambda v: v.update(stops=[]), "", "field stops"),
        (RULES, lambda v: v["stops"].append(v["stops"][0]), "", "field stops"),
        (RULES, lambda v: v["results"][0].pop("name"), "results[0]", "field name"),
        (RULES, lambda v: v["results"][0].update(needs_reason=1), "results[0]", "needs_reason"),
        (OFFICES, lambda v: v["offices"][0].update(kind="moon"), "offices[0]", "field kind"),
        (OFFICES, lambda v: v["offices"][1].update(code="civil"), "", "field offices"),
        (OFFICES, lambda v: v["offices"][1].update(fax="1"), "offices[1]", "unknown field fax"),
        (OFFICES, lambda v: v["offices"][2].update(aliases=[""]), "offices[2]", "field aliases"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(tmp_path, which, change, place, reason):
    path = changed(which, change, tmp_path)
    told = why_unread(read_case_rules, *((path, OFFICES) if which is RULES else (RULES, path)))
    assert told[0] == place
    assert reason in told[1]
