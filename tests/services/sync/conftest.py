"""Machines to exchange with, each with a store of its own, and the stick between them."""

from __future__ import annotations

import pytest

from station_app.domain.sync.devices import DeviceKind
from tests.factories import a_resident
from tests.services.sync.stations import enrol, exchange, new_machine


@pytest.fixture
def machine(tmp_path, clock):
    """Make computers that are closed at the end."""
    made = []

    def make(name):
        made.append(new_machine(name, tmp_path, clock))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def main(machine):
    """A station with a name, two grids and people in each."""
    main = machine("main")
    main.station.settings.change(name="石板社区服务站", code="320000009001", word="石社证字")
    for place, name in enumerate(("周文", "吴敏", "郑强"), 1):
        a_resident(main.station, name, number="", address=f"幸福里{place}幢1单元101")
    return main


@pytest.fixture
def desk(machine):
    return machine("desk")


@pytest.fixture
def laptop(machine):
    return machine("laptop")


@pytest.fixture
def hub(machine):
    return machine("hub")


@pytest.fixture
def desks(main, desk, stick):
    """A station and a desk of its own that have exchanged."""
    enrol(main, desk, stick)
    exchange(main, desk, stick)
    return main, desk


@pytest.fixture
def pair(places):
    """A station and a desk that know one another, and nothing exchanged yet."""
    one = places.make("站", DeviceKind.STATION)
    other = places.make("窗口")
    places.acquaint(one, other)
    return one, other


@pytest.fixture
def one(pair):
    return pair[0]


@pytest.fixture
def other(pair):
    return pair[1]
