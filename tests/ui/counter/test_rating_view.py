"""The turned screen on a real station: five faces, reasons, thanks, back to the clerk."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.ratings import Level
from station_app.domain.errors import RefusedError
from tests.ui.fitting import complaints_at
from ui.counter.rating_view import HOLD_MS, show_turned, turn_screen

APPLICANT = "欧阳某某"
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(station):
    cases = station.cases
    key = cases.draft(
        CaseDraft(item_id=id_of_shipped("noise"), applicant=APPLICANT, phone="14200000001")
    ).value
    cases.accept(key, promise="无", version=1)
    cases.close(key, "answered", version=2)
    cases.notify(key, version=3)
    return cases.page(key).case


@pytest.fixture
def view(qtbot, station, context, case):
    """Return the screen as it is turned for a finished case."""
    owner = context.notices.parentWidget()
    turn = station.ratings.turn(case.id, version=case.version)
    made = show_turned(station, context, turn, owner)
    made.resize(1366, 768)
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    if shiboken6.isValid(made):
        made.take_back()


def press(view, key, modifier=NONE):
    QTest.keyClick(view.focusWidget() or view, key, modifier)


def words(view):
    return [each.text() for each in view.findChildren(QLabel) if each.isVisible()]


def is_thanked(view):
    return view.pages.currentIndex() == 2


def test_a_rating_is_given_by_keys_alone(qtbot, station, view, case):
    press(view, Qt.Key.Key_2)
    press(view, Qt.Key.Key_1)
    press(view, Qt.Key.Key_5)
    press(view, Qt.Key.Key_5)  # not that after all
    press(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_thanked(view))
    kept = station.ratings.of_case(case.id)
    assert (kept.level, kept.reasons) == (Level.DISSATISFIED, ("slow",))
    assert station.cases.page(case.id).case.state is CaseState.RATED


def test_a_rating_is_given_by_the_mouse(qtbot, station, view, case):
    qtbot.mouseClick(view.faces[Level.VERY_SATISFIED], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.reasons[4], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_thanked(view))
    kept = station.ratings.of_case(case.id)
    assert (kept.level, kept.reasons) == (Level.VERY_SATISFIED, ("friendly",))


def test_whoever_has_chosen_wrongly_goes_back_and_nothing_is_kept(view, station, case):
    press(view, Qt.Key.Key_1)
    assert view.reasons
    press(view, Qt.Key.Key_Backspace)
    assert view.pages.currentIndex() == 0
    assert station.ratings.of_case(case.id) is None


def test_sent_twice_is_given_once(qtbot, station, view, case):
    view.choose(Level.SATISFIED)
    view.send.click()
    view.send.click()
    qtbot.waitUntil(lambda: is_thanked(view))
    assert view.face.isVisible()
    assert station.ratings.of_case(case.id).level is Level.SATISFIED


def test_nobody_need_answer(qtbot, station, view, case):
    qtbot.mouseClick(view.no_opinion, Qt.MouseButton.LeftButton)
    assert is_thanked(view)
    assert station.ratings.of_case(case.id) is None
    assert station.cases.page(case.id).case.state is CaseState.NOTIFIED


def test_nothing_of_the_case_the_staff_or_the_station_stands_on_it(view, station, case):
    shown = "\n".join(words(view))
    view.choose(Level.DISSATISFIED)
    shown += "\n".join(words(view)) + view.windowTitle()
    told = (APPLICANT, case.number, case.item, case.desk.assignee, case.responsible)
    assert [each for each in told if each and each in shown] == []


def test_only_a_key_that_is_held_gives_the_screen_back(qtbot, view):
    for key, modifier in (
        (Qt.Key.Key_Escape, NONE),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_Return, CTRL),  # struck, not held
    ):
        press(view, key, modifier)
    qtbot.wait(HOLD_MS + 200)
    assert view.isVisible()
    with qtbot.waitSignal(view.taken_back, timeout=HOLD_MS * 4):
        QTest.keyPress(view, Qt.Key.Key_Return, CTRL)


def test_the_keys_of_the_desk_do_nothing_on_it(view):
    for key in (Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_1):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
        event.ignore()
        QApplication.sendEvent(view.faces[Level(5)], event)
        QApplication.sendEvent(view, event)
        assert event.isAccepted()


def test_a_screen_taken_back_takes_nothing_any_more(station, view, case):
    view.take_back()
    turn = station.ratings.turn(case.id, version=case.version)
    station.ratings.turn_back()
    with pytest.raises(RefusedError):
        station.ratings.give(turn, 5)


def test_what_cannot_be_kept_is_said_without_thanks(qtbot, station, view, case):
    station.cases.archive(case.id, version=case.version)
    view.choose(Level.SATISFIED)
    view.send.click()
    qtbot.waitUntil(lambda: is_thanked(view))
    assert not view.face.isVisible()
    assert station.ratings.of_case(case.id) is None


def test_the_screen_is_not_turned_for_what_is_not_finished(qtbot, station, context, doings):
    key = station.cases.draft(CaseDraft(item_id=id_of_shipped("noise"), applicant=APPLICANT)).value
    before = set(QApplication.topLevelWidgets())
    owner = context.notices.parentWidget()
    turn_screen(station, context, station.cases.page(key).case, owner)
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert isinstance(doings.failures[0], RefusedError)
    assert not [each for each in set(QApplication.topLevelWidgets()) - before if each.isVisible()]


def test_a_finished_case_turns_the_screen(qtbot, station, context, case):
    owner = context.notices.parentWidget()
    turn_screen(station, context, case, owner)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    turned = QApplication.activeModalWidget()
    assert turned.isFullScreen()
    turned.take_back()


def test_the_system_does_not_close_it(view):
    event = QCloseEvent()
    assert not event.spontaneous()
    view.closeEvent(event)  # the program itself may
    assert event.isAccepted()


def test_everything_has_room(language, view):
    assert language
    view.showNormal()
    for show in (view.ask_level, lambda: view.choose(Level.DISSATISFIED), view.thank):
        show()
        # the whole of a screen of 1366 by 768, as it is and shown at 150 %
        for size in ((1366, 768), (910, 512)):
            assert complaints_at(view, size) == []
