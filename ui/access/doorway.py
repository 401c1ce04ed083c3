"""The station's name over whatever is asked at its door, a little above the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.kit.icons import Icon, IconLabel
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CARD_WIDTH = 400
MARK = 44


class Doorway(QScrollArea):
    """A card with *parts* beneath one another; remarks stand over them."""

    def __init__(self, name: str, parts: Iterable[QWidget]) -> None:
        super().__init__()
        self._remarks = QVBoxLayout()
        inside = QWidget()
        inside.setProperty("role", "body")
        column = QVBoxLayout(inside)
        # where the eye looks for a door
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card(name, parts))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        # the taller forms need more than 768 pixels at 200 %
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def remark(
        self, text: str, tone: Tone, *, action: str = "", act: Callable[[], object] | None = None
    ) -> Banner:
        """Say something before anybody signs in, and offer what can be done about it."""
        banner = Banner(text, tone)
        if act is not None:
            banner.add_action(action, act)
        self._remarks.addWidget(banner)
        return banner

    def _card(self, name: str, parts: Iterable[QWidget]) -> QFrame:
        middle = Qt.AlignmentFlag.AlignHCenter
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        column.setSpacing(Space.M)
        mark = IconLabel(Icon.STATION, size=MARK, color="accent_text", parent=card)
        column.addWidget(mark, 0, middle)
        title = label(name, Role.TITLE, wrap=True, parent=card)
        title.setAlignment(middle)
        column.addWidget(title)
        column.addLayout(self._remarks)
        for part in parts:
            column.addWidget(part)
        return card
