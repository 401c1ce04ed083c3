"""What every form of the room keeps to: keys, the cursor, saving, undo."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.ui.residents.forms.works import EACH
from tests.ui.residents.hands import CTRL, SHIFT, press

OVERWRITING_NOTHING = {"record_verification", "of_household.correct"}


def contents(station):
    """Return what is kept of everybody, without versions."""
    with station.store.reading() as tx:
        keys = [line.id for line in tx.lines.lines(range(1, 20), today=date(2026, 3, 1)).values()]
    people = [station.residents.resident(key) for key in keys]
    people = [person for person in people if not person.is_binned]
    return [
        (p.particulars, p.documents, p.living, p.hukou, p.household_id, p.relation, p.standing)
        for p in people
    ] + [station.lists.file(key).tags for key in keys]


@EACH
def test_ctrl_enter_saves(begin, fill, qtbot, operations, work):
    task = begin(work)
    fill(work, task.task.form)
    editor = next(iter(task.task.form.fields.values())).editor
    with qtbot.waitSignal(task.ended):
        press(qtbot, editor, Qt.Key.Key_Return, modifier=CTRL)
    assert operations.latest_label().startswith(work.said)


@EACH
def test_the_button_saves(begin, fill, qtbot, operations, work):
    task = begin(work)
    fill(work, task.task.form)
    with qtbot.waitSignal(task.ended):
        task.task.form.save.click()
    assert operations.latest_label().startswith(work.said)


@EACH
def test_saving_can_be_undone(station, begin, fill, save, qtbot, operations, work):
    task = begin(work)
    before = contents(station)
    fill(work, task.task.form)
    save()
    assert contents(station) != before or work.act in OVERWRITING_NOTHING
    with qtbot.waitSignal(operations.undone):
        operations.undo()
    after = [each for each in contents(station) if each not in before]
    assert after == []


@EACH
def test_enter_goes_through_the_fields_in_their_order(look, qtbot, work):
    fields = [each for each in look(work).task.form.fields.values() if each.isVisible()]
    fields[0].editor.setFocus()
    for here, then in pairwise(fields):
        assert QApplication.focusWidget() is here.editor
        if isinstance(here.editor, QPlainTextEdit):
            then.editor.setFocus()  # Enter makes a new line there; Tab goes on
            continue
        press(qtbot, here.editor, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is then.editor


@EACH
def test_shift_enter_goes_back(look, qtbot, work):
    fields = [each for each in look(work).task.form.fields.values() if each.isVisible()][:2]
    fields[-1].editor.setFocus()
    press(qtbot, fields[-1].editor, Qt.Key.Key_Return, modifier=SHIFT)
    assert QApplication.focusWidget() is fields[0].editor


@EACH
def test_the_cursor_begins_in_the_form(look, qtbot, work):
    form = look(work).task.form
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget()))


@EACH
def test_nothing_is_saved_twice_at_once(begin, fill, qtbot, operations, work):
    task = begin(work)
    fill(work, task.task.form)
    labels = []
    operations.performed.connect(lambda label, _: labels.append(label))
    with qtbot.waitSignal(task.ended):
        task.submit()
        assert not task.task.form.save.isEnabled()
        assert task.task.form.save.toolTip() == "Saving…"
        task.submit()
    assert len(labels) == 1


@EACH
def test_each_field_has_a_name_for_those_who_listen(look, work):
    for name, each in look(work).task.form.fields.items():
        assert each.editor.accessibleName(), name


@EACH
def test_the_panel_says_what_is_done_and_with_whom(look, work):
    task = look(work)
    assert task.title.text() == task.task.title
    assert task.title.text()
    assert task.subtitle.text() or work.act == "of_household.add_new"
