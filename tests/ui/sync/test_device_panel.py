"""One device beside the list: what may be done with it, and what not."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.sync.devices import (
    DeviceEvent,
    DeviceKind,
    DeviceState,
    Scope,
    ScopeKind,
)
from tests.ui.sync.records import a_line
from ui.sync.device_panel import DevicePanel

GRIDS = {"g1": "一号网格", "g2": "二号网格"}
ONE = Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g1"}))


@pytest.fixture
def panel(qtbot):
    made = DevicePanel()
    qtbot.addWidget(made)
    made.show()
    return made


def offered(panel):
    return {event for event, button in panel.acts.items() if not button.isHidden()}


@pytest.mark.parametrize(
    ("state", "events"),
    [
        (DeviceState.ACTIVE, {DeviceEvent.SUSPEND, DeviceEvent.LOSE, DeviceEvent.RETIRE}),
        (DeviceState.SUSPENDED, {DeviceEvent.RESUME, DeviceEvent.LOSE, DeviceEvent.RETIRE}),
        (DeviceState.LOST, {DeviceEvent.RETIRE}),
        (DeviceState.RETIRED, set()),
    ],
)
def test_only_what_may_happen_to_a_device_is_offered(panel, state, events):
    panel.show_device(a_line(state=state), GRIDS)
    assert offered(panel) == events


def test_nothing_is_done_to_the_station_from_one_of_its_devices(panel):
    panel.show_device(a_line("石头城", DeviceKind.STATION), GRIDS)
    assert offered(panel) == set()
    assert panel.day.isHidden()


@pytest.mark.parametrize("event", [DeviceEvent.SUSPEND, DeviceEvent.LOSE, DeviceEvent.RETIRE])
def test_what_happened_is_asked_for_with_the_device(qtbot, panel, event):
    line = a_line()
    panel.show_device(line, GRIDS)
    with qtbot.waitSignal(panel.event_asked) as asked:
        panel.acts[event].click()
    assert asked.args == [line.device, event]


def test_a_device_of_some_grids_shows_them_ticked(panel):
    panel.show_device(a_line(scope=ONE), GRIDS)
    assert not panel.scope.isHidden()
    assert panel.scope.scope() == ONE


def test_a_whole_copy_has_no_grids_to_choose(panel):
    panel.show_device(a_line(), GRIDS)
    assert panel.scope.isHidden()
    assert panel.holds.text() == "Holds: Everything"


def test_what_was_not_changed_is_not_kept_again(panel):
    panel.show_device(a_line(scope=ONE), GRIDS)
    for button in (panel.keep_scope, panel.keep_day):
        assert not button.isEnabled()
        assert button.toolTip() == "Nothing has been changed"


def test_a_device_of_no_grid_cannot_be_made(panel):
    panel.show_device(a_line(scope=ONE), GRIDS)
    panel.scope.take(Scope(kind=ScopeKind.GRIDS))
    assert panel.keep_scope.toolTip() == "Tick a grid first."


def test_other_grids_are_asked_for(qtbot, panel):
    line = a_line(scope=ONE)
    panel.show_device(line, GRIDS)
    both = Scope(kind=ScopeKind.GRIDS, grids=frozenset(GRIDS))
    panel.scope.take(both)
    with qtbot.waitSignal(panel.scope_asked) as asked:
        panel.keep_scope.click()
    assert asked.args == [line.device, both]


def test_another_day_is_asked_for(qtbot, panel):
    panel.show_device(a_line(), GRIDS)
    panel.day.set_value(date(2026, 4, 1))
    panel._judge()
    with qtbot.waitSignal(panel.day_asked) as asked:
        panel.keep_day.click()
    assert asked.args[1] == date(2026, 4, 1)


@pytest.mark.parametrize("expires_on", [None, date(2026, 4, 1)])
def test_a_day_that_is_none_is_not_kept_as_no_day(qtbot, panel, expires_on):
    panel.show_device(a_line(expires_on=expires_on), GRIDS)
    panel.day.line.clear()
    qtbot.keyClicks(panel.day.line, "2026-13-45")
    assert not panel.keep_day.isEnabled()
    assert panel.keep_day.toolTip() == panel.day.unreadable() != ""


def test_a_day_is_taken_away_by_an_empty_field(qtbot, panel):
    panel.show_device(a_line(expires_on=date(2026, 4, 1)), GRIDS)
    panel.day.line.selectAll()
    qtbot.keyClicks(panel.day.line, "\b")
    panel.day.set_value(None)
    panel._judge()
    with qtbot.waitSignal(panel.day_asked) as asked:
        panel.keep_day.click()
    assert asked.args[1] is None


def test_what_is_being_chosen_outlasts_a_count_that_has_changed(panel):
    panel.show_device(a_line(scope=ONE), GRIDS)
    panel.scope.take(Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g2"})))
    panel.show_device(a_line(scope=ONE, standing={"unsent": 5}), GRIDS)
    assert panel.scope.scope().grids == {"g2"}


def test_another_device_begins_with_what_it_has(panel):
    panel.show_device(a_line(scope=ONE), GRIDS)
    panel.scope.take(Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g2"})))
    panel.show_device(a_line("另一台", key="e", scope=ONE), GRIDS)
    assert panel.scope.scope() == ONE


def test_a_hub_has_no_day_to_be_back_by(panel):
    panel.show_device(a_line("街道", DeviceKind.HUB), GRIDS)
    assert panel.day.isHidden()
    assert panel.keep_day.isHidden()
