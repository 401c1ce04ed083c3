from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ui.kit.fields import CheckField, NotesField, TextField
from ui.kit.form import NARROW, Section
from ui.kit.table_delegate import PillRow
from ui.kit.tokens import Space, Tone

WIDE_ENOUGH = NARROW + 200


@pytest.fixture
def section(qtbot):
    made = Section("Person")
    qtbot.addWidget(made)
    made.resize(WIDE_ENOUGH, 400)
    return made


def place(section, field):
    """Return row, column and columns taken of *field*."""
    grid = section._grid
    row, column, _, columns = grid.getItemPosition(grid.indexOf(field))
    return row, column, columns


def test_fields_stand_two_in_a_row(section):
    fields = [section.add(TextField(name)) for name in "abc"]
    assert [place(section, field) for field in fields] == [(0, 0, 1), (0, 1, 1), (1, 0, 1)]


def test_a_wide_field_begins_a_row_of_its_own(section):
    first = section.add(TextField("a"))
    wide = section.add(NotesField("b"), wide=True)
    last = section.add(TextField("c"))
    assert place(section, first) == (0, 0, 1)
    assert place(section, wide) == (1, 0, 2)
    assert place(section, last) == (2, 0, 1)


def test_a_wide_field_at_the_beginning_leaves_no_empty_row(section):
    wide = section.add(TextField("a"), wide=True)
    assert place(section, wide) == (0, 0, 2)


def test_where_there_is_little_room_all_stand_below_one_another(section):
    fields = [section.add(TextField(name)) for name in "ab"]
    wide = section.add(TextField("c"), wide=True)
    section.fit(NARROW - 1)
    assert [place(section, field) for field in (*fields, wide)] == [
        (0, 0, 1),
        (1, 0, 1),
        (2, 0, 1),
    ]


def test_more_room_brings_the_columns_back(section):
    fields = [section.add(TextField(name)) for name in "ab"]
    section.fit(NARROW - 1)
    section.fit(WIDE_ENOUGH)
    assert [place(section, field)[:2] for field in fields] == [(0, 0), (0, 1)]


def test_a_column_left_empty_takes_no_room(section):
    section.add(TextField("a"))
    section.fit(NARROW - 1)
    assert section._grid.columnStretch(1) == 0
    section.fit(WIDE_ENOUGH)
    assert section._grid.columnStretch(1) == 1


def test_a_field_added_while_narrow_keeps_to_one_column(section):
    section.fit(NARROW - 1)
    fields = [section.add(TextField(name)) for name in "ab"]
    assert [place(section, field)[:2] for field in fields] == [(0, 0), (1, 0)]


def test_a_field_can_be_told_a_hint_that_a_problem_replaces(qtbot):
    field = TextField("Name")
    qtbot.addWidget(field)
    field.set_hint("As on the card")
    assert field.note.text() == "As on the card"
    assert field.problem() == ""
    field.set_problem("Missing")
    assert field.problem() == "Missing"
    field.set_problem("")
    assert field.note.text() == "As on the card"


def test_the_note_is_read_out_with_the_field(qtbot):
    field = TextField("Name")
    qtbot.addWidget(field)
    field.set_problem("Odd", Tone.WARN)
    assert field.editor.accessibleDescription().endswith("Odd")
    field.set_problem("")
    assert field.editor.accessibleDescription() == ""


def test_a_field_that_cannot_be_changed_can_still_be_read(qtbot):
    field = TextField("Name")
    qtbot.addWidget(field)
    field.set_value("王秀英")
    field.set_read_only("The person has moved out")
    assert field.line.isReadOnly()
    assert field.line.isEnabled()
    assert field.line.toolTip() == "The person has moved out"
    field.set_read_only()
    assert not field.line.isReadOnly()


def test_notes_that_cannot_be_changed_say_why(qtbot):
    field = NotesField("Notes")
    qtbot.addWidget(field)
    field.set_read_only("Sealed")
    assert not field.editor.isEnabled()
    assert field.editor.toolTip() == "Sealed"


def test_a_row_without_pills_asks_for_no_room(qapp):
    assert PillRow([], QWidget().font()).width() == 0


def test_a_box_beside_a_field_stands_level_with_its_editor(section, qtbot):
    field, box = section.add(TextField("Copies")), section.add(CheckField("Registered address"))
    section.show()
    qtbot.waitUntil(lambda: box.x() > field.x())
    editor = field.line.mapTo(section, field.line.rect().center()).y()
    assert abs(box.box.mapTo(section, box.box.rect().center()).y() - editor) <= Space.S


def test_a_box_with_a_row_to_itself_leaves_no_gap_above(section):
    section.add(TextField("Copies"))
    box = section.add(CheckField("Registered address"))
    section.fit(NARROW - 1)
    assert box.label.isHidden()


def test_a_box_says_its_words_once(section):
    box = section.add(CheckField("Registered address"))
    assert box.label.text() == ""
    assert box.box.text() == "Registered address"
