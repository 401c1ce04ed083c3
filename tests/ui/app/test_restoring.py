"""Restoring from wherever it is asked for: the first run, the door, an open station."""

from __future__ import annotations

import pytest

from station_app.bootstrap import open_station
from station_app.services.access import StationHome
from tests.factories import a_resident
from ui.access.founding import FoundingPage
from ui.access.unlock import UnlockPage
from ui.restoring.page import RestorePage
from ui.shell.window import Shell

PASSPHRASE = "Blue horse 77"


@pytest.fixture
def stick_of_old(tmp_path, access, stick):
    """A stick on which another computer has put its newest backup."""
    old = StationHome(tmp_path / "old computer")
    access.create(old, PASSPHRASE)
    station = open_station(old, access.unlock(old, PASSPHRASE))
    a_resident(station, "张三")
    station.keeping.back_up()
    station.second_places.choose(stick, "blue")
    station.second_places.carry()
    station.close()
    return stick


def shown(program):
    return program.window.currentWidget()


def sign_in(program, qtbot):
    shown(program).daily.passphrase.set_value(PASSPHRASE)
    shown(program).daily.submit()
    qtbot.waitUntil(lambda: isinstance(shown(program), Shell), timeout=20_000)


def restore(page, qtbot):
    qtbot.waitUntil(lambda: page.choose.list.chosen() is not None)
    page.wizard.go_on()
    page.key.passphrase.set_value(PASSPHRASE)
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.difference)
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.wizard.current() is page.done)
    page.wizard.go_on()


def people(program):
    with program.opened.station.store.reading() as tx:
        return tx.people.count()


def test_a_new_computer_begins_with_the_stick(program, qtbot, stick_of_old):
    program.start()
    assert isinstance(shown(program), FoundingPage)
    shown(program).station_step.restore.click()
    page = shown(program)
    qtbot.waitUntil(page.choose.none.isVisible)
    page.look_into(stick_of_old)
    restore(page, qtbot)
    assert isinstance(shown(program), UnlockPage)
    sign_in(program, qtbot)
    assert people(program) == 1


def test_given_up_the_first_run_goes_on(program, qtbot):
    program.start()
    founding = shown(program)
    founding.station_step.restore.click()
    shown(program).wizard.leave.click()
    assert shown(program) is founding


def test_the_door_leads_to_the_backups_and_back(program, qtbot, home, access):
    access.create(home, PASSPHRASE)
    program.start()
    door = shown(program)
    assert door.restore.isVisible()
    door.restore.click()
    assert isinstance(shown(program), RestorePage)
    shown(program).wizard.leave.click()
    assert shown(program) is door
    sign_in(program, qtbot)


def test_a_window_that_is_only_locked_offers_no_restoring(program, qtbot, home, access):
    access.create(home, PASSPHRASE)
    program.start()
    sign_in(program, qtbot)
    program.lock()
    assert shown(program).restore.isHidden()


def test_an_open_station_is_let_go_of_and_restored(program, qtbot, home, access):
    access.create(home, PASSPHRASE)
    program.start()
    sign_in(program, qtbot)
    program.opened.station.keeping.back_up()
    a_resident(program.opened.station, "张三")
    program.restore()
    page = shown(program)
    qtbot.waitUntil(lambda: len(page.choose.list.backups) == 1)
    restore(page, qtbot)
    assert program.opened is None
    sign_in(program, qtbot)
    assert people(program) == 0
    kept = {backup.why.value for backup in program.opened.station.restoring.candidates()}
    # besides what was replaced there is what closing has made of it
    assert kept == {"by-hand", "closing", "replaced"}
