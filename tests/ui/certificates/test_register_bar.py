from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.certificates import State
from ui.certificates.register_bar import RegisterBar


@pytest.fixture
def bar(qtbot):
    made = RegisterBar()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_whole_register_is_asked_for_at_first(bar):
    assert (bar.words(), bar.state()) == ("", None)
    assert not bar.is_filtering()


def test_blanks_filter_nothing(bar):
    bar.text.setText("  ")
    assert not bar.is_filtering()


def test_words_are_told_when_nobody_types_any_more(bar, qtbot):
    with qtbot.waitSignal(bar.changed):
        QTest.keyClicks(bar.text, "0001")
    assert bar.words() == "0001"
    assert bar.is_filtering()


def test_a_state_is_told_at_once(bar, qtbot):
    bar.states.set_value(State.VOID)
    with qtbot.waitSignal(bar.changed, timeout=50):
        bar.states.changed.emit(State.VOID)
    assert bar.state() is State.VOID


def test_everything_is_shown_again(bar):
    bar.text.setText("0001")
    bar.states.set_value(State.ISSUED)
    bar.show_all()
    assert not bar.is_filtering()


def test_enter_leads_down_to_what_was_found(bar, qtbot):
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.text, Qt.Key.Key_Return)
