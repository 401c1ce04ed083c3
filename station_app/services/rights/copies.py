"""Copies of what is held about somebody as files that other programs read."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.services.certificates.rights_papers import OwnData, Part

CONTROLS = dict.fromkeys([*range(9), *range(11, 32), 127])
WIDTHS = (26, 34, 34, 34)


def as_book(data: OwnData, mark: str, name: str) -> bytes:
    """Return *data* as a workbook; every cell is a string in a text format."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": name, "comments": mark})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        bold = book.add_format({"num_format": "@", "bold": True})
        sheet = book.add_worksheet(name)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width, text)
        for number, (row, is_title) in enumerate(_rows(data, mark)):
            for column, cell in enumerate(row):
                shown = cell.translate(CONTROLS)
                sheet.write_string(number, column, shown, bold if is_title else text)
        # & begins a code in footers
        sheet.set_footer(f"&L{mark.replace('&', '&&')}&R&P/&N")
    return stream.getvalue()


def as_json(data: OwnData, mark: str) -> bytes:
    """Return *data* as JSON in UTF-8, as another handler may take it in (PIPL 45)."""
    told = {
        "mark": mark,
        "number": data.number,
        "station": data.station,
        "name": data.name,
        "day": data.printed_on.isoformat(),
        "parts": [_told(part) for part in data.parts],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _told(part: Part) -> dict[str, object]:
    headings, rows = part.table[:1], part.table[1:]
    return {
        "title": part.title,
        "values": [{"name": name, "value": value} for name, value in part.pairs],
        "rows": [dict(zip(headings[0], row, strict=True)) for row in rows],
        "remark": part.remark,
    }


def _rows(data: OwnData, mark: str) -> Iterator[tuple[Sequence[str], bool]]:
    yield (mark,), False
    for part in data.parts:
        yield (), False
        yield (part.title,), True
        for pair in part.pairs:
            yield pair, False
        for place, row in enumerate(part.table):
            yield row, place == 0
        if part.remark:
            yield (part.remark,), False
