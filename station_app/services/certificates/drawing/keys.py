"""The sheet with the paper recovery key: large, numbered groups, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.paper_templates.template import Page
from station_app.services.certificates.drawing.page import (
    INDENT,
    LABEL,
    PORTRAIT,
    TITLE,
    Frame,
)
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import Align, Box, Type
from station_app.services.certificates.drawing.tables import draw_form
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.wording import KeyPage

_FRAME = Frame.of(Page())
_TOP = 30.0
_COLUMNS = 3
_CELL = 21.0
_TEXT = Type(12, 21)
_STRONG = Type(12, 21, Style.TITLE)
_GROUP = Type(26, 30, Style.TITLE)
_ORDINAL = Type(9, 12)
_ORDINAL_GREY = 0.35


def draw_key_page(page: KeyPage, press: Press) -> Paper:
    """Draw the sheet; what is on it must be kept from everybody."""
    press.check(page.texts())
    printing = Printing(press, page.title, size=PORTRAIT)
    sheet = printing.page()
    sheet.fitted(page.title, _FRAME.box(_TOP, TITLE.line), TITLE, align=Align.CENTRE)
    y = _TOP + TITLE.line + 5
    for text in page.lead:
        y = _paragraph(sheet, text, y, _TEXT)
    y = _groups(sheet, page.groups, y + 4) + 6
    for number, text in enumerate(page.steps, start=1):
        y = _item(sheet, f"{number}.", text, y)
    y += 3
    for text in page.warnings:
        y = _paragraph(sheet, text, y, _STRONG)
    draw_form(sheet, page.form, _FRAME.box(y + 6), row_height=10, label_width=28, face=LABEL)
    return printing.finished()


def _paragraph(sheet: Sheet, text: str, y: float, face: Type) -> float:
    lines = sheet.broken(text, _FRAME.width, face, indent=INDENT)
    return sheet.lines(lines, _FRAME.box(y), face)


def _item(sheet: Sheet, ordinal: str, text: str, y: float) -> float:
    hanging = 7.0
    sheet.line(ordinal, _FRAME.box(y, _TEXT.line), _TEXT)
    box = Box(_FRAME.left + hanging, y, _FRAME.width - hanging, 0.0)
    return sheet.lines(sheet.broken(text, box.width, _TEXT), box, _TEXT)


def _groups(sheet: Sheet, groups: tuple[str, ...], y: float) -> float:
    width = _FRAME.width / _COLUMNS
    for place, group in enumerate(groups):
        row, column = divmod(place, _COLUMNS)
        cell = Box(_FRAME.left + column * width, y + row * _CELL, width, _CELL)
        sheet.frame(cell)
        corner = Box(cell.x + 2, cell.y + 1, 10, _ORDINAL.line)
        sheet.line(str(place + 1), corner, _ORDINAL, grey=_ORDINAL_GREY)
        sheet.line(group, cell, _GROUP, align=Align.CENTRE)
    return y + -(-len(groups) // _COLUMNS) * _CELL
