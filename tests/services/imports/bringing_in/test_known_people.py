"""What a roster changes about people whom the station knows already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.identity.id_card import check_character
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.standing import Standing
from station_app.services.imports.plan import Policy
from station_app.services.imports.vocabulary import FieldClass
from station_app.services.progress import Silence
from tests.factories import a_resident
from tests.services.imports import rosters
from tests.services.imports.bringing_in.people import TAKE_ALL, moved, person_of, someone


@pytest.mark.parametrize(
    ("policy", "phone", "employer"),
    [
        (Policy.KEEP, "13900000001", ""),
        (Policy.FILL, "13900000001", "某厂"),
        (Policy.TAKE, "13900000002", "某厂"),
    ],
)
def test_known_people_change_as_their_class_of_fields_says(
    station, tmp_path, policy, phone, employer
):
    titles = ["姓名", "身份证号", "性别", "电话", "工作单位"]
    for number, work in (("13900000001", ""), ("13900000002", "某厂")):
        row = ["张三", "110000199001010013", "男", number, work]
        path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": [titles, row]}})
        file = station.imports.read(path, Silence())
        station.imports.bring_in(file, Silence(), dict.fromkeys(FieldClass, policy))
    told = person_of(station, "110000199001010013")[0].particulars
    assert (told.phone, told.employer) == (phone, employer)


def test_unless_told_only_gaps_are_filled(station, bring):
    bring([someone(phone="13900000001", parts=("幸福里小区", "3", "2", "501"))])
    bring([someone(phone="13900000002", parts=("和平新村", "1", "1", "101"))])
    kept, _ = person_of(station, "110000199001010013")
    assert kept.particulars.phone == "13900000001"
    assert kept.living_text == "幸福里小区3幢2单元501室"


def test_a_roster_does_not_bring_back_who_has_moved_out(station, bring):
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    moved(station, kept)
    bring([someone(parts=("和平新村", "1", "1", "101"))], **TAKE_ALL)
    after, _ = person_of(station, "110000199001010013")
    assert (after.lives_here, after.living_text) == (False, "")


@pytest.mark.parametrize(("policy", "holds"), [(Policy.FILL, False), (Policy.TAKE, True)])
def test_an_ended_tag_holds_again_only_if_the_roster_is_right(station, tmp_path, policy, holds):
    rows = [["姓名", "身份证号", "标签"], ["张三", "110000199001010013", "低保"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    station.imports.bring_in(station.imports.read(path, Silence()), Silence())
    kept, tags = person_of(station, "110000199001010013")
    ended = [replace(tag, until=station.clock.today()) for tag in tags]
    station.residents.keep_tags(kept.id, ended, version=kept.version)
    file = station.imports.read(path, Silence())
    station.imports.bring_in(file, Silence(), {FieldClass.TAGS: policy})
    line = station.lists.lines([kept.seq])[kept.seq]
    assert bool(line.tags) is holds


def test_person_without_a_number_is_recognised_by_likeness(station, content, bring):
    bring([someone(number="")])
    once = content()
    bring([someone(number="")], **TAKE_ALL)
    assert content() == once
    result = bring([someone()]).value
    assert (result.added, result.changed) == (0, 1)
    assert person_of(station, "110000199001010013")[0].particulars.name == "张三"


def test_somebody_in_the_bin_does_not_come_back_to_life(station, bring):
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    station.residents.put_into_bin(kept.id, version=kept.version)
    result = bring([someone()]).value
    assert (result.added, result.counts.refused) == (0, {"in_bin": 1})


def test_one_of_two_namesakes_without_a_number_is_set_aside_not_guessed(bring):
    bring([someone()])
    bring([someone(number="320000199001010098"[:17] + check_character("32000019900101009"))])
    result = bring([someone(number="")]).value
    assert (result.added, result.counts.refused) == (0, {"several_in_store": 1})


def test_dead_and_moved_people_stay_so(station, bring):
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    with station.store.transaction() as tx:
        tx.people.change(
            kept.id, {"died_on": kept.particulars.born, "standing": "dead"}, version=kept.version
        )
    bring([someone(parts=("和平新村", "1", "1", "101"))], **TAKE_ALL)
    after, _ = person_of(station, "110000199001010013")
    assert after.standing is Standing.DEAD
    assert after.living_text == "幸福里小区3幢2单元501室"
    assert station.lists.counts(ResidentFilter()).total == 1


def test_two_rows_that_prove_to_be_one_known_person_are_not_both_taken(station, bring):
    bring([someone(number="")])
    old = someone(number="")
    result = bring([old, someone()]).value
    assert (result.added, result.counts.refused) == (0, {"duplicate_in_file": 1})


@pytest.mark.parametrize(("policy", "number"), [(Policy.FILL, "00001"), (Policy.TAKE, "00002")])
def test_somebody_changes_his_household_only_if_the_roster_is_right(
    bring, station, policy, number
):
    wife = {"name": "李四", "number": "310000198502280022", "sex": "女", "born": ""}
    head = {"name": "王五", "number": "110000196001010015"[:17], "born": "1960-01-01"}
    head["number"] += check_character(head["number"])
    parts = ("幸福里小区", "3", "2", "502")
    bring([someone(), someone(**wife, relation="配偶")])
    bring([someone(household="00002", parts=parts, **head)])
    moved = [
        someone(household="00002", parts=parts, **head),
        someone(household="00002", parts=parts, relation="母亲", **wife),
    ]
    bring(moved, household=policy)
    kept, _ = person_of(station, wife["number"])
    assert station.households.household(kept.household_id).particulars.number == number


def test_who_had_no_household_gets_the_one_the_roster_tells(station, bring):
    a_resident(station, "张三", address="幸福里小区3幢2单元501室")
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    assert station.households.household(kept.household_id).particulars.number == "00001"


def test_a_tag_a_known_person_lacks_is_added_and_taken_back(station, content, tmp_path):
    a_resident(station, "张三")
    before = content()
    rows = [["姓名", "身份证号", "标签"], ["张三", "110000199001010013", "低保"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    done = station.imports.bring_in(station.imports.read(path, Silence()), Silence())
    _, tags = person_of(station, "110000199001010013")
    assert len(tags) == 1
    done.revert()
    assert content() == before
