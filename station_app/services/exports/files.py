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

import xlsxwriter

from station_app.domain.errors import RefusedError
from station_app.domain.privacy.leaving import harmless_cell, without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

MOST_ROWS_OF_A_BOOK = 200_000  # a workbook is made in memory
HEADER_FORMAT = {"num_format": "@", "bold": True, "bottom": 1, "bg_color": "#E8EEF4"}
WIDTHS = {"number": 21, "address": 30, "tags": 24, "born": 12, "phone": 14}
USUAL_WIDTH = 11
LONGEST_FOOTER = 255  # what office programs take, codes included
PAGES = "&R&P/&N"


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


def kind_of(path: Path) -> Kind:
    """Return the kind of file *path* is to be.

    Raises :class:`RefusedError` ``export.kind``.
    """
    try:
        return Kind(path.suffix.lower())
    except ValueError:
        raise RefusedError("export.kind", name=path.name) from None


def workbook(
    name: str,
    mark: Mark,
    titles: Sequence[str],
    rows: Iterable[list[str]],
    *,
    widths: Sequence[int] = (),
) -> bytes:
    """Return a workbook; every cell is a string in a text format, *mark* stands on every page."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties(
            {"title": name, "subject": mark.number, "author": mark.who, "comments": mark.text}
        )
        text, bold = book.add_format({"num_format": "@"}), book.add_format(HEADER_FORMAT)
        sheet = book.add_worksheet(name)
        sheet.write_string(0, 0, without_controls(mark.text))
        for place, (width, title) in enumerate(
            zip(widths or repeat(USUAL_WIDTH), titles, strict=False)
        ):
            sheet.set_column(place, place, width, text)
            sheet.write_string(1, place, title, bold)
        for line, cells in enumerate(rows, start=2):
            for place, cell in enumerate(cells):
                sheet.write_string(line, place, without_controls(cell), text)
        sheet.freeze_panes(2, 1)
        sheet.set_header(f"&R{_coded(mark.number)}")
        sheet.set_footer(footer_of(mark.text))
    return stream.getvalue()


def widths_of(columns: Sequence[str]) -> list[int]:
    """Return how wide each of *columns* is."""
    return [WIDTHS.get(column, USUAL_WIDTH) for column in columns]


def footer_of(text: str) -> str:
    """Return *text* as the footer of a sheet, cut where there is no more room for it."""
    room = LONGEST_FOOTER - len("&L") - len(PAGES)
    cut = _coded(text)[:room]
    # half of a doubled & would begin a code
    if (len(cut) - len(cut.rstrip("&"))) % 2:
        cut = cut[:-1]
    return f"&L{cut}{PAGES}"


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


def _coded(text: str) -> str:
    """Return *text* for a header or footer, where & begins a code."""
    return text.replace("&", "&&")
