"""What the service refuses, said where it can be put right."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from tests.ui.residents.name_form import NameForm
from ui.kit.buttons import Button
from ui.residents.refusals import Refusals


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def form(qtbot, window):
    made = NameForm()
    made.setParent(window)
    window.show()
    return made


@pytest.fixture
def refusals(form, window):
    return Refusals(form, window)


def test_nothing_is_said_before_something_was_refused(refusals):
    assert refusals.unplaced.isHidden()
    assert refusals.same_number.isHidden()


def test_a_problem_of_a_field_stands_beside_it_alone(form, refusals):
    assert refusals.tell(ValidationFailedError((Problem("name", "missing"),)))
    assert form.note("name")
    assert refusals.unplaced.isHidden()


def test_a_problem_of_a_field_the_form_has_not_is_said_over_it(form, refusals):
    assert refusals.tell(ValidationFailedError((Problem("phone", "too-long", {"most": 40}),)))
    assert not refusals.unplaced.isHidden()
    assert "40" in refusals.unplaced.text.text()
    assert not form.note("name")


def test_several_that_have_no_place_are_all_said(refusals):
    long = Problem("phone", "too-long", {"most": 40}), Problem("note", "too-long", {"most": 9})
    refusals.tell(ValidationFailedError(long))
    said = refusals.unplaced.text.text()
    assert "40" in said
    assert "9" in said


def test_who_has_the_number_already_is_one_click_away(qtbot, refusals):
    assert refusals.tell(RefusedError("resident.same-number", holder="42"))
    assert not refusals.same_number.isHidden()
    with qtbot.waitSignal(refusals.person_asked) as asked:
        refusals.same_number.findChild(Button).click()
    assert asked.args == ["42"]


def test_of_who_has_it_outside_ones_grids_nothing_is_told(refusals):
    assert refusals.tell(RefusedError("resident.number-elsewhere"))
    assert "Ask the station" in refusals.elsewhere.text.text()
    assert refusals.elsewhere.findChildren(Button) == []
    assert refusals.same_number.isHidden()


@pytest.mark.parametrize(
    "error",
    [RefusedError("household.number-taken"), EditConflictError(), NotFoundError(), OSError()],
)
def test_what_the_form_can_do_nothing_about_is_left_to_others(refusals, error):
    assert not refusals.tell(error)
    assert refusals.unplaced.isHidden()
    assert refusals.same_number.isHidden()


def test_trying_again_takes_back_what_was_said(refusals):
    refusals.tell(RefusedError("resident.same-number", holder="42"))
    refusals.tell(ValidationFailedError((Problem("phone", "too-long", {"most": 40}),)))
    refusals.hide()
    assert refusals.unplaced.isHidden()
    assert refusals.same_number.isHidden()
