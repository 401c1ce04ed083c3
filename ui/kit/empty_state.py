"""What an empty place says: what belongs here and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.drawing import Drawing
from ui.kit.icons import Icon
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent


LEAST_HEIGHT = 300  # below this there is room for words only
LEAST_WIDTH, MOST_WIDTH = 260, 420


class EmptyState(QWidget):
    """A picture, a heading, a sentence and the first thing to do."""

    def __init__(
        self, meaning: Icon, title: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.S)
        # a little above the middle: the exact middle looks low
        column.addStretch(2)
        self.picture = Drawing(meaning, parent=self)
        column.addWidget(self.picture, 0, middle)
        self.title = label(title, Role.SUBTITLE, wrap=True, parent=self)
        self.text = label(text, Role.MUTED, wrap=True, parent=self)
        for words in (self.title, self.text):
            words.setAlignment(middle)
            column.addWidget(words, 0, middle)
        self._acts = QWidget(self)
        self._actions = QHBoxLayout(self._acts)
        self._actions.setContentsMargins(0, Space.S, 0, 0)
        self._actions.setSpacing(Space.S)
        self._actions.setAlignment(middle)
        column.addWidget(self._acts, 0, middle)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the height their lines need; centred items get none by themselves."""
        super().resizeEvent(event)
        self.picture.setVisible(self.height() >= LEAST_HEIGHT)
        self._give_height()

    def say(self, meaning: Icon, title: str, text: str = "") -> None:
        """Say something else."""
        self.picture.show_meaning(meaning)
        self.title.setText(title)
        self.text.setText(text)
        self._give_height()

    def say_either(
        self,
        meaning: Icon,
        *,
        nothing: tuple[str, str],
        unfound: tuple[str, str],
        is_filtered: bool,
    ) -> None:
        """Say *nothing* where there is none yet, *unfound* where none was found."""
        if is_filtered:
            self.say(Icon.SEARCH, *unfound)
        else:
            self.say(meaning, *nothing)

    def add_action(
        self,
        text: str,
        slot: Callable[[], object],
        *,
        meaning: Icon | None = None,
        kind: Kind = Kind.NORMAL,
    ) -> Button:
        """Offer something to do."""
        button = Button(text, meaning=meaning, kind=kind, parent=self)
        button.on_click(slot)
        self._actions.addWidget(button)
        return button

    def _give_height(self) -> None:
        width = min(MOST_WIDTH, max(self.width() - 2 * Space.XL, LEAST_WIDTH))
        for words in (self.title, self.text):
            words.setMinimumHeight(0)  # else it would be part of the height asked for
            words.setFixedWidth(width)
            words.setMinimumHeight(max(words.heightForWidth(width), 0))
        self._make_room()

    def _make_room(self) -> None:
        """Leave the edges to the words where it is low, then the buttons: the words say as much.

        What can be done stands over an empty list, too; a button upon a sentence hides both.
        """
        parts = [self.title, *([self.text] if self.text.text() else [])]
        words = sum(each.minimumHeight() + Space.S for each in parts)
        needed = words + self._acts.sizeHint().height()
        edge = Space.XL if self.height() >= needed + 2 * Space.XL else Space.S
        column = self.layout()
        if column is not None:
            column.setContentsMargins(Space.XL, edge, Space.XL, edge)
        self._acts.setVisible(self.height() >= needed + 2 * edge)
