"""Numbers of cases (办件编号): unique whatever laptops do offline, and safe to be read out.

``20260301-0-0001-5``: the day, the block of the device that gave it, the serial within
block and month, a check digit. Blocks: see :mod:`station_app.domain.sync.numbers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from station_app.domain.check_digits import check_digit
from station_app.domain.sync.numbers import OF_BLOCK

if TYPE_CHECKING:
    from datetime import date

WORD = "办件"
"""The series that cases are numbered in, one for each month."""
SERIAL_DIGITS = 4
NUMBER = re.compile(r"(\d{8})-?(\d{1,9})-?(\d{4})-?(\d)")


def series_of(day: date) -> int:
    """Return the number of the series of the month of *day*: 202603."""
    return day.year * 100 + day.month


def case_number(day: date, serial: int) -> str:
    """Return the number of a case that was given *serial* of its series on *day*."""
    block, place = divmod(serial, OF_BLOCK)
    parts = (f"{day:%Y%m%d}", str(block), f"{place:0{SERIAL_DIGITS}d}")
    return "-".join((*parts, check_digit("".join(parts))))


def read_case_number(text: str) -> str | None:
    """Return the number that *text* is, written as it should be; None if it is none.

    Blanks and hyphens may be missing; a slip of the finger is noticed.
    """
    found = NUMBER.fullmatch("".join(text.split()))
    if found is None or not text.isascii():
        return None
    *parts, check = found.groups()
    return "-".join((*parts, check)) if check_digit("".join(parts)) == check else None
