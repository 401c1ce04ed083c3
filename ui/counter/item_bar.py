"""What is looked for in the catalogue, and what is not ours to issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.search_line import SearchLine
from ui.kit.buttons import Button, Kind, ToggleChip
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, FlowLayout
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.negative_list import NegativeItem


class ItemBar(QWidget):
    """The search line; beneath it what somebody may be refused, with the way to the slip."""

    changed = Signal()  # when nobody types any more
    gone_down = Signal()
    new_asked = Signal()
    slip_asked = Signal(str)  # the words it was asked for in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = SearchLine(
            self.tr("What has somebody come for? Name or pinyin"), self.tr("Search the items")
        )
        self.retired = ToggleChip(self.tr("Retired too"), self)
        self.new_button = Button(
            self.tr("New item"), meaning=Icon.ADD, kind=Kind.PRIMARY, parent=self
        )
        self.refused = Banner("", Tone.WARN, self)
        self.refused.add_action(
            self.tr("Refusal slip…"), lambda: self.slip_asked.emit(self.words())
        )
        self.refused.hide()
        self._lay_out()
        self.text.settled.connect(self.changed)
        self.text.gone_down.connect(self.gone_down)
        self.retired.toggled.connect(lambda _: self.changed.emit())
        self.new_button.on_click(self.new_asked.emit)

    def arrive(self) -> None:
        """Put the cursor into the search line, what stands there to be typed over."""
        self.text.arrive()

    def words(self) -> str:
        """Return the words looked for."""
        return self.text.words()

    def shows_retired(self) -> bool:
        """Whether items no longer offered are looked for, too."""
        return self.retired.isChecked()

    def show_everything(self) -> None:
        """Look for all items, those no longer offered too."""
        self.text.forget()
        self.retired.setChecked(True)

    def show_refused(self, items: Sequence[NegativeItem]) -> None:
        """Say that what was asked for may not be issued, and who does it instead."""
        if not items:
            self.refused.say("")
            return
        told = "；".join(
            f"{item.title} → {'、'.join(office.name for office in item.offices)}" for item in items
        )
        self.refused.say(self.tr("Not ours to issue: {items}").format(items=told))

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
        chips.addWidget(self.retired)
        column.addLayout(chips)
        column.addWidget(self.refused)
