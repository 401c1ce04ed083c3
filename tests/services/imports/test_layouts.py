"""What is a person, a note, a subtotal, a header: the finer points of rosters."""

from __future__ import annotations

import pytest

from station_app.services.imports.columns import match_columns
from tests.services.imports import rosters

TITLES = ["序号", "户号", "姓名", "关系", "性别", "身份证号", "住址", "备注"]
PERSON = [1, "1", "张三", "户主", "男", "110000199001010013", "幸福里小区3-2-501", ""]
WITHOUT_NUMBER = [2, "", "李四", "妻", "女", "", "", ""]


def kinds(vocabulary, *rows, above=()):
    """Return what the rows below the titles are, counted."""
    (table,) = rosters.tables_of(rosters.a_sheet([*above, TITLES, PERSON, *rows]), vocabulary)
    return len(table.lines) - 1, {kind.value: count for kind, count in table.left_out.items()}


@pytest.mark.parametrize(
    "row",
    [
        ["小计", "", "3人"],
        ["", "", "合计：12人", "", "", "", "", ""],
        ["本页小计", "", "", "", 25, "", "", ""],
        ["1幢合计", 3, 12],
        ["共计", "", "12户36人"],
        ["第 1 页 小 计", "", "", "", "", "", "", 3],
    ],
)
def test_subtotal_is_no_person(vocabulary, row):
    assert kinds(vocabulary, row) == (0, {"subtotal": 1})


@pytest.mark.parametrize(
    "row",
    [
        ["说明：1.本表一式两份"],
        ["", "", "社区负责人：", "", "", "", "经办人：李四", ""],
        ["填表人：王五", "", "", "", "审核人：", "", "日期：2026年10月", ""],
        ["幸福里小区3幢"],
        ["", "", "幸福里小区3幢", "", "", "", "", ""],
        ["必填", "必填", "必填", "选填", "必填", "18位，文本格式", "", ""],
        ["", "", "示例：张三", "户主", "男", "", "", ""],
    ],
)
def test_note_is_no_person(vocabulary, row):
    assert kinds(vocabulary, row) == (0, {"note": 1})


@pytest.mark.parametrize("row", [[], ["", "　", " "], [12], [12, "00003"], [12, "00003", ""]])
def test_line_of_a_form_that_nobody_filled_in_is_blank(vocabulary, row):
    assert kinds(vocabulary, row) == (0, {"blank": 1})


@pytest.mark.parametrize(
    "row",
    [
        WITHOUT_NUMBER,
        ["", "", "李四"],
        ["", "", "", "", "", "310000198502280022"],
        ["", "", "", "妻", "女", "", "幸福里小区3-2-501", "新"],
        ["", "", "程小计", "妻", "女", "310000198502280022"],
    ],
)
def test_person_of_whom_little_is_told_is_a_person(vocabulary, row):
    assert kinds(vocabulary, row) == (1, {})


def test_header_again_is_no_person_however_tall_it_is(vocabulary):
    title = ["某社区居民花名册"]
    groups = ["编号", "", "基本情况", "", "", "证件信息", "居住信息", "其他"]
    found = kinds(vocabulary, title, groups, TITLES, WITHOUT_NUMBER, above=[title, groups])
    assert found == (1, {"header": 3})


def test_list_of_telephone_numbers_is_no_roster(vocabulary):
    rows = [["楼栋", "姓名", "电话", "备注", "网格"], ["3幢", "张三", "13912345678", "楼长", "一"]]
    assert rosters.tables_of(rosters.a_sheet(rows), vocabulary) == ()


def test_columns_of_marks_are_tags(understand, tmp_path):
    rows = [
        ["姓名", "身份证号", "性别", "低保", "残疾人", "独居老人"],
        ["张三", "110000199001010013", "男", "√", "否", ""],
        ["李四", "310000198502280022", "女", "", "是", 1],
    ]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    tags = [row.person.tags for row in understand(path).roster.rows]
    assert [len(each) for each in tags] == [1, 2]


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("户主之妻", "12"),
        ("户主的儿子", "20"),
        ("户主（本人）", "02"),
        ("妻 子", "12"),
        ("夫妻之女", ""),
    ],
)
def test_wordings_of_relations(understand, tmp_path, wording, code):
    rows = [["姓名", "身份证号", "与户主关系"], ["张三", "110000199001010013", wording]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    assert understand(path).roster.rows[0].person.relation == code


def test_present_address_goes_before_any_other(understand, tmp_path):
    rows = [
        ["姓名", "身份证号", "家庭住址", "现居住地址", "户籍地址"],
        ["张三", "110000199001010013", "某村1号", "幸福里小区3-2-501", "某省某县"],
    ]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    person = understand(path).roster.rows[0].person
    assert person.living == "幸福里小区3幢2单元501室"
    assert person.values["hukou_address"] == "某省某县"


@pytest.mark.parametrize(
    "title", ["监护人身份证号", "网格员姓名", "配偶姓名", "联系人电话", "房东姓名"]
)
def test_columns_about_others_are_not_about_the_person(vocabulary, title):
    rows = [["姓名", "身份证号", "性别", title], PERSON[2:3] + PERSON[5:6] + ["男", "李四"]]
    (table,) = rosters.tables_of(rosters.a_sheet(rows), vocabulary)
    assert match_columns(table, vocabulary).columns[3].field == ""


def test_odd_title_over_numbers_is_overruled_by_what_stands_below(vocabulary):
    numbers = ["110000199001010013", "310000198502280022", "440000200002290039"]
    rows = [
        ["姓名", "性别", "证件", "证件号"],
        *[["张三", "男", each, "长期"] for each in numbers],
    ]
    (table,) = rosters.tables_of(rosters.a_sheet(rows), vocabulary)
    fields = [column.field for column in match_columns(table, vocabulary).columns]
    assert fields[2:] == ["id_number", ""]
