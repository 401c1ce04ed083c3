"""What cannot be saved, said beside its field."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.residents.forms.works import WORKS, Work, typed_into
from tests.ui.residents.hands import CTRL, press
from ui.kit.fields import DateField


def days_of(form):
    return [each for each in form.fields.values() if isinstance(each, DateField)]


WITH_DAYS = [each for each in WORKS if not each.act.startswith("of_household.")]


@pytest.mark.parametrize("work", WITH_DAYS, ids=[each.act for each in WITH_DAYS])
def test_a_day_that_is_none_is_said_beside_it_and_keeps_the_form_open(look, room, work):
    task = look(work)
    typed_into(room.people, work, task.task.form)
    for each in days_of(task.task.form):
        each.line.setText("2026-13-40")
        each.line.editingFinished.emit()
        assert "This is not a day" in each.problem()
    task.submit()
    assert not task._is_saving
    assert all("This is not a day" in each.problem() for each in days_of(task.task.form))


def test_ctrl_enter_upon_a_day_that_is_none_says_so(look, qtbot):
    task = look(WORKS[4])
    since = task.task.form.fields["since"]
    since.line.setText("31.2.")
    press(qtbot, since.line, Qt.Key.Key_Return, modifier=CTRL)
    assert not task._is_saving
    assert "This is not a day" in since.problem()


def test_a_choice_that_is_none_is_said_beside_it(look):
    task = look(WORKS[4])
    basis = task.task.form.fields["basis"]
    basis.line.setText("没有这样的")
    task.submit()
    assert not task._is_saving
    assert basis.problem() == "Not in the list. Press the down arrow to see all."


def numbered(first):
    """Return an ID number that begins with *first*, its last character right."""
    weights = [2 ** (17 - place) % 11 for place in range(17)]
    total = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True))
    return first + "10X98765432"[total % 11]


PROBLEMS = (
    ("correct_particulars", 0, {"name": ""}, "name", "Type the name."),
    ("correct_particulars", 0, {"name": "白\u200b富"}, "name", ""),
    ("correct_particulars", 0, {"name": "白" * 61}, "name", "A name has at most 60 characters"),
    ("correct_particulars", 0, {"born": date(2027, 1, 1)}, "born", "This day is still to come."),
    ("correct_particulars", 0, {"born": date(1850, 1, 1)}, "born", "Nobody is older than 130"),
    ("correct_particulars", 0, {"employer": "校" * 121}, "employer", "At most 120 characters."),
    ("correct_particulars", 0, {"note": "备" * 2001}, "note", "At most 2000 characters."),
    ("correct_particulars", 0, {"former_name": "白" * 61}, "former_name", "A name has at most"),
    ("correct_documents", 0, {"documents.0": ""}, "documents.0", "Type the number."),
    (
        "correct_documents",
        0,
        {"documents.0": "110000199001010014"},
        "documents.0",
        "The last character does not match.",
    ),
    ("correct_documents", 0, {"documents.0": "1100001990"}, "documents.0", "It has 10 char"),
    (
        "correct_documents",
        0,
        {"documents.0": numbered("11000019901301001")},
        "documents.0",
        "19901301 is no day of birth.",
    ),
    (
        "correct_documents",
        0,
        {"documents.0": numbered("99000019900101001")},
        "documents.0",
        "No province",
    ),
    (
        "correct_documents",
        0,
        {"documents.0.from": date(2025, 1, 1), "documents.0.to": date(2024, 1, 1)},
        "documents.0",
        "It ends before it begins",
    ),
    ("correct_tags", 0, {"tags.0.code": ""}, "tags.0.code", "This is needed."),
    (
        "correct_tags",
        0,
        {"tags.0.since": date(2026, 2, 2), "tags.0": date(2026, 2, 1)},
        "tags.0",
        "It ends before it begins.",
    ),
    ("correct_hukou", 0, {"since": date(2027, 1, 1)}, "since", "This day is still to come."),
    ("correct_living", 0, {"since": date(2027, 1, 1)}, "since", "This day is still to come."),
    ("move", 0, {}, "address", "This is needed."),
    ("move", 0, {"address": "3幢501"}, "address", "This is needed."),
    ("move", 0, {"on": date(2027, 1, 1)}, "on", "This day is still to come."),
    ("move", 0, {"who": False}, "who", "Tick at least one person."),
    ("note_death", 0, {}, "on", "This is needed."),
    ("note_death", 0, {"on": date(2026, 3, 2)}, "on", "This day is still to come."),
    ("record_verification", 0, {}, "how", "Choose how the facts were verified."),
    ("record_verification", 0, {"by": " "}, "by", "Say who verified the facts."),
    ("record_verification", 0, {"on": date(2027, 1, 1)}, "on", "This day is still to come."),
    ("of_household.add_known", 0, {}, "member", "Choose who."),
    ("of_household.add_known", 0, {}, "relation", "Choose the relation to the head"),
    ("of_household.change_head", 0, {}, "member", "Choose who."),
    ("of_household.add_new", 0, {}, "name", "Type the name."),
    ("of_household.add_new", 0, {"name": "白小富"}, "relation", "Choose the relation to the head"),
    ("of_household.add_new", 0, {"home": "3幢501"}, "home", "Begin with the estate"),
    ("of_household.add_new", 0, {"born": date(2027, 1, 1)}, "born", "This day is still to come."),
    ("of_household.add_new", 0, {"number": "110000199001010014"}, "number", "The last character"),
)


@pytest.mark.parametrize(("act", "who", "values", "at", "sentence"), PROBLEMS)
def test_a_problem_stands_beside_its_field(look, act, who, values, at, sentence):
    task = look(Work(act, who))
    form = task.task.form
    for name, value in values.items():
        form.fields[name].set_value(value)
    task.submit()
    assert form.note(at)
    assert form.note(at).startswith(sentence)
    assert not task._is_saving
    assert form.fields[at].isVisible()


@pytest.mark.parametrize(("act", "who", "values", "at", "sentence"), PROBLEMS[:14:3])
def test_the_cursor_goes_to_the_first_problem(look, act, who, values, at, sentence):
    task = look(Work(act, who))
    for name, value in values.items():
        task.task.form.fields[name].set_value(value)
    task.submit()
    assert QApplication.focusWidget() is task.task.form.fields[at].editor
    assert sentence in task.task.form.fields[at].editor.accessibleDescription()


WARNINGS = (
    ("correct_particulars", {"phone": "12345"}, "phone"),
    ("correct_particulars", {"other_phone": "12345"}, "other_phone"),
    ("correct_particulars", {"name": "白富1"}, "name"),
    ("correct_documents", {"documents.0.to": date(2020, 1, 1)}, "documents.0"),
    ("correct_documents", {"documents.0.from": date(2027, 1, 1)}, "documents.0"),
)


@pytest.mark.parametrize(("act", "values", "at"), WARNINGS)
def test_what_is_odd_is_said_and_saved(begin, save, act, values, at):
    task = begin(Work(act))
    for name, value in values.items():
        task.task.form.fields[name].set_value(value)
    task.task.form.checked.emit()
    assert task.task.form.note(at)
    assert task.task.form.fields[at].editor.property("state") == "warning"
    save()


def test_a_problem_goes_when_it_is_mended(begin, save):
    task = begin(WORKS[0])
    form = task.task.form
    form.fields["name"].set_value("")
    task.submit()
    form.fields["name"].set_value("白贵")
    form.checked.emit()
    assert form.note("name") == ""
    save()


def test_a_household_number_taken_leaves_the_form_open(begin, doings, qtbot):
    task = begin(WORKS[9])
    task.task.form.fields["number"].set_value("7")
    task.submit()
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert task.task.form.save.isEnabled()
    assert task.task.form.is_dirty()
