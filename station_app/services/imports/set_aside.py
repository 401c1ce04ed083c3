"""The file of rows set aside: same layout, a reason in each row, ready to come back.

Every cell is text: a number of eighteen digits stays whole, and what looks like
a formula is none. What a spreadsheet had rounded stands as it was rounded, so
that it is refused again until somebody types the digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.services.exports.text_book import TextBook
from station_app.services.imports.cells import text_of
from station_app.services.imports.content import is_id_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.findings import Finding
    from station_app.services.exports.text_book import Look, TextSheet
    from station_app.services.imports.columns import TableMatch
    from station_app.services.imports.layout import Table
    from station_app.services.imports.person import RosterRow
    from station_app.services.imports.reading import Cell
    from station_app.services.imports.roster import Roster

    Words = Callable[[Finding], str]

REASON_WIDTH = 40
COLUMN_WIDTH = 14
NAME_LENGTH = 28
FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))
REASON_SEPARATOR = "；"


def set_aside_book(
    tables: Sequence[Table],
    matches: Sequence[TableMatch],
    roster: Roster,
    *,
    title: str,
    words: Words,
) -> bytes:
    """Return a workbook of the rows of *roster* that were refused.

    *words* makes the sentence of a finding, *title* heads the column of reasons.
    """
    with TextBook() as book:
        text = book.look()
        names: set[str] = set()
        for index, (table, match) in enumerate(zip(tables, matches, strict=True)):
            rows = [row for row in roster.rows if row.table == index and row.is_refused()]
            if rows:
                sheet = book.sheet(_name(table.sheet.name, names))
                _SetAside(sheet, text, table, match).write(rows, roster, title, words)
    return book.data()


class _SetAside:
    """One sheet of rows set aside."""

    def __init__(self, sheet: TextSheet, text: Look, table: Table, match: TableMatch) -> None:
        self._sheet = sheet
        self._text = text
        self._table = table
        self._fields = match.fields()
        self._reason = self._place_of_reason()

    def write(self, rows: Sequence[RosterRow], roster: Roster, title: str, words: Words) -> None:
        """Write the header as it was, then *rows*, each with its reasons."""
        self._sheet.widen(0, self._reason, COLUMN_WIDTH, self._text)
        self._sheet.widen(self._reason, self._reason, REASON_WIDTH, self._text)
        last = self._table.header.last
        for place in range(last + 1):
            self._write_row(place, self._table.sheet.rows[place])
        if last >= 0:
            self._sheet.put(last, self._reason, title, self._text)
        self._merge_header(last)
        for place, row in enumerate(rows, start=last + 1):
            self._write_row(place, self._cells(row, roster))
            reasons = REASON_SEPARATOR.join(words(found) for found in row.refusals())
            self._sheet.put(place, self._reason, reasons, self._text)

    def _place_of_reason(self) -> int:
        """Return the column of reasons: the one there is, else the next free one."""
        return self._fields.get("set_aside", (self._table.sheet.width(),))[0]

    def _cells(self, row: RosterRow, roster: Roster) -> list[Cell]:
        """Return the cells of *row*, with the household's number even if it stood above."""
        cells = list(self._table.sheet.rows[row.line])
        column = self._fields.get("household_number", (-1,))[0]
        if row.household >= 0 and 0 <= column < len(cells):
            cells[column] = roster.households[row.household].number
        return cells

    def _write_row(self, place: int, cells: Sequence[Cell]) -> None:
        for column, cell in enumerate(cells):
            if column != self._reason and (text := shown(cell)):
                self._sheet.put(place, column, text, self._text)

    def _merge_header(self, last: int) -> None:
        rows = self._table.sheet.rows
        for top, left, bottom, right in self._table.sheet.merged:
            if bottom <= last and left <= right < self._reason:
                text = shown(rows[top][left]) if left < len(rows[top]) else ""
                self._sheet.merge((top, left, bottom, right), text, self._text)


def shown(cell: Cell) -> str:
    """Return *cell* as text that reads back as it was, faults included."""
    if isinstance(cell, float) and is_id_number(cell):
        # Fifteen digits, as many as the office program had kept.
        return f"{cell:.14E}"
    return text_of(cell) if not isinstance(cell, str) else cell


def _name(name: str, taken: set[str]) -> str:
    """Return a name for a sheet that no other has yet."""
    # Excel: 31 characters, some signs forbidden, capitals not told apart.
    base = name.translate(FORBIDDEN_IN_NAMES)[:NAME_LENGTH] or "1"
    found, count = base, 1
    while found.lower() in taken:
        count += 1
        found = f"{base} {count}"
    taken.add(found.lower())
    return found
