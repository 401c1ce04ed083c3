"""Coming in, locking, coming back, and somebody else coming instead."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from station_app.bootstrap import open_station
from station_app.domain.access.staff import AccountEvent, AccountState
from station_app.domain.errors import StationLockedError
from tests.ui.app.conftest import (
    AUDITOR,
    CLERK,
    FOUNDER,
    GIVEN,
    NEW,
    WORKER,
    passphrase_of,
)
from ui.access.last_person import last_person
from ui.access.unlock import UnlockPage
from ui.kit.jobs import Lane
from ui.shell.window import Shell

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def as_founder(home, access, staffed):
    """The station as its founder changes something in it from elsewhere."""

    def change(act):
        key = access.unlock(home, passphrase_of(FOUNDER), owner=staffed.owners[FOUNDER])
        station = open_station(home, key)
        act(station)
        station.close()

    return change


def typing(shell, text):
    """Type *text* into the form for somebody new; return the line."""
    page = shell.show_room("residents")
    page.register()
    line = QApplication.focusWidget()
    QTest.keyClicks(line, text)
    return line


def test_whoever_signs_in_is_named_in_the_head_with_his_role(keyboard):
    shell = keyboard.sign_in(CLERK)
    assert shell.header.me.text().startswith(f"{CLERK} · front-desk")
    assert "front-desk clerk" in shell.header.me.toolTip()


def test_who_came_last_is_filled_in_the_next_time(keyboard, staffed):
    keyboard.sign_in(CLERK)
    assert last_person() == staffed.owners[CLERK]
    door = keyboard.lock()
    assert door.daily.owner() == staffed.owners[CLERK]
    assert door.daily.passphrase.line.hasFocus()


def test_what_was_kept_of_who_came_last_names_nobody(keyboard, home):
    keyboard.sign_in(CLERK)
    assert CLERK not in last_person()


def test_locked_neither_the_file_nor_its_key_is_held(keyboard, program):
    keyboard.sign_in(CLERK)
    opened = program.opened
    engine, key = opened.station.store.engine, opened.key
    keyboard.lock()
    with pytest.raises(ValueError, match="ended"):
        key.drawn("database")
    assert engine.get_execution_options()["held_key"].has_ended
    with pytest.raises(StationLockedError):
        opened.station.settings.current()


def test_whoever_comes_back_goes_on_where_he_was(keyboard, qtbot):
    shell = keyboard.sign_in(CLERK)
    line = typing(shell, "Zeng Xiao")
    line.setCursorPosition(4)
    keyboard.lock()
    assert not line.isVisible()
    again = keyboard.sign_in(CLERK)
    assert again is shell
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == "Zeng Xiao"
    assert line.cursorPosition() == 4
    line.clear()


def test_after_the_lock_the_station_can_be_worked_with_as_before(keyboard, program, qtbot):
    keyboard.sign_in(FOUNDER)
    keyboard.lock()
    keyboard.sign_in(FOUNDER)
    opened = program.opened
    opened.operations.perform(
        lambda _: opened.station.settings.change(name="新名字"), owner=program
    )
    qtbot.waitUntil(lambda: opened.shell.header.name.text() == "新名字")


def test_nothing_of_a_person_is_in_sight_while_it_is_locked(keyboard, program, qtbot):
    shell = keyboard.sign_in(CLERK)
    shell.notices.say("李雪梅 moved in")
    QGuiApplication.clipboard().setText("110000********0013")
    menu = QMenu(shell)
    menu.addAction("王小明")
    menu.popup(shell.rect().center())
    keyboard.lock()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [program.window]
    assert QGuiApplication.clipboard().text() == ""
    assert program.window.windowTitle() == "Station"
    assert not shell.isVisible()
    assert shell.notices.shown() == []


def test_a_question_that_waits_for_an_answer_is_answered_no(keyboard, program):
    shell = keyboard.sign_in(CLERK)
    asked = QDialog(shell)
    QTimer.singleShot(50, program.lock)
    assert asked.exec() == QDialog.DialogCode.Rejected
    keyboard.wait_until_gone()
    assert isinstance(keyboard.page, UnlockPage)


def test_what_is_under_way_ends_before_the_key_goes(keyboard, program, qtbot):
    keyboard.sign_in(FOUNDER)
    opened, may_end, done = program.opened, Event(), []

    def work(_):
        assert may_end.wait(10)
        return opened.station.settings.current().name

    program.jobs.start(work, owner=program, done=done.append, lane=Lane.WRITE)
    program.lock()
    assert isinstance(keyboard.page, UnlockPage)
    qtbot.wait(200)
    assert not program.threshold.is_locked()
    may_end.set()
    keyboard.wait_until_gone()
    assert done == ["幸福里社区综合服务站"]


def test_back_before_the_key_had_gone_one_goes_on_with_it(keyboard, program, qtbot):
    shell = keyboard.sign_in(CLERK)
    may_end = Event()
    program.jobs.start(
        lambda _: may_end.wait(10), owner=program, done=lambda _: None, lane=Lane.WRITE
    )
    program.lock()
    assert keyboard.sign_in(CLERK) is shell
    may_end.set()
    qtbot.waitUntil(lambda: not program.jobs.is_busy())
    assert program.opened.station.staff.me().name == CLERK


def test_another_finds_a_window_of_his_own(keyboard, program, staffed):
    former = keyboard.sign_in(FOUNDER)
    former.show_room("settings")
    keyboard.lock()
    shell = keyboard.sign_in(CLERK)
    assert shell is not former
    assert shell.current_room() == "residents"
    assert program.opened.owner() == staffed.owners[CLERK]
    assert program.opened.station.staff.me().name == CLERK
    assert not program.opened.operations.can_undo()


def test_what_the_former_left_unsaved_waits_for_him(keyboard, program, qtbot):
    former = keyboard.sign_in(CLERK)
    line = typing(former, "Zeng")
    keyboard.lock()
    shell = keyboard.sign_in(WORKER)
    assert shell.unsaved_rooms() == []
    assert program.threshold.unsaved_rooms() == ["Residents"]
    keyboard.lock()
    assert keyboard.sign_in(CLERK) is former
    assert line.text() == "Zeng"
    assert program.opened.station.staff.me().name == CLERK
    line.clear()


def test_switching_asks_who_comes(keyboard):
    shell = keyboard.sign_in(CLERK)
    QTest.keyClick(shell, Qt.Key.Key_L, CTRL | SHIFT)
    door = keyboard.page
    assert door.daily.owner() == ""
    assert door.daily.person.line.hasFocus()
    keyboard.wait_until_gone()


def test_a_wrong_passphrase_of_another_leaves_the_former_locked(keyboard, program, qtbot):
    former = keyboard.sign_in(CLERK)
    keyboard.lock()
    door = keyboard.type(FOUNDER, "Red horse 77")
    qtbot.waitUntil(lambda: bool(door.daily.passphrase.problem()))
    assert keyboard.sign_in(CLERK) is former


def test_somebody_suspended_is_told_so_and_whom_to_ask(keyboard, as_founder, staffed, qtbot):
    key = staffed.owners[CLERK]
    as_founder(lambda station: station.staff.move_on(key, AccountEvent.SUSPEND))
    door = keyboard.type(CLERK)
    qtbot.waitUntil(door.trouble.isVisible)
    assert door.trouble.text.text().startswith("This account is suspended.")
    assert door.daily.open_button.isEnabled()


def test_an_engagement_that_has_ended_is_told_at_the_door(keyboard, as_founder, staffed, qtbot):
    def end(station):
        (member,) = (m for m in station.staff.staff() if m.id == staffed.owners[CLERK])
        over = replace(member.particulars, until=station.clock.today().replace(year=2020))
        station.staff.correct(member.id, over, version=member.version)

    as_founder(end)
    door = keyboard.type(CLERK)
    qtbot.waitUntil(door.trouble.isVisible)
    assert "engagement" in door.trouble.text.text()


def test_whoever_was_invited_chooses_a_passphrase_of_his_own(
    keyboard, program, staffed, access, home, qtbot
):
    door = keyboard.type(NEW, GIVEN)
    qtbot.waitUntil(door.own.isVisible, timeout=20_000)
    assert NEW in door.own.lead.text()
    assert door.own.first.line.hasFocus()
    QTest.keyClicks(door.own.first.line, "Own horse 22")
    QTest.keyClick(door.own.first.line, Qt.Key.Key_Return)
    QTest.keyClicks(door.own.second.line, "Own horse 22")
    QTest.keyClick(door.own.second.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(keyboard.page, Shell), timeout=20_000)
    assert program.opened.account.state is AccountState.ACTIVE
    assert access.unlock(home, "Own horse 22", owner=staffed.owners[NEW])


def test_the_passphrase_given_is_not_taken_as_ones_own(keyboard, qtbot):
    door = keyboard.type(NEW, GIVEN)
    qtbot.waitUntil(door.own.isVisible, timeout=20_000)
    for field in (door.own.first, door.own.second):
        field.set_value(GIVEN)
    door.own.submit()
    qtbot.waitUntil(lambda: bool(door.own.first.problem()))
    door.own.first.set_value("Own horse 22")
    door.own.second.set_value("Own horse 22")
    door.own.submit()
    qtbot.waitUntil(lambda: isinstance(keyboard.page, Shell), timeout=20_000)


def test_whoever_was_invited_may_leave_again_and_stays_invited(keyboard, program, qtbot):
    door = keyboard.type(NEW, GIVEN)
    qtbot.waitUntil(door.own.isVisible, timeout=20_000)
    door.own.left.emit()
    assert door.daily.isVisible()
    assert keyboard.sign_in(FOUNDER)
    (new,) = (m for m in program.opened.station.staff.staff() if m.particulars.name == NEW)
    assert new.state is AccountState.INVITED


def be_helped(door, staffed, name, qtbot):
    """Let the founder help *name*, who has forgotten what to type."""
    door.daily.person.set_value(staffed.owners[name])
    door.ask_help()
    door.helped.supervisor.set_value(staffed.owners[FOUNDER])
    door.helped.proof.set_value(passphrase_of(FOUNDER))
    door.helped.submit()
    qtbot.waitUntil(door.own.isVisible, timeout=20_000)
    return door


def choose(door, passphrase):
    for field in (door.own.first, door.own.second):
        field.set_value(passphrase)
    door.own.submit()


def test_whoever_was_helped_chooses_a_passphrase_of_his_own(keyboard, program, staffed, qtbot):
    door = be_helped(keyboard.page, staffed, CLERK, qtbot)
    assert CLERK in door.own.lead.text()
    choose(door, "Own horse 22")
    qtbot.waitUntil(lambda: isinstance(keyboard.page, Shell), timeout=20_000)
    assert program.opened.account.state is AccountState.ACTIVE
    keyboard.lock()
    assert keyboard.sign_in(CLERK, "Own horse 22")


def test_a_passphrase_given_to_somebody_active_is_for_once(
    keyboard, program, staffed, home, access, qtbot
):
    key = access.unlock(home, passphrase_of(FOUNDER), owner=staffed.owners[FOUNDER])
    owner = staffed.owners[CLERK]
    access.admit(home, key, owner=owner, name=CLERK, passphrase=GIVEN, is_supervisor=False)
    door = keyboard.type(CLERK, GIVEN)
    qtbot.waitUntil(door.own.isVisible, timeout=20_000)
    choose(door, "Own horse 22")
    qtbot.waitUntil(lambda: isinstance(keyboard.page, Shell), timeout=20_000)
    assert program.opened.account.state is AccountState.ACTIVE


@pytest.mark.parametrize("is_gone", [True, False])
def test_whoever_was_helped_at_his_locked_window_finds_it_as_it_was(
    keyboard, program, staffed, qtbot, is_gone
):
    shell = keyboard.sign_in(CLERK)
    line = typing(shell, "Zeng")
    program.lock()
    if is_gone:
        keyboard.wait_until_gone()
    door = be_helped(keyboard.page, staffed, CLERK, qtbot)
    choose(door, "Own horse 22")
    qtbot.waitUntil(lambda: keyboard.page is shell, timeout=20_000)
    assert line.text() == "Zeng"
    qtbot.waitUntil(lambda: not program.jobs.is_busy())
    assert program.opened.account.state is AccountState.ACTIVE
    line.clear()


def test_whoever_was_helped_at_his_locked_window_and_leaves_has_it_locked_again(
    keyboard, program, staffed, qtbot
):
    shell = keyboard.sign_in(CLERK)
    door = be_helped(keyboard.lock(), staffed, CLERK, qtbot)
    door.own.left.emit()
    keyboard.wait_until_gone()
    with pytest.raises(StationLockedError):
        program.opened.station.staff.me()
    door = be_helped(keyboard.page, staffed, CLERK, qtbot)
    choose(door, "Own horse 22")
    qtbot.waitUntil(lambda: keyboard.page is shell, timeout=20_000)


def test_an_auditor_begins_in_a_room_he_may_see(keyboard):
    shell = keyboard.sign_in(AUDITOR)
    assert shell.current_room() == "sync"
    assert not shell.search.isEnabled()
    tabs = shell.header.tabs
    assert not tabs.isTabEnabled(0)
    assert "Your role does not allow this" in tabs.tabToolTip(0)


def test_a_room_that_may_not_be_entered_says_why(keyboard):
    shell = keyboard.sign_in(AUDITOR)
    shell.open_record("resident", "x" * 32)
    assert shell.stack.currentWidget() is shell.stack.closed
    assert "supervisor" in shell.stack.closed.text.text()


def test_an_account_suspended_while_at_work_loses_its_buttons(
    keyboard, program, as_founder, staffed, qtbot
):
    shell = keyboard.sign_in(CLERK)
    page = shell.show_room("residents")
    assert page.head.bar.new_button.isEnabled()
    key = staffed.owners[CLERK]
    as_founder(lambda station: station.staff.move_on(key, AccountEvent.SUSPEND))
    program.opened.operations.perform(
        lambda _: program.opened.station.settings.change(name="x"), owner=program
    )
    qtbot.waitUntil(lambda: not page.head.bar.new_button.isEnabled())
    assert "suspended" in page.head.bar.new_button.toolTip()


def test_a_passphrase_that_is_due_is_a_notice_that_leads_to_the_settings(keyboard, as_founder):
    as_founder(lambda station: station.settings.change(passphrase_days=3))
    shell = keyboard.sign_in(CLERK)
    (notice,) = shell.notices.shown()
    assert "within 3 days" in notice.text()
    shell.notices.press_latest()
    assert shell.current_room() == "settings"


def test_how_long_locking_and_switching_take(keyboard, program, capsys):
    """Print the figures; how quick the machine is that runs the tests is not judged here."""
    keyboard.sign_in(FOUNDER)
    begun = time.perf_counter()
    program.lock()
    hidden = time.perf_counter() - begun
    keyboard.wait_until_gone()
    gone = time.perf_counter() - begun
    begun = time.perf_counter()
    keyboard.sign_in(CLERK)
    switched = time.perf_counter() - begun
    with capsys.disabled():
        sys.stdout.write(
            f"\nhidden {hidden:.3f} s, key gone {gone:.3f}, switched {switched:.3f}\n"
        )
