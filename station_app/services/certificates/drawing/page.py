"""Sizes and types that all our papers share, after GB/T 9704-2012."""

from __future__ import annotations

from typing import Final

from reportlab.lib.pagesizes import A4, landscape

from station_app.services.certificates.drawing.sheet import Box, Type
from station_app.services.certificates.fonts import Style

PORTRAIT: Final = A4
LANDSCAPE: Final = landscape(A4)

LEFT: Final = 28.0
RIGHT: Final = 26.0
TOP: Final = 37.0
BOTTOM: Final = 35.0
TEXT_WIDTH: Final = 156.0
"""A4 less both margins, in millimetres: 27 characters of 16 points and a bit."""

TITLE: Final = Type(22, 34, Style.TITLE)
BODY: Final = Type(16, 28)
BODIES: Final = (BODY, Type(15, 25), Type(14, 23), Type(13, 21), Type(12, 19))
"""The body and what it is set in when there is more to say than room."""
SMALL: Final = Type(12, 16)
LABEL: Final = Type(10.5, 13.5)
INDENT: Final = 2.0
"""A paragraph begins two characters in."""


def text_box(y: float, height: float = 0.0) -> Box:
    """Return the part of the type area that begins at *y* millimetres."""
    return Box(LEFT, y, TEXT_WIDTH, height)


def page_number(number: int, count: int) -> str:
    """Return the words for page *number* of *count*."""
    return f"第{number}页　共{count}页"
