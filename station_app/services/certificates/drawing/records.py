"""Records of several parts: titled values and tables that flow over pages.

A row is as high as its longest text, or as is needed to write in, and never parted; a
heading stays with what follows it. Each page ends with the foot, which says whose paper it is.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from station_app.services.certificates.drawing.page import (
    INDENT,
    LABEL,
    PORTRAIT,
    SMALL,
    TITLE,
    page_number,
)
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import Align, Box, Type
from station_app.services.certificates.drawing.strips import Strip, gap
from station_app.services.certificates.drawing.tables import TextRow, draw_form
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.services.certificates.drawing.lines import Line
    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.rights_papers import Part
    from station_app.services.certificates.rights_wording import Record

_LEFT, _TOP, _WIDTH = 22.0, 20.0, 166.0
_FOOT = 22.0
_TEXT = Type(11, 18)
_CELL = Type(10, 14)
_HEAD = Type(10, 14, Style.TITLE)
_PART = Type(12.5, 22, Style.TITLE)
_LABEL_SHARE = (36.0, 130.0)
_ROW = 9.5
_EDGE = 0.8
_MARK = Type(46, 50, Style.TITLE)
_MARK_GREY = 0.93


def draw_record(record: Record, press: Press) -> Paper:
    """Draw *record*; GlyphMissingError names what no font of ours can draw."""
    press.check(record.texts())
    printing = Printing(press, record.title, size=PORTRAIT)
    first = printing.page()
    pages = list(_paged(list(_strips(record, first)), first.height - _FOOT - _TOP))
    for number, strips in enumerate(pages, start=1):
        sheet = first if number == 1 else printing.page()
        if record.mark:
            sheet.across(record.mark, _MARK, grey=_MARK_GREY)
        y = _TOP
        for strip in strips:
            strip.draw(sheet, y)
            y += strip.height
        _draw_foot(sheet, record.footer, page_number(number, len(pages)))
    return printing.finished()


def _paged(strips: Sequence[Strip], room: float) -> Iterator[list[Strip]]:
    page: list[Strip] = []
    used = 0.0
    for block in _blocks(strips):
        height = sum(strip.height for strip in block)
        if page and used + height > room:
            yield page
            page, used = [], 0.0
        page.extend(block)
        used += height
    yield page


def _blocks(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    block: list[Strip] = []
    for strip in strips:
        block.append(strip)
        if not strip.leads:
            yield block
            block = []
    if block:
        yield block


def _strips(record: Record, sheet: Sheet) -> Iterator[Strip]:
    yield _one_line(record.title, TITLE, Align.CENTRE)
    if record.number:
        yield _one_line(record.number, SMALL, Align.RIGHT)
    yield gap(2.0)
    for text in record.lead:
        yield from _paragraph(text, sheet)
    for part in record.parts:
        yield from _part(part, sheet)
    yield gap(3.0)
    for text in record.after:
        yield from _paragraph(text, sheet)
    if record.form:
        yield _form(record)


def _part(part: Part, sheet: Sheet) -> Iterator[Strip]:
    yield gap(3.0, leads=True)
    yield _one_line(part.title, _PART, Align.LEFT, leads=True)
    rows = part.pairs or part.table
    shares = part.shares or _LABEL_SHARE
    has_headings = bool(part.table)
    for number, row in enumerate(rows):
        is_heading = has_headings and number == 0
        yield _row(
            row,
            sheet,
            shares,
            heads=frozenset(range(len(row))) if is_heading else _labels(part),
            leads=is_heading and len(rows) > 1,
            room=0.0 if is_heading else part.room,
        )
    if part.remark:
        yield from _paragraph(part.remark, sheet, face=_CELL, indent=0.0)


def _labels(part: Part) -> frozenset[int]:
    return frozenset() if part.table else frozenset({0})


def _row(
    row: Sequence[str],
    sheet: Sheet,
    shares: Sequence[float],
    *,
    heads: frozenset[int],
    leads: bool,
    room: float,
) -> Strip:
    unit = _WIDTH / sum(shares)
    drawn = TextRow.of(
        sheet,
        [
            (text, share * unit, _HEAD if place in heads else _CELL)
            for place, (text, share) in enumerate(zip(row, shares, strict=True))
        ],
        room=room,
    )
    return Strip(drawn.height(), lambda on, y: drawn.draw(on, _LEFT, y), leads)


def _one_line(text: str, face: Type, align: Align, *, leads: bool = False) -> Strip:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.fitted(text, Box(_LEFT, y, _WIDTH, face.line), face, align=align)

    return Strip(face.line, draw, leads)


def _paragraph(
    text: str, sheet: Sheet, *, face: Type = _TEXT, indent: float = INDENT
) -> Iterator[Strip]:
    for line in sheet.broken(text, _WIDTH, face, indent=indent):
        yield Strip(face.line, partial(_draw_line, line, face))


def _draw_line(line: Line, face: Type, sheet: Sheet, y: float) -> None:
    sheet.lines([line], Box(_LEFT, y, _WIDTH, face.line), face)


def _form(record: Record) -> Strip:
    def draw(sheet: Sheet, y: float) -> None:
        box = Box(_LEFT, y + 2.0, _WIDTH, 0.0)
        draw_form(sheet, record.form, box, row_height=_ROW, label_width=30.0, face=_CELL)

    return Strip(len(record.form) * _ROW + 2.0, draw)


def _draw_foot(sheet: Sheet, text: str, page: str) -> None:
    y = sheet.height - _FOOT + 4.0
    sheet.rule((_LEFT, y), (_LEFT + _WIDTH, y), weight=_EDGE)
    wide = sheet.width_of(page, LABEL) + 6.0
    lines = len(sheet.broken(text, _WIDTH - wide, LABEL))
    box = Box(_LEFT, y + 1.5, _WIDTH - wide, min(lines, 2) * LABEL.line)
    sheet.fitted(text, box, LABEL)
    sheet.line(page, Box(_LEFT, y + 1.5, _WIDTH, LABEL.line), LABEL, align=Align.RIGHT)
