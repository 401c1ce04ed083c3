"""One import under way: what its steps hand on to one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.services.imports.plan import Policies
    from station_app.services.imports.run import Forecast, ImportResult, RosterFile
    from ui.kit.room import RoomContext


@dataclass(slots=True, kw_only=True)
class ImportTask:
    """The file, what is known of it, and what has become of it.

    Each step fills in its part and forgets what follows from it when it is changed.
    """

    station: Station
    context: RoomContext
    path: Path | None = None
    file: RosterFile | None = None
    forecast: Forecast | None = None
    policies: Policies = field(default_factory=dict)
    result: ImportResult | None = None

    def begin_anew(self) -> None:
        """Forget everything: another file is to come."""
        self.path = self.file = self.forecast = self.result = None
        self.policies = {}
