"""Copies of what is held about somebody as files that other programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from station_app.domain.privacy.leaving import without_controls
from station_app.services.exports.text_book import TextBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.services.certificates.rights_papers import OwnData, Part

WIDTHS = (26, 34, 34, 34)


def as_book(data: OwnData, mark: str, name: str) -> bytes:
    """Return *data* as a workbook; every cell is a string in a text format."""
    with TextBook(title=name, comments=mark) as book:
        text = book.look(text_wrap=True, valign="top")
        bold = book.look(bold=True)
        sheet = book.sheet(name)
        for column, width in enumerate(WIDTHS):
            sheet.widen(column, column, width, text)
        for number, (row, is_title) in enumerate(_rows(data, mark)):
            for column, cell in enumerate(row):
                sheet.put(number, column, cell, bold if is_title else text)
        sheet.foot(mark)
    return book.data()


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
    return json.dumps(_plain(told), ensure_ascii=False, indent=1).encode()


def _plain(value: Any) -> Any:
    """Return *value* with no control character in any of its texts."""
    if isinstance(value, dict):
        return {_plain(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return without_controls(value) if isinstance(value, str) else value


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
