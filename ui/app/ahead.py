"""What can be done before there is a window: computing the key, looking into the store."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from station_app.domain.errors import StationError
from station_app.services.access import AccessService, HomeState

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from station_app.bootstrap import Station
    from station_app.domain.first_page import FirstPage
    from station_app.services.access import StationHome, StationKey

PASSPHRASE = "STATION_PASSPHRASE"  # noqa: S105 - the name of a variable


class Ahead:
    """Threads that work while Qt loads. Holds no Qt object.

    ``page`` never fails: it is ``None`` when there is nothing to see without
    opening the store, or the key is not right.
    """

    def __init__(self, home: StationHome) -> None:
        threads = ThreadPoolExecutor(2, thread_name_prefix="ahead")
        passphrase = os.environ.pop(PASSPHRASE, "")
        is_wanted = bool(passphrase) and home.state() is HomeState.READY
        self.key: Future[StationKey] | None = None
        self.page: Future[FirstPage | None] | None = None
        if is_wanted:
            self.key = threads.submit(AccessService().unlock, home, passphrase)
            self.page = threads.submit(_look, home, self.key)
        else:
            threads.submit(_load_store)
        threads.shutdown(wait=False)


def open_station(home: StationHome, key: StationKey) -> Station:
    """Open the store; the package that does is loaded by then, or is now."""
    from station_app.bootstrap import open_station as open_it  # noqa: PLC0415 - loaded ahead

    return open_it(home, key.database)


def station_to_come(home: StationHome, key: StationKey, wait: Callable[[], object]) -> Station:
    """Return the station whose store is opened after *wait*."""
    from station_app.bootstrap import station_to_come as expect  # noqa: PLC0415 - loaded ahead

    return expect(home, key.database, wait=wait)


def _look(home: StationHome, key: Future[StationKey]) -> FirstPage | None:
    from station_app.bootstrap import glance_at  # noqa: PLC0415 - while the key is computed

    try:
        return glance_at(home, key.result().database)
    except StationError:
        return None


def _load_store() -> None:
    from station_app.bootstrap import load_store  # noqa: PLC0415 - while Qt loads

    load_store()
