"""What the chips over the table offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.buttons import Choice
from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.places import Building, Estate, Grid
    from station_app.services.progress import Progress
    from ui.kit.filter_chip import FilterChip
    from ui.kit.room import RoomContext
    from ui.residents.filter_counts import FilterCounts
    from ui.residents.words import Words

    Places = tuple[tuple[Grid, ...], Mapping[Estate, str], tuple[Building, ...]]


class ChipChoices(QObject):
    """Fills *chips* with the places and codes there are, and with counts when one opens."""

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        words: Words,
        chips: Mapping[str, FilterChip],
        counts: FilterCounts,
    ) -> None:
        super().__init__(counts)
        self._station = station
        self._context = context
        self._words = words
        self._chips = chips
        self._places: Places = ((), {}, ())
        for name, chip in chips.items():
            offer = partial(self._offer, name)
            chip.opening.connect(lambda name=name, offer=offer: counts.among(name, offer))

    def reload(self) -> None:
        """Bring the places up to date, which may have been drawn anew."""
        station, words = self._station, self._words

        def read(_: Progress) -> Places:
            station.await_store()  # none of this is needed for the first page
            places, search = station.places, station.search
            estates = {each: search.readings(each.name) for each in places.estates()}
            words.choices("tag")  # reading names takes a while the first time
            return places.grids(), estates, places.buildings()

        self._context.jobs.start(read, owner=self, done=self._keep_places, lane=Lane.OUTSIDE)

    def _keep_places(self, places: Places) -> None:
        self._places = places
        self._offer_all({})

    def _offer_all(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        for name in self._chips:
            self._offer(name, counts.get(name))

    def _offer(self, name: str, counts: Mapping[str, int] | None) -> None:
        chip = self._chips[name]
        choices = self._choices(name)
        if counts is not None:
            choices = [
                Choice(each.code, each.text, counts.get(each.code, 0), each.also)
                for each in choices
                # A choice taken stays though nobody is left: else it could not be untaken.
                if counts.get(each.code, 0) or each.code in chip.value()
            ]
        chip.set_choices(choices)

    def _choices(self, name: str) -> Sequence[Choice]:
        grids, estates, buildings = self._places
        if name == "grids":
            return [Choice(grid.id, grid.particulars.name) for grid in grids]
        if name == "estates":
            return [Choice(each.id, each.name, also=also) for each, also in estates.items()]
        if name == "buildings":
            return [_of_building(each) for each in buildings]
        return {
            "sexes": self._words.sex_choices,
            "standings": self._words.standing_choices,
            "tags": self._words.tag_choices,
        }[name]()


def _of_building(building: Building) -> Choice:
    mark = "座" if building.name.isalpha() and building.name.isascii() else "幢"
    name = f"{building.estate}{building.name}{mark}" if building.name else building.estate
    return Choice(building.id, name)
