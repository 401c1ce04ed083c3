"""What is wrong at the door, and what may be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.kit.icons import Icon


class DoorTrouble(QWidget):
    """A sentence over a column of remedies, the best first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = Banner("", Tone.DANGER, self)
        self.text = self.banner.text
        self.offers: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self.banner)

    def say(self, text: str) -> None:
        """Show another sentence, without remedies; none hides it all."""
        for button in self.offers:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers.clear()
        self.banner.say(text)
        self.setVisible(bool(text))

    def offer(self, text: str, slot: Callable[[], object], meaning: Icon) -> Button:
        """Add a remedy; the first stands out."""
        kind = Kind.QUIET if self.offers else Kind.NORMAL
        button = Button(text, meaning=meaning, kind=kind, parent=self)
        button.on_click(slot)
        self._column.addWidget(button)
        self.offers.append(button)
        return button
