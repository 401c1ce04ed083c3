from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.bootstrap import open_station
from station_app.domain.errors import WrongPassphraseError
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.people import ResidentDraft
from station_app.services.access import HomeState
from station_app.services.residents.people import Registration
from ui.access.founding import FoundingPage
from ui.access.unlock import UnlockPage
from ui.app import program as program_module
from ui.app.ahead import Ahead
from ui.kit.preferences import Preferences
from ui.kit.theme import Look, Theme
from ui.shell.window import Shell

PASSPHRASE = "Blue horse 77"
NAME = "幸福里社区综合服务站"


@pytest.fixture
def founded(home, access):
    access.create(home, PASSPHRASE)
    station = open_station(home, access.unlock(home, PASSPHRASE))
    station.settings.change(name=NAME, idle_minutes=10)
    station.close()


@pytest.fixture
def working(program, founded, qtbot):
    """The program with its station open."""
    program.start()
    door = program.window.currentWidget()
    door.daily.passphrase.set_value(PASSPHRASE)
    door.daily.submit()
    qtbot.waitUntil(lambda: isinstance(program.window.currentWidget(), Shell), timeout=20_000)
    return program


def test_without_a_station_the_first_run_is_shown(program):
    program.start()
    assert isinstance(program.window.currentWidget(), FoundingPage)


def test_with_a_station_the_door_is_shown(program, founded):
    program.start()
    assert isinstance(program.window.currentWidget(), UnlockPage)
    assert program.opened is None


def test_the_passphrase_opens_the_station(working):
    shell = working.window.currentWidget()
    assert shell.header.name.text() == NAME
    assert shell.current_room() == "residents"


@pytest.fixture
def peopled(home, founded, access):
    """The station with somebody in it."""
    station = open_station(home, access.unlock(home, PASSPHRASE))
    station.residents.register(Registration(particulars=ResidentDraft(name="王小明", sex="1")))
    station.close()


def table_of(program):
    return program.window.currentWidget().show_room("residents").table


def test_a_passphrase_given_ahead_opens_without_asking(program, peopled, home, qtbot, monkeypatch):
    monkeypatch.setenv("STATION_PASSPHRASE", PASSPHRASE)
    program.start(Ahead(home))
    qtbot.waitUntil(lambda: isinstance(program.window.currentWidget(), Shell), timeout=20_000)
    assert program.window.isVisible()
    assert program.window.currentWidget().header.name.text() == NAME
    assert table_of(program).model.line_at(0).name == "王小明"
    assert program.opened.station.lists.count(ResidentFilter()) == 1


@pytest.fixture
def unread(program, peopled, home, qtbot, monkeypatch):
    """A window that shows its first page, and waits to be told that it was painted."""
    monkeypatch.setenv("STATION_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(program_module, "PAINT_MS", 60_000)
    monkeypatch.setattr(program_module, "PATIENCE_S", 60)
    program.start(Ahead(home))
    qtbot.waitUntil(lambda: isinstance(program.window.currentWidget(), Shell), timeout=20_000)
    return program


def test_what_is_typed_before_the_store_is_open_is_kept_and_answered(unread, qtbot):
    box = unread.window.currentWidget().search
    box.enter()
    QTest.keyClicks(box, "wxm")
    qtbot.wait(300)
    assert table_of(unread).model.line_at(0).name == "王小明"
    box.enter()
    assert box.text() == "wxm"
    assert not box.results.isVisible()
    unread.first_page_painted()
    qtbot.waitUntil(lambda: box.results.selected() is not None, timeout=20_000)
    assert box.text() == "wxm"


def test_a_station_closed_before_it_was_read_opens_again(unread, home):
    unread.window.close()
    assert unread.opened is None
    assert home.state() is HomeState.READY


def test_a_wrong_passphrase_given_ahead_is_said_at_the_door(
    program, peopled, home, qtbot, monkeypatch
):
    monkeypatch.setenv("STATION_PASSPHRASE", "Red horse 77")
    program.start(Ahead(home))
    qtbot.waitUntil(lambda: isinstance(program.window.currentWidget(), UnlockPage))
    door = program.window.currentWidget()
    qtbot.waitUntil(lambda: bool(door.daily.passphrase.problem()))
    assert program.window.isVisible()
    assert program.opened is None


def test_a_damaged_database_opened_ahead_is_said_at_the_door(
    program, founded, home, qtbot, monkeypatch
):
    monkeypatch.setenv("STATION_PASSPHRASE", PASSPHRASE)
    content = bytearray(home.database.read_bytes())
    content[:4096] = bytes(4096)
    home.database.write_bytes(content)
    program.start(Ahead(home))
    qtbot.waitUntil(lambda: isinstance(program.window.currentWidget(), UnlockPage))
    qtbot.waitUntil(program.window.currentWidget().trouble.isVisible)


def test_a_damaged_database_is_said_at_the_door(program, founded, home, qtbot):
    content = bytearray(home.database.read_bytes())
    content[:4096] = bytes(4096)
    home.database.write_bytes(content)
    program.start()
    door = program.window.currentWidget()
    door.daily.passphrase.set_value(PASSPHRASE)
    door.daily.submit()
    qtbot.waitUntil(door.trouble.isVisible)
    assert door.daily.open_button.isEnabled()


def test_locked_the_station_is_out_of_sight_and_comes_back(working, qtbot):
    shell = working.window.currentWidget()
    QTest.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    door = working.window.currentWidget()
    assert isinstance(door, UnlockPage)
    assert not shell.isVisible()
    door.daily.passphrase.set_value(PASSPHRASE)
    door.daily.submit()
    qtbot.waitUntil(lambda: working.window.currentWidget() is shell)
    assert working.opened.name() == NAME


def test_a_locked_door_does_not_open_to_a_wrong_passphrase(working, qtbot):
    working.lock()
    door = working.window.currentWidget()
    door.daily.passphrase.set_value("Red horse 77")
    door.daily.submit()
    qtbot.waitUntil(lambda: bool(door.daily.passphrase.problem()))
    assert working.window.currentWidget() is door


def test_left_alone_it_locks_by_itself(working):
    working.opened._idle.idle.emit()
    assert isinstance(working.window.currentWidget(), UnlockPage)


def test_locking_twice_makes_one_door(working):
    working.lock()
    door = working.window.currentWidget()
    working.lock()
    assert working.window.currentWidget() is door


def test_looks_change_while_one_works(working):
    working.opened.looks_changed.emit(Preferences(look=Look.DARK, body=16))
    assert Theme.current().tokens.is_dark
    working.opened.looks_changed.emit(Preferences(look=Look.LIGHT))
    assert not Theme.current().tokens.is_dark


def test_another_language_keeps_the_room(working):
    former = working.window.currentWidget()
    former.show_room("settings")
    working.opened.language_changed.emit(Preferences(look=Look.LIGHT, language="en"))
    shell = working.window.currentWidget()
    assert shell is not former
    assert shell.current_room() == "settings"


def test_another_language_waits_for_what_is_unsaved(working, monkeypatch):
    shell = working.window.currentWidget()
    monkeypatch.setattr(shell, "unsaved_rooms", lambda: ["Residents"])
    working.opened._change_language(Preferences(language="zh_CN"))
    assert working.window.currentWidget() is shell
    assert "Residents" in shell.notices.shown()[0].text()


def test_closing_asks_before_something_typed_is_lost(working, monkeypatch):
    shell, asked = working.window.currentWidget(), []
    monkeypatch.setattr(shell, "unsaved_rooms", lambda: ["Residents"])

    def refuse(_window, **words):
        asked.append(words["text"])
        return False

    monkeypatch.setattr(program_module, "confirm", refuse)
    assert not working.window.close()
    assert "Residents" in asked[0]
    monkeypatch.setattr(shell, "unsaved_rooms", list)


def test_closing_leaves_a_backup_of_what_was_changed(working, home, qtbot):
    working.opened.station.settings.change(address="幸福路1号")
    working.window.close()
    assert list(home.backups.glob("*.db"))


def test_the_backup_is_made_from_the_foot_of_the_window(working, home, qtbot):
    working.window.currentWidget().status.backup.click()
    qtbot.waitUntil(lambda: bool(list(home.backups.glob("*.db"))), timeout=10_000)
    status = working.window.currentWidget().status
    qtbot.waitUntil(lambda: status.backup.text().startswith("Last backup"))


def test_changed_settings_reach_the_header_and_the_lock(working, qtbot):
    opened = working.opened
    opened.operations.perform(
        lambda _: opened.station.settings.change(name="新名字", idle_minutes=1), owner=working
    )
    qtbot.waitUntil(lambda: opened.shell.header.name.text() == "新名字")
    assert opened._idle._limit_s == 60


def test_a_card_laid_on_the_reader_reaches_the_search(working):
    working.opened._reader.card_read.emit("11000019900101123X")
    assert working.window.currentWidget().search.text() == "11000019900101123X"


def test_a_fault_is_shown_as_a_report(program, monkeypatch):
    shown = []
    monkeypatch.setattr(program_module, "show_fault", lambda _window, report: shown.append(report))
    program._faults.tell(KeyError("110000199001011237"))
    assert "KeyError" in shown[0]
    assert "110000199001011237" not in shown[0]


def test_the_key_is_computed_ahead_and_the_variable_forgotten(founded, home, monkeypatch):
    monkeypatch.setenv("STATION_PASSPHRASE", PASSPHRASE)
    ahead = Ahead(home)
    assert ahead.key.result(timeout=20)
    assert "STATION_PASSPHRASE" not in os.environ


def test_a_wrong_passphrase_ahead_is_told_by_its_future(founded, home, monkeypatch):
    monkeypatch.setenv("STATION_PASSPHRASE", "Red horse 77")
    with pytest.raises(WrongPassphraseError):
        Ahead(home).key.result(timeout=20)


def test_without_a_passphrase_no_key_is_computed(founded, home, monkeypatch):
    monkeypatch.delenv("STATION_PASSPHRASE", raising=False)
    assert Ahead(home).key is None
