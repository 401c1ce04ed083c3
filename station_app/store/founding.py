"""The first moment of a store: an empty database with all its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.store.engine import close_engine, open_engine
from station_app.store.migrations.runner import upgrade

if TYPE_CHECKING:
    from station_app.store.home import StationHome


def make_database(home: StationHome, key: bytes) -> None:
    """Make the encrypted database of *home*, its schema the latest."""
    engine = open_engine(home.database, key, create=True)
    try:
        upgrade(home, engine)
    finally:
        close_engine(engine)
