"""Notices: what has just been done, with *Undo*; nobody has to close them.

They stack at the lower edge of the window, at the right if they cover nothing there that can
be pressed or typed into, else where they cover least; they go after eight seconds unless the
pointer or the keyboard is on them, and are kept in a list.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.kit.buttons import IconButton
from ui.kit.icons import Icon, IconLabel
from ui.kit.tokens import Space, Tone
from ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QEnterEvent

    from station_app.domain.clock import Clock

SEEN_MS = 8_000
MOST_SEEN = 4
LOW, FEW_SEEN = 600, 2  # in a window this low, four would lie over the work itself
MOST_KEPT = 100
WIDTH = 380
USED = (
    *(QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractSpinBox),
    QAbstractItemView,
)
"""What is pressed or typed into: nothing is laid over it while there is another place."""
PAPER = "desk"
"""What papers and pictures are looked at in (ui/kit/paper_view.py)."""
LOOK_AGAIN_MS = 400  # a page that comes in sight brings other buttons
NOTICE_ICONS = {
    Tone.OK: Icon.FINISHED,
    Tone.INFO: Icon.ABOUT,
    Tone.WARN: Icon.WARN,
    Tone.DANGER: Icon.DANGER,
}


@dataclass(frozen=True, slots=True)
class Said:
    """A notice as the list keeps it."""

    at: datetime
    text: str
    tone: Tone


class NoticeArea(QWidget):
    """Lays notices over its parent, at the lower edge."""

    said = Signal(object)  # Said

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._window = parent
        self._clock = clock
        self.kept: deque[Said] = deque(maxlen=MOST_KEPT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._shown: list[Notice] = []
        self._look = QTimer(self, interval=LOOK_AGAIN_MS)
        self._look.timeout.connect(self._place)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        tone: Tone = Tone.OK,
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> Notice:
        """Show *text*; *action* is a button, usually *Undo*, that calls *act*."""
        said = Said(self._clock.now(), text, tone)
        # a notice gone too soon can be read in the list
        self.kept.append(said)
        notice = Notice(text, tone, parent=self)
        if act is not None:
            notice.add_action(action, act)
        notice.gone.connect(lambda: self._drop(notice))
        self._shown.append(notice)
        self._column.addWidget(notice)
        # the latest is what somebody may want to undo: the oldest goes
        most = MOST_SEEN if self._window.height() >= LOW else FEW_SEEN
        for old in self._shown[:-most]:
            old.leave()
        self._place()
        self.said.emit(said)
        return notice

    def shown(self) -> list[Notice]:
        """Return the notices in sight, oldest first."""
        return list(self._shown)

    def press_latest(self) -> bool:
        """Press the action of the latest notice that has one."""
        for notice in reversed(self._shown):
            if notice.action is not None:
                notice.action.click()
                return True
        return False

    def clear(self) -> None:
        """Take all notices away; the list keeps them."""
        for notice in self.shown():
            notice.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _drop(self, notice: Notice) -> None:
        if notice in self._shown:
            self._shown.remove(notice)
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
            self._place()

    def _place(self) -> None:
        window = self._window
        width = min(WIDTH, window.width() - 2 * Space.L)
        self.setFixedWidth(max(width, 1))
        height = sum(notice.height_in(width) + Space.S for notice in self._shown)
        if not self._shown:
            self._look.stop()
            self.hide()
            return
        # above the status bar, whose words must stay readable
        top = window.height() - height - Space.XXL - Space.S
        right = window.width() - width - Space.L
        places = [QRect(left, top, width, height) for left in (right, Space.L, right // 2)]
        place = self._best_of(places)
        if self.geometry() != place:
            self.setGeometry(place)
        self.show()
        self._look.start()
        # pages made later would else lie over it
        self.raise_()

    def _best_of(self, places: Sequence[QRect]) -> QRect:
        """Return where least is covered that is pressed or typed into, the first of those."""
        if self._has_attention():  # not from under the pointer
            return min(places, key=lambda place: abs(place.x() - self.x()))
        whole = places[0].united(places[1])
        taken = [
            seen
            for each in self._window.findChildren(QWidget)
            if _is_used(each) and each.isVisible() and not self.isAncestorOf(each)
            if not (seen := _seen_of(each, self._window).intersected(whole)).isEmpty()
        ]
        return min(places, key=lambda place: sum(map(place.intersects, taken)))

    def _has_attention(self) -> bool:
        if not self.isVisible():
            return False
        return self.underMouse() or any(each.hasFocus() for each in self.findChildren(QWidget))


def _is_used(widget: QWidget) -> bool:
    return isinstance(widget, USED) or widget.property("role") == PAPER


def _used_of(widget: QWidget) -> QRect:
    """Return the part of *widget* that is used: of a list its lines, not the room beneath."""
    whole = widget.rect()
    if not isinstance(widget, QAbstractItemView):
        return whole
    model = cast("QAbstractItemModel | None", widget.model())  # none before it is filled
    last = None if model is None else model.index(model.rowCount() - 1, 0)
    if last is None or not last.isValid():
        return QRect()
    lines = widget.visualRect(last)
    return (
        whole
        if lines.isEmpty()
        else whole.intersected(
            QRect(0, 0, whole.width(), widget.viewport().y() + lines.bottom() + 1)
        )
    )


def _seen_of(widget: QWidget, window: QWidget) -> QRect:
    """Return what is in sight of what *widget* uses, as *window* counts; a page scrolls it away.

    What lies over it is not taken off: that may be the notices themselves.
    """
    seen, at = _used_of(widget), widget
    while at is not window and (above := at.parentWidget()) is not None:
        seen = seen.translated(at.pos()).intersected(above.rect())
        at = above
    return seen


class Notice(QFrame):
    """One notice. It goes by itself, but not from under the pointer."""

    gone = Signal()

    def __init__(self, text: str, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.action: QPushButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        self._row.setSpacing(Space.S)
        meaning = NOTICE_ICONS.get(tone, Icon.ABOUT)
        self._row.addWidget(IconLabel(meaning, color="notice_action", parent=self))
        self.words = label(text, wrap=True, parent=self)
        self._row.addWidget(self.words, 1)
        close = IconButton(Icon.CLOSE, self.tr("Close"), parent=self)
        close.clicked.connect(self.leave)
        self._row.addWidget(close)
        self.setAccessibleName(text)
        self._patience = QTimer(self, singleShot=True, interval=SEEN_MS)
        self._patience.timeout.connect(self.leave)
        self._patience.start()

    def text(self) -> str:
        """Return what is said."""
        return self.words.text()

    def height_in(self, width: int) -> int:
        """Return how tall the notice is in *width*."""
        return max(self.heightForWidth(width), self.minimumSizeHint().height())

    def add_action(self, text: str, act: Callable[[], object]) -> None:
        """Offer a button that acts and takes the notice away."""
        button = QPushButton(text, self)
        button.setProperty("kind", "notice")
        button.setAutoDefault(False)
        # gone first: what it does may say something new in the same corner
        button.clicked.connect(self.leave)
        button.clicked.connect(lambda _checked: act())
        self._row.insertWidget(2, button)
        self.action = button

    def leave(self) -> None:
        """Go."""
        self._patience.stop()
        self.gone.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._patience.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew when the pointer has left."""
        self._patience.start()
        super().leaveEvent(event)
