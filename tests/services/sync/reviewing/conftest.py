"""Devices whose people contradict one another."""

from __future__ import annotations

import pytest

from tests.services.sync.replicas import Replica


@pytest.fixture
def replicas(tmp_path, clock, key, empty_store):
    """A desk, a laptop and a station that know one another."""
    made = [
        Replica(tmp_path, name, clock, key=key, empty_store=empty_store)
        for name in ("desk", "laptop", "station")
    ]
    for one in made:
        one.meet(*(other for other in made if other is not one))
    yield made
    for one in made:
        one.station.close()


@pytest.fixture
def pair(replicas):
    return replicas[:2]
