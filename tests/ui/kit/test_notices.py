from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QListWidget, QPushButton, QScrollArea, QWidget

from ui.kit.notices import LOOK_AGAIN_MS, LOW, MOST_SEEN, NoticeArea
from ui.kit.tokens import Tone


@pytest.fixture
def area(qtbot, clock):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    made = NoticeArea(window, clock)
    with qtbot.waitExposed(window):
        window.show()
    return made


def texts(area):
    return [notice.text() for notice in area.shown()]


def test_a_notice_is_seen_in_the_corner(area):
    area.say("Moved")
    assert area.isVisible()
    window = area.parentWidget()
    assert area.geometry().right() < window.width()
    assert area.geometry().bottom() < window.height()
    assert area.geometry().left() > window.width() // 2


def test_notices_stack_and_stay_in_the_corner(area):
    first = area.say("One")
    top = area.geometry().top()
    area.say("Two")
    assert area.geometry().top() < top
    area.parentWidget().resize(600, 400)
    assert area.geometry().right() < 600
    first.leave()
    assert texts(area) == ["Two"]


def test_the_action_is_done_once_and_the_notice_goes(area, qtbot):
    told = []
    notice = area.say("Moved", action="Undo", act=lambda: told.append(1))
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert told == [1]
    assert not area.isVisible()


def test_a_notice_goes_by_itself(area, qtbot):
    notice = area.say("Moved")
    notice._patience.start(20)
    qtbot.waitUntil(lambda: area.shown() == [])


def test_a_notice_does_not_go_from_under_the_pointer(area):
    notice = area.say("Moved")
    place = QPointF(5, 5)
    notice.enterEvent(QEnterEvent(place, place, place))
    assert not notice._patience.isActive()
    notice.leaveEvent(QEvent(QEvent.Type.Leave))
    assert notice._patience.isActive()


def test_the_oldest_makes_room(area):
    for number in range(MOST_SEEN + 2):
        area.say(str(number))
    assert texts(area) == ["2", "3", "4", "5"]


def test_few_are_seen_in_a_low_window(area):
    area.parentWidget().resize(910, LOW - 1)
    for number in range(MOST_SEEN):
        area.say(str(number))
    assert texts(area) == ["2", "3"]


def test_what_was_said_is_kept(area, clock, qtbot):
    with qtbot.waitSignal(area.said):
        area.say("Full disk", Tone.DANGER)
    area.clear()
    kept = area.kept[-1]
    assert (kept.text, kept.tone, kept.at) == ("Full disk", Tone.DANGER, clock.now())
    assert area.shown() == []


def test_the_latest_action_can_be_pressed_by_key(area):
    told = []
    area.say("One", action="Undo", act=lambda: told.append("one"))
    area.say("Two")
    assert area.press_latest()
    assert told == ["one"]
    assert not area.press_latest()


def test_a_long_notice_is_as_tall_as_it_needs(area, qtbot):
    short = area.say("Short")
    long = area.say("A sentence that goes on for so long that it takes several lines. " * 3)
    qtbot.waitUntil(lambda: long.height() > short.height())
    assert long.words.height() >= long.words.heightForWidth(long.words.width())


def button_at(area, left, top, width=120, height=32):
    made = QPushButton("Close", area.parentWidget())
    made.setGeometry(left, top, width, height)
    made.show()
    return made


def covers(area, button):
    return area.geometry().intersects(button.geometry())


def test_notices_cover_no_button_at_the_right(area):
    button = button_at(area, 800, 620)
    area.say("Moved")
    assert not covers(area, button)
    assert area.geometry().left() < 100


def test_notices_of_which_both_corners_are_taken_go_to_the_middle(area):
    taken = [button_at(area, 800, 620), button_at(area, 40, 620)]
    area.say("Moved")
    assert not any(covers(area, button) for button in taken)


def test_notices_go_aside_for_a_page_that_comes_in_sight(area, qtbot):
    area.say("Moved")
    button = button_at(area, 800, 620)
    qtbot.waitUntil(lambda: not covers(area, button))


def test_notices_do_not_go_from_under_the_keyboard(area, qtbot):
    notice = area.say("Moved", action="Undo", act=lambda: None)
    notice.action.setFocus()
    qtbot.waitUntil(notice.action.hasFocus)
    place = area.geometry()
    button_at(area, 800, 620)
    qtbot.wait(2 * LOOK_AGAIN_MS)
    assert area.geometry() == place


def test_a_button_that_is_scrolled_away_is_in_nobodys_way(area):
    page = QScrollArea(area.parentWidget())
    page.setGeometry(600, 0, 400, 300)
    held = QWidget()
    held.resize(380, 1000)
    QPushButton("Far below", held).setGeometry(200, 620, 120, 32)
    page.setWidget(held)
    page.show()
    area.say("Moved")
    assert area.geometry().left() > 500


@pytest.mark.parametrize(("lines", "is_covered"), [(3, True), (60, False)])
def test_of_a_list_its_lines_are_in_the_way_and_not_the_room_beneath(area, lines, is_covered):
    made = QListWidget(area.parentWidget())
    made.setGeometry(520, 0, 480, 660)
    made.addItems([f"Line {number}" for number in range(lines)])
    made.show()
    area.say("Moved")
    assert covers(area, made) is is_covered


def test_an_empty_list_is_in_nobodys_way(area):
    made = QListWidget(area.parentWidget())
    made.setGeometry(520, 0, 480, 660)
    made.show()
    area.say("Moved")
    assert area.geometry().left() > 500


def test_where_everything_is_taken_least_is_covered(area):
    for left in range(10, 990, 100):
        button_at(area, left, 620, 80)
    area.say("Moved")
    assert area.isVisible()
