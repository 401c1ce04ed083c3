"""Somebody else has changed the record meanwhile: as seen, now, mine, side by side."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.kit.buttons import Button, Kind
from ui.kit.surfaces import Banner, Scroll
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not the same in all three."""

    field: str
    seen: Any
    now: Any
    mine: Any

    def is_contested(self) -> bool:
        """Whether both sides have changed it, to different values."""
        return self.seen not in (self.now, self.mine) and self.now != self.mine

    def settled(self) -> Any:
        """Return the value if only one side has changed it, or both alike."""
        return self.now if self.mine == self.seen else self.mine


def differences(seen: Any, now: Any, mine: Any) -> tuple[Difference, ...]:
    """Return the fields of three drafts that differ, in the order of the draft."""
    found = (
        Difference(each.name, *(getattr(draft, each.name) for draft in (seen, now, mine)))
        for each in fields(seen)
    )
    return tuple(each for each in found if not each.seen == each.now == each.mine)


class Comparison(QWidget):
    """Lets the user choose, field by field, what shall stand; nothing is overwritten unseen.

    It knows drafts only as dataclasses; *say* words their fields. Saving is the panel's.
    """

    settled = Signal(object)  # the draft made of both
    left = Signal()

    def __init__(
        self, seen: Any, now: Any, mine: Any, say: Callable[[str, Any], tuple[str, str]]
    ) -> None:
        super().__init__()
        self._now = now
        self.rows = differences(seen, now, mine)
        self._groups: dict[str, QButtonGroup] = {}
        self._say = say
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = Scroll(self, margin=Space.L)
        page.body.addWidget(Banner(self._sentence(), Tone.WARN, self))
        page.body.addLayout(self._table())
        outer.addWidget(page, 1)
        outer.addLayout(self._footer())

    def choose(self, field: str, *, mine: bool) -> None:
        """Take one side of a contested field."""
        self._groups[field].button(1 if mine else 0).setChecked(True)

    def merged(self) -> Any:
        """Return the draft as chosen.

        Made upon what stands there now, so that fields not shown are theirs.
        """
        chosen = {}
        for row in self.rows:
            group = self._groups.get(row.field)
            is_mine = group is not None and group.checkedId() == 1
            # Fields that only one side has changed are taken from that side (lessons.md).
            contested = row.mine if is_mine else row.now
            chosen[row.field] = row.settled() if group is None else contested
        return replace(self._now, **chosen)

    def _sentence(self) -> str:
        return self.tr(
            "Somebody else has changed this record while you were typing. Where both have"
            " changed the same field, choose what shall stand."
        )

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.M)
        titles = ("", self.tr("As you saw it"), self.tr("Now"), self.tr("Yours"))
        for column, title in enumerate(titles):
            grid.addWidget(label(title, Role.FIELD, parent=self), 0, column)
            grid.setColumnStretch(column, 1)
        for number, row in enumerate(self.rows, start=1):
            self._add_row(grid, number, row)
        return grid

    def _add_row(self, grid: QGridLayout, number: int, row: Difference) -> None:
        top = Qt.AlignmentFlag.AlignTop
        title, seen = self._say(row.field, row.seen)
        grid.addWidget(label(title, Role.STRONG, wrap=True, parent=self), number, 0, top)
        grid.addWidget(label(seen or "–", Role.MUTED, wrap=True, parent=self), number, 1, top)
        sides = [self._say(row.field, value)[1] or "–" for value in (row.now, row.mine)]
        if not row.is_contested():
            for column, text in enumerate(sides, start=2):
                grid.addWidget(label(text, wrap=True, parent=self), number, column, top)
            return
        group = QButtonGroup(self)
        for place, text in enumerate(sides):
            side = _OneSide(text, self)
            group.addButton(side.button, place)
            grid.addWidget(side, number, place + 2, top)
        # What stands there now is chosen first: going on unread takes nothing from anybody.
        group.button(0).setChecked(True)
        self._groups[row.field] = group

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        go_on = Button(self.tr("Go on with these"), kind=Kind.PRIMARY, parent=self)
        leave = Button(self.tr("Leave"), kind=Kind.QUIET, parent=self)
        go_on.on_click(lambda: self.settled.emit(self.merged()))
        leave.on_click(self.left.emit)
        row.addWidget(go_on)
        row.addWidget(leave)
        row.addStretch(1)
        return row


class _OneSide(QWidget):
    """A value that can be chosen, in as many lines as it needs."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        # a radio button never breaks its own text: long remarks would widen the page
        self.button = QRadioButton(self)
        self.button.setAccessibleName(text)
        self._words = label(text, wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this side, wherever it is clicked."""
        self.button.setChecked(True)
        super().mousePressEvent(event)
