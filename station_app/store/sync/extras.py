"""What a newer program has sent: kept as it is, passed on, and taken in after the upgrade.

A line is a cell (``col`` names the column), or a whole row of an unknown table
(``col`` is empty, the value a JSON text of all its columns).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.bundle import Stamps, Version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.sync.bundle import CellBlock, RowBlock, TableBlock
    from station_app.store.sync.declaration import SyncTable
    from station_app.store.sync.statements import Statements

TICK = "UPDATE sync_clock SET counter = counter + ?"
# contexts are not asked: what this program cannot show it cannot bring to review either
KEEP = """
    INSERT INTO sync_extra (tbl, row, col, value, life, site, ver, hlc, ctx, lseq)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE true
    ON CONFLICT (tbl, row, col) DO UPDATE SET value = excluded.value, life = excluded.life,
        site = excluded.site, ver = excluded.ver, hlc = excluded.hlc, ctx = excluded.ctx,
        lseq = excluded.lseq
    WHERE (excluded.site = site AND excluded.ver > ver)
        OR (excluded.site != site AND excluded.hlc >= hlc)
"""


class Extras:
    """What is not known here of one bundle; *numbers* are its sites in this store."""

    def __init__(self, statements: Statements, numbers: Sequence[int]) -> None:
        self._sql = statements
        self._numbers = numbers

    def keep_table(self, block: TableBlock) -> None:
        """Keep a table that this program has not."""
        if block.rows is not None:
            rows = block.rows
            # by place: a table of nothing but keys has no columns to go through
            records = [
                _told({name: values[place] for name, values in rows.columns.items()})
                for place in range(len(rows.keys))
            ]
            self._keep((block.table, ""), rows.keys, records, rows.turns, rows.life)
        for cells in block.cells:
            self.keep_cells(block.table, cells)

    def keep_columns(self, table: SyncTable, rows: RowBlock) -> None:
        """Keep the columns of *rows* that *table* has not."""
        for name, values in rows.columns.items():
            if name not in table.by_name:
                self._keep((table.name, name), rows.keys, values, _births_of(rows), rows.life)

    def keep_cells(self, table: str, cells: CellBlock) -> None:
        """Keep cells of a column that is not known here."""
        self._keep((table, cells.column), cells.keys, cells.values, cells.stamps)

    def _keep(
        self,
        place: tuple[str, str],
        keys: Sequence[str],
        values: Sequence[Any],
        stamps: Stamps,
        lives: Sequence[int | None] = (),
    ) -> None:
        (table, column), numbers = place, self._numbers
        counter = self._sql.value("SELECT counter FROM sync_clock")
        self._sql.run(TICK, len(keys))
        told = lives or [None] * len(keys)
        lines = zip(
            keys, values, told, stamps.site, stamps.ver, stamps.hlc, stamps.ctx, strict=True
        )
        self._sql.many(
            KEEP,
            [
                (table, key, column, value, life, numbers[site], ver, hlc, ctx, counter + n)
                for n, (key, value, life, site, ver, hlc, ctx) in enumerate(lines, 1)
            ],
        )


def _births_of(rows: RowBlock) -> Stamps:
    """Return the versions that cells of *rows* have which were never changed."""
    turns = zip(rows.turns.site, rows.turns.ver, rows.turns.hlc, rows.turns.ctx, strict=True)
    births = [rows.births.get(place, Version(*turn)) for place, turn in enumerate(turns)]
    site, ver, hlc, ctx = zip(*births, strict=True) if births else ((), (), (), ())
    return Stamps(site=site, ver=ver, hlc=hlc, ctx=ctx)


def _told(record: dict[str, Any]) -> str:
    return json.dumps(
        {
            name: {"hex": value.hex()} if isinstance(value, bytes) else value
            for name, value in record.items()
        }
    )
