from __future__ import annotations

import pytest

from station_app.domain.counter.case_materials import Tick
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from ui.counter.page import CounterPage
from ui.kit.handing_out import Outlets
from ui.tour.keyboard import Keyboard

DIBAO = id_of_shipped("minimum-living")


@pytest.fixture
def saved(tmp_path):
    """Where papers are saved when somebody is asked."""
    return tmp_path / "paper.pdf"


@pytest.fixture
def room(qtbot, station, context, saved):
    """The window services, their queue in sight."""
    outlets = Outlets(lambda *_a, **_w: None, lambda *_a, **_w: saved)
    page = CounterPage(station, context, outlets)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    return page


@pytest.fixture
def queue(room):
    return room.cases.queue


class Hands:
    """Somebody at the keyboard, who knows how far a case is."""

    def __init__(self, station, room):
        keyboard = Keyboard(room)
        self.press, self.type = keyboard.press, keyboard.type
        self.cases = station.cases

    def case(self, key):
        return self.cases.page(key).case

    def begun(self, name="王秀英", item=DIBAO, **more):
        return self.cases.draft(CaseDraft(item_id=item, applicant=name, **more)).value

    def with_papers(self, key):
        """Tick all materials of a case."""
        page = self.cases.page(key)
        ticks = [
            Tick(is_needed=not each.when, originals=each.quantity, copies=each.quantity)
            for each in page.materials
        ]
        self.cases.tick(key, ticks, version=page.case.version)
        return key

    def accepted(self, name="王秀英", **more):
        key = self.with_papers(self.begun(name, **more))
        self.cases.accept(key, version=self.case(key).version)
        return key


@pytest.fixture
def hands(station, room):
    return Hands(station, room)
