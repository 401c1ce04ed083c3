"""The files lists are given out as: made in memory, every cell text, each marked.

A workbook bears the mark in its first line, in header and footer of every page and in
its properties; a text table in a column of its own, so that no reader stumbles over a
line that is no row, and a row that is copied elsewhere still tells where it is from.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.privacy.leaving import harmless_cell
from station_app.services.exports.text_book import TextBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

MOST_ROWS_OF_A_BOOK = 200_000  # a workbook is made in memory
HEADER_LOOK = {"bold": True, "bottom": 1, "bg_color": "#E8EEF4"}
WIDTHS = {"number": 21, "address": 30, "tags": 24, "born": 12, "phone": 14}
USUAL_WIDTH = 11


class Kind(StrEnum):
    """The kinds of file a list is given out as, told by the ending of its name."""

    XLSX = ".xlsx"
    CSV = ".csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The watermark (水印): who, when, what for, and the number in the register of exports."""

    number: str
    who: str
    text: str


def kind_of(path: Path, only: Kind | None = None) -> Kind:
    """Return the kind of file *path* is to be: the *only* one, if there is but one.

    Raises :class:`RefusedError` ``export.kind``.
    """
    ending = path.suffix.lower()
    if ending not in (set(Kind) if only is None else {only}):
        raise RefusedError("export.kind", name=path.name)
    return Kind(ending)


def workbook(
    name: str,
    mark: Mark,
    titles: Sequence[str],
    rows: Iterable[list[str]],
    *,
    widths: Sequence[int] = (),
) -> bytes:
    """Return a workbook; every cell is a string in a text format, *mark* stands on every page."""
    told = {"title": name, "subject": mark.number, "author": mark.who, "comments": mark.text}
    with TextBook(**told) as book:
        text, bold = book.look(), book.look(**HEADER_LOOK)
        sheet = book.sheet(name)
        sheet.put(0, 0, mark.text)
        for place, (width, title) in enumerate(
            zip(widths or repeat(USUAL_WIDTH), titles, strict=False)
        ):
            sheet.widen(place, place, width, text)
            sheet.put(1, place, title, bold)
        for line, cells in enumerate(rows, start=2):
            for place, cell in enumerate(cells):
                sheet.put(line, place, cell, text)
        sheet.hold(2, 1)
        sheet.head(mark.number)
        sheet.foot(mark.text)
    return book.data()


def widths_of(columns: Sequence[str]) -> list[int]:
    """Return how wide each of *columns* is."""
    return [WIDTHS.get(column, USUAL_WIDTH) for column in columns]


def text_table(
    mark: Mark, mark_title: str, titles: Sequence[str], rows: Iterator[list[str]]
) -> bytes:
    """Return a text table in UTF-8, as office programs expect it; the last column is the mark."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow([*titles, mark_title])
    marked = harmless_cell(mark.text)
    table.writerows([*map(harmless_cell, row), marked] for row in rows)
    return stream.getvalue().encode("utf-8-sig")
