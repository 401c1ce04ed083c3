"""What we put on the clipboard goes again; what others put there stays."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from ui.kit.clipboard import NOT_KEPT, SHOWN_MS, Clipboard


@pytest.fixture
def ours(qapp):
    made = Clipboard.current()
    yield made
    made.clear()
    made._over.setInterval(SHOWN_MS)


def text():
    return QGuiApplication.clipboard().text()


def test_a_value_shown_in_full_stays_thirty_seconds():
    assert SHOWN_MS == 30_000


def test_it_goes_by_itself(ours, qtbot):
    ours._over.setInterval(20)
    ours.put_for_a_while("13800005678")
    assert text() == "13800005678"
    qtbot.waitUntil(lambda: text() == "")


def test_what_somebody_has_copied_since_stays(ours, qtbot):
    ours._over.setInterval(20)
    ours.put_for_a_while("13800005678")
    QGuiApplication.clipboard().setText("其他")
    qtbot.wait(60)
    assert text() == "其他"


def test_lines_stay_until_the_door_is_shut(ours, qtbot):
    ours._over.setInterval(20)
    ours.put_for_a_while("13800005678")
    ours.put("张三")
    qtbot.wait(60)
    assert text() == "张三"
    ours.clear()
    assert text() == ""


def test_no_history_of_the_clipboard_keeps_a_value(ours):
    ours.put_for_a_while("13800005678")
    data = QGuiApplication.clipboard().mimeData()
    assert [kind for kind in NOT_KEPT if not data.hasFormat(kind)] == []


def test_there_is_one_for_the_whole_program(ours):
    assert Clipboard.current() is ours
