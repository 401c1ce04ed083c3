"""Ruled tables: rows of labelled fields, and lines under headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.paper_templates.parts import STUB
from station_app.services.certificates.drawing.sheet import Align, Box, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.services.certificates.drawing.lines import Line
    from station_app.services.certificates.drawing.sheet import Sheet

_PADDING = (1.4, 0.3)
_LABEL_PADDING = (0.7, 0.3)
_HEAVY = 0.9
_LIGHT = 0.4
_PAD_X, _PAD_Y = 1.6, 1.0
_THIN = 0.3


@dataclass(frozen=True, slots=True)
class TextRow:
    """Texts side by side, broken into lines: the row is as high as the longest of them.

    With ``room`` it is at least as high as that, to write in by hand.
    """

    cells: Sequence[tuple[Sequence[Line], float, Type]]
    """The lines of each, how wide it is, and what it is set in."""
    room: float = 0.0

    @classmethod
    def of(
        cls, sheet: Sheet, cells: Sequence[tuple[str, float, Type]], *, room: float = 0.0
    ) -> TextRow:
        """Return the row of *cells*: text, width and type."""
        return cls(
            [
                (sheet.broken(text, width - 2 * _PAD_X, face), width, face)
                for text, width, face in cells
            ],
            room,
        )

    def height(self) -> float:
        """Return how high it is."""
        return max(self.room, self._text() + 2 * _PAD_Y)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it with its frames, from *x* on and from *y* down."""
        height = self.height()
        above = (height - self._text()) / 2
        for lines, width, face in self.cells:
            box = Box(x + _PAD_X, y + above, width - 2 * _PAD_X, height)
            sheet.lines(lines, box, face)
            sheet.frame(Box(x, y, width, height), weight=_THIN)
            x += width

    def _text(self) -> float:
        return max(len(lines) * face.line for lines, _, face in self.cells)


def draw_form(
    sheet: Sheet,
    rows: Sequence[Sequence[tuple[str, str]]],
    box: Box,
    *,
    row_height: float,
    label_width: float,
    face: Type,
) -> float:
    """Draw *rows* of label and text from the top of *box*; return where they end."""
    y = box.y
    for row in rows:
        width = box.width / len(row)
        for place, (label, text) in enumerate(row):
            x = box.x + place * width
            with sheet.part(STUB):
                _label(sheet, label, Box(x, y, label_width, row_height), face)
                if place:
                    sheet.rule((x, y), (x, y + row_height), weight=_LIGHT)
            with sheet.part("stub_field"):
                _field(sheet, text, Box(x + label_width, y, width - label_width, row_height), face)
        if y > box.y:
            with sheet.part(STUB):
                sheet.rule((box.x, y), (box.x + box.width, y), weight=_LIGHT)
        y += row_height
    with sheet.part(STUB):
        sheet.frame(Box(box.x, box.y, box.width, y - box.y), weight=_HEAVY)
    return y


def draw_table(
    sheet: Sheet,
    lines: Sequence[Sequence[str]],
    box: Box,
    *,
    shares: Sequence[float],
    row_height: float,
    face: Type,
    centred: frozenset[int] = frozenset(),
    is_headed: bool = True,
    edge: float = _HEAVY,
) -> float:
    """Draw *lines*, the headings first, in columns of *shares*; return where they end.

    Lines that are not headed go on with a table that was begun above them.
    """
    unit = box.width / sum(shares)
    y = box.y
    for number, line in enumerate(lines):
        x = box.x
        for column, (text, share) in enumerate(zip(line, shares, strict=True)):
            cell = Box(x, y, share * unit, row_height).within(*_PADDING)
            is_heading = is_headed and not number
            align = Align.CENTRE if is_heading or column in centred else Align.LEFT
            sheet.fitted(text, cell, face, align=align)
            x += share * unit
        if number:
            sheet.rule((box.x, y), (box.x + box.width, y), weight=_LIGHT)
        y += row_height
    _columns(sheet, Box(box.x, box.y, box.width, y - box.y), shares, edge)
    return y


def _columns(sheet: Sheet, box: Box, shares: Sequence[float], edge: float) -> None:
    sheet.frame(box, weight=edge)
    x = box.x
    for share in shares[:-1]:
        x += share * box.width / sum(shares)
        sheet.rule((x, box.y), (x, box.y + box.height), weight=_LIGHT)


def _label(sheet: Sheet, label: str, box: Box, face: Type) -> None:
    sheet.fitted(label, box.within(*_LABEL_PADDING), face, align=Align.CENTRE)
    edge = box.x + box.width
    sheet.rule((edge, box.y), (edge, box.y + box.height), weight=_LIGHT)


def _field(sheet: Sheet, text: str, box: Box, face: Type) -> None:
    sheet.fitted(text, box.within(*_PADDING), face)
