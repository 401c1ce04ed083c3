"""Says beneath a field that what is typed there is a paper that is not ours to issue."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from station_app.domain.access.permissions import Permission
from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.negative_list import NegativeItem
    from ui.kit.found_field import FoundField
    from ui.kit.room import RoomContext

WAIT_MS = 250
MOST = 2


class RefusedHint(QObject):
    """Asks the lists whenever nobody types any more in a field of items."""

    def __init__(self, field: FoundField, station: Station, context: RoomContext) -> None:
        super().__init__(field)
        self._field, self._line = field, field.line
        self._station, self._context = station, context
        self._is_said = False
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._ask)
        field.line.textEdited.connect(lambda _: self._pause.start())
        field.chosen.connect(lambda _: self._forget())

    def _ask(self) -> None:
        words = self._line.text().strip()
        if not self._context.gate.allows(Permission.REFUSAL_GIVE):
            return
        self._context.jobs.start(
            lambda _: self._station.refusals.matching(words),
            owner=self,
            done=partial(self._say, words),
            failed=self._context.failed,
            lane=Lane.OUTSIDE,  # the first time papers have to be loaded
        )

    def _forget(self) -> None:
        """Say nothing any more: something that is done here was chosen."""
        self._pause.stop()
        if self._is_said:
            self._is_said = False
            self._field.set_hint("")

    def _say(self, words: str, found: Sequence[NegativeItem]) -> None:
        if words != self._line.text().strip() or not (found or self._is_said):
            return
        self._is_said = bool(found)
        told = "；".join(
            f"{item.title} → {'、'.join(office.name for office in item.offices)}"
            for item in found[:MOST]
        )
        self._field.set_hint(
            self.tr("Not ours to issue: {items}").format(items=told) if told else ""
        )
