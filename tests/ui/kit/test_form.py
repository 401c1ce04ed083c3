from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from ui.kit.fields import DateField, NotesField, TextField
from ui.kit.form import RecordForm

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


@dataclass(frozen=True)
class Draft:
    name: str = ""
    phone: str = ""
    notes: str = ""


class PersonForm(RecordForm[Draft]):
    def __init__(self):
        super().__init__()
        section = self.add_section("Person")
        self.name = self.add_field(section, "name", TextField("Name"))
        self.phone = self.add_field(section, "phone", TextField("Phone"))
        self.notes = self.add_field(section, "notes", NotesField("Notes"), wide=True)

    def draft(self):
        return Draft(self.name.value(), self.phone.value(), self.notes.value())

    def fill(self, draft):
        self.name.set_value(draft.name)
        self.phone.set_value(draft.phone)
        self.notes.set_value(draft.notes)

    def wording(self, problem):
        return f"{problem.code}!"


@pytest.fixture
def form(qtbot):
    made = PersonForm()
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitActive(made):
        made.show()
    made.show_draft(Draft("王秀英"))
    made.focus_first()
    return made


def test_a_form_just_shown_is_clean(form):
    assert not form.is_dirty()


def test_a_typed_letter_makes_it_dirty_and_taking_it_back_clean(form, qtbot):
    with qtbot.waitSignal(form.changed):
        QTest.keyClicks(form.phone.line, "1")
    assert form.is_dirty()
    QTest.keyClick(form.phone.line, Qt.Key.Key_Backspace)
    assert not form.is_dirty()


def test_tab_goes_from_the_last_field_to_the_buttons(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, form, after = QLineEdit(), PersonForm(), QLineEdit()
    for each in (before, form, after):
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
    form.notes.text.setFocus()
    stops = []
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(window.focusWidget())
    assert stops == [form.save, form.cancel, after]


def test_enter_goes_to_the_next_field(form):
    QTest.keyClick(form.name.line, ENTER)
    assert form.phone.line.hasFocus()
    QTest.keyClick(form.phone.line, ENTER)
    assert form.notes.text.hasFocus()


def test_shift_enter_goes_back_and_stays_at_the_first(form):
    form.phone.line.setFocus()
    QTest.keyClick(form.phone.line, ENTER, SHIFT)
    assert form.name.line.hasFocus()
    QTest.keyClick(form.name.line, ENTER, SHIFT)
    assert form.name.line.hasFocus()


def test_enter_in_notes_is_a_new_line(form):
    form.notes.text.setFocus()
    QTest.keyClick(form.notes.text, ENTER)
    assert form.notes.text.toPlainText() == "\n"


def test_enter_in_the_last_field_goes_to_save(form):
    form.notes.hide()
    form.phone.line.setFocus()
    QTest.keyClick(form.phone.line, ENTER)
    assert form.save.hasFocus()


def test_a_field_that_cannot_be_used_is_passed_over(form):
    form.phone.editor.setEnabled(False)
    QTest.keyClick(form.name.line, ENTER)
    assert form.notes.text.hasFocus()


@pytest.mark.parametrize("name", ["name", "notes"])
def test_ctrl_enter_saves_from_any_field(form, qtbot, name):
    editor = form.fields[name].editor
    editor.setFocus()
    with qtbot.waitSignals([form.checked, form.submitted] if name == "name" else [form.submitted]):
        QTest.keyClick(editor, ENTER, CTRL)


def test_escape_leaves(form, qtbot):
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form.name.line, Qt.Key.Key_Escape)


def test_problems_stand_beside_their_fields(form):
    form.show_problems([Problem("phone", "bad"), Problem("unknown", "bad")])
    assert form.note("phone") == "bad!"
    assert form.note("name") == ""
    form.show_problems(())
    assert form.note("phone") == ""


def test_of_two_problems_the_first_is_shown(form):
    form.show_problems([Problem("phone", "first"), Problem("phone", "second")])
    assert form.note("phone") == "first!"


def test_a_mild_problem_is_a_warning(form):
    form.show_problems([Problem("phone", "odd")], is_warning=lambda _: True)
    assert form.phone.editor.property("state") == "warning"


def test_the_cursor_goes_to_the_first_problem(form):
    form.show_problems([Problem("notes", "bad"), Problem("phone", "bad")])
    form.focus_first()
    assert form.phone.line.hasFocus()


def test_fields_stand_in_one_column_where_there_is_little_room(form, qtbot):
    assert form.name.y() == form.phone.y()
    form.resize(400, 500)
    qtbot.waitUntil(lambda: form.phone.y() > form.name.y())


def test_an_error_about_the_fields_is_noted_there_and_any_other_is_passed_on(form):
    heard = []
    form.hear(ValidationFailedError([Problem("phone", "bad")]), heard.append)
    assert form.note("phone") == "bad!"
    assert form.phone.line.hasFocus()
    assert heard == []
    error = RefusedError("nothing.of-fields")
    form.hear(error, heard.append)
    assert heard == [error]


def test_what_cannot_be_read_is_led_to(form):
    day = form.add_field(form.add_section("Days"), "day", DateField("Day"))
    assert form.check_readable()
    day.line.setText("yesterday")
    assert not form.check_readable()
    assert form.note("day") != ""
    assert day.line.hasFocus()


def test_what_was_not_changed_is_neither_saved_nor_left(form):
    form.show_changed()
    assert (form.save.isEnabled(), form.cancel.isHidden()) == (False, True)
    assert form.save.toolTip() == "Nothing has been changed"
    QTest.keyClicks(form.phone.line, "1")
    form.show_changed()
    assert (form.save.isEnabled(), form.cancel.isHidden()) == (True, False)
