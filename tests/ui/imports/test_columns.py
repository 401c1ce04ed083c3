"""The second step: what each column means, by title, content or memory, and set right by hand."""

from __future__ import annotations

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.imports.conftest import HEAD, LI, ROWS, ZHANG, bring_in
from ui.imports.words import FIELDS, LEAVE_OUT, MATCHED_BY, field_choices, field_words, worded
from ui.kit.buttons import SegmentedControl
from ui.kit.code_field import CodeField
from ui.kit.words import Pill


@pytest.fixture
def step(wizard, roster):
    wizard.to_columns(roster)
    return wizard.page.columns_step


def matched(wizard, table=0):
    """Return the field of each column."""
    return [column.field for column in wizard.task.file.matches[table].columns]


def pills(step):
    return [pill.text() for pill in step.card._grid.findChildren(Pill)]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("姓名", "name"),
        ("身份证号码", "id_number"),
        ("公民身份号码", "id_number"),
        ("证件号码", "id_number"),
        ("性别", "sex"),
        ("出生日期", "born"),
        ("联系电话", "phone"),
        ("手机号", "phone"),
        ("现住址", "address"),
        ("户籍地址", "hukou_address"),
        ("与户主关系", "relation"),
        ("户号", "household_number"),
        ("民族", "ethnicity"),
        ("文化程度", "education"),
        ("政治面貌", "politics"),
        ("婚姻状况", "marital"),
        ("工作单位", "employer"),
        ("备注", "note"),
        ("楼栋", "building"),
        ("单元", "unit"),
        ("序号", "sequence"),
        ("年龄", "age"),
        ("网格", "grid"),
    ],
)
def test_a_usual_title_is_known(wizard, a_book, title, field):
    head, row = ["姓名", "身份证号"], ["张三", ZHANG[3]]
    if title not in head:
        head, row = [*head, title], [*row, ""]
    wizard.to_columns(a_book(居民=[head, row]))
    assert field in matched(wizard)


def test_each_column_shows_its_title_its_samples_and_what_it_is(step):
    assert len(step.card.fields) == len(HEAD)
    assert [field.editor.accessibleName() for field in step.card.fields.values()] == list(HEAD)
    shown = [each.text() for each in step.card.findChildren(type(step.heading))]
    assert "张三、李四、王五" in shown


def test_a_column_nobody_knows_says_so(step):
    assert worded(MATCHED_BY, "nobody") in pills(step)
    assert step.card.fields[7].value() == LEAVE_OUT


def test_a_column_set_right_says_by_whom(wizard, step):
    wizard.choose_field(7, "keep_in_note")
    assert "chosen by you" in pills(step)
    assert wizard.task.file.matches[0].columns[7].field == "keep_in_note"


def test_a_column_without_a_title_is_known_by_its_content(wizard, a_book):
    head = ("姓名", "性别", "现住址", "")
    rows = [(row[1], row[4], row[6], row[3]) for row in ROWS]
    wizard.to_columns(a_book(居民=[head, *rows]))
    step = wizard.page.columns_step
    assert matched(wizard)[3] == "id_number"
    assert step.card.fields[3].editor.accessibleName() == "Column 4"
    assert "by its content" in pills(step)


def test_a_column_left_out_is_not_brought_in(wizard, step, station):
    wizard.choose_field(5, LEAVE_OUT)
    wizard.try_out()
    wizard.bring_in()
    key = station.search.find("张三")[0].key
    assert station.residents.resident(key).particulars.phone == ""


def test_a_column_kept_in_the_note_stands_there(wizard, step, station):
    wizard.choose_field(7, "keep_in_note")
    wizard.try_out()
    wizard.bring_in()
    key = station.search.find("张三")[0].key
    assert "口令：甲" in station.residents.resident(key).particulars.note


def test_without_names_the_sheet_is_named(wizard, step):
    wizard.choose_field(1, LEAVE_OUT)
    said = "Say which column of “居民” holds the names."
    assert step.missing() == said
    assert step.wrong.text.text() == said
    assert wizard.page.wizard.why.text() == said
    assert not wizard.page.wizard.next.isEnabled()


def test_names_found_in_another_column_let_one_go_on(wizard, step):
    wizard.choose_field(1, LEAVE_OUT)
    wizard.choose_field(7, "name")
    assert step.missing() == ""
    assert not step.wrong.isVisible()
    assert wizard.page.wizard.next.isEnabled()


def test_what_is_in_no_list_changes_nothing(wizard, step):
    before = matched(wizard)
    step.card.fields[7].line.setText("天外来客")
    step.card.fields[7].line.editingFinished.emit()
    assert matched(wizard) == before
    assert step.card.fields[7].problem() != ""


def test_taking_the_same_field_again_changes_nothing(wizard, step):
    file = wizard.task.file
    wizard.choose_field(1, "name")
    assert wizard.task.file is file


def test_the_cursor_stays_in_the_column_that_was_set_right(qtbot, wizard, step):
    wizard.page.activateWindow()
    step.card.fields[7].setFocus()
    step.card.fields[7].line.setText("Keep in the note")
    QTest.keyClick(step.card.fields[7].line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.page.focusWidget() is step.card.fields[7].line)
    assert matched(wizard)[7] == "keep_in_note"


def test_a_correction_forgets_the_trial(wizard, step):
    wizard.try_out()
    wizard.go_back()
    wizard.choose_field(7, "keep_in_note")
    assert wizard.task.forecast is None


def test_going_back_without_a_correction_keeps_the_trial(wizard, step):
    wizard.try_out()
    forecast = wizard.task.forecast
    wizard.go_back()
    wizard.go_on()
    assert wizard.task.forecast is forecast


def test_going_back_to_the_file_keeps_the_corrections(wizard, step):
    wizard.choose_field(7, "keep_in_note")
    wizard.go_back()
    assert wizard.at() is wizard.page.file_step
    wizard.go_on()
    assert step.card.fields[7].value() == "keep_in_note"


def test_one_sheet_has_nothing_to_choose_from(step):
    assert step.tables is None


def test_two_sheets_are_looked_at_one_by_one(wizard, two_sheets):
    wizard.to_columns(two_sheets)
    step = wizard.page.columns_step
    assert isinstance(step.tables, SegmentedControl)
    step.tables.changed.emit("1")
    wizard.choose_field(7, "keep_in_note")
    assert matched(wizard, 0)[7] == ""
    assert matched(wizard, 1)[7] == "keep_in_note"


def test_the_sheet_that_lacks_names_is_told_apart(wizard, two_sheets):
    wizard.to_columns(two_sheets)
    wizard.page.columns_step.tables.changed.emit("1")
    wizard.choose_field(1, LEAVE_OUT)
    assert "“二网格”" in wizard.page.columns_step.missing()


def test_coming_again_begins_with_the_first_sheet(wizard, two_sheets):
    wizard.to_columns(two_sheets)
    step = wizard.page.columns_step
    step.tables.changed.emit("1")
    wizard.go_back()
    wizard.go_on()
    assert step.tables.value() == "0"
    assert step._at == 0


@pytest.fixture
def many_sheets(a_book):
    """A workbook of a street: a sheet for each of eight grids."""
    return a_book("街道.xlsx", **{f"第{at}网格": [HEAD, ZHANG] for at in range(1, 9)})


def test_every_one_of_many_sheets_can_be_looked_at(wizard, many_sheets):
    wizard.to_columns(many_sheets)
    step = wizard.page.columns_step
    assert isinstance(step.tables, CodeField)
    step.tables.set_value("7")
    step.tables.finished.emit()
    wizard.choose_field(7, "keep_in_note")
    assert matched(wizard, 7)[7] == "keep_in_note"


def test_sheets_with_long_names_stand_in_a_list(wizard, a_book):
    names = ("石头城街道幸福里社区第一网格居民花名册", "石头城街道幸福里社区第二网格居民花名册")
    wizard.to_columns(a_book(**{name: [HEAD, ZHANG] for name in names}))
    assert isinstance(wizard.page.columns_step.tables, CodeField)


def test_another_file_takes_the_sheets_of_the_first_away(wizard, two_sheets, roster):
    wizard.to_columns(two_sheets)
    wizard.to_columns(roster)
    assert wizard.page.columns_step.tables is None


def test_a_layout_set_right_is_remembered_for_the_next_file(wizard, step, a_book):
    wizard.choose_field(7, "keep_in_note")
    wizard.try_out()
    wizard.bring_in()
    wizard.go_on()
    wizard.to_columns(a_book("下月.xlsx", 居民=[("石头城社区居民花名册",), HEAD, *ROWS]))
    assert matched(wizard)[7] == "keep_in_note"
    assert "as last time" in pills(step)


def test_a_layout_nobody_set_right_is_not_remembered(wizard, station, roster):
    bring_in(station, roster)
    wizard.to_columns(roster)
    assert "as last time" not in pills(wizard.page.columns_step)


def test_a_column_hidden_in_the_file_says_so(wizard, tmp_path):
    import_path = tmp_path / "h.xlsx"
    _hide_a_column(import_path)
    wizard.to_columns(import_path)
    assert any("hidden in the file" in told for told in pills(wizard.page.columns_step))


def _hide_a_column(path):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("居民")
        for place, row in enumerate((HEAD, ZHANG, LI)):
            sheet.write_row(place, 0, row)
        sheet.set_column(5, 5, None, None, {"hidden": True})


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_has_its_words(qapp, field):
    assert field_words(field) not in {"", field}


def test_every_field_the_import_knows_can_be_chosen(station):
    offered = {choice.code for choice in field_choices()}
    assert set(station.imports.fields()) <= offered | {""}


def test_a_column_of_one_tag_goes_by_the_name_of_the_tag():
    assert field_words("tag:低保") == "低保"


def test_no_two_fields_share_their_words(qapp):
    words = [choice.text for choice in field_choices()]
    assert len(words) == len(set(words))
