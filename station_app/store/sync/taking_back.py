"""Undoing a file that was taken in: its rows become what they were, as new edits.

History is never rewritten: what the file said stays known, and the undoing travels
like any other edit. Everything or nothing: when later work rests on it, it stays.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.store.sync.asides import Asides, Removed
from station_app.store.sync.collecting import values_of
from station_app.store.sync.merging import Merged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.files import FileLine
    from station_app.store.sync.statements import Statements

FORMER = "SELECT row, record FROM sync_taken WHERE sha256 = ? AND tbl = ?"
BUILT_UPON = """
    SELECT count(*) FROM sync_taken AS taken
    LEFT JOIN sync_row AS r ON r.tbl = taken.tbl AND r.row = taken.row
    WHERE taken.sha256 = ?1 AND (r.lseq IS NULL OR r.lseq > ?2 OR EXISTS
        (SELECT 1 FROM sync_cell AS c
            WHERE c.tbl = taken.tbl AND c.row = taken.row AND c.lseq > ?2))
"""
HANGING_ON = """
    SELECT count(*) FROM sync_taken AS taken JOIN "{child}" AS own ON own."{column}" = taken.row
    WHERE taken.sha256 = ?1 AND taken.tbl = {parent} AND taken.record IS NULL
    AND NOT EXISTS (SELECT 1 FROM sync_taken AS other WHERE other.sha256 = ?1
        AND other.tbl = {tbl} AND other.row = own."{key}")
"""
"""What was entered since about records that the file has brought: it would go with them."""

HANGING_FREE = """
    SELECT count(*) FROM "{child}" AS own WHERE own."{key}" IN (SELECT value FROM json_each(?1))
    AND own."{column}" IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM "{parent}" AS p WHERE p."{parent_key}" = own."{column}")
"""
FORGET = "DELETE FROM sync_taken WHERE sha256 = ?"


class TakingBack:
    """Undoes one file within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration, line: FileLine) -> None:
        self._sql = statements
        self._declaration = declaration
        self._line = line
        self._asides = Asides(statements, declaration)
        self._touched: dict[str, list[str]] = {}
        self._removed: list[Removed] = []

    def carry_out(self) -> Merged:
        """Write everything back; triggers note it as edits of ours.

        Raises :class:`RefusedError` ``sync.built-upon`` with the number of rows, or
        ``sync.not-undoable`` if what the rows were is not kept any more.
        """
        sha256 = self._line.sha256
        if not self._sql.value("SELECT count(*) FROM sync_taken WHERE sha256 = ?", sha256):
            raise RefusedError("sync.not-undoable")
        # all or nothing: half a file taken back is a state nobody has ever seen
        built = self._sql.value(BUILT_UPON, sha256, self._line.lseq) or self._hanging_on()
        if built:
            raise RefusedError("sync.built-upon", rows=built)
        self._sql.run("PRAGMA defer_foreign_keys = ON")
        tables = [table for table in self._declaration.tables if not table.is_log]
        # from the inside out what the file brought goes, then what it changed and removed is back
        for table in reversed(tables):
            self._remove_new(table)
        for table in tables:
            self._restore(table)
        # what a restored record refers to may have been deleted since
        if rows := self._hanging_free():
            raise RefusedError("sync.built-upon", rows=rows)
        self._sql.run(FORGET, sha256)
        self._sql.run("UPDATE sync_file SET state = 'undone' WHERE sha256 = ?", sha256)
        return Merged(
            added=0,
            changed=sum(map(len, self._touched.values())) + len(self._removed),
            conflicts=0,
            waiting=self._asides.waiting(),
            touched=self._touched,
            removed=tuple(self._removed),
        )

    def _hanging_on(self) -> int:
        """Return how many records of ours refer to those that the file has brought."""
        return sum(
            self._sql.value(
                HANGING_ON.format(
                    child=child.name,
                    column=column,
                    key=child.key,
                    tbl=child.number,
                    parent=table.number,
                ),
                self._line.sha256,
            )
            for table in self._declaration.tables
            for child, column in self._declaration.children[table.name]
        )

    def _hanging_free(self) -> int:
        """Return how many of the records that are back refer to what is not there."""
        parents = self._declaration.by_name
        return sum(
            self._sql.value(
                HANGING_FREE.format(
                    child=name,
                    key=parents[name].key,
                    column=column,
                    parent=parent,
                    parent_key=parents[parent].key,
                ),
                json.dumps(keys),
            )
            for name, keys in self._touched.items()
            for column, parent in parents[name].references
        )

    def _remove_new(self, table: SyncTable) -> None:
        line = "seq" if "seq" in table.local else "NULL"
        for key, record in self._sql.rows(FORMER, self._line.sha256, table.number):
            if record is None:
                gone = self._sql.rows(
                    f'DELETE FROM "{table.name}" WHERE "{table.key}" = ? RETURNING {line}', key
                )
                self._removed.extend(Removed(table.name, key, row[0]) for row in gone)

    def _restore(self, table: SyncTable) -> None:
        for key, record in self._sql.rows(FORMER, self._line.sha256, table.number):
            if record is None:
                continue
            values = dict(zip(table.names, values_of(table, record), strict=True))
            names = [name for name in values if name in json.loads(record)]
            if not self._sql.run(_update(table, names), *(values[name] for name in names), key):
                self._asides.insert(table, [(key, tuple(values.values()))])
            self._touched.setdefault(table.name, []).append(key)


def _update(table: SyncTable, names: Sequence[str]) -> str:
    settings = [f'"{name}" = ?' for name in names]
    if table.has_version:
        settings.append("version = version + 1")
    return f'UPDATE "{table.name}" SET {", ".join(settings)} WHERE "{table.key}" = ?'
