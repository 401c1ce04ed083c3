"""Opening the station that a command is about."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from station_app.bootstrap import open_station
from station_app.services.access import AccessService, StationHome, default_home
from station_app.services.named_people import person_called
from ui.cli.passphrase import known_passphrase, known_user

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from station_app.bootstrap import Station


def home_of(asked: Namespace) -> StationHome:
    """Return where the station lives that was asked for."""
    return default_home() if asked.home is None else StationHome(asked.home.absolute())


@contextmanager
def opened(asked: Namespace) -> Iterator[Station]:
    """Open the station for the length of a block.

    Raises a :class:`~station_app.domain.errors.StoreUnavailableError` that says why
    it cannot be opened.
    """
    home = home_of(asked)
    access = AccessService()
    owner = person_called(access.people(home), known_user(asked.user))
    key = access.unlock(home, known_passphrase(), owner=owner)
    as_it_is = getattr(asked, "as_it_is", False)
    station = open_station(home, key, as_it_is=as_it_is)
    key.end()
    try:
        yield station
    finally:
        # also after a refusal: an open write-ahead log would look like a crash to the next
        station.close()
