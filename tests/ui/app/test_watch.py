"""Damage met during work: the window stays, and says what happened and what to do."""

from __future__ import annotations

import pytest

from station_app.domain.errors import StoreDamagedError
from station_app.services.starting import StartFinding
from tests.ui.app.doors import is_open, knock
from ui.kit.buttons import Button
from ui.restoring.page import RestorePage

PAGE = 4096


@pytest.fixture
def working(helped, qtbot):
    helped.start()
    knock(helped.window.currentWidget())
    is_open(helped, qtbot)
    return helped


def remarks(program):
    return program.opened.shell.remarks


def test_a_store_in_order_is_looked_over_without_a_word(working, qtbot):
    with qtbot.waitSignal(working.jobs.busy_changed, check_params_cb=lambda busy: not busy):
        working.opened.watch.look_over()
    assert remarks(working).banners == {}
    assert remarks(working).isHidden()


def test_damage_met_by_a_read_stands_over_the_rooms_and_leads_to_the_backups(working, qtbot):
    def fail(_progress):
        raise StoreDamagedError(sqlite="SQLITE_CORRUPT")

    heard = []
    working.jobs.start(fail, owner=working, done=heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: "damage" in remarks(working).banners)
    banner = remarks(working).banners["damage"]
    assert "does not read back" in banner.text.text()
    assert len(heard) == 1
    with qtbot.waitSignal(working.opened.watch.restore_asked):
        banner.findChild(Button).click()
    qtbot.waitUntil(lambda: isinstance(working.window.currentWidget(), RestorePage))


def with_an_old_page(home):
    """Let the last page that has changed since the backup be as it was then."""
    (copy,) = home.backups.glob("*.db")
    old, new = copy.read_bytes(), home.database.read_bytes()
    for at in range(len(old) - PAGE, 0, -PAGE):
        if old[at : at + PAGE] != new[at : at + PAGE]:
            home.database.write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])
            return


def test_an_old_page_opens_nothing(helped, home, qtbot):
    with_an_old_page(home)
    helped.start()
    door = helped.window.currentWidget()
    knock(door)
    qtbot.waitUntil(lambda: bool(door.trouble.offers), timeout=20_000)
    assert helped.opened is None
    assert "older" in door.trouble.text.text() or "damaged" in door.trouble.text.text()


def test_a_doubt_is_told_until_somebody_decides(working, qtbot):
    station, watch = working.opened.station, working.opened.watch
    station.store.anchorage.doubt()
    assert not station.keeping.back_up_if_behind()
    watch.look_over()
    qtbot.waitUntil(lambda: "damage" in remarks(working).banners, timeout=20_000)
    assert station.starting.look_over() is StartFinding.NOT_AS_LEFT
    watch._go_on()
    qtbot.waitUntil(lambda: "damage" not in remarks(working).banners, timeout=20_000)
    assert station.starting.look_over() is StartFinding.WELL
    assert station.keeping.back_up_if_behind()
