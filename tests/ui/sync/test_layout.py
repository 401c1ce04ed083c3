"""Every view of the room at the size of a small screen, and of the same shown at 150 %."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.sync.devices import DeviceKind, DeviceState
from station_app.services.sync.own import own_device
from tests.factories import a_resident
from tests.stations import back_and_forth, own
from tests.ui.fitting import complaints

NUMBER = "310000198502280022"


@pytest.fixture
def window(language, pair, a_page, plugged, stick):
    a_resident(pair[0])
    plugged.append(stick)
    hand = a_page(pair[0])
    hand.plug(stick)
    hand.wait(lambda: hand.view.standing.unsent.number.text() != "0")
    return hand


def test_the_first_look_can_be_read(language, station, a_page):
    hand = a_page(station)
    hand.wait(hand.view.empty.isVisible)
    assert complaints(hand.page) == []


def test_how_it_stands_can_be_read(window):
    assert complaints(window.page) == []


def test_a_result_can_be_read(window):
    window.exchange()
    window.exchange()
    window.wait(lambda: window.view.past.files)
    assert complaints(window.page) == []


def test_a_file_that_came_in_can_be_read(window, pair, stick):
    pair[1].rounds.go_round(stick.path)
    window.exchange()
    window.wait(lambda: window.view.past.files)
    assert complaints(window.page) == []


def test_a_failure_can_be_read(window, stick):
    stick.path.write_bytes(b"")
    window.exchange()
    assert complaints(window.page) == []


def test_a_refusal_can_be_read(window, pair, places, stick):
    pair[1].rounds.go_round(stick.path)
    places.introduce(pair[0], pair[1], state=DeviceState.LOST)
    window.exchange()
    assert complaints(window.page) == []


def test_a_place_that_is_away_can_be_read(window, stick):
    stick.look_in[0].rmdir()
    window.view.go.click()
    window.wait(window.view.wrong.isVisible)
    assert complaints(window.page) == []


def test_the_comparison_can_be_read(window, pair, tmp_path):
    back_and_forth(*pair, tmp_path)
    a_resident(pair[0], "李四", number=NUMBER)
    window.page.show_view("compare")
    view = window.page.compare
    window.wait(lambda: view.model is not None and view.model.rowCount())
    view.table.opened.emit(0)
    window.wait(view.panel.isVisible)
    assert complaints(window.page) == []


def test_nothing_to_compare_can_be_read(window):
    window.page.show_view("compare")
    window.wait(lambda: window.page.compare.model is not None)
    assert complaints(window.page) == []


def test_the_devices_can_be_read(window, pair):
    window.page.show_view("devices")
    view = window.page.devices
    window.wait(view.model.rowCount)
    view._take(own(pair[1]).id)
    assert complaints(window.page) == []


def test_a_request_that_was_read_can_be_read(window, places, tmp_path):
    asking = places.make("新本子")
    with asking.store.transaction() as tx:
        tx.exchange.devices.keep_own(replace(own_device(tx), kind=DeviceKind.STATION))
    path = tmp_path / "网格本.strequest"
    asking.devices.request("网格员王秀英的笔记本电脑", DeviceKind.LAPTOP, path)
    window.page.show_view("devices")
    window.page.devices.read_letter(path)
    window.wait(lambda: window.page.devices.enrol_panel.request is not None)
    assert complaints(window.page) == []


def test_this_computer_can_be_read(window):
    window.page.show_view("devices")
    window.page.devices.show_own()
    assert complaints(window.page) == []


def test_a_new_computer_can_be_read(language, station, a_page, tmp_path):
    hand = a_page(station)
    hand.page.show_view("devices")
    hand.page.devices.show_own()
    panel = hand.page.devices.own_panel
    hand.wait(panel.name.value if station.settings.current().name else panel.joining.isVisible)
    panel.name.set_value("网格本")
    panel.write_request(tmp_path / "网格本.strequest")
    hand.wait(panel.fingerprint.text)
    hand.wait(hand.page.banner.isVisible)
    assert complaints(hand.page) == []


def test_a_review_without_questions_can_be_read(window):
    window.page.show_view("review")
    assert complaints(window.page) == []
