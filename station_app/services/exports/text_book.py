"""Workbooks that hold nothing but texts: the one place where workbooks are written.

Whatever a cell is given stands in it as a text in a text format: no formula, no address
that is followed, no control character.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Self, TypeAlias

import xlsxwriter

from station_app.domain.privacy.leaving import without_controls

if TYPE_CHECKING:
    from types import TracebackType

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    Look: TypeAlias = Format  # how a cell looks

LONGEST_CELL = 32_767  # what office programs take; more would not be written at all
LONGEST_FOOTER = 255  # as above, codes included
PAGES = "&R&P/&N"


class TextBook:
    """A workbook, made in memory within a ``with`` block."""

    def __init__(self, **properties: str) -> None:
        self._stream = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._stream, {"in_memory": True})
        told = {name: without_controls(text) for name, text in properties.items()}
        self._book.set_properties(told)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._book.close()

    def look(self, **formatting: Any) -> Look:
        """Return a look for cells: that of a text, and *formatting* as XlsxWriter names it."""
        return self._book.add_format({"num_format": "@", **formatting})

    def sheet(self, name: str) -> TextSheet:
        """Return a new sheet called *name*."""
        return TextSheet(self._book.add_worksheet(without_controls(name)))

    def data(self) -> bytes:
        """Return the file, after the block."""
        return self._stream.getvalue()


class TextSheet:
    """A sheet of a :class:`TextBook`."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet

    def put(self, row: int, column: int, text: str, look: Look | None = None) -> None:
        """Write *text* into a cell."""
        self._sheet.write_string(row, column, without_controls(text)[:LONGEST_CELL], look)

    def merge(self, area: tuple[int, int, int, int], text: str, look: Look) -> None:
        """Make one cell of *area* (top, left, bottom, right), and write *text* into it."""
        top, left, bottom, right = area
        # merging writes by itself, and would take the text for what it looks like
        self._sheet.merge_range(top, left, bottom, right, "", look)
        if text:
            self.put(top, left, text, look)

    def widen(self, first: int, last: int, width: int, look: Look | None = None) -> None:
        """Make the columns from *first* to *last* as wide as *width*."""
        self._sheet.set_column(first, last, width, look)

    def hold(self, rows: int, columns: int) -> None:
        """Keep the first *rows* and *columns* in sight."""
        self._sheet.freeze_panes(rows, columns)

    def head(self, text: str) -> None:
        """Let *text* stand at the right over every page."""
        self._sheet.set_header(f"&R{_coded(text)}")

    def foot(self, text: str) -> None:
        """Let *text* stand at the foot of every page, with the number of the page."""
        self._sheet.set_footer(footer_of(text))


def footer_of(text: str) -> str:
    """Return *text* as the footer of a sheet, cut where there is no more room for it."""
    room = LONGEST_FOOTER - len("&L") - len(PAGES)
    cut = _coded(text)[:room]
    # half of a doubled & would begin a code
    if (len(cut) - len(cut.rstrip("&"))) % 2:
        cut = cut[:-1]
    return f"&L{cut}{PAGES}"


def _coded(text: str) -> str:
    """Return *text* for a header or footer, where & begins a code."""
    return without_controls(text).replace("&", "&&")
