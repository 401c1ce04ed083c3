"""Cases at the real window, by the keyboard alone, the keys counted."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station_app.bootstrap import open_station
from station_app.device_clock import DeviceClock
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.case_materials import Tick
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.orders import OrderDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import AccessService
from tests.conftest import StoppedClock
from tests.homes import PASSPHRASE
from ui.counter.page import CounterPage
from ui.counter.rating_view import RatingView

pytestmark = [pytest.mark.gui, pytest.mark.slow]
ALL = CaseFilter(view=CaseView.ALL)
MOST_KEYS = 8
LONG_AGO = timedelta(days=200)


def somebody_alone(station):
    """Return the name of a resident whom no other is called."""
    lines = station.lists.lines(station.lists.keys(ResidentFilter())).values()
    names = Counter(line.name for line in lines)
    return next(line for line in lines if names[line.name] == 1)


@pytest.fixture
def overdue(filled_home):
    """A case accepted long ago, and forgotten."""
    clock = StoppedClock(DeviceClock().now() - LONG_AGO)
    key = AccessService().unlock(filled_home, PASSPHRASE)
    station = open_station(filled_home, key, clock=clock)
    person = somebody_alone(station)
    draft = CaseDraft(item_id=id_of_shipped("minimum-living"), resident_id=person.id)
    case = station.cases.draft(draft).value
    materials = station.cases.page(case).materials
    ticks = [Tick(is_needed=not each.when, originals=9, copies=9) for each in materials]
    station.cases.tick(case, ticks, version=1)
    station.cases.accept(case, version=2)
    station.close()
    return case


def state_of(clerk, key):
    return clerk.station.cases.page(key).case.state


def test_somebody_known_with_all_papers_is_accepted_with_few_keys(clerk, capsys):
    clerk.unlock()
    person = somebody_alone(clerk.station)
    clerk.pressed = 0
    clerk.press("F2")
    clerk.wait(lambda: clerk.shell.current_room() == "counter")
    clerk.type(person.name)
    clerk.press("Return")
    clerk.type("zuidishenghuo")
    clerk.press("Return", "F3", "Ctrl+Return")
    clerk.wait(lambda: clerk.station.cases.keys(ALL))
    [key] = clerk.station.cases.keys(ALL)
    clerk.wait(lambda: state_of(clerk, key) is CaseState.ACCEPTED)
    case = clerk.station.cases.page(key).case
    assert case.particulars.resident_id == person.id
    with capsys.disabled():
        sys.stdout.write(f"\nkeys of a case of somebody known with all papers: {clerk.pressed}\n")
    assert clerk.pressed <= MOST_KEYS


def test_a_card_laid_on_the_reader_takes_the_place_of_the_name(clerk):
    clerk.unlock()
    person = clerk.somebody(obstacle=None)
    document = person.primary_document()
    clerk.press("F2")
    clerk.wait(lambda: clerk.shell.current_room() == "counter")
    clerk.type(document.number)
    clerk.press("Return")
    form = clerk.page(CounterPage).cases.new.form
    clerk.wait(lambda: form.person.value() == person.id)


def rate(clerk, key):
    """Turn the screen, and be the citizen who is content."""
    clerk.press("Alt+J")
    clerk.wait(lambda: isinstance(QApplication.activeModalWidget(), RatingView))
    screen = QApplication.activeModalWidget()
    for answer in (Qt.Key.Key_5, Qt.Key.Key_Return):
        QTest.keyClick(screen.focusWidget() or screen, answer)
        clerk.look()
    clerk.wait(lambda: clerk.station.ratings.of_case(key) is not None)
    QTest.keyPress(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.wait(lambda: QApplication.activeModalWidget() is None)


def test_a_case_that_is_overdue_is_found_transferred_given_back_closed_and_rated(
    overdue, clerk, say
):
    clerk.unlock()
    clerk.press("Ctrl+3")
    queue = clerk.page(CounterPage).cases.queue
    clerk.wait(lambda: queue.model.rowCount() == 1)
    clerk.press("Tab")  # from the search line to the new case, and on to the parts
    clerk.wait(lambda: queue.panel.case_page() is not None)
    queue.bar.views[CaseView.OVERDUE].setFocus()
    clerk.press("Space")
    clerk.wait(lambda: queue.bar.view() is CaseView.OVERDUE and queue.model.rowCount() == 1)
    clerk.press("Ctrl+J", "Return")
    clerk.wait(lambda: queue.table.current_key() == overdue)
    for keys, words, state in (
        (("Alt+T",), (("minzhengju", ("Return", "Return")), ("qing ban", ())), "transferred"),
        (("Alt+G",), (("yi ban", ()),), "in-progress"),
        (("Alt+E",), (), "closed"),
        (("Alt+N",), (), "notified"),
    ):
        clerk.press(*keys)
        for typed, then in words:
            clerk.type(typed)
            clerk.press(*then)
        clerk.press("Ctrl+Return")
        clerk.wait(lambda state=state: state_of(clerk, overdue) == state)
        clerk.wait(lambda state=state: queue.panel.case_page().case.state == state)
    clerk.press("Ctrl+Z")
    clerk.wait(lambda: state_of(clerk, overdue) is CaseState.CLOSED)
    clerk.wait(lambda: queue.panel.case_page().case.state is CaseState.CLOSED)
    clerk.press("Alt+N", "Ctrl+Return")
    clerk.wait(queue.panel.rate.isVisible)
    rate(clerk, overdue)
    say(f"keys from the door to the rating of an overdue case, one step undone: {clerk.pressed}")


@pytest.fixture
def overdue_order(filled_home):
    """An order that 12345 sent long ago, and nobody answered."""
    clock = StoppedClock(DeviceClock().now() - LONG_AGO)
    key = AccessService().unlock(filled_home, PASSPHRASE)
    station = open_station(filled_home, key, clock=clock)
    draft = OrderDraft(
        source="12345",
        number="DH2026-0001",
        received_on=clock.today(),
        kind="complaint",
        category="noise",
        content="夜间施工扰民",
        caller="王建国",
    )
    case = station.orders.enter(draft).value
    station.close()
    return case


WAY_OF_AN_ORDER = (
    # 街道城市管理科, by the sounds of its other name
    ("Alt+T", (("chengguanke", ("Return", "Return")), ("qing ban", ())), "transferred"),
    ("Alt+G", (("yi ban", ()),), "in-progress"),
    ("Alt+Y", (("ok", ()),), "closed"),
    ("Alt+N", (), "notified"),
)


def go(clerk, queue, key, way):
    """Take the steps of *way* with the case *key*, by their keys."""
    for keys, words, state in way:
        clerk.wait(queue.table.hasFocus)
        clerk.press(keys)
        for typed, then in words:
            clerk.type(typed)
            clerk.press(*then)
        clerk.press("Ctrl+Return")
        clerk.wait(lambda state=state: state_of(clerk, key) == state)
        clerk.wait(lambda state=state: queue.panel.case_page().case.state == state)


def test_an_overdue_order_is_found_transferred_given_back_answered_and_rated(
    overdue_order, clerk, capsys
):
    clerk.unlock()
    clerk.pressed = 0
    clerk.press("Ctrl+3", "Alt+4")
    queue = clerk.page(CounterPage).orders.queue
    clerk.wait(lambda: queue.model.rowCount() == 1)
    clerk.type("dh20260001")
    clerk.press("Return")
    clerk.wait(lambda: queue.table.current_key() == overdue_order)
    clerk.wait(queue.panel.order.card.isVisible)
    go(clerk, queue, overdue_order, WAY_OF_AN_ORDER)
    clerk.wait(queue.table.hasFocus)
    told = clerk.pressed
    rate(clerk, overdue_order)
    events = [str(each.event) for each in clerk.station.cases.page(overdue_order).steps]
    assert events[2:] == ["transfer", "give-back", "close", "notify", "rate"]
    with capsys.disabled():
        sys.stdout.write(f"\nkeys of an overdue order up to the applicant told: {told}")
        sys.stdout.write(
            f"\nkeys of its rating: {clerk.pressed - told} of the clerk, 2 of others\n"
        )
