"""Rows that do not lie in their table: deleted ones, and those that wait for a parent.

A row lies in its table exactly if it is alive and everything it refers to lies in its
table; so all devices that know the same show the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from station_app.store.sync.capture import record_of
from station_app.store.sync.collecting import values_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.statements import Statements

PUT = "INSERT OR REPLACE INTO sync_aside (tbl, row, record, waiting) VALUES (?, ?, ?, ?)"
TAKE = "DELETE FROM sync_aside WHERE tbl = ? AND row = ?"
MOVED = "UPDATE sync_row SET moved = (SELECT counter FROM sync_clock) WHERE tbl = ? AND row = ?"
AMONG = "(SELECT value FROM json_each(?))"


class Removed(NamedTuple):
    """A row that left its table, with the line number it had there."""

    table: str
    key: str
    line: int | None


class Asides:
    """Moves rows between their tables and the side, within one transaction.

    References are checked at the end of the transaction, triggers are silent.
    """

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration
        self._going: set[tuple[str, str]] = set()
        self.removed: list[Removed] = []
        self.returned: list[tuple[str, str]] = []

    def insert(self, table: SyncTable, rows: Iterable[tuple[str, Sequence[Any]]]) -> None:
        """Put new rows (key, values in the order of the columns) into *table*."""
        sql, defaults, local = _insertion(table)
        self._sql.many(
            sql,
            [
                (
                    key,
                    *(
                        default if value is None else value
                        for value, default in zip(values, defaults, strict=True)
                    ),
                    *local,
                )
                for key, values in rows
            ],
        )

    def lay_aside(
        self, table: SyncTable, rows: Iterable[tuple[str, Sequence[Any]]], *, waiting: bool
    ) -> None:
        """Keep rows beside *table* that never lay in it."""
        self._sql.many(
            PUT,
            [(table.number, key, _record(table, values), int(waiting)) for key, values in rows],
        )

    def take_out(self, table: SyncTable, keys: Sequence[str], *, waiting: bool) -> None:
        """Move rows out of *table*, after those that refer to them."""
        # papers that replace one another in a ring: the first comes round again as a child
        going = [key for key in keys if (table.name, key) not in self._going]
        if not going:
            return
        among = json.dumps(going)
        self._going.update((table.name, key) for key in going)
        # before the row itself: what refers to it would dangle at the end of the transaction
        self._take_out_children(table, among)
        key = f'"{table.name}"."{table.key}"'
        line = f'"{table.name}".seq' if "seq" in table.local else "NULL"
        found = self._sql.rows(
            f"SELECT {key}, {line}, {record_of(table, _quoted(table.name))}"
            f' FROM "{table.name}" WHERE {key} IN {AMONG}',
            among,
        )
        self._sql.many(PUT, [(table.number, row[0], row[2], int(waiting)) for row in found])
        self._sql.run(f'DELETE FROM "{table.name}" WHERE "{table.key}" IN {AMONG}', among)
        # nothing was written, so no entry would tell placing that the sums have changed
        self._moved(table, [row[0] for row in found])
        self._going.difference_update((table.name, key) for key in going)
        self.removed.extend(Removed(table.name, row[0], row[1]) for row in found)

    def change(self, table: SyncTable, key: str, values: Mapping[str, Any]) -> None:
        """Change *values* of a row that lies aside."""
        kept = self._sql.value(
            "SELECT record FROM sync_aside WHERE tbl = ? AND row = ?", table.number, key
        )
        told = {name: _plain(value) for name, value in values.items()}
        record = {**json.loads(kept or "{}"), **told}
        self._sql.run(
            "UPDATE sync_aside SET record = ? WHERE tbl = ? AND row = ?",
            json.dumps(record),
            table.number,
            key,
        )

    def settle(self, moved: set[int]) -> None:
        """Let every row lie where it belongs; rows of the tables *moved* may lie wrong."""
        # one that returns may be the parent of another that waits
        while self._return_waiting():
            pass
        # parents first: a child whose parent is taken out goes with it, and is not looked at again
        for table in self._declaration.tables:
            for column, parent in table.references if table.number in moved else ():
                self.take_out(table, self._without_parent(table, column, parent), waiting=True)

    def waiting(self) -> int:
        """Return how many rows wait for something they refer to."""
        return int(self._sql.value("SELECT count(*) FROM sync_aside WHERE waiting = 1"))

    def _named(self, sql: str) -> list[SyncTable]:
        """Return the tables whose numbers *sql* yields, parents before children."""
        numbers = {tbl for (tbl,) in self._sql.rows(sql)}
        return [table for table in self._declaration.tables if table.number in numbers]

    def _moved(self, table: SyncTable, keys: Sequence[str]) -> None:
        """Note that rows lie elsewhere now though nothing of them was written: sums change."""
        self._sql.run("UPDATE sync_clock SET counter = counter + 1")
        self._sql.many(MOVED, [(table.number, key) for key in keys])

    def _without_parent(self, table: SyncTable, column: str, parent: str) -> list[str]:
        """Return the rows touched just now whose parent does not lie in its table."""
        parent_key = self._declaration.by_name[parent].key
        return [
            key
            for (key,) in self._sql.rows(
                f'SELECT own."{table.key}" FROM touched JOIN "{table.name}" AS own'
                f' ON own."{table.key}" = touched.row WHERE touched.tbl = ?'
                f' AND own."{column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{parent}" AS p'
                f' WHERE p."{parent_key}" = own."{column}")',
                table.number,
            )
        ]

    def _return_waiting(self) -> int:
        returned = 0
        for table in self._named("SELECT DISTINCT tbl FROM sync_aside WHERE waiting = 1"):
            for key, record in self._sql.rows(
                "SELECT row, record FROM sync_aside WHERE tbl = ? AND waiting = 1", table.number
            ):
                values = values_of(table, record)
                if self._has_parents(table, key, values):
                    self.insert(table, [(key, values)])
                    self._sql.run(TAKE, table.number, key)
                    self._moved(table, [key])
                    self.returned.append((table.name, key))
                    returned += 1
        return returned

    def _has_parents(self, table: SyncTable, key: str, values: Sequence[Any]) -> bool:
        named = {**dict(zip(table.names, values, strict=True)), table.key: key}
        for column, parent in table.references:
            parent_key = self._declaration.by_name[parent].key
            sql = f'SELECT 1 FROM "{parent}" WHERE "{parent_key}" = ?'
            if named[column] is not None and self._sql.value(sql, named[column]) is None:
                return False
        return True

    def _take_out_children(self, table: SyncTable, among: str) -> None:
        for child, column in self._declaration.children[table.name]:
            keys = self._sql.rows(
                f'SELECT "{child.key}" FROM "{child.name}" WHERE "{column}" IN {AMONG}', among
            )
            self.take_out(child, [key for (key,) in keys], waiting=True)


def _insertion(table: SyncTable) -> tuple[str, list[Any], list[Any]]:
    """Return SQL to insert a row, defaults for columns that are missing, and local values."""
    # SQLite gives the next seq: that of the sender is the place of another row here
    local = [name for name in sorted(table.local) if name != "seq"]
    columns = ", ".join(f'"{name}"' for name in (table.key, *table.names, *local))
    marks = ", ".join("?" * (1 + len(table.names) + len(local)))
    return (
        f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})',
        [column.default for column in table.columns],
        [1 if name == "version" else "" for name in local],
    )


def _record(table: SyncTable, values: Sequence[Any]) -> str:
    return json.dumps(
        {name: _plain(value) for name, value in zip(table.names, values, strict=True)}
    )


def _plain(value: Any) -> Any:
    # as hex() in SQL has it: the same row laid aside by trigger or by merge is the same text
    return value.hex().upper() if isinstance(value, bytes) else value


def _quoted(name: str) -> str:
    return f'"{name}"'
