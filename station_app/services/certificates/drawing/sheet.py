"""A sheet of paper to write on: millimetres from the top left, our fonts, our lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from station_app.services.certificates.drawing.lines import broken, pieces, width_of
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from station_app.services.certificates.drawing.lines import Line
    from station_app.services.certificates.drawing.press import Press

FULL = 1.0
POINT = 1 / mm
"""One point in millimetres."""


class Align(StrEnum):
    """Where a line stands within its width."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: size and distance of lines in points."""

    size: float
    leading: float
    style: Style = Style.BODY

    def smaller(self, by: float) -> Type:
        """Return the same type at *by* times its size."""
        return Type(self.size * by, self.leading * by, self.style)


class Sheet:
    """One page of *canvas*, ``width`` by ``height`` millimetres."""

    def __init__(self, canvas: Canvas, press: Press, *, size: tuple[float, float]) -> None:
        self._canvas = canvas
        self._press = press
        self.width, self.height = size[0] / mm, size[1] / mm

    def advance(self, character: str, style: Style = Style.BODY) -> float:
        """Return how wide *character* is set, in ems."""
        file = self._press.chain.font_of(character, style)
        if file is None:
            return FULL
        return float(self._press.typeface(file).face.getCharWidth(ord(character))) / 1000

    def width_of(self, text: str, face: Type) -> float:
        """Return how many millimetres *text* takes on one line."""
        return self._ems(text, face) * face.size * POINT
