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
_MEETING = re.compile(
    f"[{''.join(sorted(CLOSING))}](?=[{''.join(sorted(CLOSING | OPENING))}])"
    f"|[{''.join(sorted(OPENING))}](?=[{''.join(sorted(OPENING))}])"
)
"""The first of two marks that share one space."""
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
    current, before, taken = "", indent, 0.0
    for unit, wide in _fitting(_units(text), width - indent, advance):
        # what is on the line already is not measured again for each unit that joins it
        longer = taken + wide - _shared(current[-1:] + unit[0])
        if current and longer - _hanging(unit) > width - before + _HAIR:
            lines.append(Line(current, before, width_of(current, advance), is_last=False))
            current, before = unit.lstrip(" "), 0.0
            taken = width_of(current, advance)
        else:
            current, taken = current + unit, longer
    lines.append(Line(current, before, width_of(current, advance), is_last=True))
    return lines


def whole(text: str, advance: Advance) -> Line:
    """Return *text* as one line, however wide."""
    return Line(text, 0.0, width_of(text, advance), is_last=True)


def width_of(text: str, advance: Advance) -> float:
    """Return how wide *text* is in ems; marks that meet share a space."""
    return sum(map(advance, text)) - (_HALF * len(_MEETING.findall(text)) if text[1:] else 0.0)


def pieces(line: Line, width: float, advance: Advance) -> list[Piece]:
    """Set *line* out, stretched to *width* ems if that takes no more than a hair.

    The last line, and one that would have to be torn apart, stay ragged.
    """
    stretch = _stretch(line, width)
    gaps = [
        (stretch if stretch and _may_stretch(first, second) else 0.0) - _shared(first + second)
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
    if line.is_last:
        return 0.0
    places = sum(_may_stretch(*pair) for pair in pairwise(line.text))
    if not places:
        return 0.0
    slack = width - line.indent - line.width
    # Let a closing mark hang: the right half of its square is empty.
    if slack < 0 and line.text[-1] in CLOSING:
        slack += _HALF
    stretch = slack / places
    return stretch if 0 <= stretch <= MOST_STRETCH else 0.0


def _hanging(text: str) -> float:
    """Return what a closing mark at the end of a line may stand out."""
    return _HALF if text[-1] in CLOSING else 0.0


def _shared(pair: str) -> float:
    return _HALF if _MEETING.match(pair) else 0.0


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


def _fitting(units: Iterable[str], width: float, advance: Advance) -> Iterator[tuple[str, float]]:
    """Yield each unit and how wide it is; part by force what is wider than a line."""
    for unit in units:
        wide = width_of(unit, advance)
        if wide - _hanging(unit) <= width:
            yield unit, wide
        else:
            yield from ((each, advance(each)) for each in unit)
