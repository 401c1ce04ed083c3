"""Strips: what of a paper is not parted by the end of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.services.certificates.drawing.page import LABEL
from station_app.services.certificates.drawing.sheet import Type
from station_app.services.certificates.drawing.tables import TextRow, draw_form
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from station_app.services.certificates.drawing.page import Frame
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.phrasing import Rows

_HEAD = Type(10.5, 13.5, Style.TITLE)
_LABEL_WIDTH = 26.0
_SIGNING_ROW = 10.5


@dataclass(frozen=True, slots=True)
class Strip:
    """Its height, and how it is drawn at y; one that ``leads`` stays with the next."""

    height: float
    draw: Callable[[Sheet, float], object]
    leads: bool = False


def gap(height: float, *, leads: bool = False) -> Strip:
    """Return a strip of nothing."""
    return Strip(height, lambda _sheet, _y: None, leads)


def form_strips(rows: Rows, sheet: Sheet, frame: Frame) -> Iterator[Strip]:
    """Yield *rows* of labelled cells, each as high as its texts."""
    for row in rows:
        width = frame.width / len(row) - _LABEL_WIDTH
        cells = []
        for label, text in row:
            cells += [(label, _LABEL_WIDTH, _HEAD), (text, width, LABEL)]
        yield _strip((TextRow.of(sheet, cells),), frame)


def table_strips(
    lines: Sequence[Sequence[str]], shares: Sequence[float], sheet: Sheet, frame: Frame
) -> Iterator[Strip]:
    """Yield *lines*, each as high as its texts; the headings take the first one along."""
    unit = frame.width / sum(shares)
    rows = [
        TextRow.of(
            sheet,
            [
                (text, share * unit, LABEL if number else _HEAD)
                for text, share in zip(line, shares, strict=True)
            ],
        )
        for number, line in enumerate(lines)
    ]
    yield _strip(rows[:2], frame)
    for row in rows[2:]:
        yield _strip((row,), frame)


def signing_strip(rows: Rows, frame: Frame) -> Strip:
    """Return the places to sign, high enough for a hand and kept together."""

    def draw(sheet: Sheet, y: float) -> None:
        draw_form(
            sheet,
            rows,
            frame.box(y),
            row_height=_SIGNING_ROW,
            label_width=_LABEL_WIDTH,
            face=LABEL,
        )

    return Strip(len(rows) * _SIGNING_ROW, draw)


def _strip(rows: Sequence[TextRow], frame: Frame) -> Strip:
    def draw(sheet: Sheet, y: float) -> None:
        for row in rows:
            row.draw(sheet, frame.left, y)
            y += row.height()

    return Strip(sum(row.height() for row in rows), draw)
