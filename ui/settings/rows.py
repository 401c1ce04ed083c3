"""A setting in one row: its name and what it means at the left, its control at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.icons import Icon, IconLabel
from ui.kit.surfaces import Card, line
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

CONTENT_WIDTH = 760  # of every section: nothing jumps when another is chosen


class SettingRow(QWidget):
    """Icon, name, remark, control.

    The control is whatever changes or shows the setting; the row only names it, for the
    eye and for screen readers.
    """

    def __init__(
        self,
        meaning: Icon,
        title: str,
        control: QWidget,
        *,
        remark: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, 0, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel(meaning, color="muted", parent=self))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = label(title, parent=self)
        name.setBuddy(control)
        words.addWidget(name)
        self.remark: QLabel = label(remark, Role.CAPTION, wrap=True, parent=self)
        self.remark.setVisible(bool(remark))
        words.addWidget(self.remark)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # a button has its own words; a box of choices has none of its own
        if not control.accessibleName():
            control.setAccessibleName(title)

    def say(self, remark: str) -> None:
        """Show another remark."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))


class SettingsCard(Card):
    """Rows under a heading, a thin line between them."""

    def add_row(self, row: QWidget) -> None:
        """Add *row* at the end."""
        # between rows only: a line under the heading would look like one
        if self.body.count():
            self.body.addWidget(line(self))
        self.body.addWidget(row)


class FoldedForm(QWidget):
    """What a setting asks for before it is changed: beneath its row, out of sight at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XXL, 0, 0, Space.S)
        self._column.setSpacing(Space.S)
        self.hide()

    def add(self, *parts: QWidget, width: int) -> None:
        """Lay *parts* beneath one another, none wider than *width*."""
        for part in parts:
            row = QHBoxLayout()
            part.setMaximumWidth(width)
            row.addWidget(part, 1000)
            # it may grow to its width and no further; 1000 to 1 leaves it the room first
            row.addStretch(1)
            self._column.addLayout(row)
