"""Papers that go out with a seal: the certificate with its stub, and the refusal slip.

The upper two thirds of the page are the paper, the lower third is the stub (存根); both
carry the number, and the line to cut along runs through it (骑缝). A text too long for
its room is set smaller step by step, and goes over to a second page only after that.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.paper_templates.parts import RULES, TITLE, part_of
from station_app.services.certificates.drawing.codes import draw_code
from station_app.services.certificates.drawing.page import (
    INDENT,
    LABEL,
    SMALL,
    Frame,
    page_number,
)
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import POINT, Align, Box, Type
from station_app.services.certificates.drawing.strips import (
    Strip,
    form_strips,
    gap,
    signing_strip,
    table_strips,
)
from station_app.services.certificates.drawing.tables import draw_form, draw_table
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.services.certificates.drawing.lines import Line
    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.wording import Letter, Lines

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
_COPY = 6.5
"""How far from the top it says whose copy this is."""
_FOOT = 9.0
"""What the rule above the foot and the space around it take."""
_SHARES = (27.0, 40.0, 44.0, 31.0)
_PARTED_ROW, _EDGE = 8.0, 0.4


def draw_letter(letter: Letter, press: Press) -> Paper:
    """Draw *letter*, as many times as it has copies.

    GlyphMissingError names what no font of ours can draw.
    """
    press.check(letter.texts())
    frame = Frame.of(letter.page)
    printing = Printing(
        press, letter.title, size=frame.size, keywords=letter.code, form=letter.preprinted
    )
    for copy in letter.copies or ("",):
        _draw_copy(letter, copy, printing, frame)
    return printing.finished()


def _draw_copy(letter: Letter, copy: str, printing: Printing, frame: Frame) -> None:
    first = printing.page()
    draw_code(first, letter.code, letter.code_says, frame)
    last = _end(letter, first, frame) - _footer_height(letter) - frame.top
    room = first.height - frame.bottom - frame.top
    pages = _paged(_fitting(letter, first, frame, last), last, room)
    for number, page in enumerate(pages, start=1):
        sheet = first if number == 1 else printing.page()
        _draw_page(letter, sheet, page, frame)
        if copy:
            with sheet.part("copy"):
                sheet.fitted(copy, frame.box(_COPY, LABEL.line), LABEL)
        if len(pages) > 1:
            below = Box(0, sheet.height - _PAGE_NUMBER, sheet.width, LABEL.line)
            sheet.line(page_number(number, len(pages)), below, LABEL, align=Align.CENTRE)
        if number == len(pages):
            _draw_foot(letter, sheet, frame)


def _end(letter: Letter, sheet: Sheet, frame: Frame) -> float:
    """Return where the paper itself ends: at the seam, or at the margin."""
    if letter.seam and frame.seam is not None:
        return frame.seam
    return sheet.height - frame.bottom


def _fitting(letter: Letter, sheet: Sheet, frame: Frame, room: float) -> list[Strip]:
    """Return the strips of *letter*, set as large as fits into *room*, or smallest."""
    strips: list[Strip] = []
    for body in frame.bodies:
        strips = list(_strips(letter, sheet, frame, body))
        if sum(strip.height for strip in strips) <= room:
            break
    return strips


def _draw_page(letter: Letter, sheet: Sheet, strips: Sequence[Strip], frame: Frame) -> None:
    if letter.mark:
        sheet.across(letter.mark, _MARK, grey=_MARK_GREY)
    y = frame.top
    for strip in strips:
        strip.draw(sheet, y)
        y += strip.height


def _paged(strips: Sequence[Strip], last: float, other: float) -> list[list[Strip]]:
    """Deal *strips* out to pages *other* high; the end needs one only *last* high."""
    # A signature must not stand alone on a page: anything could be written above it.
    blocks = [*([strip] for strip in strips[:-_KEPT]), list(strips[-_KEPT:])]
    pages: list[list[Strip]] = [[]]
    used = 0.0
    for block in blocks:
        height = sum(strip.height for strip in block)
        if pages[-1] and used + height > (last if block is blocks[-1] else other):
            pages.append([])
            used = 0.0
        pages[-1].extend(block)
        used += height
    return pages


def _strips(letter: Letter, sheet: Sheet, frame: Frame, body: Type) -> Iterator[Strip]:
    yield _as_part(TITLE, _one_line(letter.title, frame, frame.title, Align.CENTRE))
    if letter.number:
        yield gap(3.0)
        yield _as_part("number", _one_line(letter.number, frame, SMALL, Align.RIGHT))
    yield gap(4.0)
    if letter.addressee:
        for strip in _paragraph(letter.addressee, sheet, frame, body, indent=0.0):
            yield _as_part("addressee", strip)
    yield from _paragraphs("body", letter.paragraphs, sheet, frame, body)
    yield from _ruled(letter, sheet, frame)
    yield from _paragraphs("after", letter.after, sheet, frame, body)
    if letter.signing:
        yield gap(2.0)
        yield signing_strip(letter.signing, frame)
    if letter.signature:
        yield _as_part("signature", _signature(letter, sheet, frame, body))


def _as_part(name: str, strip: Strip) -> Strip:
    def draw(sheet: Sheet, y: float) -> None:
        with sheet.part(name):
            strip.draw(sheet, y)

    return Strip(strip.height, draw, strip.leads)


def _paragraphs(
    section: str, texts: Sequence[str], sheet: Sheet, frame: Frame, face: Type
) -> Iterator[Strip]:
    for number, text in enumerate(texts, start=1):
        for strip in _paragraph(text, sheet, frame, face, indent=INDENT):
            yield _as_part(part_of(section, number), strip)


def _ruled(letter: Letter, sheet: Sheet, frame: Frame) -> Iterator[Strip]:
    if letter.form:
        yield gap(2.0)
        yield from form_strips(letter.form, sheet, frame)
        yield gap(3.0)
    if letter.table:
        for strip in _table(letter, sheet, frame):
            yield _as_part("table", strip)


def _one_line(text: str, frame: Frame, face: Type, align: Align) -> Strip:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.fitted(text, frame.box(y, face.line), face, align=align)

    return Strip(face.line, draw)


def _paragraph(
    text: str, sheet: Sheet, frame: Frame, face: Type, *, indent: float
) -> Iterator[Strip]:
    for line in sheet.broken(text, frame.width, face, indent=indent):
        yield Strip(face.line, partial(_draw_line, line, frame, face))


def _draw_line(line: Line, frame: Frame, face: Type, sheet: Sheet, y: float) -> None:
    sheet.lines([line], frame.box(y), face)


def _table(letter: Letter, sheet: Sheet, frame: Frame) -> Iterator[Strip]:
    """Yield the table as one, or row by row where its template says how wide columns are.

    A record of years goes over pages; a list of two or three offices is kept together.
    """
    if letter.grows:
        yield gap(0.0 if letter.form else 2.0)
        yield from table_strips(letter.table, letter.shares, sheet, frame)
        yield gap(3.0)
        return
    if not letter.shares:

        def draw(sheet: Sheet, y: float) -> None:
            box = frame.box(y + 2)
            draw_table(sheet, letter.table, box, shares=_SHARES, row_height=_ROW, face=SMALL)

        yield Strip(_ROW * len(letter.table) + 5, draw)
        return
    headings, *lines = letter.table
    yield gap(2.0)
    # the headings take the first row along: never alone at the end of a page
    yield _rows((headings, *lines[:1]), letter.shares, frame, is_headed=True)
    for line in lines[1:]:
        yield _rows((line,), letter.shares, frame, is_headed=False)
    yield gap(3.0)


def _rows(lines: Lines, shares: Sequence[float], frame: Frame, *, is_headed: bool) -> Strip:
    def draw(sheet: Sheet, y: float) -> None:
        draw_table(
            sheet,
            lines,
            frame.box(y),
            shares=shares,
            row_height=_PARTED_ROW,
            face=LABEL,
            is_headed=is_headed,
            edge=_EDGE,
        )

    return Strip(_PARTED_ROW * len(lines), draw)


def _signature(letter: Letter, sheet: Sheet, frame: Frame, face: Type) -> Strip:
    """Set issuer, date and place of the seal below one another, on one axis."""
    em = face.size * POINT
    widest = max(sheet.width_of(text, face) for text in letter.signature)
    dated = sheet.width_of(letter.signature[1], face)
    # A long name of the station takes from the space on the right, not from the margin.
    space = max(0.0, min(_SEAL_SPACE * em, frame.width - widest))
    axis = frame.left + frame.width - max(space + dated / 2, widest / 2)

    def draw(on: Sheet, y: float) -> None:
        for place, text in enumerate(letter.signature):
            width = on.width_of(text, face)
            row = Box(axis - width / 2, y + (place + 0.6) * face.line, width, face.line)
            on.line(text, row, face)

    return Strip((len(letter.signature) + 0.6) * face.line, draw)


def _footer_height(letter: Letter) -> float:
    return len(letter.footer) * LABEL.line + _FOOT


def _draw_foot(letter: Letter, sheet: Sheet, frame: Frame) -> None:
    y = _end(letter, sheet, frame) - _footer_height(letter) + 2.0
    with sheet.part(RULES):
        sheet.rule((frame.left, y), (frame.left + frame.width, y), weight=0.4)
    for number, text in enumerate(letter.footer, start=1):
        y += 1.0 if number == 1 else 0.0
        with sheet.part(part_of("footer", number)):
            sheet.fitted(text, frame.box(y, LABEL.line), LABEL)
        y += LABEL.line
    if letter.seam and frame.seam is not None:
        _draw_stub(letter, sheet, frame, frame.seam)


def _draw_stub(letter: Letter, sheet: Sheet, frame: Frame, y: float) -> None:
    width = sheet.width_of(letter.seam, SMALL) + 4
    seam = Box((sheet.width - width) / 2, y - 3.5, width, 7.0)
    with sheet.part(RULES):
        sheet.dashes(y, but=seam)
    with sheet.part("seam"):
        sheet.line(letter.seam, seam, SMALL, align=Align.CENTRE)
    head = frame.box(y + 5.0, _STUB_TITLE.line)
    with sheet.part(part_of("stub_title", 1)):
        sheet.line(letter.stub_title, head, _STUB_TITLE, align=Align.CENTRE)
    draw_form(
        sheet,
        letter.stub,
        frame.box(head.y + head.height + 1.0),
        row_height=_STUB_ROW,
        label_width=22.0,
        face=LABEL,
    )
