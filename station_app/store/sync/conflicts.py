"""Conflicts as they are kept: two values of a cell whose writers had not seen one another.

The key of a conflict is made from the two versions, so that it is the same on every
device. It is open until something was written by somebody who had seen both.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from station_app.store.sync.collecting import values_of
from station_app.store.sync.declaration import ColumnKind
from station_app.store.sync.judging import CONCURRENT, KNOWS
from station_app.store.sync.staging import check_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.sync.bundle import Bundle
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.staging import Staging
    from station_app.store.sync.statements import Statements

ADD = """
    INSERT OR IGNORE INTO sync_conflict (id, tbl, row, col, is_deletion,
        a_site, a_ver, a_hlc, a_ctx, a_value, b_site, b_ver, b_hlc, b_ctx, b_value, lseq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
CONCURRENT_PAIR = (
    f"x.site != y.site AND NOT {KNOWS.format(x='x.', y='y.')}"
    f" AND NOT {KNOWS.format(x='y.', y='x.')}"
)
EDITS_BESIDE_DEATH = f"""
    SELECT x.tbl, x.row, x.col, x.site, x.ver, x.hlc, x.ctx, y.site, y.ver, y.hlc, y.ctx
    FROM touched JOIN sync_row AS y ON y.tbl = touched.tbl AND y.row = touched.row
    JOIN sync_cell AS x ON x.tbl = y.tbl AND x.row = y.row
    WHERE y.life % 2 = 0 AND {CONCURRENT_PAIR}
"""
BIRTHS_BESIDE_DEATH = f"""
    SELECT x.tbl, x.row, x.bsite, x.bver, x.bhlc, x.bctx, x.site, x.ver, x.hlc, x.ctx
    FROM touched JOIN sync_row AS x ON x.tbl = touched.tbl AND x.row = touched.row
    WHERE x.life % 2 = 0 AND x.bsite IS NOT NULL AND x.bsite != x.site
        AND NOT {KNOWS.format(x="x.b", y="x.")} AND NOT {KNOWS.format(x="x.", y="x.b")}
"""
EDITS_BESIDE_BIN = f"""
    SELECT x.tbl, x.row, x.col, x.site, x.ver, x.hlc, x.ctx, y.site, y.ver, y.hlc, y.ctx
    FROM touched JOIN sync_cell AS y ON y.tbl = touched.tbl AND y.row = touched.row
    JOIN sync_cell AS x ON x.tbl = y.tbl AND x.row = y.row AND x.col != y.col
    WHERE y.tbl = ? AND y.col = ? AND {CONCURRENT_PAIR}
"""

DEATHS_BESIDE_REBIRTH = f"""
    SELECT x.tbl, x.row, y.site, y.ver, y.hlc, y.ctx FROM in_row AS x
    JOIN sync_row AS y ON y.tbl = x.tbl AND y.row = x.row
    WHERE x.life % 2 = 1 AND y.life % 2 = 0 AND x.life > y.life AND {CONCURRENT_PAIR}
    UNION ALL SELECT x.tbl, x.row, y.site, y.ver, y.hlc, y.ctx FROM sync_row AS x
    JOIN in_row AS y ON y.tbl = x.tbl AND y.row = x.row
    WHERE x.life % 2 = 1 AND y.life % 2 = 0 AND x.life > y.life AND {CONCURRENT_PAIR}
"""
"""Deletions that lose to a row that lives again, where nobody had seen the other."""

STANDING = """
    SELECT coalesce(c.site, r.bsite, r.site), coalesce(c.ver, r.bver, r.ver),
        coalesce(c.hlc, r.bhlc, r.hlc), coalesce(c.ctx, r.bctx, r.ctx)
    FROM sync_row AS r LEFT JOIN sync_cell AS c ON c.tbl = r.tbl AND c.row = r.row AND c.col = ?3
    WHERE r.tbl = ?1 AND r.row = ?2
"""


class Sighted(NamedTuple):
    """A version in the numbers of this store, with its value."""

    site: int
    ver: int
    hlc: int
    ctx: int
    value: Any


class Conflicts:
    """Finding and keeping conflicts, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration
        self._keys: dict[int, str] = {}
        self.found = 0

    def note_concurrent(self) -> None:
        """Keep the pairs in ``judged`` that are concurrent and say different things."""
        pairs = self._sql.rows(
            "SELECT tbl, col, row, site, ver, hlc, ctx, value, lsite, lver, lhlc, lctx"
            f" FROM judged WHERE {CONCURRENT} ORDER BY tbl, col"
        )
        # still before winners are written: what the cell says here is the value of the other side
        for tbl, col, row, *rest in pairs:
            table = self._declaration.by_number[tbl]
            kind = table.by_number[col].kind
            here = self._value(table, row, col)
            there = Sighted._make(rest[:5])
            if kind is ColumnKind.MACHINE or _is_same(kind, there.value, here):
                continue
            pair = (there, Sighted._make([*rest[5:], here]))
            # the same order everywhere, or each device would make another key of it
            a, b = sorted(pair, key=lambda each: (self._key(each.site), each.ver))
            self._add(table, row, col, a, b, is_deletion=False)

    def lost_deaths(self) -> list[tuple[Any, ...]]:
        """Return the deletions that are about to lose to a row that lives again."""
        return self._sql.rows(DEATHS_BESIDE_REBIRTH)

    def note_lost_deaths(self, deaths: Sequence[tuple[Any, ...]]) -> None:
        """Keep *deaths*, beside the first value of the row that lives."""
        for tbl, row, *death in deaths:
            table = self._declaration.by_number[tbl]
            # a deletion beside a rebirth speaks of no column, but a conflict needs one to hang on
            first = next(each for each in table.columns if each.kind is ColumnKind.PLAIN)
            edit = self._sql.one(STANDING, tbl, row, first.number)
            self._note_deletion(table, row, first.number, [*(edit or ()), *death])

    def note_deletions(self) -> None:
        """Keep what was edited by somebody who did not know that the row was deleted."""
        for tbl, row, col, *rest in self._sql.rows(EDITS_BESIDE_DEATH):
            self._note_deletion(self._declaration.by_number[tbl], row, col, rest)
        for tbl, row, *rest in self._sql.rows(BIRTHS_BESIDE_DEATH):
            table = self._declaration.by_number[tbl]
            own = self._sql.rows("SELECT col FROM sync_cell WHERE tbl = ? AND row = ?", tbl, row)
            # cells with versions of their own were judged above, by those
            for col in table.by_number.keys() - {col for (col,) in own}:
                self._note_deletion(table, row, col, rest)
        for table in self._declaration.tables:
            if table.bin_column is None:
                continue
            for tbl, row, col, *rest in self._sql.rows(
                EDITS_BESIDE_BIN, table.number, table.bin_column.number
            ):
                # it may have come out of the bin again: then nothing was lost
                if self._value(table, row, table.bin_column.number) is not None:
                    self._note_deletion(self._declaration.by_number[tbl], row, col, rest)

    def take_in(self, staging: Staging, bundle: Bundle) -> None:
        """Keep the conflicts that *bundle* tells of."""
        for line in bundle.conflicts:
            table = self._declaration.by_name.get(line.table)
            column = table.by_name.get(line.column) if table else None
            # of a newer program: what cannot be shown to anybody here is not kept for review
            if table is None or column is None or not table.is_exchanged(line.key):
                continue
            check_values(column, (line.a_value, line.b_value))
            a = Sighted(*staging.version(line.a), line.a_value)
            b = Sighted(*staging.version(line.b), line.b_value)
            self._add(table, line.key, column.number, a, b, is_deletion=line.is_deletion)

    def _note_deletion(
        self, table: SyncTable, row: str, col: int, versions: Sequence[int]
    ) -> None:
        if table.by_number[col].kind is not ColumnKind.PLAIN:
            return
        edit = Sighted._make([*versions[:4], self._value(table, row, col)])
        death = Sighted._make([*versions[4:], None])
        self._add(table, row, col, edit, death, is_deletion=True)

    def _add(
        self, table: SyncTable, row: str, col: int, a: Sighted, b: Sighted, *, is_deletion: bool
    ) -> None:
        told = (
            f"{table.name}:{row}:{col}:{self._key(a.site)}.{a.ver}:"
            f"{'deleted ' if is_deletion else ''}{self._key(b.site)}.{b.ver}"
        )
        key = hashlib.sha256(told.encode()).hexdigest()[:32]
        counter = self._sql.value("SELECT counter FROM sync_clock") + 1
        added = self._sql.run(ADD, key, table.number, row, col, int(is_deletion), *a, *b, counter)
        if added:
            self._sql.run("UPDATE sync_clock SET counter = ?", counter)
            self.found += 1

    def _value(self, table: SyncTable, row: str, col: int) -> Any:
        """Return what a cell says here, whether its row lies in its table or aside."""
        name = table.by_number[col].name
        found = self._sql.one(f'SELECT "{name}" FROM "{table.name}" WHERE "{table.key}" = ?', row)
        if found is not None:
            return found[0]
        record = self._sql.value(
            "SELECT record FROM sync_aside WHERE tbl = ? AND row = ?", table.number, row
        )
        return dict(zip(table.names, values_of(table, record), strict=True))[name]

    def _key(self, site: int) -> str:
        if site not in self._keys:
            self._keys[site] = self._sql.value("SELECT key FROM sync_site WHERE n = ?", site)
        return self._keys[site]


def _is_same(kind: ColumnKind, one: Any, other: Any) -> bool:
    """Whether two values say the same; for the bin it is enough that both lie in it."""
    if kind is ColumnKind.BIN:
        return (one is None) == (other is None)
    return bool(one == other)
