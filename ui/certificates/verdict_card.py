"""The verdict on a code: its word and colour, what it means, and what was signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout

from station_app.domain.paper_code.judging import SHOWN
from ui.certificates.verdict_words import VerdictWords
from ui.kit.icons import TONE_ICONS, IconLabel
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from station_app.domain.paper_code.judging import Judgement

TITLE_WIDTH = 120
MARK = 28
NONE = "—"


class VerdictCard(Card):
    """Shows one judgement. The fields are those of the signature, never of the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = VerdictWords(self)
        self.head_frame = QFrame(self)
        self._head = QHBoxLayout(self.head_frame)
        self._head.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._head.setSpacing(Space.M)
        self.word = label("", Role.TITLE, wrap=True)
        self.meaning = label("", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addWidget(self.word)
        texts.addWidget(self.meaning)
        self._head.addLayout(texts, 1)
        self.body.addWidget(self.head_frame)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnMinimumWidth(0, TITLE_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.compare = label(
            self.tr(
                "Compare each with the paper and with whoever brings it. Where the paper says"
                " something else, the paper was altered."
            ),
            Role.NOTE,
            wrap=True,
        )
        self.compare.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self.body.addWidget(self.compare)
        self._mark: QWidget | None = None
        self.values: dict[str, QLabel] = {}

    def show_judgement(self, found: Judgement) -> None:
        """Show what is to be thought of a code."""
        verdict, tone = found.verdict, self._words.tone(found.verdict)
        self.word.setText(self._words.word(verdict))
        self.meaning.setText(self._words.meaning(verdict))
        self.head_frame.setProperty("role", f"tone-{tone}")
        self.head_frame.style().unpolish(self.head_frame)
        self.head_frame.style().polish(self.head_frame)
        if self._mark is not None:
            self._mark.deleteLater()
        self._mark = IconLabel(TONE_ICONS[tone], size=MARK, color=f"{tone}_text", parent=self)
        self._head.insertWidget(0, self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._show_fields(self._words.fields(found))
        self.compare.setVisible(verdict in SHOWN)

    def spoken(self) -> str:
        """Return the verdict as screen readers tell it."""
        return f"{self.word.text()}. {self.meaning.text()}"

    def _show_fields(self, fields: tuple[tuple[str, str], ...]) -> None:
        _empty(self._grid)
        self.values = {}
        top = Qt.AlignmentFlag.AlignTop
        for row, (title, value) in enumerate(fields):
            told = label(value or NONE, wrap=True, parent=self)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label(title, Role.MUTED, parent=self), row, 0, top)
            self._grid.addWidget(told, row, 1)
            self.values[title] = told


def _empty(layout: QLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.deleteLater()
