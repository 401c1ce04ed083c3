from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from ui.tour import walk as walking
from ui.tour.keyboard import Keyboard
from ui.tour.walk import LostError, Until, Walk


def test_steps_are_taken_when_what_they_wait_for_has_come(qtbot):
    seen = []

    def steps():
        seen.append("first")
        yield Until("nothing", lambda: True)
        seen.append("second")

    walk = Walk(steps())
    with qtbot.waitSignal(walk.ended, timeout=2000):
        walk.begin()
    assert seen == ["first", "second"]
    assert walk.lost is None


def test_waiting_in_vain_is_told_by_name(qtbot, monkeypatch):
    monkeypatch.setattr(walking, "PATIENCE_S", 0.05)
    walk = Walk(iter([Until("the moon", lambda: False)]))
    with qtbot.waitSignal(walk.ended, timeout=2000):
        walk.begin()
    assert walk.lost is not None
    assert walk.lost.waited_for == "the moon"


def test_walk_that_loses_its_way_by_itself_is_told(qtbot):
    def steps():
        yield Until("nothing", lambda: True)
        raise LostError("an open station")

    walk = Walk(steps())
    with qtbot.waitSignal(walk.ended, timeout=2000):
        walk.begin()
    assert walk.lost is not None
    assert walk.lost.waited_for == "an open station"


@pytest.fixture
def line(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_letters_signs_and_rare_characters_are_typed(line):
    Keyboard(line).type("Zeng-7 曾𬱖")
    assert line.text() == "Zeng-7 曾𬱖"


def test_combinations_are_pressed(line):
    keyboard = Keyboard(line)
    keyboard.type("one")
    keyboard.press("Ctrl+A", "Backspace")
    assert line.text() == ""
