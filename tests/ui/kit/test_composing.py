from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.composing import CompositionGuard
from ui.kit.fields import NotesField, TextField
from ui.kit.form import RecordForm
from ui.kit.keys import add_key

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Desk(QWidget):
    """A form of three fields with keys of its own around it, and what happened to them."""

    def __init__(self):
        super().__init__()
        self.done = []
        self.form = RecordForm()
        section = self.form.add_section("Person")
        choices = [Choice("a", "你我"), Choice("b", "他")]
        self.name = self.form.add_field(section, "name", TextField("Name"))
        self.kind = self.form.add_field(section, "kind", CodeField("Kind", choices))
        self.note = self.form.add_field(section, "note", NotesField("Note"))
        column = QVBoxLayout(self)
        column.addWidget(self.form)
        column.addWidget(QPushButton("Elsewhere"))
        self.form.left.connect(lambda: self.done.append("left"))
        self.form.submitted.connect(lambda: self.done.append("submitted"))
        add_key(self, "Ctrl+K", "Find", lambda: self.done.append("find"), everywhere=True)
        add_key(self, "Alt+1", "Open", lambda: self.done.append("open"), everywhere=True)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.windowHandle(), key, modifier)


def compose(text, committed=""):
    event = QInputMethodEvent(text, [])
    event.setCommitString(committed)
    QCoreApplication.sendEvent(QGuiApplication.focusObject(), event)


@pytest.fixture
def guard(qapp):
    made = CompositionGuard(qapp)
    yield made
    delete(made)


@pytest.fixture
def desk(qtbot, guard):
    made = Desk()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.activateWindow()
    made.name.line.setFocus()
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is made.name.line)
    return made


def test_the_editor_a_window_gives_the_focus_to_is_watched(qtbot, guard):
    made = Desk()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    compose("nihao")
    assert made.name.line.hasFocus()
    assert guard.is_composing()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_1, ALT),
    ],
)
def test_a_key_that_acts_first_keeps_what_is_composed(desk, guard, key, modifier):
    compose("nihao")
    desk.press(key, modifier)
    assert desk.done == []
    assert desk.name.line.hasFocus()
    assert desk.name.line.text() == "nihao"
    assert not guard.is_composing()


def test_escape_drops_what_is_composed_and_stays(desk):
    desk.name.line.setText("王")
    compose("nihao")
    desk.press(Qt.Key.Key_Escape)
    assert desk.name.line.text() == "王"
    assert desk.done == []
    desk.press(Qt.Key.Key_Escape)
    assert desk.done == ["left"]


def test_keys_act_again_once_the_text_is_committed(desk, guard):
    compose("nihao")
    assert guard.is_composing()
    compose("", "你好")
    desk.press(Qt.Key.Key_K, CTRL)
    assert desk.done == ["find"]
    desk.press(Qt.Key.Key_Return)
    assert desk.kind.line.hasFocus()
    assert desk.name.line.text() == "你好"


def test_a_letter_the_method_declines_comes_after_what_is_composed(desk):
    compose("你")
    desk.press(Qt.Key.Key_X)
    assert desk.name.line.text() == "你x"


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control])
def test_a_modifier_alone_leaves_the_composition_open(desk, guard, key):
    compose("nihao")
    desk.press(key)
    assert guard.is_composing()
    assert desk.name.line.text() == ""


def test_enter_takes_no_suggestion_while_text_is_composed(desk):
    desk.kind.line.setFocus()
    desk.kind.show_all()
    popup = desk.kind.completer.popup()
    popup.setCurrentIndex(popup.model().index(1, 0))
    compose("wo")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert desk.kind.line.text().endswith("wo")


def test_long_texts_keep_their_composition_too(desk):
    desk.note.editor.setFocus()
    compose("beizhu")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert desk.note.value() == "beizhu"
    assert desk.done == []


def test_nothing_is_watched_when_the_cursor_leaves(desk, guard):
    compose("nihao")
    desk.kind.line.setFocus()
    assert not guard.is_composing()
    desk.press(Qt.Key.Key_K, CTRL)
    assert desk.done == ["find"]


def test_an_editor_may_go_while_text_is_composed(desk, guard, qtbot):
    compose("nihao")
    desk.form.deleteLater()  # a page closed, its editors with it
    qtbot.waitUntil(lambda: not guard.is_composing())
