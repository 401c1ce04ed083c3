"""What a grid worker is told over his table: whose people it shows, and that there are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.icons import Icon, IconLabel
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext

SEVERAL = "、"


class GridsShown(QWidget):
    """One line, for whoever does not see everybody; nothing for all others."""

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._station, self._jobs = station, context.jobs
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(IconLabel(Icon.GRID, color="muted", parent=self))
        self.words = ElidedLabel(role=Role.MUTED, parent=self)
        row.addWidget(self.words, 1)
        self.hide()

    def reload(self) -> None:
        """Read anew which grids are seen."""
        station = self._station
        self._jobs.start(lambda _: names_seen(station), owner=self, done=self._show)

    def _show(self, names: Sequence[str] | None) -> None:
        if names:
            told = self.tr("Grids: {names} · others are not shown")
            self.words.setText(told.format(names=SEVERAL.join(names)))
        elif names is not None:
            self.words.setText(
                self.tr("No grid has been given to you yet, so nobody is shown. Ask the station.")
            )
        self.setVisible(names is not None)


def names_seen(station: Station) -> Sequence[str] | None:
    """Return the names of the grids whose people are seen, None for all; call in a job."""
    me = station.staff.me()
    seen = None if me is None else me.scope()
    if seen is None:
        return None
    return [grid.particulars.name for grid in station.places.grids() if grid.id in seen]
