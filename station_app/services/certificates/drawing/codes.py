"""The code at the head of a paper: right at the top, away from the seal.

Five dots of 300 to the inch a module and level Q were still read after a copy at 150 dots,
weak toner and a phone's camera; a seal over part of it cost a quarter of the readings.
"""

from __future__ import annotations

from itertools import groupby
from math import isqrt
from typing import TYPE_CHECKING, Final

import zxingcpp

from station_app.domain.paper_templates.parts import part_of
from station_app.services.certificates.drawing.sheet import CODE, Align, Box, Type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.services.certificates.drawing.page import Frame
    from station_app.services.certificates.drawing.sheet import Sheet

MODULE: Final = 25.4 * 5 / 300
"""In millimetres: five dots of a printer with 300 to the inch."""
QUIET: Final = 4
LEVEL: Final = "Q"
_DARK: Final = 0
_TOP: Final = 5.0
_EDGE: Final = 7.0
"""How far the quiet zone stays from the edge of the paper."""
_GAP: Final = 2.0
_SAYS: Final = Type(9, 12.5)
_SAYS_TOP: Final = 13.0


def draw_code(sheet: Sheet, digits: str, says: Sequence[str], frame: Frame) -> None:
    """Draw *digits* as a QR at the top right of *sheet*, *says* beside it."""
    right = frame.left + frame.width + _GAP
    if digits:
        rows = modules(digits)
        right = sheet.width - _EDGE - (len(rows) + 2 * QUIET) * MODULE
        with sheet.part(CODE):
            sheet.bars(_bars(rows), right + QUIET * MODULE, _TOP + QUIET * MODULE, MODULE)
    for place, text in enumerate(says):
        top = _SAYS_TOP + place * _SAYS.line
        box = Box(frame.left, top, right - _GAP - frame.left, _SAYS.line)
        with sheet.part(part_of("code_says", place + 1)):
            sheet.fitted(text, box, _SAYS, align=Align.RIGHT)


def draw_code_at(sheet: Sheet, digits: str, x: float, bottom: float) -> float:
    """Draw *digits* as a QR with its lower left corner at *x*, *bottom*; return how wide."""
    rows = modules(digits)
    side = (len(rows) + 2 * QUIET) * MODULE
    with sheet.part(CODE):
        sheet.bars(_bars(rows), x + QUIET * MODULE, bottom - side + QUIET * MODULE, MODULE)
    return side


def modules(digits: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of the code for *digits*, true for dark, without the quiet zone."""
    code = zxingcpp.create_barcode(digits, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    image = code.to_image(scale=1, add_quiet_zones=False)
    dots = memoryview(image).tobytes()  # type: ignore[arg-type]  # its stub names no buffer
    side = isqrt(len(dots))
    rows = (dots[start : start + side] for start in range(0, len(dots), side))
    return tuple(tuple(dot == _DARK for dot in row) for row in rows)


def _bars(rows: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int, int]]:
    """Yield neighbours in a row as one, so that no hair of white runs between them."""
    for line, row in enumerate(rows):
        column = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                yield column, line, length
            column += length
