"""Workbooks (xlsx, xls): values, merged ranges and what is hidden.

Runs in the child process. Values stay as they are kept: a number in a cell is
handed over as a number, because eighteen digits kept as a number have lost some.
"""

from __future__ import annotations

import io
from itertools import islice
from typing import TYPE_CHECKING, Any

import python_calamine

from station_app.services.imports.confinement import CELLS, COLUMNS, MERGES, ROWS
from station_app.services.imports.recognition import BROKEN, FileRefusedError, Kind
from station_app.services.imports.xlsx_view import Hidden, hidden_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Message = dict[str, Any]

BLOCK = 2000  # rows of one message


def read_workbook(data: bytes, kind: Kind) -> Iterator[Message]:
    """Yield the worksheets, in order; see :mod:`.child` for the messages.

    Raises :class:`FileRefusedError`: ``file-encrypted``, ``file-damaged``, or
    ``file-too-large``.
    """
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        count = len(book.sheet_names)
        hidden = (
            hidden_parts(data, sheets=count)
            if kind is Kind.XLSX
            else [Hidden() for _ in range(count)]
        )
        yield from _sheets(book, hidden)
    except python_calamine.PasswordError as error:
        raise FileRefusedError("file-encrypted") from error
    except (python_calamine.CalamineError, *BROKEN) as error:
        raise FileRefusedError("file-damaged") from error


def _sheets(book: python_calamine.CalamineWorkbook, hidden: Sequence[Hidden]) -> Iterator[Message]:
    left = CELLS
    for index, about in enumerate(book.sheets_metadata):
        if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        if sheet.height > ROWS or sheet.width > COLUMNS or sheet.height * sheet.width > left:
            raise FileRefusedError("file-too-large")
        left -= sheet.height * sheet.width
        is_hidden = about.visible is not python_calamine.SheetVisibleEnum.Visible
        yield {"sheet": {**_about(sheet, hidden[index]), "hidden": is_hidden}}
        if sheet.start:
            # Rows are given from the first of the sheet, columns from the first in use.
            yield from in_blocks(islice(sheet.iter_rows(), sheet.start[0], None))


def in_blocks(rows: Iterator[list[Any]]) -> Iterator[Message]:
    """Yield *rows* in messages; they begin in the first column in use."""
    while block := list(islice(rows, BLOCK)):
        yield {"rows": block}


def _about(sheet: python_calamine.CalamineSheet, hidden: Hidden) -> Message:
    top, left = sheet.start or (0, 0)
    merged = sheet.merged_cell_ranges or []
    if len(merged) > MERGES:
        raise FileRefusedError("file-too-large")
    return {
        "name": sheet.name,
        "first_row": top + 1,
        "merged": [
            (first[0] - top, first[1] - left, last[0] - top, last[1] - left)
            for first, last in merged
            if first[0] >= top and first[1] >= left
        ],
        "hidden_columns": [column - left for column in hidden.columns if column >= left],
        "hidden_rows": hidden.rows,
    }
