"""The form of a task, and in its place two drafts to choose from."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.factories import a_draft
from ui.residents.comparison import Comparison
from ui.residents.form_or_comparison import FormOrComparison
from ui.residents.task import TaskForm

SEEN, NOW, MINE = (a_draft("曾小贤", phone=phone) for phone in ("1", "2", "3"))


@pytest.fixture
def form(qtbot):
    return TaskForm()


@pytest.fixture
def stack(qtbot, form):
    window = QWidget()
    qtbot.addWidget(window)
    yield FormOrComparison(form, window)
    window.close()  # held until here: it would take the stack along


def compare(stack):
    stack.compare(SEEN, NOW, MINE, lambda field, value: (field, str(value)))
    return stack.currentWidget()


def test_the_form_is_shown_until_two_drafts_meet(stack, form):
    assert stack.currentWidget() is form
    assert isinstance(compare(stack), Comparison)


def test_what_was_chosen_is_told_and_the_form_is_back(qtbot, stack, form):
    comparison = compare(stack)
    comparison.choose("phone", mine=True)
    with qtbot.waitSignal(stack.merged) as merged:
        comparison.settled.emit(comparison.merged())
    assert merged.args[0].phone == "3"
    assert stack.currentWidget() is form
    qtbot.waitUntil(lambda: stack.count() == 1)


def test_leaving_the_comparison_chooses_nothing(qtbot, stack):
    heard = []
    stack.merged.connect(heard.append)
    with qtbot.waitSignal(stack.left):
        compare(stack).left.emit()
    assert heard == []


def test_drafts_that_meet_again_are_compared_again(qtbot, stack, form):
    for _ in range(2):
        comparison = compare(stack)
        comparison.settled.emit(comparison.merged())
    assert stack.currentWidget() is form
    qtbot.waitUntil(lambda: stack.count() == 1)
