"""Remarks that stand over the rooms until they are no longer true: damage, too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

Offer = tuple[str, "Callable[[], object]"]


class StandingRemarks(QWidget):
    """One banner a matter, by its name; a matter that is said again is said anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._column.setSpacing(Space.S)
        self.banners: dict[str, Banner] = {}
        self.hide()

    def say(
        self, matter: str, text: str, tone: Tone = Tone.WARN, offers: Sequence[Offer] = ()
    ) -> Banner:
        """Let *text* stand until :meth:`take_away`."""
        self.take_away(matter)
        banner = Banner(text, tone, self)
        for words, act in offers:
            banner.add_action(words, act)
        self.banners[matter] = banner
        self._column.addWidget(banner)
        self.show()
        self._make_room()
        return banner

    def take_away(self, matter: str) -> None:
        """Say no more of *matter*."""
        banner = self.banners.pop(matter, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self.banners))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every sentence whole; the rooms below have scroll bars."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        height = self._column.heightForWidth(self.width()) if self.banners else 0
        self.setMinimumHeight(max(0, height))
