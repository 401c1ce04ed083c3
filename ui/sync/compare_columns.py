"""The columns of the comparison: what, where, here, and one for each device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.services.sync.comparing import Line, Match
from ui.kit.columns import RIGHT, Badge, Column
from ui.sync.words import MATCH_TONES, MATCHES, NO_GRID, TABLES, THIS_COMPUTER, say, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.services.sync.comparing import Told

CompareColumn = Column[Line]


class CompareColumns(QObject):
    """Declares the columns for the devices that are compared."""

    def of(self, told: Sequence[Told]) -> tuple[CompareColumn, ...]:
        """Return the columns with *told* side by side."""
        return (*self._of_place(), *map(self._of_device, told))

    def _of_place(self) -> tuple[CompareColumn, ...]:
        return (
            Column(
                key="table",
                title=lambda: self.tr("Records"),
                text=lambda line: worded(TABLES, line.table),
                width=214,
                strong=True,
            ),
            Column(
                key="grid",
                title=lambda: self.tr("Grid"),
                text=lambda line: line.grid_name or say(NO_GRID),
                width=150,
                stretches=True,
            ),
            Column(
                key="here",
                title=lambda: say(THIS_COMPUTER),
                text=lambda line: f"{line.here:,}",
                width=110,
                align=RIGHT,
            ),
        )

    def _of_device(self, told: Told) -> CompareColumn:
        key = told.device.id

        def text(line: Line) -> str:
            return f"{line.cells[key].there:,}" if key in line.cells else "–"

        def badges(line: Line) -> list[Badge]:
            if key not in line.cells:
                return []
            match = line.cells[key].match
            return [Badge(worded(MATCHES, match), MATCH_TONES[match])]

        def tip(line: Line) -> str:
            cell = line.cells.get(key)
            if cell is None or cell.match is not Match.ON_ITS_WAY:
                return ""
            words = self.tr("{changed} changed here are not confirmed there.")
            return words.format(changed=f"{cell.changed:,}")

        return Column(
            key=f"device-{key}",
            title=lambda: told.device.name,
            text=text,
            badges=badges,
            tip=tip,
            width=190,
        )
