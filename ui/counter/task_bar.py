"""What is looked for in the register of tasks: words, and chips with counts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.tasks import ListType, Owner, TaskFilter
from ui.counter.search_line import SearchLine
from ui.kit.buttons import Button, Choice, Kind, ToggleChip
from ui.kit.filter_chip import FilterChip
from ui.kit.icons import Icon
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.counter.admission.tasks import TaskCounts
    from ui.counter.task_words import TaskWords

KeyT = TypeVar("KeyT", bound=StrEnum)


class TaskBar(QWidget):
    """The search line, the ways to the year and the small registers, the chips."""

    changed = Signal()  # when nobody types any more

    def __init__(self, words: TaskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.text = SearchLine(
            self.tr("Task, department, document or number"), self.tr("Search the tasks")
        )
        self.year_button = Button(self.tr("Year"), meaning=Icon.CALENDAR, parent=self)
        self.year_button.setToolTip(self.tr("The tasks of a year, beside the year before (Alt+Y)"))
        self.registers_button = Button(self.tr("Registers"), meaning=Icon.LIST, parent=self)
        self.registers_button.setToolTip(
            self.tr("Ledgers, plaques, meetings and inspections (Alt+L)")
        )
        self.new_button = Button(
            self.tr("New task"), meaning=Icon.ADD, kind=Kind.PRIMARY, parent=self
        )
        self.new_button.setToolTip(self.tr("Enter a task that was sent (Ctrl+N)"))
        self.states = FilterChip(self.tr("State"), self)
        self.lists = FilterChip(self.tr("List"), self)
        self.owners = FilterChip(self.tr("Whose"), self)
        self.affairs = FilterChip(self.tr("Class"), self)
        self.years = FilterChip(self.tr("Year"), self, one=True)
        self.amber = ToggleChip(self.tr("Something has not come"), self)
        self._lay_out()
        self.text.settled.connect(self.changed)
        self.amber.clicked.connect(lambda _: self.changed.emit())
        for chip in self._chips():
            chip.changed.connect(self.changed)

    def value(self) -> TaskFilter:
        """Return what is looked for."""
        return TaskFilter(
            text=self.text.words(),
            states=tuple(TaskState(code) for code in self.states.value()),
            lists=tuple(ListType(code) for code in self.lists.value()),
            owners=tuple(Owner(code) for code in self.owners.value()),
            affairs=self.affairs.value(),
            year=int("".join(self.years.value()[:1]) or 0),
            is_amber=self.amber.isChecked(),
        )

    def forget(self) -> None:
        """Look for everything, silently."""
        self.text.forget()
        self.amber.setChecked(False)
        for chip in self._chips():
            chip.set_value(())

    def show_counts(self, counts: TaskCounts) -> None:
        """Show how many tasks each choice would leave."""
        words = self._words
        self.states.set_choices(_choices(words.states(), counts.states))
        self.lists.set_choices(_choices(words.lists(), counts.lists))
        self.owners.set_choices(_choices(words.owners(), counts.owners))
        self.affairs.set_choices(
            [
                Choice(each.code, each.text, counts.affairs.get(each.code, 0))
                for each in words.affairs()
            ]
        )
        years = sorted(counts.years.items(), reverse=True)
        self.years.set_choices([Choice(str(year), str(year), count) for year, count in years])
        self.amber.set_count(counts.amber)

    def _chips(self) -> tuple[FilterChip, ...]:
        return (self.states, self.lists, self.owners, self.affairs, self.years)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.text, 1)
        row.addWidget(self.new_button)
        column.addLayout(row)
        chips = FlowLayout()
        # behind the chips: beside the search line they would leave it no room for a name
        for each in (*self._chips(), self.amber, self.year_button, self.registers_button):
            chips.addWidget(each)
        column.addLayout(chips)


def _choices(names: Mapping[KeyT, str], found: Mapping[KeyT, int]) -> list[Choice]:
    return [Choice(key.value, name, found.get(key, 0)) for key, name in names.items()]
