"""What is still to go out, to be confirmed, to come: counted along indexes, and listed.

The status bar asks after every change. So counting stops at :data:`MOST`, and nothing
here reads a table from end to end that grows with the residents.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.sync.devices import ScopeKind
from station_app.store.sync.declaration import TableScope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.sync.devices import Scope
    from station_app.store.sync.declaration import Declaration
    from station_app.store.sync.statements import Statements

MOST = 10_000
MOST_LISTED = 500
# what the device is not to have is passed over before counting stops: ten thousand entries of
# other grids would else hide the one that is for it, and no file would ever be written
ENTRIES = """
    SELECT lseq FROM (SELECT r.lseq FROM sync_row AS r
        WHERE r.lseq > {after} AND r.lseq <= {upto} AND {wanted} ORDER BY r.lseq LIMIT {most})
    UNION ALL SELECT lseq FROM (SELECT r.lseq FROM sync_cell AS r
        WHERE r.lseq > {after} AND r.lseq <= {upto} AND {wanted} ORDER BY r.lseq LIMIT {most})
"""
UNKNOWN = (
    "NOT EXISTS (SELECT 1 FROM sync_peer_known AS k"
    " WHERE k.device = {device} AND k.site = r.site AND k.ver >= r.ver)"
)
HELD = (
    "EXISTS (SELECT 1 FROM sync_held AS h WHERE h.device = {device} AND h.tbl = r.tbl"
    " AND h.row = r.row AND h.until IS NULL)"
)
# a row that was born just now has no place yet: it may be of these grids; one that came
# and went between two files is of no grid
IN_GRIDS = (
    "({held} OR EXISTS (SELECT 1 FROM sync_row AS x WHERE x.tbl = r.tbl AND x.row = r.row"
    " AND x.life % 2 = 1 AND (x.tbl IN ({everyone}) OR (x.tbl IN ({placed})"
    " AND ((x.area = 0 AND x.digest IS NULL) OR x.area IN"
    " (SELECT n FROM sync_area WHERE key IN (SELECT value FROM json_each({grids}))))))))"
)
CONFLICTS_AFTER = "SELECT 1 FROM sync_conflict WHERE lseq > ? LIMIT 1"
WAITING = "SELECT count(*) FROM sync_aside WHERE waiting = 1"
CHANGED = """
    SELECT x.tbl, x.row, coalesce(a.key, '') FROM (
        SELECT tbl, row, site, ver FROM sync_row WHERE lseq > ?2
        UNION ALL SELECT tbl, row, site, ver FROM sync_cell WHERE lseq > ?2) AS r
    JOIN sync_row AS x ON x.tbl = r.tbl AND x.row = r.row
    LEFT JOIN sync_area AS a ON a.n = x.area
    WHERE NOT EXISTS (SELECT 1 FROM sync_peer_known AS k
        WHERE k.device = ?1 AND k.site = r.site AND k.ver >= r.ver)
    GROUP BY x.tbl, x.row
"""
ASIDE = """
    SELECT x.tbl, x.row, coalesce(a.key, '') FROM sync_aside AS w
    JOIN sync_row AS x ON x.tbl = w.tbl AND x.row = w.row
    LEFT JOIN sync_area AS a ON a.n = x.area WHERE w.waiting = 1
"""
IN_CONFLICT = """
    SELECT DISTINCT x.tbl, x.row, coalesce(a.key, '') FROM sync_conflict AS c
    JOIN sync_row AS x ON x.tbl = c.tbl AND x.row = c.row
    LEFT JOIN sync_area AS a ON a.n = x.area
"""
OF_RESIDENT = '(SELECT name FROM resident WHERE id = own."resident_id")'
NAMES = {
    "setting": "own.key",
    "dwelling": "own.text",
    "household": "own.number",
    "certificate": "own.number",
    "seal_use": "own.number",
    "refusal_slip": "own.item",
    "export_record": "own.number",
    "window_case": "own.number",
    **dict.fromkeys(
        ("case_step", "case_order", "case_rating", "bad_rating", "case_file"),
        "(SELECT number FROM window_case WHERE id = own.case_id)",
    ),
    "task_step": "(SELECT name FROM task WHERE id = own.task_id)",
}
"""What a record is called where it has no name and belongs to nobody."""


class Receiver(NamedTuple):
    """A device, what it holds, and a range of our sequence that is in question for it."""

    device: str
    scope: Scope
    after: int
    upto: int


class Place(NamedTuple):
    """A record and where it lies: the names of its table and of its grid's key."""

    table: str
    row: str
    area: str


class Tallies:
    """Counts and lists of what is not everywhere yet, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration

    def pending(self, receivers: Sequence[Receiver]) -> int:
        """Return how many entries in its range any of *receivers* has not, up to :data:`MOST`."""
        if not receivers:
            return 0
        values: list[object] = []
        parts = [self._entries(each, values) for each in receivers]
        told = f"SELECT count(*) FROM (SELECT 1 FROM ({' UNION '.join(parts)}) LIMIT {MOST})"
        return int(self._sql.value(told, *values))

    def has_conflicts_after(self, lseq: int) -> bool:
        """Whether a conflict was found after the place *lseq* of our sequence."""
        return self._sql.value(CONFLICTS_AFTER, lseq) is not None

    def waiting(self) -> int:
        """Return how many rows wait for something they refer to."""
        return int(self._sql.value(WAITING))

    def changed(self, device: str, acked: int) -> list[Place]:
        """Return the records changed after *acked* that *device* is not known to have."""
        return self._places(CHANGED, device, acked)

    def aside(self) -> list[Place]:
        """Return the records that wait for something they refer to."""
        return self._places(ASIDE)

    def in_conflict(self) -> list[Place]:
        """Return the records of which there ever was a conflict."""
        return self._places(IN_CONFLICT)

    def titles(self, table: str, rows: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Return what records of *table* are called, and the resident each belongs to ("")."""
        kept = self._declaration.by_name[table]
        owner, name = "''", NAMES.get(table, "own.name" if "name" in kept.names else "''")
        if "resident_id" in kept.names:
            owner, name = 'own."resident_id"', NAMES.get(table, OF_RESIDENT)
        found = self._sql.rows(
            f"""SELECT own."{kept.key}", coalesce({name}, ''), coalesce({owner}, '')"""
            f' FROM "{table}" AS own WHERE own."{kept.key}" IN (SELECT value FROM json_each(?))',
            json.dumps(list(rows)[:MOST_LISTED]),
        )
        return {key: (str(title), str(of)) for key, title, of in found}

    def is_kept(self, sha256: str) -> bool:
        """Whether what a file has replaced is still kept, so that it can be taken back."""
        sql = "SELECT 1 FROM sync_taken WHERE sha256 = ? LIMIT 1"
        return self._sql.value(sql, sha256) is not None

    def _entries(self, receiver: Receiver, values: list[object]) -> str:
        """Return SQL for the entries in question, its values added to *values*."""

        def bound(value: object) -> str:
            values.append(value)
            return f"?{len(values)}"

        device = bound(receiver.device)
        wanted = UNKNOWN.format(device=device)
        held = HELD.format(device=device)
        if receiver.scope.kind is ScopeKind.OWN:
            wanted += f" AND {held}"
        elif receiver.scope.kind is ScopeKind.GRIDS:
            grids = bound(json.dumps(sorted(receiver.scope.grids)))
            wanted += " AND " + IN_GRIDS.format(
                everyone=self._numbers(TableScope.EVERYONE),
                placed=self._numbers(TableScope.GRIDS),
                held=held,
                grids=grids,
            )
        return ENTRIES.format(
            after=bound(receiver.after), upto=bound(receiver.upto), most=MOST, wanted=wanted
        )

    def _numbers(self, scope: TableScope) -> str:
        return ", ".join(
            str(table.number) for table in self._declaration.tables if table.scope is scope
        )

    def _places(self, sql: str, *values: object) -> list[Place]:
        names = self._declaration.by_number
        return [
            Place(names[tbl].name, row, area)
            for tbl, row, area in self._sql.rows(sql, *values)
            if tbl in names and not names[tbl].is_quiet
        ]
