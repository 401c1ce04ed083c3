"""What is remarked over a form: one banner under another, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.surfaces import Banner


class Remarks(QWidget):
    """Keeps *banners* off the edges; while none of them is shown it takes no room."""

    def __init__(self, banners: Sequence[Banner], parent: QWidget) -> None:
        super().__init__(parent)
        self._banners = banners
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, 0)
        column.setSpacing(Space.S)
        for banner in banners:
            column.addWidget(banner)
            banner.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the banners."""
        # of its children a hidden widget hears these two only
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        self.setVisible(any(not each.isHidden() for each in self._banners))
