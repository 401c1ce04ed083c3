"""Cells read as text, as days, as parts of an address: whatever form they are in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.services.imports.reading import Cell

EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets, as all of them count since 1900-03-01
# 1908 to 2064: smaller numbers are ages and counts, larger ones dates without marks.
FIRST_SERIAL, LAST_SERIAL = 3_000, 60_000
YEARS = range(1850, 2100)
WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:\s*[年./\-]\s*)(?P<month>\d{1,2})(?:\s*[月./\-]\s*(?P<day>\d{1,2}))?\s*[日号]?"
    r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
)
WRITTEN_MONTH = re.compile(r"(?P<year>\d{4})\s*年?\s*(?P<month>\d{1,2})\s*月")
COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; ``day`` is ``None`` when only year and month are known."""

    year: int
    month: int
    day: int | None

    def as_date(self) -> date | None:
        """Return the day, if it is whole."""
        return None if self.day is None else date(self.year, self.month, self.day)

    def agrees_with(self, other: date) -> bool:
        """Whether *other* may be meant."""
        same_month = (self.year, self.month) == (other.year, other.month)
        return same_month and self.day in {None, other.day}


def text_of(cell: Cell) -> str:
    """Return the text of a cell, without blanks around it; whole numbers without ``.0``."""
    if isinstance(cell, str):
        return cell.strip().lstrip("'") if cell else ""
    if isinstance(cell, bool):
        # A box ticked in a column of marks says what 是 says.
        return "是" if cell else ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, list):
        return "-".join(f"{part:02d}" for part in cell)
    return "" if cell is None else str(cell)


def part_of(cell: Cell) -> str:
    """Return a part of an address; "3-2" that a spreadsheet took for a day is given back."""
    if isinstance(cell, list):
        return f"{cell[1]}-{cell[2]}"
    return text_of(cell)


def day_of(cell: Cell) -> Day | None:
    """Return the day that *cell* tells, or ``None`` when it tells none."""
    if isinstance(cell, list):
        return _day(*cell[:3])
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _day_of_number(float(cell))
    text = unicodedata.normalize("NFKC", text_of(cell)).replace("。", ".") if cell else ""
    for pattern in (WRITTEN, WRITTEN_MONTH, COMPACT):
        found = pattern.fullmatch(text)
        if found is not None:
            parts = found.groupdict()
            day = parts.get("day")
            return _day(int(parts["year"]), int(parts["month"]), int(day) if day else None)
    if text.replace(".", "", 1).isdecimal():
        return _day_of_number(float(text))
    return None


def _day_of_number(number: float) -> Day | None:
    if not number.is_integer():
        return None
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        told = EPOCH + timedelta(days=int(number))
        return Day(told.year, told.month, told.day)
    found = COMPACT.fullmatch(str(int(number)))
    if found is None:
        return None
    day = found["day"]
    return _day(int(found["year"]), int(found["month"]), int(day) if day else None)


def _day(year: int, month: int, day: int | None) -> Day | None:
    if year not in YEARS:
        return None
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return Day(year, month, day)
