"""What a history calls its acts and fields, and how a value of it reads."""

from __future__ import annotations

import pytest

from ui.residents.change_names import ChangeNames
from ui.residents.change_values import PHONES, TABLES, TRUTHS, ChangeValues
from ui.residents.history import RESTORABLE
from ui.residents.words import Words

NUMBER = "110000199001010013"
PHONE = "13800000001"


@pytest.fixture
def names(qtbot):
    return ChangeNames()


@pytest.fixture
def values(qtbot, station):
    return ChangeValues(Words(station))


@pytest.mark.parametrize(
    "act",
    ["registered", "imported", "corrected", "moved", "moved-out", "binned", "restored", "died"],
)
def test_an_act_has_a_name_and_another_when_it_was_undone(names, act):
    assert names.act(act) != act
    assert names.act(f"{act}-undone") == f"Undone: {names.act(act)}"


def test_an_act_of_a_newer_station_is_shown_as_it_is_kept(names):
    assert names.act("sealed") == "sealed"
    assert names.field("favourite") == "favourite"


@pytest.mark.parametrize("field", sorted(RESTORABLE | PHONES | TRUTHS | set(TABLES)))
def test_each_field_that_is_worded_has_a_name(names, field):
    assert names.field(field) != field


@pytest.mark.parametrize(
    ("field", "kept", "read"),
    [
        ("name", "白富", "白富"),
        ("name", "", "–"),
        ("sex", "2", "女"),
        ("sex", "0", "–"),
        ("relation", "02", "户主"),
        ("lives_here", "1", "yes"),
        ("hukou_local", "0", "no"),
        ("phone", PHONE, "138****0001"),
        ("other_phone", f"{PHONE}、13900000002", "138****0001、139****0002"),
        ("tags", "volunteer（一级）", "志愿者（一级）"),
    ],
)
def test_a_value_reads_as_people_say_it(values, field, kept, read):
    assert values.told(field, kept) == read


def test_document_numbers_stay_masked_with_what_else_is_known_of_them(values):
    read = values.told("documents", f"resident_id {NUMBER}（至2030-01-01）、cn_passport E12345678")
    assert NUMBER not in read
    assert "E12345678" not in read
    assert read.startswith("居民身份证 110")
    assert "（至2030-01-01）、" in read


def test_a_restricted_tag_leaves_no_trace_beside_the_others(values):
    assert values.told("tags", "petition、volunteer") == "志愿者"
    assert values.told("tags", "petition（三级）") == ""
