"""What a card of the file shows: titled values, lines to click, small remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.kit.buttons import IconButton
from ui.kit.surfaces import Card
from ui.kit.theme import Theme
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ui.kit.icons import Icon

DOT = " · "  # between the facts of one line
TITLE_SHARE, VALUE_SHARE = 1, 2
LINK_PADDING = 4  # of the style sheet: names stand in one line, to be clicked or not


class FileCard(Card):
    """A card of somebody's file, perhaps with a button to correct it."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.buttons: list[IconButton] = []
        self.facts: dict[str, QWidget] = {}
        self._grid: QGridLayout | None = None

    def add_button(self, meaning: Icon, name: str, slot: Callable[[], object]) -> IconButton:
        """Offer *slot* at the right of the heading."""
        button = IconButton(meaning, name, parent=self)
        button.clicked.connect(lambda _checked: slot())
        self.head.addWidget(button)
        self.buttons.append(button)
        return button

    def refuse(self, reason: str) -> None:
        """Let nothing be changed, and say why."""
        for button in self.buttons if reason else ():
            button.setEnabled(False)
            button.setToolTip(reason)

    def add_facts(self, facts: Iterable[tuple[str, str | QWidget]]) -> None:
        """Show titled values; those that are empty are left out."""
        for title, value in facts:
            if value:
                self._add_fact(title, value)

    def add_remark(self, text: str) -> None:
        """Say something in muted words."""
        self.body.addWidget(label(text, Role.MUTED, wrap=True, parent=self))

    def add_line(
        self,
        text: str,
        *,
        note: str = "",
        slot: Callable[[], object] | None = None,
        buttons: Iterable[IconButton] = (),
    ) -> QWidget:
        """Show one line of a list: it may be clicked, and have buttons of its own."""
        line = _LineOfList(text, note, slot)
        for button in buttons:
            line.row.addWidget(button)
        self.body.addWidget(line)
        return line

    def _add_fact(self, title: str, value: str | QWidget) -> None:
        if self._grid is None:
            self._grid = QGridLayout()
            self._grid.setHorizontalSpacing(Space.M)
            self._grid.setVerticalSpacing(Space.S)
            self._grid.setColumnStretch(0, TITLE_SHARE)
            self._grid.setColumnStretch(1, VALUE_SHARE)
            self.body.addLayout(self._grid)
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        shown = _value(value) if isinstance(value, str) else value
        self.facts[title] = shown
        place = top if isinstance(value, str) else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label(title, Role.MUTED, wrap=True, parent=self), row, 0, place)
        self._grid.addWidget(shown, row, 1, place)


class _LineOfList(QWidget):
    """A name, a muted note behind it, buttons at the end."""

    def __init__(self, text: str, note: str, slot: Callable[[], object] | None) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.setMinimumHeight(Theme.current().tokens.control - 2)
        if slot is None:
            name = label(text, parent=self)
            name.setIndent(LINK_PADDING)
            self.row.addWidget(name)
        else:
            self.button = QPushButton(text, self)
            self.button.setProperty("kind", "link")
            self.button.setAutoDefault(False)
            self.button.setCursor(Qt.CursorShape.PointingHandCursor)
            self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.button.clicked.connect(lambda _checked: slot())
            self.row.addWidget(self.button)
        self.row.addSpacing(Space.S)
        self.row.addWidget(ElidedLabel(note, Role.MUTED, self), 1)


class ValueWithButton(QWidget):
    """A value of several lines if need be, and what can be done with it."""

    def __init__(self, text: str, button: IconButton) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(_value(text), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def _value(text: str) -> QWidget:
    shown = label(text, wrap=True)
    shown.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return shown
