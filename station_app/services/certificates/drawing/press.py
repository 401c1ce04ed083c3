"""The printing press: fonts made ready once, and sheets to draw on."""

from __future__ import annotations

import io
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from station_app.services.certificates.drawing.typefaces import Typeface
from station_app.services.certificates.fonts import FontChain

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished paper: the bytes of its PDF and how many pages it has."""

    pdf: bytes
    pages: int


class Press:
    """Holds the fonts of *folder*; each is loaded when a character first asks for it.

    One press serves all threads of a program. ReportLab keeps its fonts in a register
    of its own, so a second press in the same process loads nothing twice.
    """

    def __init__(self, folder: Path) -> None:
        self.chain = FontChain(folder)
        self._loading = Lock()
        self._ready: dict[str, Typeface] = {}

    def typeface(self, file: str) -> Typeface:
        """Return the font *file*, ready for a canvas under its own file name."""
        with self._loading:
            if file not in self._ready:
                if file not in pdfmetrics.getRegisteredFontNames():
                    pdfmetrics.registerFont(Typeface(file, self.chain.data(file)))
                self._ready[file] = pdfmetrics.getFont(file)
            return self._ready[file]


class Printing:
    """A PDF being written: a canvas, and the count of its pages."""

    def __init__(self, title: str, *, size: tuple[float, float]) -> None:
        self._written = io.BytesIO()
        self.canvas = Canvas(self._written, pagesize=size, invariant=1, lang="zh-CN")
        self.canvas.setTitle(title)
        self.canvas.setCreator("Station")
        self._pages = 0

    def turn(self) -> None:
        """End the page."""
        self.canvas.showPage()
        self._pages += 1

    def finished(self) -> Paper:
        """Close the PDF and return it."""
        self.canvas.save()
        return Paper(pdf=self._written.getvalue(), pages=self._pages)
