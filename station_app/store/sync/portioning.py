"""How much goes into one file: what is more goes into further ones.

A reader takes so many values and so many bytes from one file and no more. What goes
beyond would not be written at all, and never again: the next attempt finds the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.store.sync.declaration import Declaration
    from station_app.store.sync.statements import Statements

MOST_ENTRIES = 100_000
MOST_VALUES = 1_200_000  # a reader takes 2,000,000; contexts, conflicts and sums come on top
MOST_BYTES = 6 << 20  # of attachments and papers
OF_ENTRY = 8  # values beside those of the columns: key, version, life
# the plus keeps the grouping from choosing the key, and so a walk through every row
ROWS = "SELECT tbl, count(*) FROM sync_row WHERE lseq > ? GROUP BY +tbl"
CELLS = "SELECT count(*) FROM sync_cell WHERE lseq > ?"
# a row takes the versions of all its cells along, wherever in the sequence they stand
ALONG = "(SELECT count(*) FROM sync_cell AS c WHERE c.tbl = r.tbl AND c.row = r.row)"
IN_SEQUENCE = f"""
    SELECT lseq, tbl, row, along FROM (
        SELECT lseq, tbl, row, {ALONG} AS along FROM sync_row AS r WHERE lseq > ?1
        UNION ALL SELECT lseq, tbl, row, NULL FROM sync_cell WHERE lseq > ?1)
    ORDER BY lseq LIMIT ?2
"""
ENTERING = f"SELECT tbl, row, {ALONG} FROM entering AS r ORDER BY tbl, row"


class Weighed(NamedTuple):
    """A row (or with ``along`` nothing a cell of it), and how many cells go along."""

    tbl: int
    row: str
    along: int | None


class Portions:
    """Cuts what is to be said into what a file can hold, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._columns = {table.number: len(table.columns) for table in declaration.tables}
        self._heavy = {
            table.number: (table, column.name)
            for table in declaration.tables
            for column in table.columns
            if column.is_binary
        }

    def end_after(self, base: int, counter: int) -> int:
        """Return where in our sequence a file that begins after *base* is to end."""
        if not self._is_much(base):
            return counter
        lines = self._sql.rows(IN_SEQUENCE, base, MOST_ENTRIES + 1)
        fitting = self._fitting(Weighed(*line) for _, *line in lines)
        return int(lines[fitting - 1][0]) if fitting < len(lines) else counter

    def entering(self) -> list[tuple[int, str]]:
        """Return which of the rows in temporary table ``entering`` do not fit into one file.

        Parents come first, or children would lie aside until the next file.
        """
        lines = [Weighed(*line) for line in self._sql.rows(ENTERING)]
        return [(line.tbl, line.row) for line in lines[self._fitting(lines) :]]

    def _fitting(self, lines: Iterable[Weighed]) -> int:
        """Return how many of *lines* fit; the first one does, however heavy it is."""
        values, weight, place = 0, 0, 0
        for place, line in enumerate(lines, 1):
            values += OF_ENTRY
            if line.along is not None:
                values += self._columns.get(line.tbl, 0) + OF_ENTRY * line.along
            weight += self._bytes_of(line)
            is_over = place > MOST_ENTRIES or values > MOST_VALUES or weight > MOST_BYTES
            if is_over and place > 1:
                return place - 1
        return place

    def _bytes_of(self, line: Weighed) -> int:
        if line.tbl not in self._heavy:
            return 0
        table, column = self._heavy[line.tbl]
        # what lies aside is sent, too, and lies there in hexadecimal digits
        return int(
            self._sql.value(
                f'SELECT coalesce((SELECT length("{column}") FROM "{table.name}"'
                f' WHERE "{table.key}" = ?1),'
                " (SELECT length(record) / 2 FROM sync_aside WHERE tbl = ?2 AND row = ?1), 0)",
                line.row,
                line.tbl,
            )
        )

    def _is_much(self, base: int) -> bool:
        """Whether there may be more after *base* than one file is to hold."""
        rows = dict(self._sql.rows(ROWS, base))
        cells = int(self._sql.value(CELLS, base))
        values = OF_ENTRY * cells + sum(
            count * (OF_ENTRY + self._columns.get(tbl, 0)) for tbl, count in rows.items()
        )
        entries = cells + sum(rows.values())
        is_heavy = not rows.keys().isdisjoint(self._heavy)
        return is_heavy or entries > MOST_ENTRIES or values > MOST_VALUES
