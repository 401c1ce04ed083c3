"""The day sheet: sections of tables and lines on A4 upright, places to sign at the end.

Rows go over to as many pages as they need; a heading never stands alone at the foot.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from station_app.services.certificates.drawing.page import (
    LABEL,
    PORTRAIT,
    SMALL,
    TITLE,
    page_number,
)
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import Align, Box, Type
from station_app.services.certificates.drawing.tables import draw_form, draw_table
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.wording import Journal, Lines, Section

_MARGIN, _TOP, _BOTTOM = 20.0, 16.0, 22.0
_WIDTH = 170.0
_HEADING = Type(12, 18, Style.TITLE)
_FACE = Type(10, 13)
_LINE = Type(10.5, 16)
_ROW = 7.6
_SIGN = 16.0
_FRAMED = 8.0
_SHARES = {4: (70, 40, 40, 20), 6: (50, 30, 20, 38, 12, 20)}
"""The widths of the columns of the table of acts and of that of papers."""
_CENTRED = {4: frozenset({1, 2, 3}), 6: frozenset({2, 4, 5})}


def draw_journal(journal: Journal, press: Press) -> Paper:
    """Draw *journal*; GlyphMissingError names what no font of ours can draw."""
    press.check(journal.texts())
    printing = Printing(press, journal.title, size=PORTRAIT)
    first = printing.page()
    flow = _Flow(first.height - _BOTTOM)
    flow.put(TITLE.line + SMALL.line + 2, partial(_draw_title, journal))
    for section in journal.sections:
        _lay_out(section, flow)
    flow.put(4.0 + _SIGN, partial(_draw_form, journal))
    for number, page in enumerate(flow.pages, start=1):
        sheet = first if number == 1 else printing.page()
        for draw in page:
            draw(sheet)
        _draw_foot(journal, sheet, page_number(number, len(flow.pages)))
    return printing.finished()


class _Flow:
    """What is to be drawn on each page, from top to bottom."""

    def __init__(self, bottom: float) -> None:
        self.pages: list[list[Callable[[Sheet], object]]] = [[]]
        self._bottom, self._y = bottom, _TOP

    def keep(self, height: float) -> None:
        """Begin a page unless so much room is left."""
        if self._y + height > self._bottom and self.pages[-1]:
            self.pages.append([])
            self._y = _TOP

    def put(self, height: float, draw: Callable[[Sheet, float], object]) -> None:
        """Draw something that is not parted."""
        self.keep(height)
        y = self._y
        self.pages[-1].append(lambda sheet: draw(sheet, y))
        self._y += height

    def put_table(self, table: Lines) -> None:
        """Draw a table, its headings again on every page."""
        headings, *rows = table
        while rows:
            self.keep(2 * _ROW)
            room = int((self._bottom - self._y) / _ROW) - 1
            part, rows = (headings, *rows[:room]), rows[room:]
            self.put(_ROW * len(part), partial(_draw_rows, part))


def _lay_out(section: Section, flow: _Flow) -> None:
    heading = _HEADING.line + 3
    # a heading takes the first row along
    flow.keep(heading + 2 * _ROW)
    flow.put(heading, partial(_draw_heading, section.heading))
    if section.table:
        flow.put_table(section.table)
    for text in section.lines:
        flow.put(_LINE.line, partial(_draw_text, text))
    if section.line:
        flow.put(_FRAMED + 2, partial(_draw_framed, section.line))


def _draw_title(journal: Journal, sheet: Sheet, y: float) -> None:
    sheet.fitted(journal.title, Box(_MARGIN, y, _WIDTH, TITLE.line), TITLE, align=Align.CENTRE)
    station, day = journal.subtitle
    under = Box(_MARGIN, y + TITLE.line, _WIDTH, SMALL.line)
    sheet.fitted(station, Box(under.x, under.y, _WIDTH * 0.7, under.height), SMALL)
    sheet.fitted(day, under, SMALL, align=Align.RIGHT)


def _draw_heading(text: str, sheet: Sheet, y: float) -> None:
    sheet.line(text, Box(_MARGIN, y + 2, _WIDTH, _HEADING.line), _HEADING)


def _draw_rows(lines: Lines, sheet: Sheet, y: float) -> None:
    columns = len(lines[0])
    draw_table(
        sheet,
        lines,
        Box(_MARGIN, y, _WIDTH, 0.0),
        shares=_SHARES[columns],
        row_height=_ROW,
        face=_FACE,
        centred=_CENTRED[columns],
    )


def _draw_text(text: str, sheet: Sheet, y: float) -> None:
    sheet.fitted(text, Box(_MARGIN, y, _WIDTH, _LINE.line), _LINE)


def _draw_framed(text: str, sheet: Sheet, y: float) -> None:
    """Draw what is typed back one day: on one line, apart from the rest."""
    box = Box(_MARGIN, y + 1, _WIDTH, _FRAMED)
    sheet.frame(box)
    sheet.fitted(text, box.within(2, 0.5), _FACE)


def _draw_form(journal: Journal, sheet: Sheet, y: float) -> None:
    draw_form(
        sheet,
        journal.form,
        Box(_MARGIN, y + 4, _WIDTH, 0.0),
        row_height=_SIGN,
        label_width=24,
        face=LABEL,
    )


def _draw_foot(journal: Journal, sheet: Sheet, page: str) -> None:
    foot = Box(_MARGIN, sheet.height - _BOTTOM + 5, _WIDTH, LABEL.line)
    beside = sheet.width_of(page, LABEL) + 4
    sheet.fitted("".join(journal.footer), Box(foot.x, foot.y, _WIDTH - beside, foot.height), LABEL)
    sheet.line(page, foot, LABEL, align=Align.RIGHT)
