"""What is looked for in the catalogue, and what is not ours to issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind, ToggleChip
from ui.kit.icons import Icon, icon
from ui.kit.surfaces import Banner, FlowLayout
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from station_app.domain.negative_list import NegativeItem

WAIT_MS = 150


class SearchLine(QLineEdit):
    """Enter and the arrow lead down to what was found, Esc empties it."""

    gone_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys that lead elsewhere."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.gone_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ItemBar(QWidget):
    """The search line; beneath it what somebody may be refused, with the way to the slip."""

    changed = Signal()  # when nobody types any more
    gone_down = Signal()
    new_asked = Signal()
    slip_asked = Signal(str)  # the words it was asked for in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = SearchLine()
        self.text.setPlaceholderText(self.tr("What has somebody come for? Name or pinyin"))
        self.text.setAccessibleName(self.tr("Search the items"))
        self.text.setClearButtonEnabled(True)
        magnifier = icon(Icon.SEARCH, "muted")
        self.text.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
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
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.text.gone_down.connect(self.gone_down)
        self.retired.toggled.connect(lambda _: self.changed.emit())
        self.new_button.on_click(self.new_asked.emit)

    def arrive(self) -> None:
        """Put the cursor into the search line, what stands there to be typed over."""
        self.text.setFocus()
        self.text.selectAll()

    def words(self) -> str:
        """Return the words looked for."""
        return self.text.text().strip()

    def shows_retired(self) -> bool:
        """Whether items no longer offered are looked for, too."""
        return self.retired.isChecked()

    def show_everything(self) -> None:
        """Look for all items, those no longer offered too."""
        self.text.clear()
        self._pause.stop()
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
