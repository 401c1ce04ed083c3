from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.keys import KeySheet, add_key, in_columns, list_key, registered_keys


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    column = QVBoxLayout(made)
    made.field = QLineEdit()
    made.pages = QStackedWidget()
    made.one, made.two = QWidget(), QWidget()
    made.pages.addWidget(made.one)
    made.pages.addWidget(made.two)
    column.addWidget(made.field)
    column.addWidget(made.pages)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_key_does_its_work_while_the_cursor_is_inside(window):
    told = []
    add_key(window, "Ctrl+J", "Jump", lambda: told.append(1), group="Page")
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert told == [1]


def test_keys_are_listed_by_group(window):
    add_key(window, "Ctrl+J", "Jump", lambda: None, group="Page")
    list_key(window, "Return", "Next field", group="Forms")
    assert registered_keys(window) == {
        "Page": [("Jump", "Ctrl+J")],
        "Forms": [("Next field", "Return")],
    }


def test_keys_of_a_page_out_of_sight_are_not_listed(window):
    add_key(window.two, "Ctrl+J", "Jump", lambda: None, group="Two")
    assert registered_keys(window) == {}
    window.pages.setCurrentWidget(window.two)
    assert "Two" in registered_keys(window)


def test_a_key_that_does_nothing_just_now_is_not_listed(window):
    add_key(window, "Ctrl+J", "Jump", lambda: None, group="Page").setEnabled(False)
    assert registered_keys(window) == {}


def test_the_sheet_lists_what_there_is(window):
    add_key(window, "Ctrl+J", "Jump", lambda: None, group="Page")
    sheet = KeySheet(window)
    sheet.toggle()
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Page", "Jump", "Ctrl", "J"} <= texts
    sheet.toggle()
    assert not sheet.isVisible()


def test_the_sheet_goes_with_escape_and_with_a_click_beside_it(window, qtbot):
    sheet = KeySheet(window)
    sheet.toggle()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    sheet.toggle()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not sheet.isVisible()


def test_the_sheet_covers_the_window_in_any_size(window):
    sheet = KeySheet(window)
    sheet.toggle()
    window.resize(500, 400)
    assert sheet.size() == window.size()


def test_the_longest_group_has_a_column_to_itself_when_the_others_fill_one():
    groups = {name: [(name, "Ctrl+J")] * count for name, count in (("a", 2), ("b", 9), ("c", 3))}
    left, right = in_columns(groups)
    assert [title for title, _ in left] == ["b"]
    assert [title for title, _ in right] == ["c", "a"]


def test_a_single_group_leaves_the_other_column_empty():
    assert in_columns({"a": [("Jump", "Ctrl+J")]}) == ([("a", [("Jump", "Ctrl+J")])], [])
