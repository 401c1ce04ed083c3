"""Where every row lies, and what all rows of a place add up to.

A row lies in an *area*: the grid that its references lead to. The content of a row has a
digest of 63 bits; the sums of digests by table and area tell two copies apart without
reading them. Both are brought up to date for what changed since last time, so
that the cost is that of the changes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import cbor2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.statements import Statements

MODULUS = 1 << 62  # sums stay within SQLite's integers
PLACED = "placed"
BEGIN = (
    "DROP TABLE IF EXISTS temp.placing",
    """CREATE TEMP TABLE placing (tbl INTEGER, row TEXT, changed INTEGER,
        PRIMARY KEY (tbl, row)) WITHOUT ROWID""",
)
CHANGED = (
    "INSERT OR IGNORE INTO placing SELECT tbl, row, 1 FROM sync_row WHERE lseq > ?",
    "INSERT OR IGNORE INTO placing SELECT tbl, row, 1 FROM sync_cell WHERE lseq > ?",
    # the first of the two bounds is the one that is searched by; the other opens the index
    "INSERT OR IGNORE INTO placing SELECT tbl, row, 1 FROM sync_row WHERE moved > ? AND moved > 0",
)
FORMER = (
    "SELECT placing.row, sync_row.area, sync_row.digest, placing.changed"
    " FROM placing JOIN sync_row USING (tbl, row) WHERE placing.tbl = ? ORDER BY placing.row"
)
KEEP = "UPDATE sync_row SET area = ?, digest = ?, moved = ? WHERE tbl = ? AND row = ?"
KEEP_DIGEST = "UPDATE sync_row SET digest = ? WHERE tbl = ? AND row = ?"
ADD_UP = (
    "INSERT INTO sync_sum (tbl, area, rows, digest) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (tbl, area) DO UPDATE SET rows = rows + excluded.rows,"
    f" digest = (digest + excluded.digest) % {MODULUS}"
)


def digest_of(values: Iterable[Any]) -> int:
    """Return what a row of *values* adds to the sums."""
    content = hashlib.sha256(cbor2.dumps(list(values))).digest()
    return int.from_bytes(content[:8], "big") % MODULUS


class Placing:
    """Areas and sums, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration

    def refresh(self) -> None:
        """Bring areas, digests and sums up to date."""
        counter = self._sql.value("SELECT counter FROM sync_clock")
        mark = int(self._sql.value("SELECT value FROM sync_own WHERE name = ?", PLACED) or 0)
        if counter == mark:
            return
        for statement in BEGIN:
            self._sql.run(statement)
        for statement in CHANGED:
            self._sql.run(statement, mark)
        for table in self._declaration.tables:
            self._refresh_table(table, counter)
        self._sql.run("DROP TABLE temp.placing")
        self._sql.run(
            "INSERT OR REPLACE INTO sync_own (name, value) VALUES (?, ?)", PLACED, str(counter)
        )

    def area_of(self, grid: str) -> int:
        """Return the number of the area of *grid*."""
        self._sql.run("INSERT OR IGNORE INTO sync_area (key) VALUES (?)", grid)
        return int(self._sql.value("SELECT n FROM sync_area WHERE key = ?", grid))

    def sums(self) -> list[tuple[str, str, int, int]]:
        """Return the sums: table, grid ("" for none), rows, digest; not of what is quiet."""
        found = self._sql.rows(
            "SELECT tbl, coalesce(sync_area.key, ''), rows, digest FROM sync_sum"
            " LEFT JOIN sync_area ON sync_area.n = area WHERE rows > 0"
        )
        names = self._declaration.by_number
        return sorted(
            (names[tbl].name, *rest)
            for tbl, *rest in found
            if tbl in names and not names[tbl].is_quiet
        )

    def state_hash(self) -> str:
        """Return what is the same on two devices that hold the same."""
        return hashlib.sha256(cbor2.dumps([list(line) for line in self.sums()])).hexdigest()

    def forget(self, table: SyncTable, keys: Iterable[str]) -> None:
        """Take rows that leave this copy out of the sums."""
        added: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for key in keys:
            found = self._sql.one(
                "SELECT area, digest FROM sync_row WHERE tbl = ? AND row = ?", table.number, key
            )
            if found is not None and found[1] is not None:
                added[found[0]][0] -= 1
                added[found[0]][1] -= found[1]
        self._add_up(table, added)

    def _refresh_table(self, table: SyncTable, counter: int) -> None:
        former = self._sql.rows(FORMER, table.number)
        if not former:
            return
        areas = self._areas(table)
        digests = self._digests(table)
        moved, kept = [], []
        added: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for key, area, digest, is_changed in former:
            # a row that is dead or waits lies nowhere, and adds nothing
            new_area = areas.get(key, 0)
            new_digest = digests.get(key) if is_changed or key not in areas else digest
            if digest is not None:
                added[area][0] -= 1
                added[area][1] -= digest
            if new_digest is not None:
                added[new_area][0] += 1
                added[new_area][1] += new_digest
            if new_area != area:
                moved.append((new_area, new_digest, counter, table.number, key))
            elif new_digest != digest:
                kept.append((new_digest, table.number, key))
        self._sql.many(KEEP, moved)
        self._sql.many(KEEP_DIGEST, kept)
        self._add_up(table, added)
        # children come later in the declaration: they are looked at in this very round
        self._draw_in_children(table, [row[-1] for row in moved])

    def _areas(self, table: SyncTable) -> dict[str, int]:
        """Return where the rows in question lie now."""
        if table.name == "grid":
            keys = self._sql.rows(
                "SELECT own.id FROM placing JOIN grid AS own ON own.id = row WHERE tbl = ?",
                table.number,
            )
            return {key: self.area_of(key) for (key,) in keys}
        ways = [
            f"nullif((SELECT area FROM sync_row WHERE tbl = {self._number(table, column)}"
            f' AND row = own."{column}"), 0)'
            for column in table.placed_by
        ]
        area = f"coalesce({', '.join([*ways, '0'])})" if ways else "0"
        return dict(
            self._sql.rows(
                f'SELECT own."{table.key}", {area} FROM placing'
                f' JOIN "{table.name}" AS own ON own."{table.key}" = row WHERE tbl = ?',
                table.number,
            )
        )

    def _digests(self, table: SyncTable) -> dict[str, int]:
        columns = ", ".join(f'own."{name}"' for name in table.names)
        rows = self._sql.rows(
            f'SELECT own."{table.key}", {columns} FROM placing'
            f' JOIN "{table.name}" AS own ON own."{table.key}" = row'
            " WHERE tbl = ? AND changed = 1",
            table.number,
        )
        return {row[0]: digest_of(row) for row in rows}

    def _draw_in_children(self, table: SyncTable, keys: list[str]) -> None:
        """Let rows be looked at whose place follows from that of *keys*."""
        for child, column in self._declaration.children[table.name]:
            if column in child.placed_by:
                self._sql.many(
                    f'INSERT OR IGNORE INTO placing SELECT {child.number}, "{child.key}", 0'
                    f' FROM "{child.name}" WHERE "{column}" = ?',
                    [(key,) for key in keys],
                )

    def _number(self, table: SyncTable, column: str) -> int:
        return self._declaration.by_name[table.parents[column]].number

    def _add_up(self, table: SyncTable, added: dict[int, list[int]]) -> None:
        rows = [
            (table.number, area, count, total % MODULUS)
            for area, (count, total) in added.items()
            if count or total
        ]
        self._sql.many(ADD_UP, rows)
