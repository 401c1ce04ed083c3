"""The program in its window, on a home with nothing in it yet."""

from __future__ import annotations

import sys

import pytest

from ui.app.program import Program
from ui.kit.preferences import Preferences
from ui.kit.theme import Look


@pytest.fixture
def program(qapp, qtbot, home, access):
    hook = sys.excepthook
    made = Program(qapp, home, access=access, language="en")
    made.wear(Preferences(look=Look.LIGHT))
    yield made
    made.window.close()
    qtbot.waitUntil(lambda: made.opened is None)
    made.window.deleteLater()
    made.deleteLater()
    assert sys.excepthook is hook
