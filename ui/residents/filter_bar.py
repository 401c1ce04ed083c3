"""The filters over the table: chips that combine, each with the count of its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.residents.filters import ResidentFilter
from ui.kit.buttons import Button, Kind, ToggleChip
from ui.kit.filter_chip import FilterChip
from ui.kit.icons import Icon
from ui.kit.surfaces import FlowLayout
from ui.kit.words import set_property
from ui.residents.age_chip import AgeChip
from ui.residents.chip_choices import ChipChoices
from ui.residents.filter_counts import FilterCounts

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.kit.room import RoomContext
    from ui.residents.words import Words


class FilterBar(QWidget):
    """Says what the table is narrowed down to.

    Chips combine by *and*, the choices of one by *or*; what they offer is
    :class:`ChipChoices`'.
    """

    changed = Signal()

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__()
        self.chips = {
            "grids": FilterChip(self.tr("Grid"), self),
            "estates": FilterChip(self.tr("Estate"), self),
            "buildings": FilterChip(self.tr("Building"), self),
            "sexes": FilterChip(self.tr("Sex"), self),
            "standings": FilterChip(self.tr("Population"), self),
            "tags": FilterChip(self.tr("Tag"), self),
        }
        self._counts = FilterCounts(station, context, self.value, self)
        self._choices = ChipChoices(station, context, words, self.chips, self._counts)
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
        """Bring up to date what the chips offer."""
        self._choices.reload()

    def count_toggles(self) -> None:
        """Say how many people have no document."""
        self._counts.lacking(self.lacking.set_count)

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
        for chip in self.chips.values():
            chip.changed.connect(self._tell)
        self.age.changed.connect(self._tell)
        self.age.opening.connect(lambda: self._counts.of_ages(self.age.set_counts))
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
