from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.access.door_forms import PaperKeyForm, PassphraseForm

RETURN = Qt.Key.Key_Return
PASSPHRASE = "Blue horse 77"


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def daily(window):
    made = PassphraseForm(window)
    made.show()
    return made


@pytest.fixture
def paper_form(window):
    made = PaperKeyForm(window)
    made.show()
    return made


def complete(form):
    form.paper.set_value("abcd")
    form.first.set_value(PASSPHRASE)
    form.second.set_value(PASSPHRASE)


def test_enter_tells_the_passphrase_as_it_was_typed(daily, qtbot):
    QTest.keyClicks(daily.passphrase.line, " a b ")
    with qtbot.waitSignal(daily.typed) as typed:
        QTest.keyClick(daily.passphrase.line, RETURN)
    assert typed.args == [" a b "]


def test_while_it_opens_a_second_enter_is_not_heard(daily, qtbot):
    daily.passphrase.set_value(PASSPHRASE)
    daily.hold(busy=True)
    assert daily.open_button.text() == "Opening…"
    with qtbot.assertNotEmitted(daily.typed):
        QTest.keyClick(daily.passphrase.line, RETURN)


def test_a_wrong_passphrase_is_overwritten_by_the_next(daily):
    daily.passphrase.set_value("Red horse 77")
    daily.refuse("This passphrase is wrong.")
    QTest.keyClicks(daily.passphrase.line, "x")
    assert daily.passphrase.value() == "x"


def test_enter_leads_through_the_three_fields_and_tells_both_secrets(paper_form, qtbot):
    paper_form.arrive()
    QTest.keyClicks(paper_form.paper.line, "ab-cd")
    QTest.keyClick(paper_form.paper.line, RETURN)
    QTest.keyClicks(paper_form.first.line, PASSPHRASE)
    QTest.keyClick(paper_form.first.line, RETURN)
    QTest.keyClicks(paper_form.second.line, PASSPHRASE)
    with qtbot.waitSignal(paper_form.typed) as typed:
        QTest.keyClick(paper_form.second.line, RETURN)
    assert typed.args == ["AB-CD", PASSPHRASE]


def test_the_paper_key_is_asked_for_before_the_rules_are_told(paper_form):
    assert paper_form.reset_button.toolTip() == "Type the paper key first"
    paper_form.paper.set_value("abcd")
    assert "rules" in paper_form.reset_button.toolTip()


def test_what_was_complete_is_ready_again_after_a_failure(paper_form):
    complete(paper_form)
    paper_form.hold(busy=True)
    assert not paper_form.reset_button.isEnabled()
    paper_form.hold(busy=False)
    assert paper_form.reset_button.isEnabled()


def test_nothing_secret_stays_behind(paper_form):
    complete(paper_form)
    paper_form.forget()
    assert [
        field.value() for field in (paper_form.paper, paper_form.first, paper_form.second)
    ] == ["", "", ""]
    assert not paper_form.reset_button.isEnabled()
