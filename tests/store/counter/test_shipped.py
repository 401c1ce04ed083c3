"""The starting catalogue is whole and honest, and a file that is not is refused by its place."""

from __future__ import annotations

import pytest

from station_app.shipped import RESOURCES
from station_app.store.counter.shipped import read_items
from station_app.store.reference import Reference
from tests.refusals import changed, why_unread

FILE = RESOURCES / "counter" / "items.json"
REFERENCE = Reference(RESOURCES)
STARTER_SET = """
居住证明 居住证 流动人口登记 出租房屋登记 低保 特困 低保边缘 刚性支出 临时救助
残疾人证 两项补贴 辅具 高龄津贴 老年优待证 尊老金 养老服务补贴 居家养老 新农保 新农合
资格认证 生育服务证 独生子女奖励 二女户奖扶 安居工程 失业登记 灵活就业 公益岗 招聘
退役军人 优抚 公租房 租赁补贴 危房翻建 志愿者 志愿服务证明 社会组织备案 场地预约
调解 法律援助 信访登记 流浪犬 噪音 环境投诉 党组织关系 党员报到
"""
"""Domain brief 5.4, as people ask for it."""


def particulars():
    return [item.versions[0].particulars for item in REFERENCE.items.values()]


@pytest.mark.parametrize("asked", STARTER_SET.split())
def test_each_item_of_the_starter_set_is_there_under_its_everyday_name(asked):
    assert any(asked in (told.name, *told.aliases) for told in particulars())


def test_all_nine_lines_have_items_and_the_tenth_is_for_what_comes():
    lines = [entry.code for entry in REFERENCE.table("business_line").entries]
    assert len(lines) == 10
    assert {told.line for told in particulars()} == set(lines) - {"adhoc"}


def test_there_are_seven_classes():
    assert len(REFERENCE.table("affair").entries) == 7


def test_nothing_is_called_verified_that_nobody_has_compared():
    assert not any(told.verified for told in particulars())
    verified = {each.document for told in particulars() for each in told.basis if each.verified}
    assert verified == {
        "最低生活保障审核确认办法",
        "刚性支出困难家庭认定办法",
        "志愿服务记录与证明出具办法（试行）",
        "志愿服务条例",
        "关于改进和规范基层群众性自治组织出具证明工作的指导意见",
    }


@pytest.fixture
def wrong(tmp_path):
    """Return a function that changes a copy of the file and tells why it is refused."""

    def told(change):
        return why_unread(
            read_items,
            changed(FILE, change, tmp_path),
            lines=REFERENCE.table("business_line"),
            affairs=REFERENCE.table("affair"),
        )

    return told


def put(field, value):
    return lambda values: values["items"][0].update({field: value})


@pytest.mark.parametrize(
    ("change", "place", "reason"),
    [
        (put("line", "kitchen"), "items[0]", "field line: unknown"),
        (put("affair", ""), "items[0]", "field affair: missing"),
        (put("colour", "red"), "items[0]", "unknown field colour"),
        (put("name", 3), "items[0]", "a value that cannot be"),
        (put("name", " 居住 "), "items[0]", "a value that cannot be"),
        (put("promised", {"days": 3, "counted": "moons"}), "items[0]", "a value that cannot be"),
        (
            put("promised", {"days": 400, "counted": "working"}),
            "items[0]",
            "a value that cannot be",
        ),
        (
            put("materials", [{"name": "a", "weight": 1}]),
            "items[0].materials[0]",
            "unknown field weight",
        ),
        (
            put("materials", [{"name": "其他材料", "form": "copy", "quantity": 1, "when": ""}]),
            "items[0]",
            "field materials.0.name: catch-all",
        ),
        (lambda values: values["items"][0].pop("who"), "items[0]", "field who"),
        (
            lambda values: values["items"].append(values["items"][0]),
            "items[50]",
            "field code: twice",
        ),
        (lambda values: values.update(items=[]), "", "no items"),
        (lambda values: values.pop("valid_from"), "", "field valid_from"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_the_place(wrong, change, place, reason):
    assert wrong(change) == (place, reason)
