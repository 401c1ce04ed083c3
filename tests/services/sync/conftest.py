"""Stations that exchange files, for whoever needs several."""

from __future__ import annotations

import pytest

from station_app.domain.sync.devices import DeviceKind
from tests.stations import Places


@pytest.fixture
def places(tmp_path, clock, key, empty_store):
    made = Places(tmp_path / "devices", clock, key, empty_store)
    yield made
    for station in made.made:
        station.close()


@pytest.fixture
def pair(places):
    """A station and a desk that know one another, and nothing exchanged yet."""
    one = places.make("站", DeviceKind.STATION)
    other = places.make("窗口")
    places.introduce(one, other)
    places.introduce(other, one)
    return one, other


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made
