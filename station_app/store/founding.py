"""The first moment of a store: an empty database with all its tables.

What opens a database is loaded when one is made: who only unlocks a station has
its key computed while the store's packages load elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.later import later

if TYPE_CHECKING:
    from station_app.store import engine as engines
    from station_app.store.home import StationHome
    from station_app.store.migrations import runner
else:
    engines = later("station_app.store.engine")
    runner = later("station_app.store.migrations.runner")


def make_database(home: StationHome, key: bytes) -> None:
    """Make the encrypted database of *home*, its schema the latest."""
    engine = engines.open_engine(home.database, key, create=True)
    try:
        runner.upgrade(home, engine)
    finally:
        engines.close_engine(engine)
