"""Collecting what a receiver has not got: one range of our own sequence, column by column."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
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
from station_app.store.sync.placing import Placing
from station_app.store.sync.portioning import Portions
from station_app.store.sync.relaying import Relay, joined
from station_app.store.sync.scopes import Membership
from station_app.store.sync.sites import Sites

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from station_app.domain.sync.devices import Scope
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.peers import Ledger
    from station_app.store.sync.statements import Statements

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
        SELECT {CELL} FROM sync_cell AS r
        WHERE ({{wanted}}) AND (r.tbl, r.row) NOT IN (SELECT tbl, row FROM out_row)
        UNION ALL SELECT {CELL} FROM out_row AS o JOIN sync_cell AS r USING (tbl, row))
    ORDER BY tbl, col, row
"""
"""A row says what it holds now, so the versions of all its cells go with it."""

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
        self._relay = Relay(statements)
        self._sites: list[int] = []
        self._ranges: dict[int, list[tuple[int, int, int]]] = {}

    def collect(self, ledger: Ledger, scope: Scope, *, base: int | None = None) -> Bundle:
        """Return what the device of *ledger* has not acknowledged of what lies in *scope*.

        *base* is where the part before this one has ended. ``top`` of the bundle is
        below :meth:`Sites.counter` when more is to follow.
        """
        self._sql.make_room()
        placing, sites = Placing(self._sql, self._declaration), Sites(self._sql)
        # who enters or leaves a grid is read from areas
        placing.refresh()
        base, counter = ledger.acked if base is None else base, sites.counter()
        portions = Portions(self._sql, self._declaration)
        top = portions.end_after(base, counter)
        # always the first place: Bundle.site is 0
        own, _ = sites.own()
        self._sites = [own]
        for statement in BEGIN:
            self._sql.run(statement)
        member = None
        if scope.kind is not ScopeKind.ALL:
            member = Membership(self._sql, self._declaration, ledger.device)
            top = member.renew(scope, portions, acked=ledger.acked, base=base, top=top)
            counter = sites.counter()  # whoever enters or leaves gets a place in the sequence
        self._choose(ledger, base, top, is_partial=member is not None)
        self._find_ranges()
        tables = self._tables({} if member is None else member.let_go())
        # what is not known here has no place: nobody can say whether a partial copy may have it
        if member is None:
            relayed = self._relay.blocks(ledger.device, base, top, self._place)
            tables = joined(tables, relayed)
        conflicts = self._conflicts(ledger, base, top, is_partial=member is not None)
        bundle = Bundle(
            schema=int(self._sql.value("SELECT version_num FROM alembic_version")),
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

    def _find_ranges(self) -> None:
        """Find where the cells of each column lie in ``out_cell``."""
        found = self._sql.rows("SELECT tbl, col, min(n), max(n) FROM out_cell GROUP BY tbl, col")
        self._ranges = {
            tbl: [(col, first, last) for _, col, first, last in lines]
            for tbl, lines in groupby(found, key=itemgetter(0))
        }

    def _tables(self, evicted: dict[int, list[str]]) -> list[TableBlock]:
        blocks = []
        chosen = self._sql.rows("SELECT DISTINCT tbl FROM out_row")
        named = {tbl for (tbl,) in chosen} | self._ranges.keys() | evicted.keys()
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
        return blocks

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
        lines = list(zip(*found, strict=True))
        aside = {
            # one that lies aside travels with its values: the receiver may have to bring it back
            place: values_of(table, row[11])
            for place, row in enumerate(found)
            if not row[10]
        }
        columns_found = [list(column) for column in lines[12:]]
        for place, values in aside.items():
            for column, value in zip(columns_found, values, strict=True):
                column[place] = value
        births = {
            place: Version(self._place(row[6]), row[7], row[8], row[9])
            for place, row in enumerate(found)
            if row[6] is not None
        }
        columns_told = dict(zip(table.names, columns_found, strict=True))
        return RowBlock(
            keys=lines[0],
            life=lines[1],
            turns=self._stamps(lines[2:6]),
            births=births,
            columns=columns_told | self._relay.columns_of_rows(table, lines[0]),
        )

    def _cells(self, table: SyncTable) -> Iterable[CellBlock]:
        for col, first, last in self._ranges.get(table.number, ()):
            column = table.by_number[col]
            found = self._sql.rows(
                f'SELECT o.row, own."{column.name}", o.site, o.ver, o.hlc, o.ctx'
                f' FROM out_cell AS o JOIN "{table.name}" AS own ON own."{table.key}" = o.row'
                " WHERE o.n BETWEEN ? AND ? ORDER BY o.n",
                first,
                last,
            )
            # fewer than were chosen: the others lie aside, deleted or waiting, and their edits
            # count
            if len(found) <= last - first:
                found += self._cells_aside(table, table.columns.index(column), first, last)
            keys, values, *stamps = zip(*found, strict=True)
            yield CellBlock(
                column=column.name, keys=keys, values=values, stamps=self._stamps(stamps)
            )

    def _cells_aside(
        self, table: SyncTable, place: int, first: int, last: int
    ) -> list[tuple[Any, ...]]:
        """Return the cells of rows that do not lie in their table."""
        found = self._sql.rows(
            "SELECT o.row, aside.record, o.site, o.ver, o.hlc, o.ctx FROM out_cell AS o"
            " JOIN sync_aside AS aside ON aside.tbl = o.tbl AND aside.row = o.row"
            " WHERE o.n BETWEEN ? AND ? ORDER BY o.n",
            first,
            last,
        )
        return [(row, values_of(table, record)[place], *stamp) for row, record, *stamp in found]

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
                " UNION SELECT site, ctx FROM sync_extra"
            )
        )
        for line in conflicts:
            used.update((self._sites[each.site], each.ctx) for each in (line.a, line.b))
        found = []
        for site, number in sorted(used):
            known = self._sql.rows(
                "SELECT of, ver FROM sync_known WHERE site = ? AND ctx = ?", site, number
            )
            # without lines it had seen nothing, and not to tell it says the same
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
        # it holds only a part of what it has seen of others, and could not pass on the rest
        if self._is_partial:
            return {self._place(own): top}
        return {self._place(site): ver for site, ver in sites.knowledge().items()}

    def _stamps(self, columns: Sequence[Sequence[int]]) -> Stamps:
        site, ver, hlc, ctx = columns
        places = {each: self._place(each) for each in set(site)}
        return Stamps(site=[places[each] for each in site], ver=ver, hlc=hlc, ctx=ctx)

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
