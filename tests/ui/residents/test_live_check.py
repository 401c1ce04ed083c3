"""What is wrong is said while typing; what is only missing, once somebody wants to save."""

from __future__ import annotations

import pytest

from station_app.domain.errors import Problem
from ui.kit.fields import DateField, TextField
from ui.residents.live_check import LiveCheck
from ui.residents.problem_words import MILD
from ui.residents.task import TaskForm

MILD_CODE = min(MILD)


class Form(TaskForm):
    """A form that judges as it is told."""

    def __init__(self):
        super().__init__()
        section = self.add_section("Person")
        self.name = self.add_field(section, "name", TextField("Name"))
        self.born = self.add_field(section, "born", DateField("Born"))
        self.verdict = ()

    def draft(self):
        return self.name.value()

    def fill(self, draft):
        self.name.set_value(draft)

    def judge(self, _draft):
        return self.verdict


@pytest.fixture
def form(qtbot):
    made = Form()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def check(form):
    return LiveCheck(form)


def test_what_is_right_is_let_through_without_a_word(form, check):
    assert check.lets_through("")
    assert form.note("name") == ""


def test_what_is_missing_is_not_said_while_typing(form, check):
    form.verdict = (Problem("name", "missing"),)
    form.checked.emit()
    assert form.note("name") == ""


def test_what_is_missing_is_said_once_somebody_wants_to_save_and_while_typing_on(form, check):
    form.verdict = (Problem("name", "missing"),)
    assert not check.lets_through("")
    assert form.note("name")
    form.verdict = ()
    form.checked.emit()
    assert form.note("name") == ""
    form.verdict = (Problem("name", "missing"),)
    form.checked.emit()
    assert form.note("name")


def test_what_is_wrong_is_said_while_typing(form, check):
    form.verdict = (Problem("name", "too-long", {"most": 50}),)
    form.checked.emit()
    assert "50" in form.note("name")


def test_what_is_only_odd_keeps_nothing_from_being_saved(form, check):
    form.verdict = (Problem("name", MILD_CODE),)
    assert check.lets_through("")


def test_beside_what_is_wrong_the_odd_is_said_too(form, check):
    form.verdict = (Problem("name", MILD_CODE), Problem("born", "in-the-future"))
    assert not check.lets_through("")
    assert form.note("born")
    assert form.note("name")


def test_a_day_nobody_can_read_is_not_let_through(qtbot, form, check):
    qtbot.keyClicks(form.born.line, "2026-13-45")
    assert not check.lets_through("")
    assert form.note("born")


def test_the_cursor_goes_to_what_is_wrong(qtbot, form, check):
    with qtbot.waitActive(form):
        form.activateWindow()
    form.name.line.setFocus()
    form.verdict = (Problem("born", "in-the-future"),)
    check.lets_through("")
    assert form.born.line.hasFocus()
