"""Keys for everything, and the sheet that lists them (Ctrl+/).

An action is registered once with its words and its group; the sheet shows
whatever is registered below the window and can be used just now.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import IconButton
from ui.kit.icons import Icon
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space
from ui.kit.words import KeyHint, Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GROUP = "key-group"
SHEET_WIDTH = 760
BORDER = 1  # of the sheet, as in the style sheet
HEADING_LINES = 2  # a heading, and the gap above it
Entry = tuple[str, str]  # words, keys
Group = tuple[str, Sequence[Entry]]


def add_key(
    owner: QWidget,
    keys: str,
    text: str,
    slot: Callable[[], object],
    *,
    group: str = "",
    everywhere: bool = False,
) -> QAction:
    """Let *keys* do *slot* while *owner* or something in it has the cursor.

    *text* and *group* stand in the sheet of keys. *everywhere* makes the keys
    work in the whole window.
    """
    action = QAction(text, owner)
    action.setShortcut(QKeySequence(keys))
    context = Qt.ShortcutContext
    action.setShortcutContext(
        context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut
    )
    action.setProperty(GROUP, group)
    action.triggered.connect(lambda _checked: slot())
    owner.addAction(action)
    return action


def list_key(owner: QWidget, keys: str, text: str, *, group: str = "") -> None:
    """List keys in the sheet that a widget handles by itself (Enter in a form)."""
    action = QAction(text, owner)
    action.setProperty(GROUP, group)
    # as a property, not a shortcut: the widget has its own way with the keys
    action.setProperty("keys", keys)


def registered_keys(window: QWidget) -> dict[str, list[tuple[str, str]]]:
    """Return, by group, the words and keys of all actions usable below *window*."""
    found: dict[str, list[tuple[str, str]]] = {}
    for action in window.findChildren(QAction):
        owner = action.parent()
        group = action.property(GROUP)
        is_seen = isinstance(owner, QWidget) and (owner is window or owner.isVisible())
        # keys of another tab do nothing here: listed, they would be tried in vain
        if group is None or not is_seen or not action.isEnabled():
            continue
        keys = action.property("keys") or action.shortcut().toString()
        entry = (action.text(), str(keys))
        # the same action may hang on a page and on its table
        if entry not in found.setdefault(group, []):
            found[group].append(entry)
    return found


def in_columns(groups: Mapping[str, Sequence[Entry]]) -> tuple[list[Group], ...]:
    """Share *groups* among two columns of nearly the same height, the longest first."""
    columns: tuple[list[Group], ...] = ([], [])
    heights = [0] * len(columns)
    for title, entries in sorted(groups.items(), key=lambda each: (-len(each[1]), each[0])):
        at = heights.index(min(heights))
        columns[at].append((title, entries))
        heights[at] += len(entries) + HEADING_LINES
    return columns


class KeySheet(QWidget):
    """Lies over the window and lists the keys; any click or Esc takes it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "dim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sheet = QFrame(self)
        self._sheet.setProperty("role", "popup")
        column = self._sheet_column = QVBoxLayout(self._sheet)
        column.setContentsMargins(Space.XL, Space.L, Space.L, Space.L)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Keys"), Role.TITLE, parent=self._sheet), 1)
        close = IconButton(Icon.CLOSE, self.tr("Close"), parent=self._sheet)
        close.clicked.connect(self.hide)
        head.addWidget(close)
        column.addLayout(head)
        self._room = QVBoxLayout()
        column.addLayout(self._room, 1)
        self._list: Scroll | None = None
        window.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Show the sheet, or take it away."""
        if self.isVisible():
            self.hide()
            return
        self._fill(registered_keys(self._window))
        self.show()
        self.raise_()
        # once it is shown: before, its words have no size yet
        self._fit()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go with a click beside the sheet."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.hide()

    def _fill(self, groups: dict[str, list[tuple[str, str]]]) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        # made anew each time: which keys work depends on what is in sight
        self._list = Scroll(self._sheet, margin=0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, Space.S, 0)
        row.setSpacing(Space.XXL)
        for column in in_columns(groups):
            row.addLayout(self._column(column), 1)
        self._list.body.addLayout(row)
        self._room.addWidget(self._list)

    def _column(self, groups: Sequence[Group]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.L)
        for title, entries in groups:
            column.addLayout(self._group(title, entries))
        column.addStretch(1)
        return column

    def _group(self, title: str, entries: Sequence[tuple[str, str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(label(title, Role.STRONG, parent=self))
        for text, keys in entries:
            row = QHBoxLayout()
            row.addWidget(label(text, Role.MUTED, parent=self), 1)
            row.addWidget(KeyHint(keys, self))
            column.addLayout(row)
        return column

    def _wanted_height(self) -> int:
        """Return the height at which nothing has to be scrolled."""
        margins = self._sheet_column.contentsMargins()
        head = self._sheet_column.itemAt(0).sizeHint().height() + self._sheet_column.spacing()
        listed = self._list.widget().sizeHint().height() if self._list is not None else 0
        return margins.top() + head + listed + margins.bottom() + 2 * BORDER

    def _fit(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        width = min(SHEET_WIDTH, window.width() - 2 * Space.L)
        height = min(self._wanted_height(), window.height() - 2 * Space.L)
        self._sheet.setGeometry(
            (window.width() - width) // 2, (window.height() - height) // 2, width, height
        )
