"""A workbook of plain tables in which nobody is named: figures and lists of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from station_app.services.exports.files import HEADER_LOOK
from station_app.services.exports.text_book import TextBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Sheet: TypeAlias = tuple[str, Sequence[str], Sequence[Sequence[str]]]
    """Its name, its headings, its rows."""

NARROWEST, WIDEST = 8, 44


def plain_book(title: str, head: str, sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook with a sheet each; *head* says whose figures they are."""
    with TextBook(title=title) as book:
        text, bold = book.look(text_wrap=True, valign="top"), book.look(**HEADER_LOOK)
        for name, titles, rows in sheets:
            sheet = book.sheet(name)
            sheet.put(0, 0, f"{head}　{name}")
            for place, heading in enumerate(titles):
                cells = (heading, *(row[place] for row in rows))
                sheet.widen(place, place, width_of(cells), text)
                sheet.put(1, place, heading, bold)
            for line, row in enumerate(rows, start=2):
                for place, cell in enumerate(row):
                    sheet.put(line, place, cell, text)
            sheet.hold(2, 1)
            sheet.foot(head)
    return book.data()


def width_of(cells: Iterable[str]) -> int:
    """Return how wide a column with *cells* is: Han characters are twice as wide as digits."""
    longest = max(sum(1 if each.isascii() else 2 for each in cell) for cell in cells)
    return min(max(longest + 2, NARROWEST), WIDEST)
