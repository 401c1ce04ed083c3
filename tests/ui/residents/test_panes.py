"""The table, and beside it what is read or worked on, in wide windows and narrow ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.residents.hands import names, wait_for_file, wait_for_names
from ui.residents.panes import COMPACT, TABLE_AT_LEAST
from ui.residents.side import READING, WORKING

WIDE, NARROW = 1366, 910  # the same screen, and shown at 150 %


@pytest.fixture
def at_width(page, qtbot):
    def resize(width):
        page.resize(width, 420)
        qtbot.waitUntil(lambda: page.panes.width() == width)

    return resize


def test_narrow_is_narrower_than_both_together():
    assert NARROW < COMPACT
    assert TABLE_AT_LEAST + WORKING > NARROW


@pytest.mark.parametrize(("width", "is_seen"), [(WIDE, True), (NARROW, False)])
def test_a_form_takes_the_whole_page_where_both_have_no_room(
    three, page, open_task, at_width, width, is_seen
):
    at_width(width)
    open_task(three[0], "correct_particulars")
    assert page.table.isVisible() is is_seen
    assert page.head.isVisible() is is_seen


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_file_leaves_the_table_its_room(three, page, open_file, at_width, width):
    at_width(width)
    open_file(three[0])
    assert page.table.isVisible()
    assert page.table.width() >= TABLE_AT_LEAST
    assert page.side.width() <= max(READING, width - TABLE_AT_LEAST)


def test_the_table_comes_back_when_the_form_is_left(three, page, open_task, at_width, qtbot):
    at_width(NARROW)
    task = open_task(three[0], "correct_particulars")
    task.leave()
    qtbot.waitUntil(page.table.isVisible)
    assert page.head.isVisible()


def test_closing_the_file_leaves_everything_to_the_table(three, page, open_file, at_width, qtbot):
    at_width(NARROW)
    open_file(three[0])
    page.side.close_file()
    qtbot.waitUntil(lambda: page.table.width() == NARROW)
    assert page.side.isHidden()


def menu_over(page):
    """Ask for the menu over a line and return what it offers, by its words."""
    page.table.view.menu_requested.emit(QPoint(10, 10))
    menu = [each for each in page.table.view.findChildren(QMenu) if each.isVisible()][-1]
    return menu, {each.text(): each for each in menu.actions() if each.text()}


def test_over_a_line_without_a_file_there_is_copying_and_exporting(three, page, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    menu, offers = menu_over(page)
    assert list(offers) == ["Copy as seen", "Export what is seen…"]
    menu.close()


def test_with_a_file_open_its_person_can_be_acted_upon(three, page, open_file, qtbot, doings):
    open_file(three[0])
    menu, offers = menu_over(page)
    assert list(offers)[2:] == ["Certificate", "Move…"]
    offers["Certificate"].trigger()
    assert doings.opened == [("certificate-for", three[0].id)]
    menu.close()


def test_copying_from_the_menu_is_told(three, page, qtbot, context):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    page.table.view.selectAll()
    menu, offers = menu_over(page)
    offers["Copy as seen"].trigger()
    menu.close()
    said = "Copied 3 lines, numbers masked"
    qtbot.waitUntil(lambda: said in [each.text for each in context.notices.kept])
    assert "白富" in QApplication.clipboard().text()
    assert "110000199001010013" not in QApplication.clipboard().text()


def test_a_form_left_is_offered_back_and_stands_as_it_was(three, page, open_task, qtbot, context):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["employer"].set_value("第三建筑公司")
    task.leave()
    (notice,) = context.notices.shown()
    assert "left without saving" in notice.text()
    assert page.has_unsaved()
    context.notices.press_latest()
    qtbot.waitUntil(lambda: page.side.task() is task)
    assert task.task.form.fields["employer"].value() == "第三建筑公司"


def test_two_forms_left_are_offered_back_each_by_itself(
    three, page, open_task, open_file, qtbot, context
):
    first = open_task(three[0], "correct_particulars")
    first.task.form.fields["employer"].set_value("甲厂")
    second = open_task(three[2], "correct_particulars")
    second.task.form.fields["employer"].set_value("乙厂")
    second.leave()
    one, two = context.notices.shown()
    one.action.click()
    qtbot.waitUntil(lambda: page.side.task() is first)
    two.action.click()
    qtbot.waitUntil(lambda: page.side.task() is second)
    assert second.task.form.fields["employer"].value() == "乙厂"


def test_a_click_opens_whom_it_points_at_and_the_same_again_changes_nothing(three, page, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    page.table.view.selectRow(1)
    page.table.line_cursor._open()
    wait_for_file(qtbot, page, three[1])
    page.table.line_cursor._open()
    wait_for_file(qtbot, page, three[1])
    assert page.side.is_reading()


def test_nobody_is_put_away_while_a_form_is_open(station, three, page, open_task, qtbot):
    open_task(three[0], "correct_particulars")
    page.reading.discard_shown()
    assert not station.residents.resident(three[0].id).is_binned


def test_nobody_in_the_bin_is_put_away_twice(station, three, page, open_file, operations, qtbot):
    station.residents.put_into_bin(three[0].id, version=three[0].version)
    open_file(three[0])
    page.reading.discard_shown()
    assert not operations.can_undo()


def test_a_very_narrow_list_is_still_a_list(three, page, at_width, qtbot):
    at_width(640)
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    assert names(page) == ["白富", "曾娜", "张三"]
