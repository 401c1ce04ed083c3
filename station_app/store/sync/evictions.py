"""Letting go of rows that left this copy's scope: gone here, not deleted.

A row waits with it as long as something that was entered here about it, or about a row
that refers to it, has not arrived where it was sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.store.sync.asides import Removed
from station_app.store.sync.placing import Placing

if TYPE_CHECKING:
    from station_app.domain.sync.bundle import Bundle
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.statements import Statements

NOTE = "INSERT OR IGNORE INTO sync_evict (tbl, row) VALUES (?, ?)"
UNSENT = """
    SELECT 1 FROM sync_row WHERE tbl = ?1 AND row = ?2 AND lseq > ?3
    UNION ALL SELECT 1 FROM sync_cell WHERE tbl = ?1 AND row = ?2 AND lseq > ?3
"""
"""Whoever wrote it: what a former site of this device wrote may be here alone."""
FORGET = ("sync_row", "sync_cell", "sync_aside", "sync_conflict", "sync_evict")


class Evictions:
    """Rows to be let go, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration

    def note(self, bundle: Bundle) -> None:
        """Note the rows that *bundle* says are to be let go; those it brings are not."""
        for block in bundle.tables:
            table = self._declaration.by_name.get(block.table)
            if table is None:
                continue
            # noted, not done: what was entered here about them may still be on its way
            self._sql.many(NOTE, [(table.number, key) for key in block.evicted])
            if block.rows is not None:
                self._sql.many(
                    "DELETE FROM sync_evict WHERE tbl = ? AND row = ?",
                    [(table.number, key) for key in block.rows.keys],
                )

    def carry_out(self, acked: int) -> list[Removed]:
        """Let go of all rows that can be; *acked* is how far what was entered here has arrived."""
        self._sql.run("UPDATE sync_clock SET hush = 1")
        removed = []
        named = {tbl for (tbl,) in self._sql.rows("SELECT DISTINCT tbl FROM sync_evict")}
        # children first: a parent can go only when nobody here refers to it
        for table in reversed(self._declaration.tables):
            if table.number not in named:
                continue
            noted = self._sql.rows("SELECT row FROM sync_evict WHERE tbl = ?", table.number)
            for (key,) in noted:
                if self._can_go(table, key, acked):
                    removed.append(self._let_go(table, key))
        self._sql.run("UPDATE sync_clock SET hush = 0")
        return removed

    def _can_go(self, table: SyncTable, key: str, acked: int) -> bool:
        if self._sql.one(UNSENT, table.number, key, acked):
            return False
        # children go before their parents: whoever is still here keeps the parent
        return not any(
            self._sql.one(f'SELECT 1 FROM "{child.name}" WHERE "{column}" = ?', key)
            for child, column in self._declaration.children[table.name]
        )

    def _let_go(self, table: SyncTable, key: str) -> Removed:
        # while its digest is still known
        Placing(self._sql, self._declaration).forget(table, [key])
        line = "seq" if "seq" in table.local else "NULL"
        found = self._sql.one(
            f'DELETE FROM "{table.name}" WHERE "{table.key}" = ? RETURNING {line}', key
        )
        for name in FORGET:
            self._sql.run(f"DELETE FROM {name} WHERE tbl = ? AND row = ?", table.number, key)
        return Removed(table.name, key, found[0] if found else None)
