"""Where two longer texts differ, and a label that shows it."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.kit.columns import Mark
from ui.kit.rare_faces import need_faces
from ui.kit.theme import Theme
from ui.kit.words import Words, set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

SHORTEST = 6  # shorter texts are seen at a glance
ALIKE = 0.3  # with less in common everything would be marked


def marks_in(text: str, other: str) -> tuple[Mark, ...]:
    """Return the parts of *text* that *other* has not got; none if they are too unlike."""
    if max(len(text), len(other)) < SHORTEST or not text or not other:
        return ()
    compared = SequenceMatcher(None, text, other, autojunk=False)
    if compared.ratio() < ALIKE:
        return ()
    return tuple(
        Mark(start, end)
        for what, start, end, _, _ in compared.get_opcodes()
        if what in {"replace", "delete"}
    )


class MarkedText(Words):
    """A text in which parts are marked, by ground and underline."""

    def __init__(self, text: str, marks: Sequence[Mark], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plain, self.marks = text, tuple(marks)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        set_property(self, "role", "body")
        need_faces(text)
        self._draw()
        Theme.current().changed.connect(self._draw)

    def _draw(self) -> None:
        colors = Theme.current().tokens.palette
        style = f"background-color:{colors.match};color:{colors.match_text}"
        parts, at = [], 0
        for mark in self.marks:
            parts.append(_plain(self.plain[at : mark.start]))
            told = _plain(self.plain[mark.start : mark.end])
            parts.append(f'<span style="{style}"><u>{told}</u></span>')
            at = mark.end
        parts.append(_plain(self.plain[at:]))
        self.setText("".join(parts))


def _plain(text: str) -> str:
    """Return *text* so that nothing in it is taken for HTML."""
    return escape(text).replace("\n", "<br>")
