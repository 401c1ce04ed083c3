"""Opening the store of a station that is there: engine, schema, whose hand writes."""

from __future__ import annotations

import getpass
import platform
from contextlib import ExitStack
from typing import TYPE_CHECKING

from station_app.domain.actors import Actor
from station_app.domain.settings import settings_from
from station_app.store.engine import open_engine
from station_app.store.migrations.runner import upgrade
from station_app.store.transaction import Store

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.store.home import StationHome


def open_store(home: StationHome, key: bytes, clock: Clock) -> Store:
    """Open the store in *home* with its database *key*, brought up to date.

    Records are signed with the clerk named in the settings, else with the name
    the device knows its user by. Raises a
    :class:`~station_app.domain.errors.StoreUnavailableError` that says why the
    store cannot be opened.
    """
    engine = open_engine(home.database, key)
    with ExitStack() as until_open:
        until_open.callback(engine.dispose)  # or Windows keeps the file locked for the next try
        upgrade(home, engine)
        user, device = getpass.getuser(), platform.node() or "device"
        unsigned = Store(engine, clock=clock, actor=Actor(name=user, device=device))
        with unsigned.reading() as tx:
            clerk = settings_from(tx.settings.all()).clerk or user
        store = Store(engine, clock=clock, actor=Actor(name=clerk, device=device))
        until_open.pop_all()
    return store
