"""Which of our fonts draws which character, known without opening a font.

One font is never enough for Chinese names: the index ``resources/fonts/coverage.json``
(made with the fonts by ``installer.fonts``, checked against them by a test) says what
each holds. What can not be seen — variation selectors, invisible and private
characters — is in no font and so counts as missing. How a font gets into a PDF is
left to :mod:`station_app.services.certificates.drawing.typefaces`.
"""

from __future__ import annotations

import json
import lzma
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from station_app.domain.errors import StationError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

INDEX = "coverage.json"
_PACKED = ".xz"


class GlyphMissingError(StationError):
    """No font of ours can draw these characters: the paper is not made."""

    code = "paper.glyph-missing"

    def __init__(self, characters: tuple[str, ...]) -> None:
        super().__init__(characters=characters)
        self.characters = characters


class Style(StrEnum):
    """How a text is set."""

    BODY = "body"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font file of ours; ``role`` is ``body``, ``title`` or ``screen``."""

    file: str
    role: str
    holds: tuple[tuple[int, int], ...]
    """First and last code point of each run, in order."""


class FontChain:
    """The fonts of paper, in the order in which they are asked for a character."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        fonts = read_index(folder)
        body = _Coverage(font for font in fonts if font.role == Style.BODY)
        title = _Coverage(font for font in fonts if font.role == Style.TITLE)
        self._drawers = {Style.BODY: _Drawers(body), Style.TITLE: _Drawers(title, body)}

    def font_of(self, character: str, style: Style = Style.BODY) -> str | None:
        """Return the file of the font that draws *character*, or None."""
        return self._drawers[style][character]

    def runs(self, text: str, style: Style = Style.BODY) -> list[tuple[str, str]]:
        """Cut *text* into (font file, part); GlyphMissingError names what no font has."""
        lacking = self.missing(text)
        if lacking:
            raise GlyphMissingError(lacking)
        grouped = groupby(text, lambda character: self.font_of(character, style) or "")
        return [(file, "".join(part)) for file, part in grouped]

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of *text* that no font has, each once, in order."""
        return tuple(
            character for character in dict.fromkeys(text) if self.font_of(character) is None
        )

    def data(self, file: str) -> bytes:
        """Return the font *file*, unpacked in memory where it is kept packed."""
        stored = (self._folder / file).read_bytes()
        return lzma.decompress(stored) if file.endswith(_PACKED) else stored


def read_index(folder: Path) -> tuple[Font, ...]:
    """Read which fonts there are in *folder* and what each holds."""
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    return tuple(
        Font(file=entry["file"], role=entry["role"], holds=_spans(entry["holds"]))
        for entry in index["fonts"]
    )


def _spans(written: str) -> tuple[tuple[int, int], ...]:
    spans = []
    for span in written.split():
        first, _, last = span.partition("-")
        spans.append((int(first, 16), int(last or first, 16)))
    return tuple(spans)


class _Coverage:
    """Who draws what, by bisection; the fonts given hold nothing in common."""

    def __init__(self, fonts: Iterable[Font]) -> None:
        runs = sorted((*span, font.file) for font in fonts for span in font.holds)
        self._firsts = array("L", [first for first, _, _ in runs])
        self._lasts = array("L", [last for _, last, _ in runs])
        self._files = [file for _, _, file in runs]

    def font_of(self, code: int) -> str | None:
        """Return the file that draws the code point *code*, or None."""
        place = bisect_right(self._firsts, code) - 1
        return self._files[place] if place >= 0 and code <= self._lasts[place] else None


class _Drawers(dict[str, str | None]):
    """Who draws a character first of some coverages, each asked for it once."""

    def __init__(self, *coverages: _Coverage) -> None:
        super().__init__()
        self._coverages = coverages

    def __missing__(self, character: str) -> str | None:
        code = ord(character)
        files = (coverage.font_of(code) for coverage in self._coverages)
        self[character] = file = next((file for file in files if file is not None), None)
        return file
