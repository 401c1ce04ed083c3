"""A field for money in yuan, kept in fen."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt

from station_app.domain.half_width import HALF_WIDTH
from ui.kit.fields import TextField

MONEY = re.compile(r"(\d{1,10})(?:\.(\d{1,2}))?")
LEFT_OUT = str.maketrans("", "", ", 元¥￥")
FEN = 100


class MoneyField(TextField):
    """Its value is a number of fen, 0 for nothing; :meth:`is_readable` tells what is none."""

    def __init__(self, title: str) -> None:
        super().__init__(title, placeholder=self.tr("Yuan"))
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.finished.connect(lambda: self.set_problem(self.unreadable()))

    def fen(self) -> int:
        """Return the money in fen."""
        found = MONEY.fullmatch(self._plain())
        if found is None:
            return 0
        return int(found[1]) * FEN + int((found[2] or "").ljust(2, "0"))

    def set_fen(self, fen: int) -> None:
        """Show *fen*; nothing of none."""
        whole, rest = divmod(fen, FEN)
        self.set_value("" if not fen else f"{whole}.{rest:02d}" if rest else str(whole))

    def is_readable(self) -> bool:
        """Whether there is money or nothing."""
        return not self._plain() or MONEY.fullmatch(self._plain()) is not None

    def unreadable(self) -> str:
        """Say how money is typed."""
        return "" if self.is_readable() else self.tr("Type yuan, such as 1200 or 1200.50.")

    def _plain(self) -> str:
        return self.line.text().translate(HALF_WIDTH).translate(LEFT_OUT)
