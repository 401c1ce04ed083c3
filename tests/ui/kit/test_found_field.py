"""A field that finds records: chosen, taken by Enter, waited for when typed too fast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.kit.buttons import Choice
from ui.kit.filter_chip import FilterChip
from ui.kit.found_field import MOST_SHOWN, Found, FoundField

NAMES = ("apple", "apricot", "banana", *(f"cherry {n}" for n in range(9)))


@pytest.fixture
def field(qtbot, jobs):
    window = QWidget()
    qtbot.addWidget(window)

    def find(text, _progress):
        return [Found(name[:3], name) for name in NAMES if text in name]

    made = FoundField("Fruit", find, jobs, placeholder="name")
    made.after = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(made.after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.line.setFocus()
    yield made
    window.hide()


def found(qtbot, field, text):
    QTest.keyClicks(field.line, text)
    qtbot.waitUntil(lambda: field.found.isVisible() and not field.is_looking())


def test_the_likeliest_is_taken_by_going_on(qtbot, field):
    found(qtbot, field, "ap")
    field.after.setFocus()
    assert (field.value(), field.line.text()) == ("app", "apple")
    assert field.found.isHidden()


def test_another_is_chosen_in_the_list_and_the_cursor_comes_back(qtbot, field):
    found(qtbot, field, "ap")
    field.found.setFocus()
    QTest.keyClick(field.found, Qt.Key.Key_Down)
    QTest.keyClick(field.found, Qt.Key.Key_Return)
    assert field.value() == "apr"
    assert field.line.hasFocus()


def test_few_are_shown_of_many(qtbot, field):
    found(qtbot, field, "cherry")
    assert field.found.count() == MOST_SHOWN


def test_the_only_one_is_taken_for_who_went_on_before_it_was_found(qtbot, field):
    QTest.keyClicks(field.line, "banana")
    field.after.setFocus()
    qtbot.waitUntil(lambda: field.value() == "ban")
    assert field.after.hasFocus()


def test_who_went_on_too_early_has_to_choose_among_several(qtbot, field):
    QTest.keyClicks(field.line, "ap")
    field.after.setFocus()
    qtbot.waitUntil(field.found.hasFocus)
    assert field.value() == ""


def test_typing_on_forgets_the_choice(qtbot, field):
    field.show_found("app", "apple")
    QTest.keyClicks(field.line, "x")
    assert field.value() == ""
    qtbot.waitUntil(lambda: not field.is_looking())
    field.after.setFocus()
    assert field.value() == ""


def test_what_is_read_only_stays(field):
    field.show_found("app", "apple")
    field.set_read_only("It stays.")
    QTest.keyClicks(field.line, "x")
    assert (field.value(), field.line.toolTip()) == ("app", "It stays.")


def test_of_a_chip_for_one_the_latest_choice_stands(qtbot):
    chip = FilterChip("Fruit", one=True)
    qtbot.addWidget(chip)
    chip.set_choices([Choice(name, name) for name in NAMES])
    chip._take(("apple",))
    chip._take(("apple", "banana"))
    assert chip.value() == ("banana",)
    assert chip.text() == "Fruit: banana"
    chip._take(())
    assert chip.value() == ()
