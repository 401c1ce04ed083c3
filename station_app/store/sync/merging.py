"""Merging a bundle: all of it or nothing, in any order, any number of times.

State against state, cell by cell; the steps are set-based SQL on what
:mod:`station_app.store.sync.staging` has laid out. The rules stand in
:mod:`station_app.store.sync.judging`, and in docs/adr/0010-exchange.md.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from station_app.store.sync import judging
from station_app.store.sync.asides import Asides, Removed
from station_app.store.sync.capture import record_of
from station_app.store.sync.conflicts import Conflicts
from station_app.store.sync.sites import Sites
from station_app.store.sync.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.sync.bundle import Bundle
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.statements import Statements

NEW_ROWS = """
    SELECT i.n, i.tbl, i.row, i.life FROM in_row AS i
    LEFT JOIN sync_row AS r ON r.tbl = i.tbl AND r.row = i.row WHERE r.row IS NULL
"""
KEEP_NEW = """
    INSERT INTO sync_row (tbl, row, life, site, ver, hlc, ctx, lseq, bsite, bver, bhlc, bctx)
    SELECT i.tbl, i.row, i.life, i.site, i.ver, i.hlc, i.ctx, ? + row_number() OVER (ORDER BY i.n),
        i.bsite, i.bver, i.bhlc, i.bctx
    FROM in_row AS i
    LEFT JOIN sync_row AS r ON r.tbl = i.tbl AND r.row = i.row WHERE r.row IS NULL
"""
KEEP_TURN = """
    UPDATE sync_row SET life = ?3, site = ?4, ver = ?5, hlc = ?6, ctx = ?7,
        bsite = ?8, bver = ?9, bhlc = ?10, bctx = ?11, lseq = ?12 WHERE tbl = ?1 AND row = ?2
"""
OWN_BIRTH = """
    INSERT OR IGNORE INTO sync_cell (tbl, row, col, site, ver, hlc, ctx, lseq)
    SELECT tbl, row, ?3, coalesce(bsite, site), coalesce(bver, ver), coalesce(bhlc, hlc),
        coalesce(bctx, ctx), lseq FROM sync_row WHERE tbl = ?1 AND row = ?2
"""
FOREIGN_BIRTH = (
    "INSERT OR IGNORE INTO in_cell (tbl, row, col, value, site, ver, hlc, ctx)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
TOUCHED = (
    "DROP TABLE IF EXISTS temp.touched",
    "CREATE TEMP TABLE touched (tbl INTEGER, row TEXT, PRIMARY KEY (tbl, row)) WITHOUT ROWID",
)
TOUCH = "INSERT OR IGNORE INTO touched (tbl, row) VALUES (?, ?)"
WINNERS = f"SELECT tbl, row, col, value FROM judged WHERE {judging.WINS} ORDER BY tbl, row, col"
ASIDE = (
    "SELECT tbl, row FROM touched WHERE EXISTS"
    " (SELECT 1 FROM sync_aside AS a WHERE a.tbl = touched.tbl AND a.row = touched.row)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging a bundle has done.

    ``touched`` are the rows that lie in their tables and may say something new, ``removed``
    those that lie there no more. Counts are of rows, cells and conflicts.
    """

    added: int
    changed: int
    conflicts: int
    waiting: int
    touched: dict[str, list[str]] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()

    def and_removed(self, removed: Sequence[Removed]) -> Merged:
        """Return the same with more rows *removed*."""
        return replace(self, removed=(*self.removed, *removed))


class Merger:
    """Merges one bundle within one transaction.

    *step* is called between phases and may raise to stop everything. With
    *remember* the rows are kept as they were, so that the file can be taken back.
    """

    def __init__(
        self,
        statements: Statements,
        declaration: Declaration,
        bundle: Bundle,
        *,
        remember: str = "",
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._sql = statements
        self._declaration = declaration
        self._sites = Sites(statements)
        self.staging = Staging(statements, declaration, self._sites, bundle)
        self._asides = Asides(statements, declaration)
        self._conflicts = Conflicts(statements, declaration)
        self._remember = remember
        self._step = step
        self._added = 0

    def merge(self) -> Merged:
        """Carry everything out; the temporary tables are gone afterwards."""
        self._sql.run("PRAGMA defer_foreign_keys = ON")
        self._sql.run("UPDATE sync_clock SET hush = 1")
        self._step("laying-out")
        self.staging.lay_out()
        for statement in (*TOUCHED, *judging.BEGIN):
            self._sql.run(statement)
        self._part_births()
        new = self._sql.rows(NEW_ROWS)
        self._count_up(KEEP_NEW, len(new))
        self._sql.many(TOUCH, [(tbl, row) for _, tbl, row, _ in new])
        self._step("judging")
        self._sql.run(judging.JUDGE)
        turns = self._sql.rows(judging.TURNS)
        self._touch(turns)
        self._conflicts.note_concurrent()
        lost_deaths = self._conflicts.lost_deaths()
        self._keep_former()
        self._step("writing")
        self._bring_in(new)
        changed = self._write_winners()
        self._turn(turns)
        self._asides.settle()
        self._conflicts.note_deletions()
        self._conflicts.note_lost_deaths(lost_deaths)
        self._conflicts.take_in(self.staging, self.staging.bundle)
        self._sites.catch_up(self.staging.latest())
        self._sql.run("UPDATE sync_clock SET hush = 0")
        return self._outcome(changed)

    def clear(self) -> None:
        """Drop the temporary tables."""
        for statement in ("DROP TABLE temp.touched", *judging.END):
            self._sql.run(statement)
        self.staging.clear()

    def _part_births(self) -> None:
        """Let rows that were born twice have a version for each cell, here and there."""
        for tbl, row, *birth in self._sql.rows(judging.OTHER_BIRTHS):
            table = self._declaration.by_number[tbl]
            values = self.staging.records[table.name][row]
            columns = [column.number for column in table.columns]
            self._sql.many(OWN_BIRTH, [(tbl, row, col) for col in columns])
            self._sql.many(
                FOREIGN_BIRTH,
                [
                    (tbl, row, col, value, *birth)
                    for col, value in zip(columns, values, strict=True)
                ],
            )

    def _touch(self, turns: list[Any]) -> None:
        self._sql.many(TOUCH, [(turn[0], turn[1]) for turn in turns])
        self._sql.run(
            f"INSERT OR IGNORE INTO touched SELECT tbl, row FROM judged WHERE {judging.WINS}"
        )

    def _keep_former(self) -> None:
        """Keep what the rows were that are about to change."""
        if not self._remember:
            return
        for table in self._declaration.tables:
            self._sql.run(
                f"INSERT INTO sync_taken (sha256, tbl, row, record) SELECT ?1, touched.tbl,"
                f' touched.row, CASE WHEN own."{table.key}" IS NULL THEN NULL ELSE'
                f' {record_of(table, "own")} END FROM touched LEFT JOIN "{table.name}" AS own'
                f' ON own."{table.key}" = touched.row WHERE touched.tbl = ?2',
                self._remember,
                table.number,
            )

    def _bring_in(self, new: list[Any]) -> None:
        """Put the rows that were not known into their tables, the dead ones aside."""
        alive: dict[int, list[str]] = defaultdict(list)
        dead: dict[int, list[str]] = defaultdict(list)
        for _, tbl, row, life in new:
            (alive if life % 2 else dead)[tbl].append(row)
        for table in self._declaration.tables:
            if table.number not in alive.keys() | dead.keys():
                continue
            records = self.staging.records.get(table.name, {})
            self._asides.insert(table, ((key, records[key]) for key in alive[table.number]))
            lost = ((key, records[key]) for key in dead[table.number])
            self._asides.lay_aside(table, lost, waiting=False)
        self._added = sum(map(len, alive.values()))

    def _write_winners(self) -> int:
        """Write the cells that stand from now on, rows with the same columns together."""
        aside = set(self._sql.rows(ASIDE))
        together: dict[tuple[int, tuple[int, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        winners = self._sql.rows(WINNERS)
        for (tbl, row), cells in groupby(winners, key=itemgetter(0, 1)):
            columns, values = zip(*((col, value) for _, _, col, value in cells), strict=True)
            if (tbl, row) in aside:
                table = self._declaration.by_number[tbl]
                names = (table.by_number[col].name for col in columns)
                self._asides.change(table, row, dict(zip(names, values, strict=True)))
            else:
                together[tbl, columns].append((*values, row))
        for (tbl, columns), rows in together.items():
            self._sql.many(_update(self._declaration.by_number[tbl], columns), rows)
        self._count_up(judging.KEEP_WINNERS, len(winners))
        return len(winners)

    def _turn(self, turns: list[Any]) -> None:
        """Let rows die or live again whose life takes the turn that came."""
        counter = self._sites.counter()
        died: dict[int, list[str]] = defaultdict(list)
        lines, reborn = [], []
        for number, (tbl, row, was, life, *versions) in enumerate(turns, 1):
            lines.append((tbl, row, life, *versions, counter + number))
            if was % 2 and not life % 2:
                died[tbl].append(row)
            elif life % 2 and not was % 2:
                reborn.append((tbl, row))
        self._sql.many(KEEP_TURN, lines)
        self._sql.run("UPDATE sync_clock SET counter = counter + ?", len(lines))
        self._sql.many("UPDATE sync_aside SET waiting = 1 WHERE tbl = ? AND row = ?", reborn)
        for table in self._declaration.tables:
            keys = died[table.number]
            self._asides.take_out(table, keys, waiting=False)
            # one that waited for its parent was not in its table
            self._sql.many(
                "UPDATE sync_aside SET waiting = 0 WHERE tbl = ? AND row = ?",
                [(table.number, key) for key in keys],
            )

    def _count_up(self, sql: str, count: int) -> None:
        """Run *sql* that numbers *count* entries from the clock's counter."""
        if count:
            self._sql.run(sql, self._sites.counter())
            self._sql.run("UPDATE sync_clock SET counter = counter + ?", count)

    def _outcome(self, changed: int) -> Merged:
        touched: dict[str, list[str]] = defaultdict(list)
        for tbl, row in self._sql.rows("SELECT tbl, row FROM touched"):
            touched[self._declaration.by_number[tbl].name].append(row)
        for name, key in self._asides.returned:
            touched[name].append(key)
        return Merged(
            added=self._added,
            changed=changed,
            conflicts=self._conflicts.found,
            waiting=self._asides.waiting(),
            touched=dict(touched),
            removed=tuple(self._asides.removed),
        )


def _update(table: SyncTable, columns: tuple[int, ...]) -> str:
    settings = [f'"{table.by_number[col].name}" = ?' for col in columns]
    if table.has_version:
        settings.append("version = version + 1")
    return f'UPDATE "{table.name}" SET {", ".join(settings)} WHERE "{table.key}" = ?'
