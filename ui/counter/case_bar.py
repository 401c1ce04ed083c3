"""What is looked for in the queue of cases: words, a part of it, states, items; with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from ui.counter.search_line import SearchLine
from ui.kit.buttons import Button, Choice, Kind, ToggleChip
from ui.kit.case_words import channel_choices, state_choices
from ui.kit.filter_chip import FilterChip
from ui.kit.icons import Icon
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.counter.case_lists import CaseCounts


class CaseBar(QWidget):
    """The search line; the parts of the queue; chips that narrow it further."""

    changed = Signal()  # when nobody types any more
    gone_down = Signal()
    new_asked = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        only: str = "",
        placeholder: str = "",
        new: str = "",
    ) -> None:
        super().__init__(parent)
        self._only = only  # the way by which all of them came
        hint = placeholder or self.tr("Number, applicant or item")
        self.text = SearchLine(hint, self.tr("Search the cases"))
        words = new or self.tr("New case")
        self.new_button = Button(words, meaning=Icon.ADD, kind=Kind.PRIMARY, parent=self)
        told = self.tr("New case (F2, from anywhere)")
        self.new_button.setToolTip(f"{new} (Ctrl+N)" if new else told)
        self.views = {view: ToggleChip(text, self) for view, text in self._views().items()}
        self.states = FilterChip(self.tr("State"), self)
        self.channels = FilterChip(self.tr("Came by"), self, one=True)
        self.items = FilterChip(self.tr("Item"), self, one=True)
        self.assignees = FilterChip(self.tr("Clerk"), self, one=True)
        self.affairs = FilterChip(self.tr("Class"), self, one=True)
        self.offices = FilterChip(self.tr("Office"), self, one=True)
        self._view = CaseView.MINE
        self._mark(CaseView.MINE)
        self._lay_out()
        self.text.settled.connect(self.changed)
        self.text.gone_down.connect(self.gone_down)
        self.new_button.on_click(self.new_asked.emit)
        for view, chip in self.views.items():
            chip.clicked.connect(lambda _checked, view=view: self.take_view(view))
        for filter_chip in self._chips():
            filter_chip.changed.connect(self.changed)

    def arrive(self) -> None:
        """Put the cursor into the search line, what stands there to be typed over."""
        self.text.arrive()

    def view(self) -> CaseView:
        """Return the part of the queue looked at."""
        return self._view

    def value(self) -> CaseFilter:
        """Return what is looked for."""
        return CaseFilter(
            view=self._view,
            text=self.text.words(),
            states=tuple(CaseState(code) for code in self.states.value()),
            channel=self._only or "".join(self.channels.value()[:1]),
            item_id="".join(self.items.value()[:1]),
            assignee="".join(self.assignees.value()[:1]),
            affair="".join(self.affairs.value()[:1]),
            office="".join(self.offices.value()[:1]),
        )

    def is_narrowed(self) -> bool:
        """Whether less than the whole part of the queue is asked for."""
        return self.value() != CaseFilter(view=self._view, channel=self._only)

    def take_view(self, view: CaseView) -> None:
        """Look at another part of the queue."""
        self._mark(view)
        self.changed.emit()

    def add_beneath(self, remark: QWidget) -> None:
        """Let *remark* stand between what is looked for and what was found."""
        self._column.addWidget(remark)

    def add_button(self, button: QWidget) -> None:
        """Let *button* stand behind the chips: the search line needs its room."""
        self._chip_row.addWidget(button)

    def save_room(self, *, is_narrow: bool) -> None:
        """Leave what is asked for least often out of sight while there is little room."""
        self.channels.setVisible(not self._only and (not is_narrow or bool(self.channels.value())))
        for chip in (self.assignees, self.affairs):
            chip.setVisible(not is_narrow or bool(chip.value()))

    def show_all(self, view: CaseView = CaseView.ALL) -> None:
        """Ask for all that belongs to *view*, silently."""
        self.text.forget()
        for chip in self._chips():
            chip.set_value(())
        self._mark(view)

    def show_counts(self, counts: CaseCounts, names: Mapping[str, str]) -> None:
        """Show how many cases each choice would leave.

        *names*: what items, classes and offices are called, by their keys and codes.
        """
        for view, chip in self.views.items():
            chip.set_count(counts.views.get(view, 0))
        self.states.set_choices(state_choices(counts.states))
        self.channels.set_choices(channel_choices(counts.channels))
        for filter_chip, counted in (
            (self.items, counts.items),
            (self.affairs, counts.affairs),
            (self.offices, counts.offices),
        ):
            filter_chip.set_choices(
                [Choice(key, names.get(key, key), count) for key, count in _most(counted) if key]
            )
        self.assignees.set_choices(
            [Choice(name, name, count) for name, count in _most(counts.assignees) if name]
        )

    def _chips(self) -> Sequence[FilterChip]:
        return (
            *(self.states, self.items, self.offices),
            *(self.affairs, self.channels, self.assignees),
        )

    def _mark(self, view: CaseView) -> None:
        self._view = view
        for each, chip in self.views.items():
            chip.setChecked(each is view)

    def _views(self) -> dict[CaseView, str]:
        return {
            CaseView.MINE: self.tr("Mine"),
            CaseView.OPEN: self.tr("Open"),
            CaseView.OVERDUE: self.tr("Overdue"),
            CaseView.SOON: self.tr("Due soon"),
            CaseView.STOPPED: self.tr("Stopped"),
            CaseView.TO_NOTIFY: self.tr("To notify"),
            CaseView.DONE: self.tr("Done"),
            CaseView.ALL: self.tr("All"),
        }

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.text, 1)
        row.addWidget(self.new_button)
        column.addLayout(row)
        chips = self._chip_row = FlowLayout()
        for chip in (*self.views.values(), *self._chips()):
            chips.addWidget(chip)
        self.channels.setVisible(not self._only)
        column.addLayout(chips)


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return *counts*, the greatest first."""
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))
