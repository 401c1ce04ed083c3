"""What the cells of a row tell one another: whose address, whose household, which document."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.services.imports.rows import REGISTERED_HERE
from tests.services.imports import rosters

MAN, WOMAN, CHILD = "110000199001010013", "310000198502280022", "350000201506010064"
TITLES = ("户号", "姓名", "与户主关系", "证件号码", "住址", "户籍地址")
HOME = "幸福里小区3-2-501"
TEXT = "幸福里小区3幢2单元501室"


@pytest.fixture
def told(understand, tmp_path):
    """Return the rows of a roster of *rows* below *titles*."""

    def read(titles, *rows):
        path = tmp_path / "a.csv"
        rosters.text_table(path, [list(titles), *map(list, rows)])
        return understand(path).roster.rows

    return read


def codes(row):
    return {finding.code for finding in row.findings}


def test_same_as_above_follows_the_line_above(told):
    first, second, third = told(
        TITLES,
        ("1", "张三", "户主", MAN, HOME, "安徽省某县"),
        ("2", "李四", "户主", WOMAN, "同上", "同上"),
        ("3", "王五", "户主", CHILD, "同上", "同现住址"),
    )
    assert {row.person.living for row in (first, second, third)} == {TEXT}
    assert second.person.values["hukou_address"] == "安徽省某县"
    assert third.person.values["hukou_address"] == TEXT
    assert third.person.values["hukou_local"] is True


def test_same_as_the_booklet_says_where_somebody_lives(told):
    (row,) = told(TITLES, ("1", "张三", "户主", MAN, "同户籍地址", "和平新村9-4-1502"))
    assert row.person.living == "和平新村9幢4单元1502室"
    assert row.person.values["hukou_address"] == "和平新村9幢4单元1502室"


def test_same_as_above_on_the_first_line_is_nowhere(told):
    (row,) = told(TITLES, ("1", "张三", "户主", MAN, "同上", "同上"))
    assert row.person.living == ""


def test_who_has_no_address_lives_with_the_household(told):
    first, second, stranger = told(
        TITLES,
        ("1", "张三", "户主", MAN, HOME, ""),
        ("1", "李四", "之妻", WOMAN, "", ""),
        ("2", "王五", "户主", CHILD, "", ""),
    )
    assert second.person.living == first.person.living == TEXT
    assert "address_of_household" in codes(second)
    assert stranger.person.living == ""


def test_an_address_that_names_no_place_goes_to_the_note(told):
    (row,) = told(
        (*TITLES, "备注"),
        ("1", "张三", "户主", MAN, "3-2-501", "", "腿脚不便"),
    )
    assert row.person.living == ""
    assert row.person.values["note"].startswith("腿脚不便；")
    assert "501" in row.person.values["note"]
    assert "address_incomplete" in codes(row)


def test_households_are_told_apart_by_the_name_of_their_head(told):
    rows = told(
        ("户主姓名", "姓名", "与户主关系", "证件号码", "住址"),
        ("张三", "张三", "户主", MAN, HOME),
        ("张三", "李四", "之妻", WOMAN, HOME),
        ("王五", "王五", "户主", CHILD, "幸福里小区3-2-502"),
        ("王五", "王五", "户主", "440000200002290039", "幸福里小区3-2-503"),
    )
    assert [row.household for row in rows] == [0, 0, 1, 2]


def test_a_number_met_again_far_below_is_the_same_household_at_the_same_door(told):
    rows = told(
        TITLES,
        ("1", "张三", "户主", MAN, HOME, ""),
        ("2", "王五", "户主", CHILD, "幸福里小区3-2-502", ""),
        ("1", "李四", "之妻", WOMAN, HOME, ""),
        ("2", "孙七", "儿子", "320000201001010010", "", ""),
        ("1", "赵六", "户主", "440000200002290039", "和平新村9-4-1502", ""),
    )
    assert [row.household for row in rows] == [0, 1, 0, 1, 2]


@pytest.mark.parametrize(
    ("kind", "number", "kept", "found"),
    [
        ("护照", "e12345678", ("cn_passport", "E12345678"), set()),
        ("港澳居民来往内地通行证", "H12345678", ("hm_permit", "H12345678"), set()),
        ("", "931392198304110014", ("foreign_permanent", "931392198304110014"), set()),
        ("", "810000 19920315 001X", ("hmt_residence", "81000019920315001X"), set()),
        ("", "E12345678", ("cn_passport", "E12345678"), {"document_kind_guessed"}),
        ("", "110000900101001", ("resident_id", MAN), {"id_legacy"}),
        ("", "1234", ("", ""), {"id_length"}),
        ("", "无", ("", ""), {"no_id"}),
    ],
)
def test_documents_of_all_kinds_stand_in_one_column(told, kind, number, kept, found):
    (row,) = told(("姓名", "证件类型", "证件号码", "住址"), ("陈大文", kind, number, HOME))
    assert (row.person.document_kind, row.person.document_number) == kept
    assert codes(row) == found


def test_what_no_table_knows_is_kept_in_the_note_under_its_title(told):
    (row,) = told(
        (
            "姓名",
            "证件号码",
            "电话",
            "民族",
            "住房性质",
            "人员类别",
            "出生日期",
            "入住时间",
            "住址",
        ),
        ("张三", MAN, "没有电话", "火星族", "飞船", "过客", "某日", "2020年5月1日", HOME),
    )
    for word in ("没有电话", "火星族", "飞船", "过客"):
        assert word in row.person.values["note"]
    assert {"phone_unreadable", "unknown_code", "birth_unreadable"} <= codes(row)
    assert row.person.values["born"] == date(1990, 1, 1)
    assert row.person.values["living_since"] == date(2020, 5, 1)
    assert not row.is_refused()


def test_several_telephones_are_kept_each_once(told):
    (row,) = told(
        ("姓名", "证件号码", "电话", "手机", "住址"),
        ("张三", MAN, "13800005678、025-84397406", "13800005678", HOME),
    )
    assert row.person.values["phone"] == "13800005678"
    assert row.person.values["other_phone"] == "025-84397406"


def test_every_kind_of_population_says_whether_it_is_registered_here(reference):
    kinds = {entry.code for entry in reference.table("population").entries}
    assert set(REGISTERED_HERE) == kinds


@pytest.mark.parametrize(
    ("word", "is_local"),
    [("户籍人口", True), ("流动人口", False), ("外来人口", False), ("", None)],
)
def test_the_kind_of_population_tells_where_somebody_is_registered(told, word, is_local):
    (row,) = told(("姓名", "证件号码", "人口类型", "住址"), ("张三", MAN, word, HOME))
    assert row.person.values.get("hukou_local") is is_local
