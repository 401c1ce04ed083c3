"""The filters over the table: chips that combine, each with the count of its choices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.residents.filters import ResidentFilter
from ui.kit.buttons import Button, Choice, Kind, ToggleChip
from ui.kit.filter_chip import FilterChip
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import FlowLayout
from ui.kit.words import set_property
from ui.residents.age_chip import BANDS, AgeChip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.places import Building, Estate, Grid
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext
    from ui.residents.age_chip import Span
    from ui.residents.words import Words

Places = tuple["tuple[Grid, ...]", "Mapping[Estate, str]", "tuple[Building, ...]"]


class FilterBar(QWidget):
    """Says what the table is narrowed down to.

    Chips combine by *and*, the choices of one by *or*. Counting is the store's, in jobs of
    a lane of their own, so that typing never waits for it.
    """

    changed = Signal()

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__()
        self._station = station
        self._context = context
        self._words = words
        self._places: Places = ((), {}, ())
        self.chips = {
            "grids": FilterChip(self.tr("Grid"), self),
            "estates": FilterChip(self.tr("Estate"), self),
            "buildings": FilterChip(self.tr("Building"), self),
            "sexes": FilterChip(self.tr("Sex"), self),
            "standings": FilterChip(self.tr("Population"), self),
            "tags": FilterChip(self.tr("Tag"), self),
        }
        self.age = AgeChip(self)
        self.lacking = ToggleChip(self.tr("No document"), self)
        self.bin = ToggleChip(self.tr("Bin"), self)
        self.clear_button = Button(
            self.tr("Clear all"), meaning=Icon.CLEAR, kind=Kind.LINK, parent=self
        )
        self._lay_out()
        self._connect()

    def value(self) -> ResidentFilter:
        """Return the filter."""
        first, last = self.age.value()
        return ResidentFilter(
            **{name: chip.value() for name, chip in self.chips.items()},
            age_from=first,
            age_to=last,
            lacks_document=self.lacking.isChecked(),
            binned=self.bin.isChecked(),
        )

    def set_value(self, chosen: ResidentFilter) -> None:
        """Show *chosen*, silently.

        A saved list sets the whole bar at once.
        """
        for name, chip in self.chips.items():
            chip.set_value(getattr(chosen, name))
        self.age.set_value((chosen.age_from, chosen.age_to))
        self._set_toggle(self.lacking, on=chosen.lacks_document)
        self._set_toggle(self.bin, on=chosen.binned)
        self._show_clear()

    def take(self, chosen: ResidentFilter) -> None:
        """Narrow the table down to *chosen*.

        The way by which saved lists and places come in.
        """
        self.set_value(chosen)
        self.changed.emit()

    def clear(self) -> None:
        """Show everybody."""
        self.take(ResidentFilter())

    def is_narrowing(self) -> bool:
        """Whether anybody is left out."""
        return self.value() != ResidentFilter()

    def reload(self) -> None:
        """Bring the places up to date, which may have been drawn anew."""
        places, search, words = self._station.places, self._station.search, self._words

        def read(_: Progress) -> Places:
            words.choices("tag")  # reading names takes a while the first time
            estates = {each: search.readings(each.name) for each in places.estates()}
            return places.grids(), estates, places.buildings()

        self._context.jobs.start(read, owner=self, done=self._keep_places, lane=Lane.OUTSIDE)

    def count_toggles(self) -> None:
        """Say how many people have no document."""
        lists, chosen = self._station.lists, self.value()
        self._context.jobs.start(
            lambda _: lists.count(replace(chosen, lacks_document=True)),
            owner=self,
            done=self.lacking.set_count,
            lane=Lane.OUTSIDE,
        )

    def _lay_out(self) -> None:
        # Places first, then people: the order in which a clerk narrows down.
        flow = FlowLayout(self)
        chips = self.chips
        for chip in (chips["grids"], chips["estates"], chips["buildings"], self.age):
            flow.addWidget(chip)
        for chip in (chips["sexes"], chips["standings"], chips["tags"]):
            flow.addWidget(chip)
        for widget in (self.lacking, self.bin, self.clear_button):
            flow.addWidget(widget)
        self._show_clear()

    def _connect(self) -> None:
        for name, chip in self.chips.items():
            chip.changed.connect(self._tell)
            chip.opening.connect(lambda name=name: self._count(name))
        self.age.changed.connect(self._tell)
        self.age.opening.connect(self._count_ages)
        self.lacking.toggled.connect(self._tell)
        self.bin.toggled.connect(self._tell)
        self.clear_button.on_click(self.clear)

    @staticmethod
    def _set_toggle(chip: ToggleChip, *, on: bool) -> None:
        # Shown, not chosen: the table is told once, by whoever set the whole bar.
        chip.blockSignals(True)
        chip.setChecked(on)
        chip.blockSignals(False)
        set_property(chip, "active", "true" if on else "false")

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_button.setVisible(self.is_narrowing())

    def _keep_places(self, places: Places) -> None:
        self._places = places
        self._offer_all({})

    def _offer_all(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        for name in self.chips:
            self._offer(name, counts.get(name))

    def _offer(self, name: str, counts: Mapping[str, int] | None) -> None:
        chip = self.chips[name]
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

    def _count(self, name: str) -> None:
        """Count the choices of one chip among the people the others leave."""
        lists = self._station.lists
        # Without its own condition, else every choice not taken would count nobody.
        chosen = replace(self.value(), **{name: ()})  # type: ignore[arg-type]  # all are tuples

        def arrived(counts: Mapping[str, int]) -> None:
            self._offer(name, counts)

        self._context.jobs.start(
            lambda _: lists.counts(chosen, among=[name]).by_choice[name],
            owner=self,
            done=arrived,
            lane=Lane.OUTSIDE,
        )

    def _count_ages(self) -> None:
        lists, chosen = self._station.lists, self.value()

        def counted(_: Progress) -> dict[Span, int]:
            return {
                span: lists.count(replace(chosen, age_from=span[0], age_to=span[1]))
                for span in BANDS
            }

        self._context.jobs.start(counted, owner=self, done=self.age.set_counts, lane=Lane.OUTSIDE)


def _of_building(building: Building) -> Choice:
    mark = "座" if building.name.isalpha() and building.name.isascii() else "幢"
    name = f"{building.estate}{building.name}{mark}" if building.name else building.estate
    return Choice(building.id, name)
