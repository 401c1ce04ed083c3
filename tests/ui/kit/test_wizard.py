from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.kit.wizard import Wizard, WizardStep


class Step(WizardStep):
    def __init__(self, title, *, waits=False):
        super().__init__(title, "What it is about")
        self.line = QLineEdit()
        self.body.addWidget(self.line)
        self.waits = waits
        self.arrivals = 0
        self.line.textChanged.connect(self.complete_changed)

    def missing(self):
        return "" if self.line.text() else f"Fill in {self.title}"

    def arrive(self):
        self.arrivals += 1

    def proceed(self):
        return not self.waits


@pytest.fixture
def wizard(qtbot):
    made = Wizard([Step("File"), Step("Columns", waits=True), Step("Result")], title="Import")
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    return made


def test_one_cannot_go_on_before_the_step_is_complete_and_is_told_why(wizard):
    assert not wizard.next.isEnabled()
    assert wizard.why.text() == "Fill in File"
    wizard.current().line.setText("x")
    assert wizard.next.isEnabled()
    assert wizard.why.text() == ""


def test_going_on_shows_the_next_step(wizard, qtbot):
    wizard.current().line.setText("x")
    with qtbot.waitSignal(wizard.step_changed):
        qtbot.mouseClick(wizard.next, Qt.MouseButton.LeftButton)
    assert wizard.current().title == "Columns"
    assert wizard.current().arrivals == 1


def test_a_step_that_works_is_waited_for(wizard):
    wizard.current().line.setText("x")
    wizard.go_on()
    step = wizard.current()
    step.line.setText("x")
    wizard.go_on()
    assert wizard.current() is step
    step.ready.emit()
    assert wizard.current().title == "Result"


def test_a_step_that_is_ready_too_late_moves_nothing(wizard):
    late = wizard.steps[1]
    late.ready.emit()
    assert wizard.current().title == "File"


def test_one_can_go_back_but_not_before_the_first(wizard):
    assert not wizard.back.isVisible()
    wizard.current().line.setText("x")
    wizard.go_on()
    wizard.go_back()
    assert wizard.current().title == "File"
    wizard.go_back()
    assert wizard.current().title == "File"


def test_keys_go_on_and_back(wizard):
    wizard.current().line.setText("x")
    wizard.current().line.setFocus()
    QTest.keyClick(wizard, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wizard.current().title == "Columns"
    QTest.keyClick(wizard, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.current().title == "File"


def test_the_last_step_finishes(wizard, qtbot):
    wizard.go_to(2)
    wizard.current().line.setText("x")
    assert wizard.next.text() == "Finish"
    with qtbot.waitSignal(wizard.finished):
        wizard.go_on()


def test_held_the_wizard_does_not_move(wizard):
    wizard.current().line.setText("x")
    wizard.hold("Reading the file")
    wizard.go_on()
    assert wizard.current().title == "File"
    wizard.hold("")
    wizard.go_on()
    assert wizard.current().title == "Columns"


def test_leaving_is_told(wizard, qtbot):
    with qtbot.waitSignal(wizard.abandoned):
        qtbot.mouseClick(wizard.leave, Qt.MouseButton.LeftButton)


def test_the_step_in_sight_is_marked_in_the_list(wizard):
    states = [words.property("state") for _, words in wizard._list._rows]
    assert states == ["now", "later", "later"]
    wizard.go_to(1)
    states = [words.property("state") for _, words in wizard._list._rows]
    assert states == ["done", "now", "later"]
