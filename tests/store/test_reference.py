from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from station_app.domain.codes import Sensitivity
from station_app.domain.identity.documents import DocumentKind
from station_app.domain.identity.id_card import PROVINCES
from station_app.domain.negative_list import in_force, match, match_legitimate
from station_app.store.data_files import ReferenceInvalidError
from station_app.store.reference import SYSTEMS, load_reference

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def reference():
    return load_reference(RESOURCES)


@pytest.fixture
def copied(tmp_path):
    for folder in ("codes", "rules", "names", "access", "calendar"):
        shutil.copytree(RESOURCES / folder, tmp_path / folder)
    return tmp_path


def damage(path, change):
    values = json.loads(path.read_text(encoding="utf-8"))
    change(values)
    path.write_text(json.dumps(values), encoding="utf-8")


@pytest.mark.parametrize(
    ("system", "count"),
    [("sex", 4), ("marital", 8), ("ethnicity", 58), ("education", 40), ("politics", 13)],
)
def test_national_table_has_all_its_rows(reference, system, count):
    assert len(reference.table(system).entries) == count


@pytest.mark.parametrize(
    ("system", "word", "code"),
    [
        ("sex", "男", "1"),
        ("ethnicity", "汉", "01"),
        ("ethnicity", "汉族", "01"),
        ("ethnicity", "维吾尔族", "05"),
        ("education", "大学本科", "20"),
        ("education", "本科", "20"),
        ("education", "大专", "30"),
        ("education", "硕士", "14"),
        ("politics", "党员", "01"),
        ("politics", "共青团员", "03"),
        ("marital", "离异", "40"),
        ("relation", "户主本人", "02"),
        ("relation", "本人", "01"),
        ("relation", "之妻", "12"),
        ("relation", "妻子", "12"),
        ("relation", "丈夫", "11"),
        ("relation", "儿子", "20"),
        ("relation", "女", "30"),
        ("relation", "之母", "52"),
        ("relation", "公婆", "59"),
        ("relation", "房客", "99"),
        ("population", "流动人口", "incomer"),
        ("population", "人户分离", "separated"),
        ("occupation", "在校学生", "31"),
        ("occupation", "退休", "80"),
        ("living_basis", "租房", "rent"),
        ("dwelling_use", "空房", "vacant"),
        ("tag", "失独", "special_family"),
        ("tag", "独居老人", "elder_alone"),
        ("tag", "高龄", "elder_aged"),
        ("tag", "残疾", "disabled"),
    ],
)
def test_wording_of_rosters_is_known(reference, system, word, code):
    assert reference.table(system).by_name(word).code == code


def test_every_kind_of_document_has_a_name(reference):
    kinds = {entry.code for entry in reference.table("document").entries}
    assert kinds == {kind.value for kind in DocumentKind}


def test_provinces_are_those_that_numbers_may_begin_with(reference):
    assert {entry.code for entry in reference.table("province").entries} == PROVINCES


def test_restricted_tags_are_shipped_off(reference):
    restricted = [
        entry
        for entry in reference.table("tag").entries
        if entry.sensitivity is Sensitivity.RESTRICTED
    ]
    assert {entry.code for entry in restricted} >= {"correction", "released", "drug", "psychosis"}
    assert not any(entry.is_offered for entry in restricted)


def test_tag_is_found_by_code_only(reference):
    assert reference.tag("dibao").name == "低保"
    assert reference.tag("低保") is None


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        ("曾", "zeng"),
        ("单", "shan"),
        ("仇", "qiu"),
        ("解", "xie"),
        ("查", "zha"),
        ("盖", "ge"),
        ("尉迟", "yu chi"),
        ("万俟", "mo qi"),
        ("长孙", "zhang sun"),
        ("令狐", "ling hu"),
        ("朴", "piao"),
        ("区", "ou"),
        ("任", "ren"),
        ("华", "hua"),
        ("员", "yun"),
        ("秘", "bi"),
        ("缪", "miao"),
        ("乐", "yue"),
        ("葛", "ge"),
        ("冼", "xian"),
        ("翟", "zhai"),
        ("逄", "pang"),
        ("宓", "mi"),
        ("隗", "wei"),
        ("种", "chong"),
        ("召", "shao"),
        ("燕", "yan"),
        ("黑", "he"),
        ("折", "she"),
        ("繁", "po"),
        ("佴", "nai"),
    ],
)
def test_surname_is_read_as_a_surname(reference, surname, reading):
    assert reference.surnames.readings_of(surname)[0] == reading


def test_other_readings_of_a_surname_are_known_too(reference):
    assert reference.surnames.readings_of("乐") == ("yue", "le")
    assert "di" in reference.surnames.readings_of("翟")
    assert reference.surnames.split("尉迟三").surname == "尉迟"


def test_national_negative_list_has_twenty_items_each_with_an_office(reference):
    items = in_force(reference.rule_packs.values(), area="320000", day=date(2026, 11, 22))
    assert [item.number for item in items] == list(range(1, 21))
    assert all(item.offices and item.basis and item.aliases for item in items)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("单身证明", "marriage"),
        ("政审证明", "no_crime"),
        ("同一人证明", "identity"),
        ("未婚证明", "marriage"),
        ("养狗证", "dog"),
        ("挂失", "lost_papers"),
        ("我要开无犯罪记录证明", "no_crime"),
        ("健在证明", "alive"),
        ("出生证", "birth"),
    ],
)
def test_what_residents_ask_for_leads_to_the_negative_list(reference, typed, key):
    items = in_force(reference.rule_packs.values(), area="320000", day=date(2026, 11, 22))
    assert match(typed, items)[0].id == key


def test_every_title_and_alias_leads_to_its_own_item_first(reference):
    items = in_force(reference.rule_packs.values(), area="320000", day=date(2026, 11, 22))
    astray = [
        (item.id, word)
        for item in items
        for word in (item.title, *item.aliases)
        if match(word, items)[0] != item
    ]
    assert astray == []


def test_all_that_is_ours_is_drawn_and_residence_is_not_on_the_list(reference):
    assert all(each.is_available for each in reference.legitimate)
    items = in_force(reference.rule_packs.values(), area="320000", day=date(2026, 11, 22))
    assert match("居住证明", items) == ()
    assert match_legitimate("居住证明", reference.legitimate)[0].id == "residence"


def test_local_list_is_laid_over_the_national_one(reference):
    items = in_force(reference.rule_packs.values(), area="420106", day=date(2026, 11, 22))
    assert len(items) == 21
    assert "alive" not in {item.id for item in items}


@pytest.mark.parametrize("system", SYSTEMS)
def test_missing_table_is_named(copied, system):
    (copied / "codes" / f"{system}.json").unlink()
    with pytest.raises(ReferenceInvalidError) as caught:
        load_reference(copied)
    assert caught.value.facts["file"] == f"{system}.json"


def _set(field, value):
    return lambda values: values.update({field: value})


def _set_in(rows, field, value, place=0):
    return lambda values: values[rows][place].update({field: value})


@pytest.mark.parametrize(
    ("file", "change", "place"),
    [
        ("codes/sex.json", _set("system", "sexes"), ""),
        ("codes/sex.json", _set("source", " "), ""),
        ("codes/sex.json", _set("valid_from", "2003-13-01"), ""),
        ("codes/sex.json", _set("valid_to", 2003), ""),
        ("codes/sex.json", _set("extra", 1), ""),
        ("codes/sex.json", _set("verified", "yes"), ""),
        ("codes/sex.json", lambda values: values.pop("verified"), ""),
        ("codes/sex.json", _set("entries", []), ""),
        ("codes/sex.json", _set("entries", {}), ""),
        ("codes/sex.json", lambda values: values["entries"].insert(1, "男"), "entries[1]"),
        ("codes/sex.json", _set_in("entries", "name", ""), "entries[0]"),
        ("codes/sex.json", _set_in("entries", "aliases", "男"), "entries[0]"),
        ("codes/sex.json", _set_in("entries", "alias", []), "entries[0]"),
        ("codes/sex.json", _set_in("entries", "code", "1"), ""),
        ("codes/sex.json", _set_in("entries", "name", "男"), ""),
        ("codes/sex.json", _set_in("entries", "parent", "7"), ""),
        ("codes/tag.json", _set_in("entries", "sensitivity", "L5"), "entries[0]"),
        ("codes/tag.json", _set_in("entries", "sensitivity", "L4"), "entries[0]"),
        ("codes/tag.json", _set_in("entries", "is_offered", 1), "entries[0]"),
        ("names/surnames.json", _set_in("single", "reading", "Zeng"), "single[0]"),
        ("names/surnames.json", _set_in("single", "surname", "尉迟"), "single[0]"),
        ("names/surnames.json", _set_in("compound", "reading", "yuchi"), "compound[0]"),
        ("rules/negative_list.json", _set_in("items", "number", "1"), "items[0]"),
        ("rules/negative_list.json", _set_in("items", "offices", []), "items[0]"),
        ("rules/negative_list.json", _set_in("items", "id", "dog"), ""),
        ("rules/legitimate.json", _set_in("certificates", "basis", ""), "certificates[0]"),
    ],
)
def test_wrong_file_is_refused_by_name_and_place(copied, file, change, place):
    damage(copied / file, change)
    with pytest.raises(ReferenceInvalidError) as caught:
        load_reference(copied)
    assert caught.value.facts["file"] == file.partition("/")[2]
    assert caught.value.facts["place"] == place
    assert caught.value.facts["reason"]


def test_file_that_is_no_json_is_refused_by_line(copied):
    path = copied / "codes" / "sex.json"
    path.write_text('{\n  "system": ,\n}', encoding="utf-8")
    with pytest.raises(ReferenceInvalidError) as caught:
        load_reference(copied)
    assert caught.value.facts == {
        "file": "sex.json", "place": "line 2", "reason": "not JSON in UTF-8",
    }  # fmt: skip
    path.write_bytes(b"\xff\xfe{}")
    with pytest.raises(ReferenceInvalidError):
        load_reference(copied)
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(ReferenceInvalidError):
        load_reference(copied)
