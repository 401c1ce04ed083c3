"""Which rows a partial copy holds: those of its grids and what they refer to.

Kept per receiver, because a row that enters travels whole and one that leaves
is let go. A row counts as held only once the file that brought it is acknowledged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.sync.devices import ScopeKind
from station_app.store.sync.declaration import TableScope

if TYPE_CHECKING:
    from station_app.domain.sync.devices import Scope
    from station_app.store.sync.declaration import Declaration
    from station_app.store.sync.portioning import Portions
    from station_app.store.sync.statements import Statements

BEGIN = (
    "DROP TABLE IF EXISTS temp.wanted",
    "DROP TABLE IF EXISTS temp.entering",
    "DROP TABLE IF EXISTS temp.leaving",
    "CREATE TEMP TABLE wanted (tbl INTEGER, row TEXT, PRIMARY KEY (tbl, row)) WITHOUT ROWID",
    "CREATE TEMP TABLE entering (tbl INTEGER, row TEXT, PRIMARY KEY (tbl, row)) WITHOUT ROWID",
    "CREATE TEMP TABLE leaving (tbl INTEGER, row TEXT, PRIMARY KEY (tbl, row)) WITHOUT ROWID",
)
END = ("DROP TABLE temp.wanted", "DROP TABLE temp.entering", "DROP TABLE temp.leaving")
OF_EVERYONE = (
    "INSERT OR IGNORE INTO wanted SELECT tbl, row FROM sync_row WHERE tbl = ? AND life % 2 = 1"
)
OF_GRIDS = (
    "INSERT OR IGNORE INTO wanted SELECT tbl, row FROM sync_row"
    " WHERE area IN (SELECT n FROM sync_area WHERE key = ?) AND tbl = ? AND life % 2 = 1"
)
LEAVING = """
    INSERT INTO leaving SELECT h.tbl, h.row FROM sync_held AS h
    JOIN sync_row AS r ON r.tbl = h.tbl AND r.row = h.row AND r.life % 2 = 1
    WHERE h.device = ?1 AND h.until IS NULL AND (h.tbl, h.row) NOT IN (SELECT tbl, row FROM wanted)
"""
LET_GO = """
    UPDATE sync_held SET until = ?2 WHERE device = ?1
    AND (tbl, row) IN (SELECT tbl, row FROM leaving)
"""
GONE = "SELECT tbl, row FROM sync_held WHERE device = ? AND until > ?"
ENTERING = """
    INSERT INTO entering SELECT w.tbl, w.row FROM wanted AS w
    LEFT JOIN sync_held AS h ON h.device = ?1 AND h.tbl = w.tbl AND h.row = w.row
    WHERE h.row IS NULL OR h.until IS NOT NULL OR h.since > ?2
"""
HOLD = """
    INSERT INTO sync_held (device, tbl, row, since)
    SELECT ?1, tbl, row, ?2 FROM entering WHERE true
    ON CONFLICT (device, tbl, row) DO UPDATE SET since = excluded.since, until = NULL
    WHERE until IS NOT NULL
"""
COUNTER = "SELECT counter FROM sync_clock"
POSTPONE = "DELETE FROM entering WHERE tbl = ? AND row = ?"
# one that was sent before and not acknowledged: this file would acknowledge it without holding it
SINCE_LATER = """
    UPDATE sync_held SET since = ? WHERE device = ? AND tbl = ? AND row = ? AND until IS NULL
"""
TICK = "UPDATE sync_clock SET counter = counter + 1"
NEW = """
    SELECT count(*) FROM entering AS e
    LEFT JOIN sync_held AS h ON h.device = ? AND h.tbl = e.tbl AND h.row = e.row
    WHERE h.row IS NULL OR h.until IS NOT NULL
"""


class Membership:
    """What one receiver holds and is to hold, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration, device: str) -> None:
        self._sql = statements
        self._declaration = declaration
        self._device = device
        self._acked = 0

    def renew(self, scope: Scope, portions: Portions, *, acked: int, base: int, top: int) -> int:
        """Work out who enters (temporary table ``entering``) and who leaves *scope*.

        *acked*, *base* and *top* are places in our sequence: what was acknowledged,
        where the file that is being made begins and ends. Returns where it ends now:
        when somebody enters or leaves, that gets a place that no file has ended at
        before, or an earlier one would acknowledge what it did not hold. It is below
        the counter when more is to follow. Areas must be up to date.
        """
        self._acked = acked
        for statement in BEGIN:
            self._sql.run(statement)
        if scope.kind is ScopeKind.OWN:
            return top
        self._gather(scope)
        is_last = top == self._sql.value(COUNTER)
        leaving = self._sql.run(LEAVING, self._device)
        self._sql.run(ENTERING, self._device, base)
        later = self._postpone(portions, is_last=is_last)
        # else an acknowledgement of the file before would cover rows that came and went since
        if leaving or self._sql.value(NEW, self._device):
            self._sql.run(TICK)
        place = int(self._sql.value(COUNTER))
        self._sql.run(LET_GO, self._device, place)
        self._sql.run(HOLD, self._device, place)
        if later and is_last:
            self._sql.run(TICK)
        counter = self._sql.value(COUNTER)
        self._sql.many(SINCE_LATER, [(counter, self._device, *each) for each in later])
        return place if is_last else top

    def let_go(self) -> dict[int, list[str]]:
        """Return the rows the receiver is to let go: table → keys.

        They are remembered for good: one that is put back from a copy holds them again.
        """
        found: dict[int, list[str]] = {}
        for tbl, row in self._sql.rows(GONE, self._device, self._acked):
            found.setdefault(tbl, []).append(row)
        return found

    def end(self) -> None:
        """Drop the temporary tables."""
        for statement in END:
            self._sql.run(statement)

    def _postpone(self, portions: Portions, *, is_last: bool) -> list[tuple[int, str]]:
        """Leave rows that enter to a later file; return them.

        Beside a file that is cut short nothing enters: its place would be that of the last.
        """
        every = portions.entering() if is_last else self._sql.rows("SELECT tbl, row FROM entering")
        later = [(int(tbl), str(row)) for tbl, row in every]
        self._sql.many(POSTPONE, later)
        return later

    def _gather(self, scope: Scope) -> None:
        for table in self._declaration.tables:
            if table.scope is TableScope.EVERYONE:
                self._sql.run(OF_EVERYONE, table.number)
            elif table.scope is TableScope.GRIDS:
                self._sql.many(OF_GRIDS, [(grid, table.number) for grid in sorted(scope.grids)])
        # children stand after their parents: backwards, one round brings in what is referred
        # to; a table that refers to itself needs as many as its chains are long
        while self._gather_parents():
            pass

    def _gather_parents(self) -> int:
        gathered = 0
        for table in reversed(self._declaration.tables):
            for column, parent in table.references:
                number = self._declaration.by_name[parent].number
                gathered += self._sql.run(
                    f'INSERT OR IGNORE INTO wanted SELECT {number}, own."{column}"'
                    f" FROM wanted AS w"
                    f' JOIN "{table.name}" AS own ON own."{table.key}" = w.row'
                    f' WHERE w.tbl = {table.number} AND own."{column}" IS NOT NULL'
                )
        return gathered


SEND_AGAIN = """
    UPDATE sync_row SET lseq = (SELECT counter + 1 FROM sync_clock)
    WHERE (tbl, row) IN (SELECT tbl, row FROM in_row) AND NOT EXISTS (SELECT 1 FROM sync_held AS h
        WHERE h.device = ? AND h.tbl = sync_row.tbl AND h.row = sync_row.row)
"""


def note_brought(statements: Statements, device: str) -> None:
    """Note that *device* holds the rows of temporary table ``in_row``: it has brought them.

    Of those it was not known to hold, it may not have heard what became of them.
    """
    if statements.run(SEND_AGAIN, device):
        statements.run("UPDATE sync_clock SET counter = counter + 1")
    statements.run(
        "INSERT OR IGNORE INTO sync_held (device, tbl, row, since)"
        " SELECT ?1, tbl, row, 0 FROM in_row",
        device,
    )
