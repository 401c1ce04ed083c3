"""How many people each choice of a filter would leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.jobs import Lane
from ui.residents.age_chip import BANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from station_app.bootstrap import Station
    from station_app.domain.residents.filters import ResidentFilter
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext
    from ui.residents.age_chip import Span


class FilterCounts(QObject):
    """Lets the store count, in jobs of a lane of their own: typing never waits for it.

    *chosen* is the filter in force; each count says what would become of it.
    """

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        chosen: Callable[[], ResidentFilter],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lists = station.lists
        self._jobs = context.jobs
        self._chosen = chosen

    def among(self, name: str, done: Callable[[Mapping[str, int]], object]) -> None:
        """Count the choices of one condition among the people the others leave."""
        lists = self._lists
        # Without its own condition, else every choice not taken would count nobody.
        chosen = replace(self._chosen(), **{name: ()})  # type: ignore[arg-type]  # all are tuples
        self._jobs.start(
            lambda _: lists.counts(chosen, among=[name]).by_choice[name],
            owner=self,
            done=done,
            lane=Lane.OUTSIDE,
        )

    def of_ages(self, done: Callable[[Mapping[Span, int]], object]) -> None:
        """Count the usual bands of age."""
        lists, chosen = self._lists, self._chosen()

        def counted(_: Progress) -> dict[Span, int]:
            return {
                span: lists.count(replace(chosen, age_from=span[0], age_to=span[1]))
                for span in BANDS
            }

        self._jobs.start(counted, owner=self, done=done, lane=Lane.OUTSIDE)

    def lacking(self, done: Callable[[int], object]) -> None:
        """Count who has no document."""
        lists, chosen = self._lists, self._chosen()
        self._jobs.start(
            lambda _: lists.count(replace(chosen, lacks_document=True)),
            owner=self,
            done=done,
            lane=Lane.OUTSIDE,
        )
