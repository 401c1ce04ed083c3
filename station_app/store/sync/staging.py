"""A bundle laid out in temporary tables, in the numbers of this store, ready to be merged.

``in_row`` holds rows, ``in_cell`` single cells, in the order in which they come. What this
program does not know, because a newer one has written it, goes to ``sync_extra``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.store.sync.extras import Extras

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from station_app.domain.sync.bundle import Bundle, CellBlock, RowBlock, Stamps, Version
    from station_app.store.sync.declaration import Declaration, SyncColumn, SyncTable
    from station_app.store.sync.sites import Sites
    from station_app.store.sync.statements import Statements

BEGIN = (
    "DROP TABLE IF EXISTS temp.in_row",
    "DROP TABLE IF EXISTS temp.in_cell",
    """CREATE TEMP TABLE in_row (n INTEGER PRIMARY KEY, tbl INTEGER, row TEXT, life INTEGER,
        site INTEGER, ver INTEGER, hlc INTEGER, ctx INTEGER,
        bsite INTEGER, bver INTEGER, bhlc INTEGER, bctx INTEGER, UNIQUE (tbl, row))""",
    """CREATE TEMP TABLE in_cell (tbl INTEGER, col INTEGER, row TEXT,
        value BLOB, site INTEGER, ver INTEGER, hlc INTEGER, ctx INTEGER,
        PRIMARY KEY (tbl, row, col)) WITHOUT ROWID""",
)
END = ("DROP TABLE temp.in_row", "DROP TABLE temp.in_cell")
ADD_ROW = (
    "INSERT INTO in_row (tbl, row, life, site, ver, hlc, ctx, bsite, bver, bhlc, bctx)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
ADD_CELL = (
    "INSERT OR IGNORE INTO in_cell (tbl, row, col, value, site, ver, hlc, ctx)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
ADD_KNOWN = "INSERT OR IGNORE INTO sync_known (site, ctx, of, ver) VALUES (?, ?, ?, ?)"
NO_BIRTH = (None, None, None, None)


def check_values(column: SyncColumn, values: Iterable[Any]) -> None:
    """Refuse the file unless *column* can hold *values*.

    A text where a number is read, or bytes in a text, would be taken in and found by the
    first screen that opens the record; one with bytes could not even be deleted.
    """
    if not {column.holds, type(None)}.issuperset(map(type, values)):
        raise SyncFileRefusedError(Refusal.MALFORMED, where=column.name)


class Staging:
    """One bundle within one transaction; ``records`` are the values of its rows by table."""

    def __init__(
        self, statements: Statements, declaration: Declaration, sites: Sites, bundle: Bundle
    ) -> None:
        self._sql = statements
        self._declaration = declaration
        self.bundle = bundle
        self.numbers = [sites.number_of(key) for key in bundle.sites]
        self.records: dict[str, dict[str, tuple[Any, ...]]] = {}
        self._extras = Extras(statements, self.numbers)

    def lay_out(self) -> None:
        """Fill the temporary tables; contexts are known from now on."""
        for statement in BEGIN:
            self._sql.run(statement)
        self._sql.many(
            ADD_KNOWN,
            [
                (self.numbers[context.site], context.number, self.numbers[of], ver)
                for context in self.bundle.contexts
                for of, ver in context.known.items()
            ],
        )
        for block in self.bundle.tables:
            table = self._declaration.by_name.get(block.table)
            # of a newer program: kept and passed on, or an old device between two would lose it
            if table is None:
                self._extras.keep_table(block)
                continue
            if block.rows is not None:
                self._lay_rows(table, block.rows)
            for cells in block.cells:
                self._lay_cells(table, cells)

    def tables(self) -> list[SyncTable]:
        """Return the tables that the bundle speaks of and that are known here."""
        named = (self._declaration.by_name.get(block.table) for block in self.bundle.tables)
        return [table for table in named if table is not None]

    def clear(self) -> None:
        """Drop the temporary tables."""
        for statement in END:
            self._sql.run(statement)

    def latest(self) -> int:
        """Return the latest moment (hlc) of all that is said."""
        stamps: list[Stamps] = []
        for block in self.bundle.tables:
            if block.rows is not None:
                stamps.append(block.rows.turns)
            stamps.extend(cells.stamps for cells in block.cells)
        return max((max(each.hlc) for each in stamps if len(each)), default=0)

    def seen(self) -> dict[int, int]:
        """Return what the sender vouches for, in the numbers of this store."""
        return {self.numbers[site]: ver for site, ver in self.bundle.knowledge.items()}

    def version(self, version: Version) -> tuple[int, int, int, int]:
        """Return *version* in the numbers of this store."""
        return (self.numbers[version.site], version.ver, version.hlc, version.ctx)

    def _lay_rows(self, table: SyncTable, rows: RowBlock) -> None:
        births: Mapping[int, Version] = rows.births
        lines = [
            (
                table.number,
                key,
                life,
                *turn,
                *(self.version(births[place]) if place in births else NO_BIRTH),
            )
            for place, (key, life, turn) in enumerate(
                zip(rows.keys, rows.life, self._turns(rows.turns), strict=True)
            )
            if table.is_exchanged(key)
        ]
        self._sql.many(ADD_ROW, lines)
        absent: Sequence[Any] = [None] * len(rows.keys)
        columns = [rows.columns.get(name, absent) for name in table.names]
        for column, values in zip(table.columns, columns, strict=True):
            check_values(column, values)
        self.records[table.name] = dict(zip(rows.keys, zip(*columns, strict=True), strict=True))
        self._extras.keep_columns(table, rows)

    def _lay_cells(self, table: SyncTable, cells: CellBlock) -> None:
        column = table.by_name.get(cells.column)
        if column is None:
            self._extras.keep_cells(table.name, cells)
            return
        check_values(column, cells.values)
        # nothing where something has to stand would stop the file in the middle of the merge
        values = [column.default if value is None else value for value in cells.values]
        stamps, count = cells.stamps, len(cells.keys)
        sites = [self.numbers[site] for site in stamps.site]
        lines = zip(
            (table.number,) * count,
            cells.keys,
            (column.number,) * count,
            values,
            sites,
            stamps.ver,
            stamps.hlc,
            stamps.ctx,
            strict=True,
        )
        self._sql.many(ADD_CELL, [line for line in lines if table.is_exchanged(line[1])])

    def _turns(self, stamps: Stamps) -> list[tuple[int, int, int, int]]:
        sites = [self.numbers[site] for site in stamps.site]
        return list(zip(sites, stamps.ver, stamps.hlc, stamps.ctx, strict=True))
