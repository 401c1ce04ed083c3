"""The register of seal use: a ruled table on A4 across, headings on every page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from station_app.services.certificates.drawing.page import (
    LABEL,
    LANDSCAPE,
    SMALL,
    TITLE,
    page_number,
)
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import Align, Box, Type
from station_app.services.certificates.drawing.tables import draw_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.wording import Lines, Register

LINES_OF_PAGE = 15
_MARGIN = 18.0
_TOP = 16.0
_ROW = 9.2
_FACE = Type(9.5, 12)


@dataclass(frozen=True, slots=True)
class Grid:
    """The widths of a register's columns, and which of them stand in the middle."""

    shares: tuple[int, ...]
    centred: frozenset[int]


SEAL_GRID = Grid((10, 29, 46, 28, 42, 10, 18, 18, 18, 22, 20), frozenset({0, 1, 5, 6, 7, 8}))
"""序号, 日期, 编号, 名称, 用途, 份数, three names, 签字, 备注."""
AUDIT_GRID = Grid((16, 32, 22, 22, 44, 30, 95), frozenset({0, 1, 2, 3}))
"""编号, 时间, 经办人, 设备, 事项, 对象, 理由与内容."""


def draw_register(register: Register, press: Press, grid: Grid = SEAL_GRID) -> Paper:
    """Draw *register*, the last page filled up with empty lines to write on."""
    press.check(register.texts())
    printing = Printing(press, register.title, size=LANDSCAPE)
    pages = list(_pages(register.table))
    for number, lines in enumerate(pages, start=1):
        _draw_page(register, printing.page(), lines, page_number(number, len(pages)), grid)
    return printing.finished()


def _pages(table: Lines) -> Iterator[Lines]:
    headings, *rest = table
    empty = ("",) * len(headings)
    lines = iter(rest)
    part = tuple(islice(lines, LINES_OF_PAGE))
    while True:
        # Also when there is nothing to list: an empty register is printed to be written on.
        yield (headings, *part, *(empty,) * (LINES_OF_PAGE - len(part)))
        part = tuple(islice(lines, LINES_OF_PAGE))
        if not part:
            return


def _draw_page(register: Register, sheet: Sheet, lines: Lines, page: str, grid: Grid) -> None:
    box = Box(_MARGIN, _TOP, sheet.width - 2 * _MARGIN, TITLE.line)
    sheet.fitted(register.title, box, TITLE, align=Align.CENTRE)
    under = Box(_MARGIN, _TOP + TITLE.line, box.width, SMALL.line)
    station, period = register.subtitle
    half = Box(under.x, under.y, under.width * 0.62, under.height)
    sheet.fitted(station, half, SMALL)
    sheet.fitted(period, under, SMALL, align=Align.RIGHT)
    end = draw_table(
        sheet,
        lines,
        Box(_MARGIN, under.y + under.height + 1.0, box.width, 0.0),
        shares=grid.shares,
        row_height=_ROW,
        face=_FACE,
        centred=grid.centred,
    )
    foot = Box(_MARGIN, end + 2.0, box.width, LABEL.line)
    beside = sheet.width_of(page, LABEL) + 4
    sheet.fitted(
        "".join(register.footer), Box(foot.x, foot.y, foot.width - beside, foot.height), LABEL
    )
    sheet.line(page, foot, LABEL, align=Align.RIGHT)
