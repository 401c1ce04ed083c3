"""Options that do not go together, found only once the station has been looked at."""

from __future__ import annotations

from station_app.domain.errors import StationError


class WrongUsageError(StationError):
    """Something has to be said besides, or may not be said; ``say`` names the sentence."""

    code = "usage"

    def __init__(self, say: str, **facts: object) -> None:
        super().__init__(**facts)
        self.say = say
