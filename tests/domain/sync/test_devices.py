from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.sync.devices import NEXT_STATE, DeviceEvent, DeviceState

EVENTS = st.lists(st.sampled_from(DeviceEvent), max_size=12)


def after(events):
    """Return how a device stands after *events*; what may not happen changes nothing."""
    state = DeviceState.ACTIVE
    for event in events:
        state = NEXT_STATE[state, event] or state
    return state


def test_of_every_state_and_event_it_is_known_what_comes_of_it():
    assert set(NEXT_STATE) == set(product(DeviceState, DeviceEvent))


@given(EVENTS)
def test_what_was_lost_is_never_believed_again(events):
    assert after([DeviceEvent.LOSE, *events]) in {DeviceState.LOST, DeviceState.RETIRED}


@given(EVENTS)
def test_what_was_retired_stays_retired(events):
    assert after([DeviceEvent.RETIRE, *events]) is DeviceState.RETIRED


def test_what_was_suspended_may_go_on():
    assert after([DeviceEvent.SUSPEND, DeviceEvent.RESUME]) is DeviceState.ACTIVE


@pytest.mark.parametrize("state", DeviceState)
def test_nothing_happens_to_a_device_that_stands_so_already(state):
    into = {
        DeviceState.ACTIVE: DeviceEvent.RESUME,
        DeviceState.SUSPENDED: DeviceEvent.SUSPEND,
        DeviceState.LOST: DeviceEvent.LOSE,
        DeviceState.RETIRED: DeviceEvent.RETIRE,
    }
    assert NEXT_STATE[state, into[state]] is None


@pytest.mark.parametrize(
    "state", [each for each in DeviceState if each is not DeviceState.RETIRED]
)
def test_every_device_can_be_retired(state):
    assert NEXT_STATE[state, DeviceEvent.RETIRE] is DeviceState.RETIRED
