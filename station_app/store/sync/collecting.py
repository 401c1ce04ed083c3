"""Collecting what a receiver has not got: one range of our own sequence, column by column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.bundle import (
    Bundle,
    CellBlock,
    ConflictLine,
    Context,
    RowBlock,
    Stamps,
    Sum,
    TableBlock,
    Version,
)
from station_app.domain.sync.devices import ScopeKind
from station_app.store.migrations.revisions import known_revisions
from station_app.store.sync.placing import Placing
from station_app.store.sync.scopes import Membership
from station_app.store.sync.sites import Sites

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from station_app.domain.sync.devices import Scope
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.peers import Ledger
    from station_app.store.sync.statements import Statements

MOST_ENTRIES = 200_000  # a file; what is more goes into further ones
MOST_BYTES = 6 << 20  # of attachments and papers in a file
BEGIN = (
    "DROP TABLE IF EXISTS temp.out_row",
    "DROP TABLE IF EXISTS temp.out_cell",
    """CREATE TEMP TABLE out_row (n INTEGER PRIMARY KEY, tbl, row, life, site, ver, hlc, ctx,
        bsite, bver, bhlc, bctx)""",
    "CREATE TEMP TABLE out_cell (n INTEGER PRIMARY KEY, tbl, row, col, site, ver, hlc, ctx)",
)
END = ("DROP TABLE temp.out_row", "DROP TABLE temp.out_cell")
ROW = "r.tbl, r.row, r.life, r.site, r.ver, r.hlc, r.ctx, r.bsite, r.bver, r.bhlc, r.bctx"
CELL = "r.tbl, r.row, r.col, r.site, r.ver, r.hlc, r.ctx"
UNKNOWN = (
    "NOT EXISTS (SELECT 1 FROM sync_peer_known AS k"
    " WHERE k.device = :device AND k.site = r.site AND k.ver >= r.ver)"
)
HELD = (
    "EXISTS (SELECT 1 FROM sync_held AS h"
    " WHERE h.device = :device AND h.tbl = r.tbl AND h.row = r.row AND h.until IS NULL)"
)
ENTERS = "(r.tbl, r.row) IN (SELECT tbl, row FROM entering)"
CHOOSE_ROWS = f"""
    INSERT INTO out_row ({ROW.replace("r.", "")}) SELECT {ROW} FROM sync_row AS r
    WHERE {{wanted}} ORDER BY r.tbl, r.row
"""
CHOOSE_CELLS = f"""
    INSERT INTO out_cell ({CELL.replace("r.", "")}) SELECT * FROM (
        SELECT {CELL} FROM sync_cell AS r WHERE {{wanted}}
        UNION SELECT {CELL} FROM out_row AS o JOIN sync_cell AS r USING (tbl, row))
    ORDER BY tbl, col, row
"""
"""A row says what it holds now, so the versions of all its cells go with it."""

CUT = """
    SELECT lseq, tbl, row FROM (
        SELECT lseq, tbl, row FROM sync_row WHERE lseq > ?1
        UNION ALL SELECT lseq, tbl, row FROM sync_cell WHERE lseq > ?1)
    ORDER BY lseq LIMIT ?2
"""
CONFLICTS = """
    SELECT tbl, row, col, is_deletion, a_site, a_ver, a_hlc, a_ctx, a_value,
        b_site, b_ver, b_hlc, b_ctx, b_value
    FROM sync_conflict AS r WHERE (lseq > :base AND lseq <= :top
"""


class Collector:
    """Makes the bundle for one receiver, within one transaction.

    ``is_partial`` says that this store itself is a partial copy: then it vouches
    for nothing but what it has written.
    """

    def __init__(
        self, statements: Statements, declaration: Declaration, *, is_partial: bool
    ) -> None:
        self._sql = statements
        self._declaration = declaration
        self._is_partial = is_partial
        self._sites: list[int] = []

    def collect(self, ledger: Ledger, scope: Scope) -> Bundle:
        """Return what the device of *ledger* has not acknowledged of what lies in *scope*.

        ``top`` of the bundle is below :meth:`Sites.counter` when more is to follow.
        """
        placing, sites = Placing(self._sql, self._declaration), Sites(self._sql)
        placing.refresh()
        base, counter = ledger.acked, sites.counter()
        top = self._cut(base, counter)
        own, _ = sites.own()
        self._sites = [own]
        for statement in BEGIN:
            self._sql.run(statement)
        member = None
        if scope.kind is not ScopeKind.ALL:
            member = Membership(self._sql, self._declaration, ledger.device)
            top = member.renew(scope, acked=base, top=top)
        self._choose(ledger, base, top, is_partial=member is not None)
        tables = self._tables({} if member is None else member.let_go())
        conflicts = self._conflicts(ledger, base, top, is_partial=member is not None)
        bundle = Bundle(
            schema=int(known_revisions()[-1]),
            site=0,
            base=base,
            top=top,
            knowledge=self._knowledge(sites, own, top, counter),
            tables=tables,
            conflicts=conflicts,
            contexts=self._contexts(conflicts),
            sums=tuple(Sum(table=a, area=b, count=c, digest=d) for a, b, c, d in placing.sums()),
            sites=self._site_keys(),
            acked_site=self._site_key(ledger.site),
            acked=self._acked(ledger),
        )
        for statement in END:
            self._sql.run(statement)
        if member is not None:
            member.end()
        return bundle

    def _cut(self, base: int, counter: int) -> int:
        """Return where this file is to end, so that it does not grow beyond measure."""
        lines = self._sql.rows(CUT, base, MOST_ENTRIES + 1)
        heavy = {
            table.number: (table, next(each.name for each in table.columns if each.is_binary))
            for table in self._declaration.tables
            if any(column.is_binary for column in table.columns)
        }
        weight, end = 0, base
        for lseq, tbl, row in lines[:MOST_ENTRIES]:
            if tbl in heavy:
                table, column = heavy[tbl]
                sql = f'SELECT length("{column}") FROM "{table.name}" WHERE "{table.key}" = ?'
                weight += self._sql.value(sql, row) or 0
                if weight > MOST_BYTES and end > base:
                    return end
            end = lseq
        return end if len(lines) > MOST_ENTRIES else counter

    def _choose(self, ledger: Ledger, base: int, top: int, *, is_partial: bool) -> None:
        """Fill ``out_row`` and ``out_cell``, in the order in which they are packed."""
        # bound as ?1 device, ?2 base, ?3 top
        new = f"r.lseq > ?2 AND r.lseq <= ?3 AND {UNKNOWN}".replace(":device", "?1")
        if self._is_partial and base == 0:
            # a receiver that knows nothing of us learns all that we hold, to tell what we may
            new = "r.lseq > ?2 AND r.lseq <= ?3"
        wanted = f"({new} AND {HELD}) OR {ENTERS}".replace(":device", "?1") if is_partial else new
        self._sql.run(CHOOSE_ROWS.format(wanted=wanted), ledger.device, base, top)
        self._sql.run(CHOOSE_CELLS.format(wanted=wanted), ledger.device, base, top)

    def _tables(self, evicted: dict[int, list[str]]) -> tuple[TableBlock, ...]:
        blocks = []
        chosen = self._sql.rows("SELECT tbl FROM out_row UNION SELECT tbl FROM out_cell")
        named = {tbl for (tbl,) in chosen} | evicted.keys()
        for table in self._declaration.tables:
            if table.number not in named:
                continue
            rows = self._rows(table)
            cells = tuple(self._cells(table))
            gone = evicted.get(table.number, [])
            if rows or cells or gone:
                blocks.append(
                    TableBlock(table=table.name, rows=rows, cells=cells, evicted=tuple(gone))
                )
        return tuple(blocks)

    def _rows(self, table: SyncTable) -> RowBlock | None:
        columns = ", ".join(f'own."{name}"' for name in table.names)
        found = self._sql.rows(
            "SELECT o.row, o.life, o.site, o.ver, o.hlc, o.ctx, o.bsite, o.bver, o.bhlc, o.bctx,"
            f' own."{table.key}" IS NOT NULL, aside.record, {columns} FROM out_row AS o'
            f' LEFT JOIN "{table.name}" AS own ON own."{table.key}" = o.row'
            " LEFT JOIN sync_aside AS aside ON aside.tbl = o.tbl AND aside.row = o.row"
            " WHERE o.tbl = ? ORDER BY o.n",
            table.number,
        )
        if not found:
            return None
        values = [row[12:] if row[10] else values_of(table, row[11]) for row in found]
        births = {
            place: Version(self._place(row[6]), row[7], row[8], row[9])
            for place, row in enumerate(found)
            if row[6] is not None
        }
        return RowBlock(
            keys=[row[0] for row in found],
            life=[row[1] for row in found],
            turns=self._stamps([row[2:6] for row in found]),
            births=births,
            columns={
                name: [line[place] for line in values] for place, name in enumerate(table.names)
            },
        )

    def _cells(self, table: SyncTable) -> Iterable[CellBlock]:
        counted = self._sql.rows(
            "SELECT col, min(n), max(n) FROM out_cell WHERE tbl = ? GROUP BY col", table.number
        )
        for col, first, last in counted:
            column = table.by_number[col]
            own = f'own."{column.name}"'
            found = self._sql.rows(
                f'SELECT o.row, own."{table.key}" IS NOT NULL, {own}, aside.record,'
                f" o.site, o.ver, o.hlc, o.ctx FROM out_cell AS o"
                f' LEFT JOIN "{table.name}" AS own ON own."{table.key}" = o.row'
                " LEFT JOIN sync_aside AS aside ON aside.tbl = o.tbl AND aside.row = o.row"
                " WHERE o.n BETWEEN ? AND ? ORDER BY o.n",
                first,
                last,
            )
            at = table.columns.index(column)
            yield CellBlock(
                column=column.name,
                keys=[row[0] for row in found],
                values=[row[2] if row[1] else values_of(table, row[3])[at] for row in found],
                stamps=self._stamps([row[4:] for row in found]),
            )

    def _conflicts(
        self, ledger: Ledger, base: int, top: int, *, is_partial: bool
    ) -> tuple[ConflictLine, ...]:
        sql = CONFLICTS.replace(":base", "?1").replace(":top", "?2")
        if is_partial:
            sql += f" AND {HELD}) OR {ENTERS}".replace(":device", "?3")
        else:
            sql += ")"
        found = self._sql.rows(sql, base, top, *([ledger.device] if is_partial else []))
        lines = []
        for tbl, row, col, is_deletion, *rest in found:
            table = self._declaration.by_number[tbl]
            a_site, a_ver, a_hlc, a_ctx, a_value, b_site, b_ver, b_hlc, b_ctx, b_value = rest
            lines.append(
                ConflictLine(
                    table=table.name,
                    key=row,
                    column=table.by_number[col].name,
                    a=Version(self._place(a_site), a_ver, a_hlc, a_ctx),
                    a_value=a_value,
                    b=Version(self._place(b_site), b_ver, b_hlc, b_ctx),
                    b_value=b_value,
                    is_deletion=bool(is_deletion),
                )
            )
        return tuple(lines)

    def _contexts(self, conflicts: Sequence[ConflictLine]) -> tuple[Context, ...]:
        """Return the contexts that the versions in the bundle were written with."""
        used = set(
            self._sql.rows(
                "SELECT site, ctx FROM out_row UNION SELECT bsite, bctx FROM out_row"
                " WHERE bsite IS NOT NULL UNION SELECT site, ctx FROM out_cell"
            )
        )
        for line in conflicts:
            used.update((self._sites[each.site], each.ctx) for each in (line.a, line.b))
        found = []
        for site, number in sorted(used):
            known = self._sql.rows(
                "SELECT of, ver FROM sync_known WHERE site = ? AND ctx = ?", site, number
            )
            if known:
                seen = {self._place(of): ver for of, ver in known}
                found.append(Context(site=self._place(site), number=number, known=seen))
        return tuple(found)

    def _knowledge(self, sites: Sites, own: int, top: int, counter: int) -> dict[int, int]:
        """Return what the bundle vouches for.

        With a part it is nothing: what was changed again lies further on in our
        sequence, and may never arrive if this device is lost.
        """
        if top < counter:
            return {}
        if self._is_partial:
            return {self._place(own): top}
        return {self._place(site): ver for site, ver in sites.knowledge().items()}

    def _stamps(self, lines: Sequence[Sequence[int]]) -> Stamps:
        site, ver, hlc, ctx = zip(*lines, strict=True)
        places = {each: self._place(each) for each in set(site)}
        return Stamps(
            site=[places[each] for each in site], ver=list(ver), hlc=list(hlc), ctx=list(ctx)
        )

    def _place(self, site: int) -> int:
        if site not in self._sites:
            self._sites.append(site)
        return self._sites.index(site)

    def _site_keys(self) -> tuple[str, ...]:
        return tuple(self._site_key(site) for site in self._sites)

    def _site_key(self, site: int) -> str:
        return self._sql.value("SELECT key FROM sync_site WHERE n = ?", site) or ""

    def _acked(self, ledger: Ledger) -> int:
        return int(self._sql.value("SELECT upto FROM sync_got WHERE site = ?", ledger.site) or 0)


def values_of(table: SyncTable, record: str | None) -> tuple[Any, ...]:
    """Return the values of a row that lies aside, in the order of the columns."""
    kept = json.loads(record or "{}")
    return tuple(
        bytes.fromhex(kept[column.name])
        if column.is_binary and kept.get(column.name) is not None
        else kept.get(column.name)
        for column in table.columns
    )
