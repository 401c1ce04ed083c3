"""A store to try things on, beside the station that the other tests have."""

from __future__ import annotations

import os

import pytest

from station_app.domain.actors import Actor
from station_app.store.engine import open_engine
from station_app.store.founding import make_database
from station_app.store.transaction import Store


@pytest.fixture
def key():
    return os.urandom(32)


@pytest.fixture
def engine(home, key):
    """The engine of an empty store below ``home``."""
    home.make()
    make_database(home, key)
    opened = open_engine(home.database, key)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine, clock):
    return Store(engine, clock=clock, actor=Actor(name="测试员", device="desk"))
