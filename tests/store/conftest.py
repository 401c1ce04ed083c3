"""A store to try things on, beside the station that the other tests have."""

from __future__ import annotations

import shutil

import pytest

from station_app.domain.actors import Actor
from station_app.store.engine import open_engine
from station_app.store.transaction import Store
from tests.authority import Everything


@pytest.fixture
def engine(home, key, empty_store):
    """The engine of an empty store below ``home``."""
    home.make()
    shutil.copyfile(empty_store, home.database)
    opened = open_engine(home.database, key)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine, clock):
    return Store(
        engine, clock=clock, actor=Actor(name="测试员", device="desk"), authority=Everything()
    )
