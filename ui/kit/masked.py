"""A number shown masked; seeing it is an act that is asked for and soon over.

So is copying it: shown in full it cannot be marked and taken along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.kit.buttons import IconButton
from ui.kit.icons import Icon
from ui.kit.tokens import Space
from ui.kit.words import label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

SHOWN_MS = 30_000
READ = Qt.TextInteractionFlag.NoTextInteraction
MARK = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class MaskedLabel(QWidget):
    """A masked value with *Show*. The service logs the showing and gives the value.

    ``show_asked`` → the page asks its service → :meth:`reveal`; ``copy_asked`` likewise,
    where *is_copied* allows it. Out of sight it is masked again at once.
    """

    show_asked = Signal()
    copy_asked = Signal()

    def __init__(
        self, masked: str = "", parent: QWidget | None = None, *, is_copied: bool = False
    ) -> None:
        super().__init__(parent)
        self._masked = masked
        self.value_label: QLabel = label(masked, parent=self)
        self.toggle = IconButton(Icon.SHOW, self.tr("Show for 30 seconds (logged)"), parent=self)
        self.copy = IconButton(
            Icon.COPY, self.tr("Copy; cleared after 30 seconds (logged)"), parent=self
        )
        self._is_copied = is_copied
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.value_label)
        row.addWidget(self.toggle)
        row.addWidget(self.copy)
        row.addStretch(1)
        self._over = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._over.timeout.connect(self.hide_value)
        self.toggle.clicked.connect(self._press)
        self.copy.clicked.connect(self.copy_asked)
        self.set_masked(masked)

    def set_masked(self, masked: str) -> None:
        """Show another value, masked."""
        self._masked = masked
        self.toggle.setVisible(bool(masked))
        # a number shown of the former person must not stand beside the new name
        self.hide_value()

    def reveal(self, value: str) -> None:
        """Show *value* in full for thirty seconds.

        Not where nobody sees it any more: the page was left before the value came.
        """
        if not self.isVisible():
            return
        self.value_label.setTextInteractionFlags(READ)
        self.value_label.setText(value)
        self.copy.setVisible(self._is_copied)
        self.toggle.show_icon(Icon.HIDE, self.tr("Hide"))
        self._over.start()

    def hide_value(self) -> None:
        """Hide the value again."""
        self._over.stop()
        self.value_label.setText(self._masked)
        self.value_label.setTextInteractionFlags(MARK)
        self.copy.hide()
        self.toggle.show_icon(Icon.SHOW, self.tr("Show for 30 seconds (logged)"))

    def is_revealed(self) -> bool:
        """Whether the value can be read just now."""
        return self._over.isActive()

    def hideEvent(self, event: QHideEvent) -> None:
        """Mask the value: the page was left, another shown, or the station locked."""
        super().hideEvent(event)
        self.hide_value()

    def _press(self) -> None:
        # hiding needs nobody's leave and is not logged
        if self.is_revealed():
            self.hide_value()
        else:
            self.show_asked.emit()
