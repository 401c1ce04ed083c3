from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField


class Form(QWidget):
    """A form that saves on Ctrl+Enter."""

    def __init__(self):
        super().__init__()
        self.saved = 0
        self.field = CodeField("How", [Choice("visit", "入户走访"), Choice("papers", "查验材料")])
        QVBoxLayout(self).addWidget(self.field)

    def keyPressEvent(self, event):  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Return:
            self.saved += 1


@pytest.fixture
def form(qtbot):
    made = Form()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.line.setFocus()
    made.field.show_all()
    return made


def test_ctrl_enter_goes_through_an_open_list_to_the_form(form, qtbot):
    form.field.line.setText("查验材料")
    popup = form.field.completer.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.saved == 1)
    assert not popup.isVisible()
    assert form.field.value() == "papers"


def test_enter_alone_chooses_in_the_list(form, qtbot):
    popup = form.field.completer.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert form.saved == 0
    assert form.field.value() == "visit"
    assert isinstance(form.focusWidget(), QLineEdit)
