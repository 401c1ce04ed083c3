"""What rows were before a file was taken in, kept so that it can be taken back.

Only what is about to change: the columns that get other values, the whole of a row that
goes, nothing for one that comes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from station_app.store.sync.capture import record_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from station_app.store.sync.declaration import SyncTable
    from station_app.store.sync.statements import Statements

BROUGHT = "INSERT OR IGNORE INTO sync_taken (sha256, tbl, row) VALUES (?, ?, ?)"
KEPT_FILES = 30
FORGET_OLD = """
    DELETE FROM sync_taken WHERE sha256 NOT IN
    (SELECT sha256 FROM sync_file WHERE direction = 'in' ORDER BY rowid DESC LIMIT ?)
    AND sha256 != ?
"""


class Former:
    """The former state of the rows that the file *sha256* changes; without it nothing is kept."""

    def __init__(self, statements: Statements, sha256: str) -> None:
        self._sql = statements
        self._sha256 = sha256

    def forget_old(self) -> None:
        """Forget what files of long ago have changed: they cannot be taken back any more."""
        # here, not at trimming: the rows of one large file may be as many as the store has
        if self._sha256:
            self._sql.run(FORGET_OLD, KEPT_FILES, self._sha256)

    def note_brought(self, rows: Iterable[tuple[int, str]]) -> None:
        """Note rows (table, key) that the file brings."""
        if self._sha256:
            self._sql.many(BROUGHT, [(self._sha256, tbl, row) for tbl, row in rows])

    def note_whole(self, table: SyncTable, keys: Sequence[str]) -> None:
        """Note rows that the file removes."""
        self._note(table, keys, record_of(table, "own"))

    def note_columns(self, table: SyncTable, columns: Sequence[int], keys: Sequence[str]) -> None:
        """Note what rows say in *columns* that are about to change."""
        self._note(table, keys, record_of(table, "own", columns))

    def _note(self, table: SyncTable, keys: Sequence[str], record: str) -> None:
        if self._sha256 and keys:
            self._sql.run(
                f"INSERT OR IGNORE INTO sync_taken (sha256, tbl, row, record)"
                f' SELECT ?, {table.number}, own."{table.key}", {record}'
                f' FROM "{table.name}" AS own'
                f' WHERE own."{table.key}" IN (SELECT value FROM json_each(?))',
                self._sha256,
                json.dumps(list(keys)),
            )
