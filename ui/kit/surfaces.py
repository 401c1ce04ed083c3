"""Cards, sections, tool bars, side panels: what pages are laid out with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.buttons import Button, IconButton, Kind
from ui.kit.icons import TONE_ICONS, Icon, IconLabel
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, Role, label

if TYPE_CHECKING:
    from collections.abc import Callable


def line(parent: QWidget | None = None) -> QFrame:
    """Return a thin line between two things."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of *layout* and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # deleted when the event loop comes round; until then it is not seen
            widget.deleteLater()


class Card(QFrame):
    """A white field with a heading; add things to :attr:`body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        outer.setSpacing(Space.M)
        self.head = QHBoxLayout()
        self.title = label(title, Role.SUBTITLE, parent=self)
        self.title.setVisible(bool(title))
        self.head.addWidget(self.title)
        self.head.addStretch()
        outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.S)
        outer.addLayout(self.body)


class Banner(QFrame):
    """A remark over the page: icon, sentence, perhaps something to do about it."""

    def __init__(self, text: str, tone: Tone = Tone.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", f"tone-{tone}")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._row.setSpacing(Space.S)
        self._row.addWidget(IconLabel(TONE_ICONS[tone], color=f"{tone}_text", parent=self))
        self.text = label(text, wrap=True, parent=self)
        self._row.addWidget(self.text, 1)

    def add_action(self, text: str, slot: Callable[[], object]) -> Button:
        """Offer *text* as a button at the right."""
        button = Button(text, kind=Kind.LINK, parent=self)
        button.on_click(slot)
        self._row.addWidget(button)
        return button

    def say(self, text: str) -> None:
        """Show another sentence; none hides the banner."""
        self.text.setText(text)
        self.setVisible(bool(text))


class Toolbar(QWidget):
    """A row of controls over a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(Space.S)

    def add_button(
        self,
        text: str,
        slot: Callable[[], object],
        *,
        meaning: Icon | None = None,
        kind: Kind = Kind.NORMAL,
        keys: str = "",
    ) -> Button:
        """Add a button at the right end."""
        button = Button(text, meaning=meaning, kind=kind, keys=keys, parent=self)
        button.on_click(slot)
        self.row.addWidget(button)
        return button

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add any widget."""
        self.row.addWidget(widget, stretch)

    def add_stretch(self) -> None:
        """Push what follows to the right."""
        self.row.addStretch(1)


class Scroll(QScrollArea):
    """A page taller than the window. Add things to :attr:`body`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        margin: int = Space.XL,
        width: int = 0,
        is_centred: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Tab goes from field to field; the page scrolls to it by itself
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "body")
        self._margins = margin, margin
        outer = self._outer = QHBoxLayout(inner)
        column = QWidget(inner)
        if width:
            column.setMaximumWidth(width)
            outer.addStretch(1 if is_centred else 0)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.L)
        rows.addLayout(self.body)
        rows.addStretch(1)
        # the column takes its width first; what is left is shared on both sides, or stays right
        outer.addWidget(column, 1000)
        if width:
            outer.addStretch(1)
        self.setWidget(inner)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)  # a page that fits never hears of a range

    def _make_room(self, least: int, most: int) -> None:
        """Let the bar take its room from the margin.

        What stands above and below the page keeps one right edge with what is in it.
        """
        bar = self.verticalScrollBar().sizeHint().width() if most > least else 0
        margin, below = self._margins
        self._outer.setContentsMargins(margin, margin, max(margin - bar, 0), below)

    def set_margins(self, margin: int, *, below: int | None = None) -> None:
        """Keep *margin* on all sides, or another one *below* what stands last."""
        self._margins = margin, margin if below is None else below
        bar = self.verticalScrollBar()
        self._make_room(bar.minimum(), bar.maximum())


class SidePanel(QFrame):
    """What stands beside a table: one thing, its title, its actions, its body."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._heading = QWidget(self)
        heading = QVBoxLayout(self._heading)
        heading.setContentsMargins(0, 0, 0, 0)
        heading.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, Space.M, Space.M, Space.S)
        top.setSpacing(Space.XS)
        first = QHBoxLayout()
        self.title = ElidedLabel(role=Role.TITLE, parent=self)
        first.addWidget(self.title, 1)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(Space.XS)
        first.addLayout(self.action_row)
        self.close_button = IconButton(Icon.CLOSE, self.tr("Close"), parent=self)
        self.close_button.clicked.connect(self.closed)
        first.addWidget(self.close_button)
        top.addLayout(first)
        self.subtitle = ElidedLabel(role=Role.MUTED, parent=self)
        self.subtitle.hide()
        top.addWidget(self.subtitle)
        self.pills = FlowLayout()
        top.addLayout(self.pills)
        heading.addLayout(top)
        heading.addWidget(line(self))
        outer.addWidget(self._heading)
        self.body = QVBoxLayout()
        outer.addLayout(self.body, 1)

    def show_heading(self, title: str, subtitle: str = "") -> None:
        """Say whose panel this is; nobody's has no heading."""
        self._heading.setVisible(bool(title))
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))


class FlowLayout(QLayout):
    """Lays things out in a row and goes on in the next when it is full."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = Space.S) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: Qt asks dozens of times for the same
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        """Measure anew: something in here has another size, or is shown or hidden."""
        self._heights.clear()
        super().invalidate()

    def clear(self) -> None:
        """Take everything out and delete it."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take *item* in; called by ``addWidget``."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the thing at *index*, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # stub lacks None
        """Give the thing at *index* back."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that no room is asked for beyond the hint."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how tall the rows are in *width*."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the size in one row."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest thing."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        left, top, tallest = rect.x(), rect.y(), 0
        for item in self._items:
            if _is_hidden(item):
                continue
            size = item.sizeHint()
            # the first of a row stays even if it is too wide: there is no better row
            if left > rect.x() and left + size.width() > rect.right() + 1:
                left, top, tallest = rect.x(), top + tallest + self._gap, 0
            if place:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            tallest = max(tallest, size.height())
        return top + tallest - rect.y()


def _is_hidden(item: QLayoutItem) -> bool:
    widget: QWidget | None = item.widget()
    return widget is not None and widget.isHidden()


def spread(widget: QWidget) -> QWidget:
    """Let *widget* take all the room there is, and return it."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return widget
