from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.kit.fields import NotesField, TextField
from ui.kit.form_keys import FormKeys

RETURN, SHIFT, CONTROL = (
    Qt.Key.Key_Return,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def form(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.fields = {"name": TextField("Name"), "notes": NotesField("Notes")}
    made.fields["phone"] = TextField("Telephone")
    made.save = QPushButton("Save")
    column = QVBoxLayout(made)
    made.keys = FormKeys(made, made.fields, made.save)
    for field in made.fields.values():
        column.addWidget(field)
        made.keys.watch(field)
    column.addWidget(made.save)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(field, key=RETURN, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(field.editor, key, modifier)


def test_enter_goes_on_and_shift_enter_back(form):
    form.fields["name"].editor.setFocus()
    press(form.fields["name"])
    assert form.fields["notes"].editor.hasFocus()
    form.fields["phone"].editor.setFocus()
    press(form.fields["phone"], RETURN, SHIFT)
    assert form.fields["notes"].editor.hasFocus()


def test_back_from_the_first_field_stays_there(form):
    form.fields["name"].editor.setFocus()
    press(form.fields["name"], RETURN, SHIFT)
    assert form.fields["name"].editor.hasFocus()


def test_enter_in_notes_makes_a_line(form):
    notes = form.fields["notes"]
    notes.editor.setFocus()
    press(notes)
    assert notes.text.toPlainText() == "\n"
    assert notes.editor.hasFocus()


def test_from_the_last_field_enter_reaches_the_button_and_does_not_press_it(form, qtbot):
    form.fields["phone"].editor.setFocus()
    with qtbot.assertNotEmitted(form.save.clicked):
        press(form.fields["phone"])
    assert form.save.hasFocus()


def test_fields_out_of_sight_or_out_of_use_are_passed_over(form):
    form.fields["notes"].hide()
    form.fields["name"].editor.setFocus()
    press(form.fields["name"])
    assert form.fields["phone"].editor.hasFocus()


def test_saving_by_key_tidies_the_field_with_the_cursor_first(form, qtbot):
    told = []
    name = form.fields["name"]
    name.finished.connect(lambda: told.append("finished"))
    form.keys.submitted.connect(lambda: told.append("submitted"))
    name.editor.setFocus()
    press(name, RETURN, CONTROL)
    assert told == ["finished", "submitted"]


def test_esc_leaves(form, qtbot):
    form.fields["name"].editor.setFocus()
    with qtbot.waitSignal(form.keys.left):
        press(form.fields["name"], Qt.Key.Key_Escape)


def test_where_the_cursor_came_to_rest_is_told(form, qtbot):
    with qtbot.waitSignal(form.keys.arrived) as arrived:
        form.fields["phone"].editor.setFocus()
    assert arrived.args == [form.fields["phone"]]
