"""The first moment of a store: an empty database with all its tables.

What opens a database is loaded when one is made: who only unlocks a station has
its key computed while the store's packages load elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.store.home import StationHome


def make_database(home: StationHome, key: bytes) -> None:
    """Make the encrypted database of *home*, its schema the latest."""
    from station_app.store.engine import (  # noqa: PLC0415 - see the module
        close_engine,
        open_engine,
    )
    from station_app.store.migrations.runner import upgrade  # noqa: PLC0415 - see the module

    engine = open_engine(home.database, key, create=True)
    try:
        upgrade(home, engine)
    finally:
        close_engine(engine)
