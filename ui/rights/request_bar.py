"""What is looked for in the register of requests: words, a kind, how pressing; with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from station_app.domain.rights.requests import View
from ui.kit.buttons import Button, Kind, ToggleChip
from ui.kit.filter_chip import FilterChip
from ui.kit.icons import Icon, icon
from ui.kit.request_words import kind_choices
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping

WAIT_MS = 150


class RequestBar(QWidget):
    """The search line, and the parts of the register, each with how many it has."""

    changed = Signal()  # when nobody types any more
    left = Signal()  # Enter: down to what was found
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Number, name, words of the request or clerk"))
        self.text.setAccessibleName(self.tr("Search the requests"))
        self.text.setClearButtonEnabled(True)
        magnifier = icon(Icon.SEARCH, "muted")
        self.text.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.new_button = Button(
            self.tr("New request"), meaning=Icon.ADD, kind=Kind.PRIMARY, parent=self
        )
        self.chips = {view: ToggleChip(text, self) for view, text in self._views().items()}
        self.kinds = FilterChip(self.tr("Kind"), self)
        self.kinds.set_choices(kind_choices())
        self._view = View.OPEN
        self.chips[View.OPEN].setChecked(True)
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.text.returnPressed.connect(self.left)
        self.kinds.changed.connect(lambda _: self.changed.emit())
        self.new_button.on_click(self.new_asked.emit)
        for view, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, view=view: self._take(view))

    def arrive(self) -> None:
        """Put the cursor into the search line."""
        self.text.setFocus()

    def words(self) -> str:
        """Return the words looked for."""
        return self.text.text()

    def view(self) -> View:
        """Return the part of the register looked at."""
        return self._view

    def kind(self) -> str:
        """Return the kind looked for, empty for all."""
        return "".join(self.kinds.value()[:1])

    def is_filtering(self) -> bool:
        """Whether less than the whole register is asked for."""
        return bool(self.words().strip() or self.kind() or self._view is not View.ALL)

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """Show how many requests each part has."""
        for view, chip in self.chips.items():
            chip.set_count(counts[view])

    def show_all(self) -> None:
        """Ask for the whole register."""
        self.text.clear()
        self.kinds.set_value(())
        self._mark(View.ALL)

    def _take(self, view: View) -> None:
        self._mark(view)
        self.changed.emit()

    def _mark(self, view: View) -> None:
        self._view = view
        for each, chip in self.chips.items():
            chip.setChecked(each is view)

    def _views(self) -> dict[View, str]:
        return {
            View.OPEN: self.tr("Open"),
            View.SOON: self.tr("Due soon"),
            View.OVERDUE: self.tr("Overdue"),
            View.DONE: self.tr("Done"),
            View.ALL: self.tr("All"),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(self.text, 1)
        first.addWidget(self.new_button)
        column.addLayout(first)
        chips = FlowLayout()
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.addWidget(self.kinds)
        column.addLayout(chips)
