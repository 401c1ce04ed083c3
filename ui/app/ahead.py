"""What can be done before there is a window: computing the key, looking into the store."""

from __future__ import annotations

import os
import sys
from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from station_app import device_clock
from station_app.domain.errors import StationError
from station_app.later import later
from station_app.services.access import AccessService, HomeState, load_ciphers
from station_app.services.named_people import person_called

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app import bootstrap
    from station_app.bootstrap import Station
    from station_app.domain.clock import Clock
    from station_app.domain.first_page import FirstPage
    from station_app.services.access import StationHome, StationKey
    from station_app.services.pinyin import Readings
    from station_app.services.restoring import RestoreService
else:
    bootstrap = later("station_app.bootstrap")  # while the key is computed

PASSPHRASE = "STATION_PASSPHRASE"  # noqa: S105 - the name of a variable
USER = "STATION_USER"
LESS_URGENT = 5

ResultT = TypeVar("ResultT")


class Coming(Generic[ResultT]):
    """What a thread of its own is working out.

    No future of :mod:`concurrent.futures`: loading that would keep the key waiting.
    """

    def __init__(self, work: Callable[[], ResultT]) -> None:
        self._work = work
        self._ended = Event()
        self._results: list[ResultT] = []
        self._error: BaseException | None = None
        Thread(target=self._perform, name="ahead").start()

    def result(self, timeout: float | None = None) -> ResultT:
        """Wait for the work; return or raise what it did."""
        if not self._ended.wait(timeout):
            raise TimeoutError
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _perform(self) -> None:
        try:
            self._results.append(self._work())
        except StationError as error:
            self._error = error
        except BaseException as error:
            self._error = error
            raise
        finally:
            self._ended.set()


class Ahead:
    """Threads that work while Qt loads. Holds no Qt object.

    ``page`` never fails: it is ``None`` when there is nothing to see without
    opening the store, or the key is not right.
    """

    def __init__(self, home: StationHome, *, user: str = "") -> None:
        self.user = user = user or os.environ.get(USER, "")
        passphrase = os.environ.pop(PASSPHRASE, "")
        is_wanted = bool(passphrase) and home.state() is HomeState.READY
        self.key: Coming[StationKey] | None = None
        self.page: Coming[FirstPage | None] | None = None
        if is_wanted:
            self.key = key = Coming(lambda: _unlock(home, passphrase, user))
            self.page = Coming(lambda: _look(home, key))
        else:
            Coming(bootstrap.load_store)


def name_reader() -> Callable[[str], Readings]:
    """Return what tells how names are read; for a job, as it loads a dictionary."""
    return bootstrap.name_reader()


def open_station(home: StationHome, key: StationKey, *, as_it_is: bool = False) -> Station:
    """Open the store; the package that opens it is loaded by then.

    The key is kept: for whoever helps while the store does not open, and for whoever looks
    after the staff while it is open. It is overwritten when the station is locked or closed.
    """
    return bootstrap.open_station(home, key, as_it_is=as_it_is)


def station_clock() -> Clock:
    """Return the clock of this device."""
    return device_clock.DeviceClock()


def restoring_of(home: StationHome) -> RestoreService:
    """Return the use cases of restoring a station that is not open."""
    return bootstrap.restoring_of(home)


def station_to_come(
    home: StationHome, key: Coming[StationKey], wait: Callable[[], object]
) -> Station:
    """Return the station whose store is opened after *wait*."""
    return bootstrap.station_to_come(home, key.result, wait=wait)


def _unlock(home: StationHome, passphrase: str, user: str) -> StationKey:
    if sys.platform == "linux":
        # Its four lanes would take two cores from the window, which takes longer. There it
        # is this thread's urgency and its lanes', not the whole program's.
        os.nice(LESS_URGENT)
    access = AccessService()
    owner = person_called(access.people(home), user)
    return access.unlock(home, passphrase, owner=owner)


def _look(home: StationHome, key: Coming[StationKey]) -> FirstPage | None:
    load_ciphers()
    look = bootstrap.glance_at
    try:
        opened = key.result()
        if opened.is_given:
            return None  # his own comes first
        return look(home, opened.database, owner=opened.owner)
    except StationError:
        return None
