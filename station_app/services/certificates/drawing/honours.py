"""Certificates of honour (荣誉证书): A4 across, in a frame, the award in the middle.

The code stands at the lower left, away from the seal at the lower right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.paper_templates.parts import FRAME, TITLE, part_of
from station_app.services.certificates.drawing.codes import draw_code_at
from station_app.services.certificates.drawing.page import INDENT, LABEL, Frame
from station_app.services.certificates.drawing.printing import Printing
from station_app.services.certificates.drawing.sheet import POINT, Align, Box, Type
from station_app.services.certificates.fonts import Style

if TYPE_CHECKING:
    from station_app.services.certificates.drawing.press import Press
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.drawing.sheet import Sheet
    from station_app.services.certificates.wording import Letter

_RED: Final = (0.70, 0.09, 0.11)
_OUTER, _INNER, _CORNER = 9.0, 12.5, 16.0
_TITLE: Final = Type(44, 56, Style.TITLE)
_NAME: Final = Type(24, 34, Style.TITLE)
_AWARD: Final = Type(30, 42, Style.TITLE)
_BODIES: Final = (Type(20, 34), Type(18, 30), Type(16, 26), Type(14, 22))
_CLOSING: Final = _BODIES[1]
_ROOM: Final = 2 * _BODIES[0].line
"""What the words before the award may take without moving what follows."""
_MARK: Final = Type(56, 60, Style.TITLE)
_MARK_GREY: Final = 0.9
_SIGNED: Final = Type(18, 28)
_SPACED: Final = "\u3000"
"""The few characters of the title stand apart."""
_SIGNATURE_WIDTH: Final = 130.0
_NUMBER_WIDTH: Final = 70.0


def draw_honour(letter: Letter, press: Press) -> Paper:
    """Draw *letter* as a certificate of honour: who, what for, the award, the wish.

    Of its paragraphs the second is the award. GlyphMissingError names what no font of
    ours can draw.
    """
    press.check(letter.texts())
    frame = Frame.of(letter.page)
    printing = Printing(
        press, letter.title, size=frame.size, keywords=letter.code, form=letter.preprinted
    )
    sheet = printing.page()
    if letter.mark:
        sheet.across(letter.mark, _MARK, grey=_MARK_GREY)
    with sheet.part(FRAME):
        _draw_frame(sheet)
    title = frame.box(frame.top, _TITLE.line)
    with sheet.part(TITLE), sheet.ink(_RED):
        sheet.fitted(_SPACED.join(letter.title), title, _TITLE, align=Align.CENTRE)
    _draw_body(letter, sheet, frame, title.y + title.height + 13.0)
    _draw_end(letter, sheet, frame)
    return printing.finished()


def _draw_frame(sheet: Sheet) -> None:
    """Draw a heavy line and a light one, set in at the corners."""
    with sheet.ink(_RED):
        page = Box(0, 0, sheet.width, sheet.height)
        sheet.frame(page.within(_OUTER, _OUTER), weight=2.4)
        for sides, ends in ((_INNER, _CORNER), (_CORNER, _INNER)):
            sheet.frame(page.within(sides, ends), weight=0.7)


def _draw_body(letter: Letter, sheet: Sheet, frame: Frame, y: float) -> None:
    with sheet.part("addressee"):
        sheet.fitted(letter.addressee, frame.box(y, _NAME.line), _NAME)
    y += _NAME.line + 5.0
    before, award, *after = letter.paragraphs
    face = _body(sheet, frame, before)
    with sheet.part(part_of("body", 1)):
        lines = sheet.broken(before, frame.width, face, indent=INDENT)
        end = sheet.lines(lines, frame.box(y), face)
    # what is on a form stands still, however much is written above it
    y = max(end, y + _ROOM) if letter.preprinted else end
    with sheet.part(part_of("body", 2)), sheet.ink(_RED):
        row = frame.box(y + 5.0, _AWARD.line)
        sheet.fitted(award, row, _AWARD, align=Align.CENTRE)
    y += _AWARD.line + 10.0
    closing = _CLOSING if letter.preprinted else face
    for number, text in enumerate(after, start=3):
        with sheet.part(part_of("body", number)):
            lines = sheet.broken(text, frame.width, closing, indent=INDENT)
            y = sheet.lines(lines, frame.box(y), closing)


def _body(sheet: Sheet, frame: Frame, text: str) -> Type:
    """Return the largest type in which *text* takes two lines, or the smallest."""
    for face in _BODIES[:-1]:
        if len(sheet.broken(text, frame.width, face, indent=INDENT)) <= 2:
            return face
    return _BODIES[-1]


def _draw_end(letter: Letter, sheet: Sheet, frame: Frame) -> None:
    bottom = sheet.height - frame.bottom
    if letter.code:
        draw_code_at(sheet, letter.code, frame.left - 6.0, bottom + 2.0)
    number = Box(frame.left, bottom + 1.5, _NUMBER_WIDTH, LABEL.line)
    with sheet.part("number"):
        sheet.fitted(letter.number, number, LABEL)
    em = _SIGNED.size * POINT
    x = frame.left + frame.width - _SIGNATURE_WIDTH - em
    y = bottom - len(letter.signature) * _SIGNED.line
    for place, text in enumerate(letter.signature, start=1):
        box = Box(x, y, _SIGNATURE_WIDTH, _SIGNED.line)
        with sheet.part(part_of("signature", place)):
            sheet.fitted(text, box, _SIGNED, align=Align.RIGHT)
        y += _SIGNED.line
