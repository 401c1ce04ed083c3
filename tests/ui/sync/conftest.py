"""The exchange page on real stations, with sticks that are folders."""

from __future__ import annotations

import pytest

from station_app.domain.sync.devices import DeviceKind
from ui.shell.wording import sentence_of
from ui.sync.exchange_view import ExchangeView
from ui.sync.exchanger import Exchanger
from ui.sync.page import ExchangePage
from ui.sync.places import FOLDER, Place, PlaceKind
from ui.sync.shared_folder import SharedFolder

WAIT_MS = 8_000


@pytest.fixture
def context(context):
    """The shell as a page sees it, with the sentences of the shell."""
    object.__setattr__(context, "words", sentence_of)
    return context


@pytest.fixture
def pair(places):
    """A station and a desk that know one another, and nothing exchanged yet."""
    one = places.make("石头城社区服务站", DeviceKind.STATION)
    other = places.make("二号窗口")
    places.acquaint(one, other)
    return one, other


@pytest.fixture
def stick(tmp_path):
    root = tmp_path / "KINGSTON"
    root.mkdir()
    return Place(kind=PlaceKind.STICK, name="KINGSTON", path=root / FOLDER, look_in=(root,))


@pytest.fixture
def plugged():
    """What is plugged in; tests put sticks in and pull them out."""
    return []


class Hand:
    """Works on the page of one station and waits for what comes of it."""

    def __init__(self, qtbot, page, watch, exchanger):
        self._qtbot, self.page, self.watch, self.exchanger = qtbot, page, watch, exchanger
        self.view = page.exchange

    def wait(self, claim):
        self._qtbot.waitUntil(lambda: bool(claim()), timeout=WAIT_MS)

    def plug(self, *places):
        self.view.look_for_places()
        self.wait(lambda: self.view.places.places is not None)
        self.wait(
            lambda: (
                {each.path for each in self.view.places.places} >= {each.path for each in places}
            )
        )

    def exchange(self):
        with self._qtbot.waitSignal(self.exchanger.ended, timeout=WAIT_MS) as ended:
            self.view.go.click()
        return ended.args[0]

    def settled(self):
        self.page.refresh()
        with self._qtbot.waitSignal(self._drained(), timeout=WAIT_MS):
            pass

    def _drained(self):
        return self.page._context.jobs.busy_changed


@pytest.fixture
def a_page(qtbot, context, jobs, operations, plugged):
    """Return a way to open the page of a station."""

    def open_page(station):
        exchanger = Exchanger(station, jobs, operations, context.notices)
        watch = SharedFolder(station, jobs, exchanger, context.notices)
        view = ExchangeView(station, context, exchanger, watch, drives=lambda: tuple(plugged))
        page = ExchangePage(station, context, view)
        qtbot.addWidget(page)
        page.resize(1366, 640)
        with qtbot.waitActive(page):
            page.show()
        page.arrive()
        return Hand(qtbot, page, watch, exchanger)

    return open_page
