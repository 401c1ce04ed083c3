"""Small things this room is laid out with: a number that counts, a row that says what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.kit.icons import TONE_ICONS, Icon, IconLabel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label

if TYPE_CHECKING:
    from ui.kit.buttons import Button


class Figure(QWidget):
    """A number and what it counts; nothing to do draws no eye."""

    def __init__(self, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self.number = label("0", Role.TITLE, parent=self)
        self.pill = Pill(words, Tone.NEUTRAL, parent=self)
        column.addWidget(self.number)
        column.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)

    def show_count(self, text: str, *, is_open: bool) -> None:
        """Show *text*; in colour while there is anything to do."""
        self.number.setText(text)
        self.pill.say(self.pill.text(), self._tone if is_open else Tone.NEUTRAL)


class Remark(QWidget):
    """One line of a result: an icon, a sentence, what more there is to say, a button."""

    def __init__(
        self,
        tone: Tone,
        text: str,
        *,
        more: str = "",
        meaning: Icon | None = None,
        button: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        place = Qt.AlignmentFlag.AlignTop if more else Qt.AlignmentFlag.AlignVCenter
        sign = IconLabel(meaning or TONE_ICONS[tone], color=f"{tone}_text", parent=self)
        row.addWidget(sign, 0, place)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.text = label(text, wrap=True, parent=self)
        words.addWidget(self.text)
        self.more = label(more, Role.CAPTION, wrap=True, parent=self)
        self.more.setVisible(bool(more))
        words.addWidget(self.more)
        row.addLayout(words, 1)
        if button is not None:
            row.addWidget(button, 0, place)


def clear(layout: QLayout) -> None:
    """Take every widget out of *layout*."""
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.setParent(None)  # it would be seen until the event loop comes round
            widget.deleteLater()
