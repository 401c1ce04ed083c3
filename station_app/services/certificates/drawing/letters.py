"""Papers that go out with a seal: the certificate with its stub, and the refusal slip.

The upper two thirds of the page are the paper, the lower third is the stub (存根); both
carry the number, and the line to cut along runs through it (骑缝). A text too long for
its room is set smaller step by step, and goes over to a second page only after that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from station_app.services.certificates.drawing.codes import draw_code
from station_app.services.certificates.drawing.page import (
    BODIES,
    BOTTOM,
    INDENT,
    LABEL,
    LEFT,
    PORTRAIT,
    SMALL,
    TEXT_WIDTH,
    TITLE,
    TOP,
    page_number,
    text_box,
)
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import POINT, Align, Box, Type
from station_app.services.certificates.drawing.tables import draw_form, draw_table
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from station_app.services.certificates.drawing.lines import Line
    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.wording import Letter

SEAM = 218.0
"""Where the line to cut along lies, in millimetres from the top."""
_STUB_TITLE = Type(14, 22, Style.TITLE)
_MARK = Type(56, 60, Style.TITLE)
_MARK_GREY = 0.9
_SEAL_SPACE = 4.0
"""The date stands so many characters in from the right (右空四字)."""
_ROW = 12.5
_STUB_ROW = 8.6
_KEPT = 3
"""The signature takes the two lines before it along to the next page."""
_PAGE_NUMBER = 11.0
_FOOT = 9.0
"""What the rule above the foot and the space around it take."""
_SHARES = (26.0, 44.0, 46.0, 26.0)


@dataclass(frozen=True, slots=True)
class _Strip:
    """What is not parted by the end of a page: its height, and how it is drawn at y."""

    height: float
    draw: Callable[[Sheet, float], object]


def draw_letter(letter: Letter, press: Press) -> Paper:
    """Draw *letter*; GlyphMissingError names what no font of ours can draw."""
    press.check(letter.texts())
    printing = Printing(press, letter.title, size=PORTRAIT, keywords=letter.code)
    first = printing.page()
    draw_code(first, letter.code, letter.code_says)
    last = (SEAM if letter.seam else first.height - BOTTOM) - _footer_height(letter) - TOP
    pages = _paged(_fitting(letter, first, last), last, first.height - BOTTOM - TOP)
    for number, page in enumerate(pages, start=1):
        sheet = first if number == 1 else printing.page()
        _draw_page(letter, sheet, page)
        if len(pages) > 1:
            below = Box(0, sheet.height - _PAGE_NUMBER, sheet.width, LABEL.line)
            sheet.line(page_number(number, len(pages)), below, LABEL, align=Align.CENTRE)
        if number == len(pages):
            _draw_foot(letter, sheet)
    return printing.finished()


def _fitting(letter: Letter, sheet: Sheet, room: float) -> list[_Strip]:
    """Return the strips of *letter*, set as large as fits into *room*, or smallest."""
    strips: list[_Strip] = []
    for body in BODIES:
        strips = list(_strips(letter, sheet, body))
        if sum(strip.height for strip in strips) <= room:
            break
    return strips


def _draw_page(letter: Letter, sheet: Sheet, strips: Sequence[_Strip]) -> None:
    if letter.mark:
        sheet.across(letter.mark, _MARK, grey=_MARK_GREY)
    y = TOP
    for strip in strips:
        strip.draw(sheet, y)
        y += strip.height


def _paged(strips: Sequence[_Strip], last: float, other: float) -> list[list[_Strip]]:
    """Deal *strips* out to pages *other* high; the end needs one only *last* high."""
    # A signature must not stand alone on a page: anything could be written above it.
    blocks = [*([strip] for strip in strips[:-_KEPT]), list(strips[-_KEPT:])]
    pages: list[list[_Strip]] = [[]]
    used = 0.0
    for block in blocks:
        height = sum(strip.height for strip in block)
        if pages[-1] and used + height > (last if block is blocks[-1] else other):
            pages.append([])
            used = 0.0
        pages[-1].extend(block)
        used += height
    return pages


def _strips(letter: Letter, sheet: Sheet, body: Type) -> Iterator[_Strip]:
    yield _one_line(letter.title, TITLE, Align.CENTRE)
    if letter.number:
        yield _gap(3.0)
        yield _one_line(letter.number, SMALL, Align.RIGHT)
    yield _gap(4.0)
    if letter.addressee:
        yield from _paragraph(letter.addressee, sheet, body, indent=0.0)
    for text in letter.paragraphs:
        yield from _paragraph(text, sheet, body, indent=INDENT)
    if letter.table:
        yield _table(letter)
    for text in letter.after:
        yield from _paragraph(text, sheet, body, indent=INDENT)
    yield _signature(letter, sheet, body)


def _gap(height: float) -> _Strip:
    return _Strip(height, lambda _sheet, _y: None)


def _one_line(text: str, face: Type, align: Align) -> _Strip:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.fitted(text, text_box(y, face.line), face, align=align)

    return _Strip(face.line, draw)


def _paragraph(text: str, sheet: Sheet, face: Type, *, indent: float) -> Iterator[_Strip]:
    for line in sheet.broken(text, TEXT_WIDTH, face, indent=indent):
        yield _Strip(face.line, partial(_draw_line, line, face))


def _draw_line(line: Line, face: Type, sheet: Sheet, y: float) -> None:
    sheet.lines([line], text_box(y), face)


def _table(letter: Letter) -> _Strip:
    def draw(sheet: Sheet, y: float) -> None:
        draw_table(
            sheet, letter.table, text_box(y + 2), shares=_SHARES, row_height=_ROW, face=SMALL
        )

    return _Strip(_ROW * len(letter.table) + 5, draw)


def _signature(letter: Letter, sheet: Sheet, face: Type) -> _Strip:
    """Set issuer, date and place of the seal below one another, on one axis."""
    em = face.size * POINT
    widest = max(sheet.width_of(text, face) for text in letter.signature)
    dated = sheet.width_of(letter.signature[1], face)
    # A long name of the station takes from the space on the right, not from the margin.
    space = max(0.0, min(_SEAL_SPACE * em, TEXT_WIDTH - widest))
    axis = LEFT + TEXT_WIDTH - max(space + dated / 2, widest / 2)

    def draw(on: Sheet, y: float) -> None:
        for place, text in enumerate(letter.signature):
            width = on.width_of(text, face)
            row = Box(axis - width / 2, y + (place + 0.6) * face.line, width, face.line)
            on.line(text, row, face)

    return _Strip((len(letter.signature) + 0.6) * face.line, draw)


def _footer_height(letter: Letter) -> float:
    return len(letter.footer) * LABEL.line + _FOOT


def _draw_foot(letter: Letter, sheet: Sheet) -> None:
    end = SEAM if letter.seam else sheet.height - BOTTOM
    y = end - _footer_height(letter) + 2.0
    sheet.rule((LEFT, y), (LEFT + TEXT_WIDTH, y), weight=0.4)
    for text in letter.footer:
        y += 1.0 if text is letter.footer[0] else 0.0
        sheet.fitted(text, text_box(y, LABEL.line), LABEL)
        y += LABEL.line
    if letter.seam:
        _draw_stub(letter, sheet)


def _draw_stub(letter: Letter, sheet: Sheet) -> None:
    width = sheet.width_of(letter.seam, SMALL) + 4
    seam = Box((sheet.width - width) / 2, SEAM - 3.5, width, 7.0)
    sheet.dashes(SEAM, but=seam)
    sheet.line(letter.seam, seam, SMALL, align=Align.CENTRE)
    head = text_box(SEAM + 5.0, _STUB_TITLE.line)
    sheet.line(letter.stub_title, head, _STUB_TITLE, align=Align.CENTRE)
    draw_form(
        sheet,
        letter.stub,
        text_box(head.y + head.height + 1.0),
        row_height=_STUB_ROW,
        label_width=22.0,
        face=LABEL,
    )
