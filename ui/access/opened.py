"""A station that stands open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.access.staff import Account
    from station_app.services.access import StationHome, StationKey


@dataclass(frozen=True, slots=True)
class Opened:
    """A station with its home, the key that opened it, and whose account it is."""

    home: StationHome
    station: Station
    key: StationKey | None = None
    account: Account | None = None


def opened_by(
    key: StationKey, home: StationHome, open_station: Callable[[StationHome, StationKey], Station]
) -> Opened:
    """Open the station in *home* with *key*, and find out whose account it is; for a job."""
    station = open_station(home, key)
    return Opened(home, station, key, station.staff.me())
