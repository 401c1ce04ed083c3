"""The test sheet of a printer (套打测试页): a cross, a measured line, rulers, what to do.

All of it keeps so far from the edges that the widest shift leaves it on the paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.overprint import CROSS, STRETCH
from station_app.services.certificates.drawing.page import LABEL, PORTRAIT
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import POINT, Align, Box, Type
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.test_sheet_wording import TestSheet

_PART: Final = "sheet"
_ARM: Final = 8.0
_FINE, _STRONG = 0.25, 0.5
_TICKS: Final = ((10, 4.5), (5, 3.2), (1, 2.0))
"""How long the tick of each tenth, fifth and single millimetre is."""
_DOWN: Final = 150
"""How long the ruler downwards is."""
_TITLE: Final = Type(18, 26, Style.TITLE)
_LEAD: Final = Type(11, 17)
_TEXT: Final = Type(12, 20)
_MARK: Final = Type(12, 16, Style.TITLE)
_FIGURE: Final = Type(7, 8)
_LEFT, _WIDTH, _TOP = 60.0, 118.0, 62.0
_HANGING = 7.0


def draw_test_sheet(told: TestSheet, press: Press) -> Paper:
    """Draw the sheet as a page that can be set right: all of it is one field."""
    press.check(told.texts())
    printing = Printing(press, told.title, size=PORTRAIT, form=frozenset({"nothing"}))
    sheet = printing.page()
    with sheet.part(_PART):
        _draw_measures(sheet, told)
        _draw_words(sheet, told)
    return printing.finished()


def _draw_measures(sheet: Sheet, told: TestSheet) -> None:
    x, y = CROSS
    first, second, third = told.marks
    sheet.rule((x - _ARM, y), (x + STRETCH + _ARM, y), weight=_STRONG)
    sheet.rule((x, y - _ARM), (x, y + _DOWN), weight=_STRONG)
    end = x + STRETCH
    sheet.rule((end, y - _ARM), (end, y + _ARM), weight=_STRONG)
    for millimetre in range(1, int(STRETCH)):
        sheet.rule((x + millimetre, y), (x + millimetre, y + _tick(millimetre)), weight=_FINE)
    for millimetre in range(1, _DOWN + 1):
        sheet.rule((x, y + millimetre), (x + _tick(millimetre), y + millimetre), weight=_FINE)
    for tenth in range(10, int(STRETCH), 10):
        box = Box(x + tenth - 5, y + 5.0, 10, _FIGURE.line)
        sheet.line(str(tenth), box, _FIGURE, align=Align.CENTRE)
    for tenth in range(10, _DOWN + 1, 10):
        sheet.line(str(tenth), Box(x + 5.5, y + tenth - 1.5, 8, 3), _FIGURE)
    sheet.line(first, Box(x - 12, y + 12, 10, _MARK.line), _MARK, align=Align.CENTRE)
    sheet.line(second, Box(x + 2, y - 10, 10, _MARK.line), _MARK)
    middle = Box(x + STRETCH / 2 - 5, y - 7, 10, _MARK.line)
    sheet.line(third, middle, _MARK, align=Align.CENTRE)


def _tick(millimetre: int) -> float:
    return next(length for each, length in _TICKS if millimetre % each == 0)


def _draw_words(sheet: Sheet, told: TestSheet) -> None:
    y = _TOP
    sheet.fitted(told.title, Box(_LEFT, y, _WIDTH, _TITLE.line), _TITLE)
    y += _TITLE.line + 2
    for text in told.lead:
        lines = sheet.broken(text, _WIDTH, _LEAD)
        y = sheet.lines(lines, Box(_LEFT, y, _WIDTH, 0), _LEAD)
    y += LABEL.size * POINT
    for number, text in enumerate(told.steps, start=1):
        sheet.line(f"{number}.", Box(_LEFT, y, _HANGING, _TEXT.line), _TEXT)
        box = Box(_LEFT + _HANGING, y, _WIDTH - _HANGING, 0)
        y = sheet.lines(sheet.broken(text, box.width, _TEXT), box, _TEXT) + 1.5
