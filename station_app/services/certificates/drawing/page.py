"""Sizes and types that all our papers share, after GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, A5, landscape

from station_app.domain.paper_templates.template import Page, Size
from station_app.services.certificates.drawing.sheet import Box, Type
from station_app.services.certificates.fonts import Style

PORTRAIT: Final = A4
LANDSCAPE: Final = landscape(A4)

TITLE: Final = Type(22, 34, Style.TITLE)
BODY: Final = Type(16, 28)
BODIES: Final = (BODY, Type(15, 25), Type(14, 23), Type(13, 21), Type(12, 19))
"""The body and what it is set in when there is more to say than room."""
SMALL: Final = Type(12, 16)
LABEL: Final = Type(10.5, 13.5)
INDENT: Final = 2.0
"""A paragraph begins two characters in."""
_TITLE_A5: Final = Type(16, 26, Style.TITLE)
_BODIES_A5: Final = (Type(12, 21), Type(11, 18.5), Type(10, 16.5), Type(9, 15))
_STUB: Final = 79.0
"""How high the stub below the line to cut along is, in millimetres."""
_SIZES: Final = {Size.A4: A4, Size.A5: A5, Size.A4_ACROSS: landscape(A4)}
_WIDTHS: Final = {Size.A4: 210.0, Size.A5: 148.0, Size.A4_ACROSS: 297.0}
_HEIGHTS: Final = {Size.A4: 297.0, Size.A5: 210.0, Size.A4_ACROSS: 210.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The type area of a page, in millimetres, and what is set in it.

    ``bodies`` is the body, and what it is set in when there is more to say than room.
    ``seam`` is where the line to cut along lies, None without a stub.
    """

    size: tuple[float, float]
    left: float
    top: float
    bottom: float
    width: float
    seam: float | None
    title: Type
    bodies: tuple[Type, ...]

    @classmethod
    def of(cls, page: Page) -> Frame:
        """Return the frame of *page*."""
        is_small = page.size is Size.A5
        return cls(
            size=_SIZES[page.size],
            left=page.left,
            top=page.top,
            bottom=page.bottom,
            width=_WIDTHS[page.size] - page.left - page.right,
            seam=_HEIGHTS[page.size] - _STUB if page.has_stub else None,
            title=_TITLE_A5 if is_small else TITLE,
            bodies=_BODIES_A5 if is_small else BODIES,
        )

    def box(self, y: float, height: float = 0.0) -> Box:
        """Return the part of the type area that begins at *y* millimetres."""
        return Box(self.left, y, self.width, height)


def page_number(number: int, count: int) -> str:
    """Return the words for page *number* of *count*."""
    return f"第{number}页　共{count}页"
