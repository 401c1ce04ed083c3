from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout

from ui.kit.fields import Field
from ui.kit.passphrases import PassphraseRules, SecretField

RETURN, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def secret(qtbot):
    made = SecretField("Passphrase")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.line.setFocus()
    return made


def test_blanks_belong_to_a_passphrase(secret):
    QTest.keyClicks(secret.line, "  a b  ")
    assert secret.value() == "  a b  "


def test_the_next_secret_is_hidden_again(secret):
    secret._eye.setChecked(True)
    assert secret.line.echoMode() is QLineEdit.EchoMode.Normal
    secret.set_value("")
    assert secret.line.echoMode() is QLineEdit.EchoMode.Password


def test_input_methods_are_told_that_it_is_a_secret(secret):
    assert secret.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_digits_say_nothing_of_caps_lock(secret):
    QTest.keyClicks(secret.line, "12 -")
    assert secret.problem() == ""


def test_a_small_letter_with_shift_betrays_caps_lock(secret):
    QTest.sendKeyEvent(QTest.KeyAction.Press, secret.line, Qt.Key.Key_A, "a", SHIFT)
    assert "Caps Lock" in secret.problem()


def test_an_ordinary_letter_takes_the_note_away(secret):
    QTest.sendKeyEvent(
        QTest.KeyAction.Press, secret.line, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )
    assert secret.problem()
    QTest.keyClicks(secret.line, "b")
    assert secret.problem() == ""


def test_enter_presses_no_default_button(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field, button = SecretField("Passphrase"), QPushButton("Delete")
    button.setDefault(True)
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    column.addWidget(button)
    with qtbot.waitActive(dialog):
        dialog.show()
    field.line.setFocus()
    with qtbot.assertNotEmitted(button.clicked), qtbot.waitSignal(field.entered):
        QTest.keyClick(field.line, RETURN)
    assert dialog.isVisible()


@pytest.fixture
def rules(qtbot):
    made = PassphraseRules()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("first", "second", "is_good"),
    [
        ("", "", False),
        ("Blue horse 77", "Blue horse 77", True),
        ("Blue horse 77", "Blue horse 78", False),
        ("Blue horse 77", "", False),
        ("aaaaaaaaaa", "aaaaaaaaaa", False),
        ("a1-B", "a1-B", False),
    ],
)
def test_a_passphrase_is_good_when_every_rule_is_met(rules, first, second, is_good):
    assert rules.judge(first, second) is is_good


def test_a_long_sentence_of_small_letters_will_do(rules):
    sentence = "the old horse walks home by the river every evening"
    assert rules.judge(sentence, sentence)


def test_each_rule_shows_its_own_sign(rules):
    rules.judge("Blue horse 77", "Blue horse 78")
    meanings = {code: sign._meaning for code, sign in rules._signs.items()}
    assert meanings["too-short"] is meanings["too-simple"]
    assert meanings["same"] is not meanings["too-short"]


def test_a_field_that_knows_no_value_says_so(qtbot):
    field = Field("Nothing", QLineEdit())
    qtbot.addWidget(field)
    with pytest.raises(NotImplementedError):
        field.value()
    with pytest.raises(NotImplementedError):
        field.set_value(1)
    assert field.is_readable()
    assert field.unreadable() == ""
