"""The printing press: fonts made ready once, for all papers."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics

from station_app.services.certificates.drawing.typefaces import Typeface
from station_app.services.certificates.fonts import FontChain, GlyphMissingError, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class Press:
    """Holds the fonts of *folder*; each is loaded when a character first asks for it.

    One press serves all threads of a program. ReportLab keeps its fonts in a register
    of its own, so a second press in the same process loads nothing twice.
    """

    def __init__(self, folder: Path) -> None:
        self.chain = FontChain(folder)
        self._loading = Lock()
        self._ready: dict[str, Typeface] = {}
        self._advances = {style: _Advances(self, style) for style in Style}

    def advances(self, style: Style) -> Callable[[str], float]:
        """Return what tells how wide a character of *style* is set, in ems."""
        return self._advances[style].__getitem__

    def check(self, texts: Iterable[str]) -> None:
        """Raise GlyphMissingError, naming all characters that no font of ours has."""
        lacking = self.chain.missing("".join(texts))
        if lacking:
            raise GlyphMissingError(lacking)

    def first_font(self) -> str:
        """Return the font that a PDF names before anything is written."""
        file = self.chain.font_of(" ") or ""
        self.typeface(file)
        return file

    def typeface(self, file: str) -> Typeface:
        """Return the font *file*, ready for a canvas under its own file name."""
        # ReportLab's register belongs to the process: two threads must not fill it at once.
        with self._loading:
            if file not in self._ready:
                if file not in pdfmetrics.getRegisteredFontNames():
                    pdfmetrics.registerFont(Typeface(file, self.chain.data(file)))
                self._ready[file] = pdfmetrics.getFont(file)
            return self._ready[file]


class _Advances(dict[str, float]):
    """How wide characters of one style are, each looked up in its font once."""

    def __init__(self, press: Press, style: Style) -> None:
        super().__init__()
        self._press, self._style = press, style

    def __missing__(self, character: str) -> float:
        [(file, _)] = self._press.chain.runs(character, self._style)
        width = float(self._press.typeface(file).face.getCharWidth(ord(character))) / 1000
        self[character] = width
        return width
