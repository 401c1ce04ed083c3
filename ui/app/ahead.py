"""What can be done before there is a window: loading the store, computing the key."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from station_app.services.access import AccessService, HomeState

if TYPE_CHECKING:
    from concurrent.futures import Future

    from station_app.bootstrap import Station
    from station_app.services.access import StationHome, StationKey

PASSPHRASE = "STATION_PASSPHRASE"  # noqa: S105 - the name of a variable


class Ahead:
    """Threads that work while Qt loads. Holds no Qt object."""

    def __init__(self, home: StationHome) -> None:
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="ahead")
        passphrase = os.environ.pop(PASSPHRASE, "")
        is_wanted = bool(passphrase) and home.state() is HomeState.READY
        self.key: Future[StationKey] | None = None
        if is_wanted:
            self.key = self._threads.submit(AccessService().unlock, home, passphrase)
        self._threads.submit(_load_store)
        self._threads.shutdown(wait=False)


def open_station(home: StationHome, key: StationKey) -> Station:
    """Open the store; the package that does is loaded by then, or is now."""
    from station_app.bootstrap import open_station as open_it  # noqa: PLC0415 - loaded ahead

    return open_it(home, key.database)


def _load_store() -> None:
    import station_app.bootstrap  # noqa: F401, PLC0415 - so that the first use finds it loaded
