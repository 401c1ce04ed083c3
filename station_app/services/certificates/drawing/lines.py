"""Chinese text broken into lines (避头尾) and set out character by character.

Pure arithmetic: widths are asked for, nothing is drawn. Rules as in GB/T 15834 and
W3C's "Requirements for Chinese Text Layout": closing marks do not begin a line and
opening ones do not end it, two marks that meet share one space, and a closing mark at
the end of a line may take half its width. Figures stay with the word that counts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Advance = Callable[[str], float]

OPENING = frozenset("（《〈「『【〔〖“‘")
CLOSING = frozenset("。，、；：！？）》〉」』】〕〗”’．")
NEVER_FIRST = CLOSING | frozenset("·…—～%‰℃°-–,.;:!?)]}々")
NEVER_LAST = OPENING | frozenset("([{№¥$#")
_WORD = re.compile(
    r"[0-9]+(?:\.[0-9]+)?[年月日号幢栋座单元室楼层户人次份天元]"
    r"|——|……|[!-~\u00a1-\u00b6\u00b8-\u024f\u1e00-\u1eff]+|.",
    re.DOTALL,
)
_WESTERN = re.compile(r"[!-~\u00a1-\u00b6\u00b8-\u024f\u1e00-\u1eff ]")
_LONG = 15
_PARTS = (6, 14)
"""A citizen's number may be parted after the area and after the day of birth."""
_HALF = 0.5
_HAIR = 1e-6
MOST_STRETCH = 0.08
"""Ems between two characters; who reads the text layer takes 0.1 for a space."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph; all measures are ems."""

    text: str
    indent: float
    width: float
    is_last: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbours of one line at equal distance: where they begin, what lies between."""

    x: float
    text: str
    gap: float


def broken(text: str, width: float, advance: Advance, *, indent: float = 0.0) -> list[Line]:
    """Break *text* into lines at most *width* ems wide, the first one indented."""
    lines: list[Line] = []
    current, before = "", indent
    for unit in _fitting(_units(text), width - indent, advance):
        if current and _least(current + unit, advance) > width - before + _HAIR:
            lines.append(Line(current, before, width_of(current, advance), is_last=False))
            current, before = unit.lstrip(" "), 0.0
        else:
            current += unit
    lines.append(Line(current, before, width_of(current, advance), is_last=True))
    return lines


def width_of(text: str, advance: Advance) -> float:
    """Return how wide *text* is in ems; marks that meet share a space."""
    return sum(map(advance, text)) - sum(_shared(*pair) for pair in pairwise(text))


def pieces(line: Line, width: float, advance: Advance) -> list[Piece]:
    """Set *line* out, stretched to *width* ems if that takes no more than a hair.

    The last line, and one that would have to be torn apart, stay ragged.
    """
    stretch = _stretch(line, width)
    gaps = [
        (stretch if _may_stretch(first, second) else 0.0) - _shared(first, second)
        for first, second in pairwise(line.text)
    ]
    found: list[Piece] = []
    x, start = line.indent, 0
    while start < len(line.text):
        end = start + 1
        while end < len(line.text) and gaps[end - 1] == gaps[start]:
            end += 1
        gap = gaps[start] if end - start > 1 else 0.0
        found.append(Piece(x, line.text[start:end], gap))
        x += sum(map(advance, line.text[start:end])) + sum(gaps[start:end])
        start = end
    return found


def _stretch(line: Line, width: float) -> float:
    places = sum(_may_stretch(*pair) for pair in pairwise(line.text))
    if line.is_last or not places:
        return 0.0
    slack = width - line.indent - line.width
    # Let a closing mark hang: the right half of its square is empty.
    if slack < 0 and line.text[-1] in CLOSING:
        slack += _HALF
    stretch = slack / places
    return stretch if 0 <= stretch <= MOST_STRETCH else 0.0


def _least(text: str, advance: Advance) -> float:
    width = width_of(text, advance)
    return width - _HALF if text[-1] in CLOSING else width


def _shared(first: str, second: str) -> float:
    if second in OPENING:
        return _HALF if first in OPENING or first in CLOSING else 0.0
    return _HALF if first in CLOSING and second in CLOSING else 0.0


def _may_stretch(first: str, second: str) -> bool:
    return not (_WESTERN.match(first) and _WESTERN.match(second))


def _units(text: str) -> Iterator[str]:
    """Yield what may not be parted, marks joined to what they belong to."""
    unit = ""
    for word in _words(text):
        if unit and not (word[0] in NEVER_FIRST or unit[-1] in NEVER_LAST):
            yield unit
            unit = ""
        unit += word
    if unit:
        yield unit


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if len(word) >= _LONG and word.isascii() and word.isalnum():
            first, second = _PARTS
            yield from (word[:first], word[first:second], word[second:])
        else:
            yield word


def _fitting(units: Iterable[str], width: float, advance: Advance) -> Iterator[str]:
    """Part by force what is wider than a line."""
    for unit in units:
        if _least(unit, advance) <= width:
            yield unit
        else:
            yield from unit
