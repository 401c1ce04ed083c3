"""A station that stands open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.services.access import StationHome


@dataclass(frozen=True, slots=True)
class Opened:
    """A station with its home."""

    home: StationHome
    station: Station
