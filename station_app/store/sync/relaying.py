"""Passing on what this program does not know, and taking it in once it does.

An older program between two newer ones must lose nothing: what stands in ``sync_extra``
travels with everything else, and is merged by the ordinary rules after the upgrade.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.bundle import Bundle, CellBlock, RowBlock, Stamps, TableBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from station_app.domain.sync.bundle import Value
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.statements import Statements

Line = tuple[Any, ...]
FIELDS = "tbl, col, row, value, life, site, ver, hlc, ctx"
OUTGOING = f"""
    SELECT {FIELDS} FROM sync_extra AS r WHERE lseq > ?2 AND lseq <= ?3
    AND (col = '' OR life IS NULL) AND NOT EXISTS (SELECT 1 FROM sync_peer_known AS k
        WHERE k.device = ?1 AND k.site = r.site AND k.ver >= r.ver)
    ORDER BY tbl, col, row
"""
OF_ROWS = """
    SELECT extra.col, extra.row, extra.value FROM sync_extra AS extra
    JOIN out_row AS o ON o.row = extra.row AND o.tbl = ?
    WHERE extra.tbl = ? AND extra.life IS NOT NULL
"""
ALL = f"SELECT {FIELDS} FROM sync_extra WHERE tbl = ? ORDER BY tbl, col, row"
FORGET = "DELETE FROM sync_extra WHERE tbl = ? AND col = ?"
# bound as ?2 key, ?3 and ?4 version of the birth
UNCHANGED = """
    NOT EXISTS (SELECT 1 FROM sync_cell WHERE tbl = {tbl} AND row = ?2 AND col = {col})
    AND EXISTS (SELECT 1 FROM sync_row WHERE tbl = {tbl} AND row = ?2
        AND coalesce(bsite, site) = ?3 AND coalesce(bver, ver) = ?4)
"""


class Relay:
    """What is not known here, within one transaction."""

    def __init__(self, statements: Statements) -> None:
        self._sql = statements

    def blocks(
        self, device: str, base: int, top: int, place: Callable[[int], int]
    ) -> list[TableBlock]:
        """Return what *device* has not got of it; *place* gives a site's number in the bundle."""
        return _blocks(self._sql.rows(OUTGOING, device, base, top), place)

    def columns_of_rows(self, table: SyncTable, keys: Sequence[str]) -> dict[str, list[Value]]:
        """Return the unknown columns of the rows of *table* that are going out: name → values."""
        found: dict[str, dict[str, Value]] = {}
        for column, row, value in self._sql.rows(OF_ROWS, table.number, table.name):
            found.setdefault(column, {})[row] = value
        return {name: [values.get(key) for key in keys] for name, values in found.items()}

    def known_now(self, declaration: Declaration) -> Bundle | None:
        """Return what *declaration* has and was kept aside, as a bundle; forget it here.

        Columns of rows that are as they were born are written at once.
        """
        sites = self._sql.rows("SELECT key, n FROM sync_site ORDER BY n")
        places = {number: place for place, (_, number) in enumerate(sites)}
        tables = []
        for table in declaration.tables:
            of_rows, others = self._taken(table)
            self._write(table, of_rows)
            tables += [_fitting(table, block) for block in _blocks(others, places.__getitem__)]
        if not tables:
            return None
        keys = [key for key, _ in sites]
        return Bundle(schema=0, site=0, sites=keys, base=0, top=0, tables=tables)

    def _taken(self, table: SyncTable) -> tuple[list[Line], list[Line]]:
        """Take what is known of *table* now from here: columns of whole rows, and all else."""
        of_rows: list[Line] = []
        others: list[Line] = []
        for line in self._sql.rows(ALL, table.name):
            _, column, _, _, life, *_ = line
            if column and column not in table.by_name:
                continue
            # a column that came with its row has the version of the row's birth: as a cell it
            # would be judged against that, and be a conflict with itself
            (of_rows if column and life is not None else others).append(line)
        found = {line[1] for line in (*of_rows, *others)}
        self._sql.many(FORGET, [(table.name, column) for column in found])
        return of_rows, others

    def _write(self, table: SyncTable, lines: Sequence[Line]) -> None:
        for _, name, row, told, _, site, ver, *_ in lines:
            column = table.by_name[name]
            value = column.fitting(told)
            unchanged = UNCHANGED.format(tbl=table.number, col=column.number)
            written = self._sql.run(
                f'UPDATE "{table.name}" SET "{name}" = ?1 WHERE "{table.key}" = ?2'
                f" AND ?1 IS NOT NULL AND {unchanged}",
                *(value, row, site, ver),
            )
            if not written and value is not None:
                # one that waits or was deleted has its values aside, and may come back
                kept = "hex(?1)" if column.is_binary else "?1"
                self._sql.run(
                    f"UPDATE sync_aside SET record = json_set(record, '$.{name}', {kept})"
                    f" WHERE tbl = {table.number} AND row = ?2 AND {unchanged}",
                    *(value, row, site, ver),
                )


def joined(own: Sequence[TableBlock], relayed: Sequence[TableBlock]) -> list[TableBlock]:
    """Return the blocks of both, one for each table."""
    unknown = {block.table: block for block in relayed}
    blocks = []
    for block in own:
        more = unknown.pop(block.table, None)
        blocks.append(block if more is None else replace(block, cells=(*block.cells, *more.cells)))
    return [*blocks, *unknown.values()]


def _fitting(table: SyncTable, block: TableBlock) -> TableBlock:
    """Return *block* with nothing where a value is of another kind than its column.

    It was kept before anybody could tell; refused now, it would keep the store from opening.
    """
    rows = block.rows
    if rows is not None:
        columns = {
            name: [table.by_name[name].fitting(each) for each in values]
            if name in table.by_name
            else values
            for name, values in rows.columns.items()
        }
        rows = replace(rows, columns=columns)
    cells = [
        replace(each, values=list(map(table.by_name[each.column].fitting, each.values)))
        for each in block.cells
    ]
    return replace(block, rows=rows, cells=cells)


def _blocks(lines: Iterable[tuple[Any, ...]], place: Callable[[int], int]) -> list[TableBlock]:
    """Return blocks of *lines* in the order of tables and columns."""
    blocks = []
    for name, of_table in groupby(lines, key=itemgetter(0)):
        rows, cells = None, []
        for column, found in groupby(of_table, key=itemgetter(1)):
            _, _, keys, values, lives, site, ver, hlc, ctx = zip(*found, strict=True)
            stamps = Stamps(site=[place(each) for each in site], ver=ver, hlc=hlc, ctx=ctx)
            if column:
                cells.append(CellBlock(column=column, keys=keys, values=values, stamps=stamps))
            else:
                rows = RowBlock(
                    keys=keys, life=lives, turns=stamps, births={}, columns=_columns(values)
                )
        blocks.append(TableBlock(table=name, rows=rows, cells=tuple(cells)))
    return blocks


def _columns(records: Sequence[str]) -> dict[str, list[Value]]:
    told = [json.loads(record) for record in records]
    names = sorted({name for record in told for name in record})
    return {name: [_value(record.get(name)) for record in told] for name in names}


def _value(told: Value | Mapping[str, str]) -> Value:
    if told is None or isinstance(told, int | str | bytes):
        return told
    return bytes.fromhex(told["hex"])
