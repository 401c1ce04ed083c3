"""The exchange as the open window has it: the status line, the one key, what comes in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.sync.devices import DeviceKind
from station_app.services.sync.exchanging import TakenIn
from station_app.services.sync.rounds import Round
from tests.factories import a_resident
from tests.ui.shell.test_search_box import Finder
from ui.app.exchange import ExchangeDesk
from ui.app.rooms import rooms_of
from ui.kit.gate import Gate
from ui.shell.window import Shell
from ui.sync.page import ExchangePage
from ui.sync.places import Place, PlaceKind
from ui.sync.preferences import ExchangePreferences, save_exchange


@pytest.fixture
def alone(places):
    return places.make("石头城社区服务站", DeviceKind.STATION)


@pytest.fixture
def accompanied(alone, places):
    places.introduce(alone, places.make("二号窗口"))
    return alone


@pytest.fixture
def a_shell(qtbot, jobs, operations, clock):
    """Return a way to open the window of a station."""

    def open_shell(station):
        desk = ExchangeDesk(station, jobs, operations, Gate(), operations)
        shell = Shell(
            rooms_of(station, settings=lambda _: None, exchange=desk.page),
            search=Finder(),
            jobs=jobs,
            operations=operations,
            clock=clock,
        )
        desk.attend(shell)
        qtbot.addWidget(shell)
        shell.resize(1366, 700)
        with qtbot.waitActive(shell):
            shell.show()
        shell.show_room("sync")
        desk.count()
        return shell, desk

    return open_shell


def test_the_status_says_nothing_while_there_is_no_other_device(alone, a_shell, jobs, qtbot):
    shell, _ = a_shell(alone)
    qtbot.waitUntil(shell.findChild(ExchangePage).exchange.empty.isVisible)
    assert not shell.status.exchange.isVisible()


def test_the_status_says_what_is_unsent_and_follows_changes(
    accompanied, a_shell, operations, qtbot
):
    shell, _ = a_shell(accompanied)
    qtbot.waitUntil(shell.status.exchange.isVisible)
    before = shell.status.exchange.text()
    operations.perform(
        lambda _: accompanied.settings.change(name="石头城", phone="01000000000"), owner=shell
    )
    qtbot.waitUntil(lambda: shell.status.exchange.text() not in {"", before})
    assert shell.status.exchange.text().startswith("Not sent: ")


def test_a_click_on_the_status_leads_to_the_room(accompanied, a_shell, qtbot):
    shell, _ = a_shell(accompanied)
    qtbot.waitUntil(shell.status.exchange.isVisible)
    shell.findChild(ExchangePage).show_view("compare")
    shell.status.exchange.click()
    assert shell.findChild(ExchangePage).views.segments.value() == "exchange"


def test_one_key_exchanges_from_everywhere(accompanied, a_shell, tmp_path, qtbot):
    a_resident(accompanied)
    shell, desk = a_shell(accompanied)
    page = shell.findChild(ExchangePage)
    folder = tmp_path / "stick"
    folder.mkdir()
    page.exchange.use_folder(folder)
    page.show_view("devices")
    with qtbot.waitSignal(desk.exchanger.ended):
        QTest.keyClick(shell, Qt.Key.Key_F9)
    assert page.views.segments.value() == "exchange"
    assert len(list(folder.iterdir())) == 1
    qtbot.waitUntil(lambda: "No receipt yet" in shell.status.exchange.text())


def test_the_key_works_before_the_room_was_ever_seen(
    accompanied, jobs, operations, context, tmp_path, qtbot
):
    folder = tmp_path / "交换"
    folder.mkdir()
    save_exchange(ExchangePreferences(last=str(folder)))
    a_resident(accompanied)
    desk = ExchangeDesk(accompanied, jobs, operations, Gate(), operations)
    page = desk.page(context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(desk.exchanger.ended):
        page.go_round()
    assert len(list(folder.iterdir())) == 1


def test_what_came_in_by_itself_is_said_once(accompanied, a_shell):
    shell, desk = a_shell(accompanied)
    taken = TakenIn(file="x.stsync", sender="二号窗口", number=3, added=2, changed=1)
    desk.shared.news.emit(Round(taken=(taken,)))
    assert [each.text() for each in shell.notices.shown()] == [
        "3 changes have come in from 二号窗口."
    ]


def test_lists_in_other_rooms_show_what_came_in(accompanied, places, a_shell, tmp_path, qtbot):
    other = places.made[-1]
    places.introduce(other, accompanied)
    a_resident(other)
    folder = tmp_path / "共享"
    folder.mkdir()
    other.rounds.go_round(folder)
    shell, desk = a_shell(accompanied)
    register = shell.show_room("certificates").register
    shell.show_room("certificates").show_view("register")
    qtbot.waitUntil(lambda: not register._is_stale)
    residents = shell.show_room("residents").table
    qtbot.waitUntil(lambda: residents.model.rowCount() == 0)
    place = Place(kind=PlaceKind.SHARED, name=folder.name, path=folder)
    with qtbot.waitSignal(desk.exchanger.ended) as ended:
        desk.exchanger.go_round(place, is_thorough=False)
    assert ended.args[0].taken[0].added > 0
    assert accompanied.checks.check().people == 1
    qtbot.waitUntil(lambda: residents.model.rowCount() == 1)
    assert register._is_stale


def test_a_fault_nobody_expects_of_a_folder_is_reported(accompanied, a_shell, qtbot):
    shell, desk = a_shell(accompanied)
    with qtbot.waitSignal(shell.fault_met):
        desk.shared.fault_met.emit(ZeroDivisionError())
