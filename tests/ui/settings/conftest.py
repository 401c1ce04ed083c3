"""A station as it is founded, with a paper key and key slots of its own."""

from __future__ import annotations

import pytest

from station_app.bootstrap import open_station

PASSPHRASE = "Blue horse 77"


@pytest.fixture
def paper(home, access):
    return access.create(home, PASSPHRASE)


@pytest.fixture
def founded(home, access, clock, paper):
    station = open_station(home, access.unlock(home, PASSPHRASE), clock=clock)
    yield station
    station.close()
