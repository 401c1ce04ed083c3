from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.certificates.asked_field import AskedField


@pytest.fixture
def field(qtbot):
    made = AskedField()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def told(field):
    heard = []
    field.asked.connect(heard.append)
    return heard


def test_it_asks_once_when_nobody_types_any_more(field, told, qtbot):
    QTest.keyClicks(field, "dog")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["dog"]


def test_enter_asks_at_once_and_takes_the_first_answer(field, told, qtbot):
    QTest.keyClicks(field, "dog")
    with qtbot.waitSignal(field.taken, timeout=50):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["dog"]
    assert not field._pause.isActive()


def test_enter_with_nothing_typed_takes_nothing(field, told, qtbot):
    with qtbot.assertNotEmitted(field.taken):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [""]


def test_the_arrow_leads_down(field, qtbot):
    with qtbot.waitSignal(field.gone_down):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_leaving_asks_no_more_for_what_was_typed(field, told, qtbot):
    QTest.keyClicks(field, "dog")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not field._pause.isActive()
    assert told == []


def test_coming_back_the_next_paper_is_typed_over_the_last(field):
    field.setText("dog")
    field.arrive()
    QTest.keyClicks(field, "cat")
    assert field.text() == "cat"
