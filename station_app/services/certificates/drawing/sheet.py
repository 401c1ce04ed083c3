"""A page to write on: millimetres from its top left corner, our fonts, our lines."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from reportlab.lib import units

from station_app.services.certificates.drawing.lines import broken, pieces, whole, width_of
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from station_app.services.certificates.drawing.lines import Line
    from station_app.services.certificates.drawing.press import Press

_MM: Final[float] = units.mm
POINT: Final = 1 / _MM
"""One point in millimetres."""
_MIDDLE = 0.38
"""The middle of a Han character lies so many ems above the baseline."""
_HAIR = 1e-6
_BLACK = (0.0, 0.0, 0.0)
FORM: Final = "Form"
FIELD: Final = "Field."
CODE: Final = "code"
"""The part that is the signed code."""
_STEPS = (1.0, 0.94, 0.88, 0.8, 0.72, 0.64, 0.56, 0.48, 0.4)


class Align(StrEnum):
    """Where a line stands within its width."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: size and distance of lines, in points."""

    size: float
    leading: float
    style: Style = Style.BODY

    @property
    def line(self) -> float:
        """Return the distance of lines in millimetres."""
        return self.leading * POINT

    def times(self, factor: float) -> Type:
        """Return the same type *factor* times as large."""
        return Type(self.size * factor, self.leading * factor, self.style)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page, in millimetres from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    def within(self, sides: float, ends: float) -> Box:
        """Return what is left without *sides*, left and right, and *ends*, top and bottom."""
        return Box(self.x + sides, self.y + ends, self.width - 2 * sides, self.height - 2 * ends)


class Sheet:
    """One page of *canvas*; sizes are points, as ReportLab gives them."""

    def __init__(
        self,
        canvas: Canvas,
        press: Press,
        *,
        size: tuple[float, float],
        form: frozenset[str] = frozenset(),
    ) -> None:
        self._canvas = canvas
        self._form = form
        self._press = press
        self._ink = _BLACK
        self.width, self.height = size[0] / _MM, size[1] / _MM

    @contextmanager
    def ink(self, colour: tuple[float, float, float]) -> Iterator[None]:
        """Write and rule in *colour*: red, green and blue from 0 to 1."""
        self._use(colour)
        yield
        self._use(_BLACK)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Mark what is drawn as the part *name*: on the form already, or a field (套打)."""
        if not self._form:
            yield
            return
        mark = FORM if name in self._form else FIELD + name.replace(" ", ".")
        self._canvas.addLiteral(f"/{mark} BMC")
        yield
        self._canvas.addLiteral("EMC")

    def width_of(self, text: str, face: Type) -> float:
        """Return how many millimetres *text* takes on one line."""
        return width_of(text, self._press.advances(face.style)) * face.size * POINT

    def broken(self, text: str, width: float, face: Type, *, indent: float = 0.0) -> list[Line]:
        """Break *text* into lines *width* millimetres wide, *indent* in ems."""
        ems = width / POINT / face.size
        return broken(text, ems, self._press.advances(face.style), indent=indent)

    def line(
        self, text: str, box: Box, face: Type, *, align: Align = Align.LEFT, grey: float = 0.0
    ) -> None:
        """Write *text* on one line in the middle of the height of *box*."""
        spare = box.width - self.width_of(text, face)
        before = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[align]
        line = whole(text, self._press.advances(face.style))
        if self._ink is _BLACK:
            self._canvas.setFillGray(grey)
        self._write(line, box.x + before, self._baseline(box, face), face, width=0.0)
        if self._ink is _BLACK:
            self._canvas.setFillGray(0.0)

    def lines(
        self, lines: Sequence[Line], box: Box, face: Type, *, align: Align = Align.LEFT
    ) -> float:
        """Write *lines* from the top of *box* down; return where they end."""
        y = box.y
        for line in lines:
            row = Box(box.x, y, box.width, face.line)
            if align is Align.LEFT:
                self._write(line, box.x, self._baseline(row, face), face, width=box.width)
            else:
                self.line(line.text, row, face, align=align)
            y += face.line
        return y

    def fitted(self, text: str, box: Box, face: Type, *, align: Align = Align.LEFT) -> None:
        """Write *text* in the middle of *box*, as much smaller as it takes to fit in.

        What is too long even for the smallest type is cut, and the cut is marked.
        """
        small, lines = self._shrunk(text, box, face)
        height = len(lines) * small.line
        middle = Box(box.x, box.y + (box.height - height) / 2, box.width, height)
        self.lines(lines, middle, small, align=align)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], *, weight: float = 0.5
    ) -> None:
        """Draw a line *weight* points thick."""
        self._canvas.setLineWidth(weight)
        self._canvas.line(*self._place(*start), *self._place(*end))

    def dashes(self, y: float, *, but: Box | None = None) -> None:
        """Draw the line to cut along, right across the page, *but* where that box lies."""
        self._canvas.setDash(3, 2.2)
        spans = (
            [(0.0, self.width)]
            if but is None
            else [
                (0.0, but.x),
                (but.x + but.width, self.width),
            ]
        )
        for first, last in spans:
            self.rule((first, y), (last, y), weight=0.6)
        self._canvas.setDash()

    def frame(self, box: Box, *, weight: float = 0.5) -> None:
        """Draw the outline of *box*."""
        self._canvas.setLineWidth(weight)
        x, y = self._place(box.x, box.y + box.height)
        self._canvas.rect(x, y, box.width * _MM, box.height * _MM)

    def bars(self, bars: Iterable[tuple[int, int, int]], x: float, y: float, side: float) -> None:
        """Fill *bars* of squares *side* wide in black: column, row and length of each.

        They are one figure with its first square at *x*, *y*, so that neighbours meet without
        a seam.
        """
        self._canvas.saveState()
        self._canvas.translate(*self._place(x, y))
        self._canvas.scale(side * _MM, -side * _MM)
        figure = " ".join(f"{column} {row} {length} 1 re" for column, row, length in bars)
        self._canvas.addLiteral(f"{figure} f")
        self._canvas.restoreState()

    def across(self, text: str, face: Type, *, grey: float) -> None:
        """Write *text* aslant over the middle of the page, to be drawn upon."""
        self._canvas.saveState()
        self._canvas.translate(*self._place(self.width / 2, self.height * 0.42))
        self._canvas.rotate(35)
        self._canvas.translate(0, -self.height * _MM)
        width = self.width_of(text, face)
        self.line(text, Box(-width / 2, -face.line / 2, width, face.line), face, grey=grey)
        self._canvas.restoreState()

    def _use(self, colour: tuple[float, float, float]) -> None:
        self._ink = colour
        self._canvas.setFillColorRGB(*colour)
        self._canvas.setStrokeColorRGB(*colour)

    def _shrunk(self, text: str, box: Box, face: Type) -> tuple[Type, Sequence[Line]]:
        for step in _STEPS:
            small = face.times(step)
            lines = self.broken(text, box.width, small)
            if len(lines) <= _room(box, small):
                return small, lines
        least = face.times(_STEPS[-1])
        room = _room(box, least)
        kept = sum(len(line.text) for line in self.broken(text, box.width, least)[:room])
        # One character gives way to the mark of the cut.
        return least, self.broken(text[: kept - 1] + "…", box.width, least)[:room]

    def _baseline(self, box: Box, face: Type) -> float:
        return box.y + box.height / 2 + _MIDDLE * face.size * POINT

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return x * _MM, (self.height - y) * _MM

    def _write(self, line: Line, x: float, y: float, face: Type, *, width: float) -> None:
        ems = width / POINT / face.size
        left, up = self._place(x, y)
        for piece in pieces(line, ems, self._press.advances(face.style)):
            at = left + piece.x * face.size
            gap = piece.gap * face.size
            for file, text in self._press.chain.runs(piece.text, face.style):
                typeface = self._press.typeface(file)
                self._canvas.setFont(file, face.size)
                self._canvas.drawString(at, up, text, charSpace=gap)
                at += typeface.stringWidth(text, face.size) + gap * len(text)


def _room(box: Box, face: Type) -> int:
    return max(1, int((box.height + _HAIR) / face.line))
