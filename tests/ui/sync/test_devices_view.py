from __future__ import annotations

from datetime import date, timedelta

import pytest

from station_app.domain.places import GridDraft
from station_app.domain.sync.devices import DeviceEvent, DeviceKind, DeviceState, Scope, ScopeKind
from tests.factories import TODAY, a_resident
from tests.stations import back_and_forth, own
from ui.sync import device_panel, devices_view, own_panel


@pytest.fixture
def grids(pair):
    places = pair[0].places
    return [
        places.draw_grid(GridDraft(code=code, name=code)).value for code in ("一网格", "二网格")
    ]


@pytest.fixture
def laptop(places, pair, grids):
    made = places.make("平板一号", DeviceKind.LAPTOP)
    places.acquaint(
        pair[0],
        made,
        scope=Scope(kind=ScopeKind.GRIDS, grids=frozenset(grids[:1])),
        expires_on=TODAY + timedelta(days=3),
    )
    return made


@pytest.fixture
def hand(pair, laptop, a_page):
    made = a_page(pair[0])
    made.page.show_view("devices")
    made.wait(lambda: made.page.devices.model.rowCount() == 2)
    made.wait(lambda: made.page.devices.enrol_panel.scope.grids.count() == 2)
    return made


@pytest.fixture
def yes(monkeypatch):
    """Say yes to whatever is asked, and keep what was asked."""
    asked = []

    def confirm(_parent, *, title, text, action):
        asked.append((title, text, action))
        return True

    monkeypatch.setattr(devices_view, "confirm", confirm)
    monkeypatch.setattr(own_panel, "confirm", confirm)
    return asked


def cells(hand, name):
    view = hand.page.devices
    lines = [view.model.line_at(row) for row in range(view.model.rowCount())]
    line = next(line for line in lines if line.device.name == name)
    return {column.key: column.seen(line) for column in view.model.columns}


def choose(hand, station):
    hand.page.devices._take(own(station).id)
    return hand.page.devices.device_panel


def state_of(station, other):
    return station.devices.device(own(other).id).state


def test_devices_are_listed_with_how_they_stand(hand):
    seen = cells(hand, "平板一号")
    assert (seen["kind"], seen["scope"], seen["state"]) == ("Laptop", "一网格", "In use")
    assert seen["expires_on"] == "2026-03-04"
    assert cells(hand, "二号窗口")["scope"] == "Everything"


def test_a_device_is_suspended_and_that_is_undone(hand, pair, operations):
    panel = choose(hand, pair[1])
    panel.acts[DeviceEvent.SUSPEND].click()
    hand.wait(lambda: state_of(*pair) is DeviceState.SUSPENDED)
    hand.wait(panel.acts[DeviceEvent.RESUME].isVisible)
    assert cells(hand, "二号窗口")["state"] == "Suspended"
    operations.undo()
    hand.wait(lambda: state_of(*pair) is DeviceState.ACTIVE)


@pytest.mark.parametrize(
    ("event", "state"),
    [(DeviceEvent.LOSE, DeviceState.LOST), (DeviceEvent.RETIRE, DeviceState.RETIRED)],
)
def test_what_cannot_be_undone_is_asked_once(hand, pair, yes, event, state):
    choose(hand, pair[1]).acts[event].click()
    hand.wait(lambda: state_of(*pair) is state)
    assert len(yes) == 1
    assert "二号窗口" in yes[0][0]


def test_what_is_refused_when_asked_does_not_happen(hand, pair, monkeypatch):
    monkeypatch.setattr(devices_view, "confirm", lambda *_, **__: False)
    choose(hand, pair[1]).acts[DeviceEvent.LOSE].click()
    assert state_of(*pair) is DeviceState.ACTIVE


def test_a_laptop_is_given_other_grids(hand, pair, laptop, grids):
    panel = choose(hand, laptop)
    assert not panel.keep_scope.isEnabled()
    panel.scope.take(Scope(kind=ScopeKind.GRIDS, grids=frozenset(grids)))
    panel.keep_scope.click()
    hand.wait(lambda: pair[0].devices.device(own(laptop).id).scope.grids == set(grids))
    panel.scope.take(Scope(kind=ScopeKind.GRIDS))
    assert not panel.keep_scope.isEnabled()


def test_a_copy_is_to_be_back_by_another_day(hand, pair, laptop):
    panel = choose(hand, laptop)
    panel.day.set_value(date(2026, 4, 1))
    panel.keep_day.click()
    hand.wait(lambda: pair[0].devices.device(own(laptop).id).expires_on == date(2026, 4, 1))


def test_every_event_says_whether_it_is_for_ever():
    forever = {event for event in DeviceEvent if device_panel.is_for_ever(event)}
    assert forever == {DeviceEvent.LOSE, DeviceEvent.RETIRE}


@pytest.fixture
def asking(places, tmp_path):
    """A new laptop, and the page on which it asks its station."""
    return places.make("新本子", DeviceKind.STATION), tmp_path / "网格本.strequest"


def test_a_new_laptop_comes_to_its_station_by_two_files(
    hand, pair, asking, grids, a_page, tmp_path
):
    new, path = asking
    other = a_page(new)
    other.page.show_view("devices")
    mine = other.page.devices.own_panel
    other.page.devices.show_own()
    other.wait(mine.joining.isVisible)
    other.wait(mine.name.value)
    mine.name.set_value("网格本")
    mine.write_request(path)
    other.wait(mine.fingerprint.text)
    theirs = hand.page.devices.enrol_panel
    hand.page.devices.read_letter(path)
    hand.wait(lambda: theirs.request is not None)
    assert theirs.fingerprint.text() == mine.fingerprint.text()
    assert not theirs.grant.isEnabled()
    theirs.is_same.set_value(True)
    assert not theirs.grant.isEnabled()
    theirs.scope.take(Scope(kind=ScopeKind.GRIDS, grids=frozenset(grids[:1])))
    theirs.day.set_value(date(2026, 3, 31))
    theirs.grant.click()
    hand.wait(lambda: hand.page.devices.model.rowCount() == 3)
    grant = path.with_suffix(".stgrant")
    assert grant.name in theirs.done.text.text()
    other.page.devices.read_letter(grant)
    other.wait(lambda: new.devices.own().is_enrolled)
    other.wait(lambda: "belongs to 石头城社区服务站" in mine.done.text.text())
    assert new.devices.own().expires_on == date(2026, 3, 31)
    assert (
        not other.page.devices.enrol.isEnabled()
        or other.wait(lambda: not other.page.devices.enrol.isEnabled()) is None
    )


def test_a_file_that_is_no_request_is_a_sentence(hand, tmp_path):
    path = tmp_path / "x.strequest"
    path.write_bytes(b"no letter")
    hand.page.devices.read_letter(path)
    hand.wait(hand.page.devices.enrol_panel.wrong.isVisible)


def test_a_computer_with_records_is_not_mixed_with_a_station(asking, a_page):
    new, path = asking
    a_resident(new)
    other = a_page(new)
    other.page.show_view("devices")
    other.page.devices.show_own()
    mine = other.page.devices.own_panel
    other.wait(mine.name.value)
    mine.write_request(path)
    other.wait(mine.wrong.isVisible)
    assert not path.exists()


def test_this_computer_is_renamed(hand, pair):
    hand.page.devices.show_own()
    panel = hand.page.devices.own_panel
    hand.wait(lambda: panel.name.value() == "石头城社区服务站")
    assert not panel.rename.isEnabled()
    panel.name.set_value("一号窗口")
    panel.rename.click()
    hand.wait(lambda: pair[0].devices.own().name == "一号窗口")


def test_a_name_of_nothing_is_noted_beside_the_field(hand):
    hand.page.devices.show_own()
    panel = hand.page.devices.own_panel
    hand.wait(panel.name.value)
    panel.name.set_value(" ")
    panel.rename.click()
    hand.wait(panel.name.problem)


@pytest.fixture
def copy(pair, laptop, a_page, tmp_path):
    """The page of a laptop that has its records, and is to be wiped."""
    back_and_forth(pair[0], laptop, tmp_path)
    made = a_page(laptop)
    made.page.show_view("devices")
    made.page.devices.show_own()
    made.wait(made.page.devices.own_panel.wipe.isVisible)
    return made


def test_a_copy_is_wiped_after_one_question(copy, laptop, yes):
    copy.page.devices.own_panel.wipe.click()
    copy.wait(lambda: laptop.devices.devices() == ())
    assert len(yes) == 1
    copy.wait(copy.page.devices.own_panel.joining.isVisible)
    copy.wait(lambda: "left this computer" in copy.page.devices.own_panel.done.text.text())


def test_what_has_not_arrived_is_not_wiped_without_being_told(copy, laptop, yes):
    a_resident(laptop)
    copy.page.devices.own_panel.wipe.click()
    copy.wait(lambda: laptop.devices.devices() == ())
    assert [action for _, _, action in yes] == ["Wipe", "Wipe all the same"]


def test_a_computer_that_asked_and_got_no_answer_yet_is_told_so(asking, a_page):
    new, path = asking
    new.devices.request("网格本", DeviceKind.LAPTOP, path)
    other = a_page(new)
    other.wait(other.page.banner.isVisible)
    assert "belongs to no station" in other.page.banner.text.text()


def test_a_copy_whose_day_has_passed_is_told_over_the_page(copy, pair, laptop, clock):
    clock.moment += timedelta(days=9)
    copy.page.refresh()
    copy.wait(copy.page.banner.isVisible)
    assert "back by 2026-03-04" in copy.page.banner.text.text()
