"""Devices for stories of exchange."""

from __future__ import annotations

import pytest

from tests.sync.replicas import Replica


@pytest.fixture
def replica(tmp_path):
    """Make a replica by its name."""
    made = []

    def make(name, **more):
        made.append(Replica(name, tmp_path, **more))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def pair(replica):
    return replica("desk"), replica("laptop")


@pytest.fixture
def three(replica):
    return replica("desk"), replica("laptop"), replica("station")
