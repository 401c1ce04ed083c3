"""A pill that is a filter: closed it says what is taken, open it lets one take something else."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.kit.buttons import size_icon
from ui.kit.icons import Icon, icon
from ui.kit.tokens import Space
from ui.kit.words import set_property


class ChipPopup(QFrame):
    """What a chip opens below itself; a click elsewhere closes it."""

    taken = Signal(tuple)

    def __init__(self, parent: QWidget, *, width: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setFixedWidth(width)


PopupT = TypeVar("PopupT", bound=ChipPopup)
TakenT = TypeVar("TakenT", bound="tuple[object, ...]")


class PopupChip(QPushButton, Generic[PopupT, TakenT]):
    """What is *taken* is a tuple; what it says and what it opens is its kind's."""

    changed = Signal()
    opening = Signal()  # time to bring what is offered up to date

    def __init__(self, taken: TakenT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = taken
        self._popup: PopupT | None = None
        self.setProperty("kind", "chip")
        self.setProperty("active", "false")
        self.setAutoDefault(False)
        # Qt puts an icon at the left only; turned round it stands behind the word
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(icon(Icon.DOWN, "muted"))
        size_icon(self)
        self.clicked.connect(self.open)

    def value(self) -> TakenT:
        """Return what is taken."""
        return self._taken

    def open(self) -> None:
        """Show what can be taken."""
        self.opening.emit()
        popup = self._made_popup()
        popup.taken.connect(self._take)
        # closed by a click elsewhere, Qt deletes it without asking us
        popup.destroyed.connect(self._forget_popup)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        popup.show()

    def _made_popup(self) -> PopupT:
        """Return a popup that offers what can be taken."""
        raise NotImplementedError

    def _show_state(self) -> None:
        """Say what is taken."""
        raise NotImplementedError

    def _say(self, text: str, *, is_active: bool) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        set_property(self, "active", "true" if is_active else "false")

    def _forget_popup(self) -> None:
        self._popup = None

    def _take(self, taken: TakenT) -> None:
        if taken != self._taken:
            self._taken = taken
            self._show_state()
            self.changed.emit()
