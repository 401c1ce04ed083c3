"""How the columns of a table are declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt

from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.kit.icons import Icon

LineT = TypeVar("LineT")

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Badge:
    """A state shown as a pill in a table: always a word beside the colour."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: Icon | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Part of a text to be marked as found: the characters from start to end.

    The end is not part of it, as in slices.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[LineT]):
    """One column. ``key`` names it in the settings and when sorting.

    ``title`` is translated when asked for. ``badges`` are drawn after the
    text; ``marks`` say which part of the text has been found. ``width`` is in
    pixels at the normal font size; one column that ``stretches`` takes what is left.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[LineT], str]
    width: int = 120
    align: Qt.AlignmentFlag = LEFT
    badges: Callable[[LineT], Sequence[Badge]] | None = None
    marks: Callable[[LineT], Sequence[Mark]] | None = None
    tip: Callable[[LineT], str] | None = None
    sortable: bool = False
    shown: bool = True
    stretches: bool = False
    muted: bool = False
    strong: bool = False

    def seen(self, line: LineT) -> str:
        """Return what is read in the cell, pills included: for copies and exports."""
        badges = () if self.badges is None else self.badges(line)
        return "、".join(filter(None, (self.text(line), *(badge.text for badge in badges))))
