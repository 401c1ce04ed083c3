from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.kit.fields import NumberField
from ui.shell.card_reader import CardReader
from ui.shell.idle import IdleWatch

CARD = "11000019900101123X"


class Stopwatch:
    """A clock for keys: each press takes *pace* seconds."""

    def __init__(self, pace=0.005):
        self.time, self.pace = 100.0, pace

    def __call__(self):
        self.time += self.pace
        return self.time


@pytest.fixture
def stopwatch():
    return Stopwatch()


@pytest.fixture
def window(qtbot, stopwatch):
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    made.line, made.text, made.number = QLineEdit(), QPlainTextEdit(), NumberField("ID")
    for part in (made.line, made.text, made.number):
        column.addWidget(part)
    with qtbot.waitActive(made):
        made.show()
    made.reader = CardReader(made, now=stopwatch)
    made.windowHandle().installEventFilter(made.reader)
    return made


def lay_card(window, number=CARD):
    for sign in number:
        QTest.keyClick(window.windowHandle(), sign)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)


def test_a_card_is_read_from_any_place(window, qtbot):
    window.text.setFocus()
    with qtbot.waitSignal(window.reader.card_read) as read:
        lay_card(window)
    assert read.args == [CARD]


def test_a_small_x_is_read_as_the_card_has_it(window, qtbot):
    window.line.setFocus()
    with qtbot.waitSignal(window.reader.card_read) as read:
        lay_card(window, CARD.lower())
    assert read.args == [CARD]


def test_the_digits_do_not_stay_where_the_cursor_was(window, qtbot):
    window.line.setFocus()
    window.line.setText("abcd")
    window.line.setCursorPosition(2)
    lay_card(window)
    assert window.line.text() == "abcd"
    assert window.line.cursorPosition() == 2


def test_the_digits_do_not_stay_in_notes_either(window):
    window.text.setFocus()
    window.text.setPlainText("note ")
    window.text.moveCursor(window.text.textCursor().MoveOperation.End)
    lay_card(window)
    assert window.text.toPlainText() == "note "


def test_a_field_for_numbers_keeps_the_card(window, qtbot):
    window.number.line.setFocus()
    with qtbot.assertNotEmitted(window.reader.card_read):
        lay_card(window)
    assert window.number.value() == CARD


def test_a_hand_is_no_reader(window, qtbot, stopwatch):
    stopwatch.pace = 0.2
    window.line.setFocus()
    with qtbot.assertNotEmitted(window.reader.card_read):
        lay_card(window)
    assert window.line.text() == CARD


@pytest.mark.parametrize("typed", ["1234", CARD[:-1], "1" * 17 + "A"])
def test_other_fast_keys_are_no_card(window, qtbot, typed):
    window.line.setFocus()
    with qtbot.assertNotEmitted(window.reader.card_read):
        lay_card(window, typed)


def test_the_code_of_a_certificate_is_no_card(window, qtbot):
    window.text.setFocus()
    with qtbot.assertNotEmitted(window.reader.card_read):
        lay_card(window, "86" + "1" * 300)


def test_of_digits_typed_before_only_the_card_counts(window, qtbot, stopwatch):
    window.line.setFocus()
    stopwatch.pace = 0.2
    QTest.keyClick(window.windowHandle(), "7")
    stopwatch.time += 1
    stopwatch.pace = 0.005
    with qtbot.waitSignal(window.reader.card_read) as read:
        lay_card(window)
    assert read.args == [CARD]
    assert window.line.text() == "7"


@pytest.fixture
def idle(qapp):
    time = Stopwatch(pace=0)
    made = IdleWatch(now=time)
    made.time = time
    yield made
    made.rest()


def key():
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)


def test_after_the_minutes_it_is_told_once(idle, qtbot):
    idle.watch(10)
    idle.time.time += 600
    with qtbot.waitSignal(idle.idle):
        idle.look()
    assert not idle._timer.isActive()


def test_a_key_begins_the_minutes_anew(idle, qtbot):
    idle.watch(10)
    idle.time.time += 590
    idle.eventFilter(QObject(), key())
    idle.time.time += 590
    with qtbot.assertNotEmitted(idle.idle):
        idle.look()


def test_other_events_are_no_activity(idle, qtbot):
    idle.watch(10)
    idle.time.time += 590
    idle.eventFilter(QObject(), QEvent(QEvent.Type.Paint))
    idle.time.time += 20
    with qtbot.waitSignal(idle.idle):
        idle.look()


def test_no_minutes_means_never(idle):
    idle.watch(10)
    idle.watch(0)
    assert not idle._timer.isActive()
