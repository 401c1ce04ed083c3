"""What is not allowed is disabled and says why, whatever its owner does meanwhile."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button, IconButton
from ui.kit.gate import Gate
from ui.kit.icons import Icon

NEED = Permission.RESIDENT_WRITE
WHY = "Your role does not allow this. Ask somebody who may: clerk."


def refusing(permission):
    return WHY if permission is NEED else ""


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def gate(window):
    return Gate(refusing, window)


@pytest.fixture(params=["button", "icon", "field", "action"])
def thing(request, window):
    made = {
        "button": lambda: Button("Save", parent=window),
        "icon": lambda: IconButton(Icon.SAVE, "Save", parent=window),
        "field": lambda: QLineEdit(window),
        "action": lambda: QAction("Save", window),
    }[request.param]()
    made.setToolTip("Save it")
    return made


def is_barred(thing):
    return not thing.isEnabled() and thing.toolTip() == thing.statusTip() == WHY


def test_what_is_not_allowed_is_disabled_and_says_why(gate, thing):
    gate.bind(NEED, thing)
    assert is_barred(thing)


def test_what_is_allowed_is_left_as_it_is(gate, thing):
    gate.bind(Permission.RESIDENT_READ, thing)
    assert thing.isEnabled()
    assert thing.toolTip() == "Save it"
    assert thing.statusTip() == ""


def test_its_owner_cannot_enable_it(gate, thing):
    gate.bind(NEED, thing)
    thing.setEnabled(True)
    thing.setToolTip("Go on")
    assert is_barred(thing)


def test_when_it_is_allowed_again_its_owner_has_his_way(gate, thing):
    gate.bind(NEED, thing)
    thing.setToolTip("Go on")
    gate.judge_by(lambda _: "")
    assert thing.isEnabled()
    assert thing.toolTip() == "Go on"
    assert thing.statusTip() == ""


def test_what_its_owner_has_disabled_stays_so_when_the_right_comes(gate, thing):
    thing.setEnabled(False)
    gate.bind(NEED, thing)
    gate.judge_by(lambda _: "")
    assert not thing.isEnabled()


def test_a_right_that_goes_takes_what_needs_it_away(window, thing):
    gate = Gate(parent=window)
    gate.bind(NEED, thing)
    assert thing.isEnabled()
    gate.judge_by(refusing)
    assert is_barred(thing)


def test_a_button_refused_for_another_reason_tells_the_right_first(gate, window):
    button = Button("Save", parent=window)
    gate.bind(NEED, button)
    button.refuse("Nothing has been changed")
    assert is_barred(button)
    button.refuse("")
    assert is_barred(button)
    assert button.accessibleDescription() == WHY


def test_a_window_that_is_disabled_and_enabled_again_leaves_the_bar(gate, window, thing):
    gate.bind(NEED, thing)
    if isinstance(thing, QWidget):
        window.setEnabled(False)
        window.setEnabled(True)
    assert is_barred(thing)


def test_nothing_can_be_dropped_where_it_is_not_allowed(gate, window):
    gate.bind_drops(NEED, window)
    assert not window.acceptDrops()
    gate.judge_by(lambda _: "")
    assert window.acceptDrops()


def test_a_gate_outlives_what_was_bound_to_it(gate, window, thing, qtbot):
    gate.bind(NEED, thing)
    with qtbot.waitSignal(thing.destroyed):
        thing.deleteLater()
    gc.collect()
    gate.judge_by(lambda _: "")
    assert gate.allows(NEED)


def test_nothing_is_asked_for_where_no_right_is_needed(gate):
    assert gate.reason(None) == ""
    assert gate.reason(NEED) == WHY
