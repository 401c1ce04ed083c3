"""Buttons, segmented controls and filter chips."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.kit.icons import Icon, icon
from ui.kit.theme import Theme
from ui.kit.words import set_property

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Kind(StrEnum):
    """How much a button asks for attention. One PRIMARY a page."""

    PRIMARY = "primary"
    NORMAL = "normal"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"


ICON_GAP = 4
SEGMENT_PADDING = 14  # with its border, as in the style sheet
ICON_COLORS = {
    Kind.PRIMARY: "on_accent",
    Kind.DANGER: "on_danger",
    Kind.LINK: "accent_text",
}


class Button(QPushButton):
    """A button with a word, and an icon if wanted.

    A button that cannot be used says why (:meth:`refuse`); setEnabled alone is for what
    explains itself.
    """

    def __init__(
        self,
        text: str,
        *,
        meaning: Icon | None = None,
        kind: Kind = Kind.NORMAL,
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", str(kind))
        # in a dialog Qt lets Enter press whatever button comes first
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hint = f"{text} ({native_keys(keys)})" if keys else ""
        self.setToolTip(self._hint)
        if meaning is not None:
            self.setIcon(icon(meaning, ICON_COLORS.get(kind, "text")))
            size_icon(self, gap=ICON_GAP)
        if keys:
            self.setShortcut(QKeySequence(keys))

    def on_click(self, slot: Callable[[], object]) -> None:
        """Call *slot*, without Qt's argument, when the button is pressed."""
        self.clicked.connect(lambda _checked: slot())

    def refuse(self, reason: str) -> None:
        """Disable the button and say why; an empty reason allows it again."""
        # a tool tip is for the pointer; screen readers hear the reason too
        self.setAccessibleDescription(reason)
        self.setEnabled(not reason)
        self.setToolTip(reason or self._hint)


class IconButton(QToolButton):
    """A button of one icon; its name is the tool tip."""

    def __init__(
        self, meaning: Icon, name: str, *, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(meaning, "muted"))
        size_icon(self)
        self.setToolTip(f"{name} ({native_keys(keys)})" if keys else name)
        self.setAccessibleName(name)
        # a click must not take the cursor out of the field one is typing in
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if keys:
            self.setShortcut(QKeySequence(keys))

    def show_icon(self, meaning: Icon, name: str) -> None:
        """Become another button."""
        self.setIcon(icon(meaning, "muted"))
        self.setToolTip(name)
        self.setAccessibleName(name)


class MenuButton(Button):
    """A button that opens a menu: rarer actions, behind *More*."""

    def __init__(
        self,
        text: str,
        *,
        meaning: Icon | None = Icon.MORE,
        kind: Kind = Kind.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, meaning=meaning, kind=kind, parent=parent)
        self.menu_shown = QMenu(self)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.menu_shown.popup(self.mapToGlobal(self.rect().bottomLeft()))


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: its code, its word, how many there are, other words to find it by."""

    code: str
    text: str
    count: int | None = None
    also: str = ""


class SegmentedControl(QFrame):
    """A few choices side by side, one of them taken; arrow keys move."""

    changed = Signal(str)

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self._codes = [choice.code for choice in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for number, choice in enumerate(choices):
            button = QPushButton(choice.text, self)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            # else the words beside it would shift at each choice
            button.setMinimumWidth(_width_when_taken(button))
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idToggled.connect(self._begin_at)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.changed.emit(self._codes[number]))

    def value(self) -> str:
        """Return the code taken."""
        return self._codes[self._group.checkedId()]

    def set_value(self, code: str) -> None:
        """Take *code*, silently."""
        self._group.button(self._codes.index(code)).setChecked(True)

    def segment(self, code: str) -> QAbstractButton:
        """Return the button of *code*."""
        return self._group.button(self._codes.index(code))

    def say(self, code: str, text: str) -> None:
        """Let the choice *code* read *text*, with room for it."""
        button = self._group.button(self._codes.index(code))
        button.setText(text)
        button.setMinimumWidth(_width_when_taken(button))

    def name(self, text: str) -> None:
        """Say what is chosen here, for screen readers."""
        self.setAccessibleName(text)
        for button in self._group.buttons():
            button.setAccessibleDescription(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        number = self._next_open(way)
        self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)
        # clicked, not only checked: the program's own setChecked is not told
        self._group.button(number).click()

    def _next_open(self, way: int) -> int:
        """Return the next choice in this direction that can be taken."""
        number = (self._group.checkedId() + way) % len(self._codes)
        while not self._group.button(number).isEnabled() and number != self._group.checkedId():
            number = (number + way) % len(self._codes)
        return number

    def _begin_at(self, number: int, is_taken: bool) -> None:  # noqa: FBT001 - a Qt slot
        # whoever puts the cursor here means the choice that is taken
        if is_taken:
            self.setFocusProxy(self._group.button(number))


class ToggleChip(QPushButton):
    """A filter that is on or off, such as *Without ID card*, with its count."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._text = text
        self.setProperty("kind", "chip")
        self.setProperty("active", "false")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.toggled.connect(self._show_state)

    def set_count(self, count: int | None) -> None:
        """Show how many there are."""
        self.setText(self._text if count is None else f"{self._text}  {count:,}")

    def _show_state(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        set_property(self, "active", "true" if on else "false")


def _width_when_taken(button: QAbstractButton) -> int:
    """Return the width of a segment's word in bold, so that taking it moves nothing."""
    font = QFont(button.font())
    font.setPixelSize(Theme.current().tokens.body)
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(button.text()) + 2 * SEGMENT_PADDING


def native_keys(keys: str) -> str:
    """Return a shortcut as the system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def size_icon(button: QPushButton | QToolButton, *, gap: int = 0) -> None:
    """Give *button* an icon of the size that goes with body text.

    *gap* widens its place: Qt leaves four pixels before the word, which is too little.
    """
    side = Theme.current().tokens.icon
    button.setIconSize(QSize(side + gap, side))
