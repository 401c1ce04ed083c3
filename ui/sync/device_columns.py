"""The columns of the devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.sync.devices import DeviceState
from station_app.services.sync.standing import DeviceStanding
from ui.kit.columns import RIGHT, Badge, Column
from ui.kit.moments import day_words, moment_words
from ui.kit.tokens import Tone
from ui.sync.words import (
    KINDS,
    STATE_TONES,
    STATES,
    TROUBLES,
    counted,
    scope_words,
    worded,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

DeviceColumn = Column[DeviceStanding]


class DeviceColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grids: Mapping[str, str] = {}

    def all(self) -> tuple[DeviceColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._of_device(), *self._of_exchange())

    def _of_device(self) -> tuple[DeviceColumn, ...]:
        return (
            Column(
                key="name",
                title=lambda: self.tr("Name"),
                text=lambda line: line.device.name,
                width=132,
                strong=True,
                tip=lambda line: line.device.name,
            ),
            Column(
                key="kind",
                title=lambda: self.tr("Kind"),
                text=lambda line: worded(KINDS, line.device.kind),
                width=92,
            ),
            Column(
                key="scope",
                title=lambda: self.tr("Holds"),
                text=lambda line: scope_words(line.device.scope, self.grids),
                width=104,
                stretches=True,
                tip=lambda line: scope_words(line.device.scope, self.grids),
            ),
            Column(
                key="state",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                badges=badges_of,
                width=124,
            ),
        )

    def _of_exchange(self) -> tuple[DeviceColumn, ...]:
        return (
            Column(
                key="unsent",
                title=lambda: self.tr("Not sent"),
                text=lambda line: counted(line.unsent),
                width=74,
                align=RIGHT,
            ),
            Column(
                key="unconfirmed",
                title=lambda: self.tr("No receipt"),
                text=lambda line: counted(line.unconfirmed),
                width=88,
                align=RIGHT,
            ),
            Column(
                key="sent",
                title=lambda: self.tr("Last out"),
                text=lambda line: _file(line.sent, line.sent_at),
                tip=lambda line: moment_words(line.sent_at) if line.sent_at else "",
                width=126,
                muted=True,
            ),
            Column(
                key="got",
                title=lambda: self.tr("Last in"),
                text=lambda line: _file(line.got, line.got_at),
                tip=lambda line: moment_words(line.got_at) if line.got_at else "",
                width=126,
                muted=True,
            ),
            Column(
                key="expires_on",
                title=lambda: self.tr("Back by"),
                text=lambda line: (
                    line.device.expires_on.isoformat() if line.device.expires_on else ""
                ),
                width=96,
            ),
        )


def badges_of(line: DeviceStanding) -> list[Badge]:
    """Return how a device stands: its state, or what troubles it."""
    state = line.device.state
    if state is DeviceState.ACTIVE and line.troubles:
        return [Badge(worded(TROUBLES, trouble), Tone.WARN) for trouble in sorted(line.troubles)]
    return [Badge(worded(STATES, state), STATE_TONES[state])]


def _file(number: int, at: datetime | None) -> str:
    return f"{number} · {day_words(at)}" if number and at is not None else "–"
