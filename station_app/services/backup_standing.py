"""How it stands with the backups, in one look: the last, the second places, the drill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from station_app.services.drills import DrillService, DrillStanding
    from station_app.services.keeping import KeepingService
    from station_app.services.second_places import PlaceStanding, SecondPlaceService


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupStanding:
    """``last`` is when the last good backup was made, in UTC."""

    last: datetime | None
    places: tuple[PlaceStanding, ...]
    drill: DrillStanding


def backup_standing(
    keeping: KeepingService, places: SecondPlaceService, drills: DrillService
) -> BackupStanding:
    """Ask each; a place that sleeps answers after seconds."""
    return BackupStanding(
        last=keeping.last_backup(), places=places.standing(), drill=drills.standing()
    )
