"""Deciding conflicts: an ordinary write by somebody who has seen both values.

What is decided travels like any other edit and closes the conflict wherever it arrives.
So the version is renewed even where the value that stands is chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.errors import RefusedError
from station_app.store.base import moment_text
from station_app.store.sync.asides import Asides
from station_app.store.sync.merging import TOUCH, TOUCHED, Merged
from station_app.store.sync.open_conflicts import Life, OpenConflicts
from station_app.store.sync.sites import Sites

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.store.stamp import Stamp
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.statements import Statements

TICK = "UPDATE sync_clock SET counter = counter + 1"
RENEW_CELL = """
    INSERT INTO sync_cell (tbl, row, col, site, ver, hlc, ctx, lseq)
    SELECT ?, ?, ?, site, counter, hlc, ctx, counter FROM sync_clock WHERE true
    ON CONFLICT (tbl, row, col) DO UPDATE SET site = excluded.site, ver = excluded.ver,
        hlc = excluded.hlc, ctx = excluded.ctx, lseq = excluded.lseq
"""
RENEW_LIFE = """
    UPDATE sync_row SET bsite = coalesce(bsite, site), bver = coalesce(bver, ver),
        bhlc = coalesce(bhlc, hlc), bctx = coalesce(bctx, ctx), life = life + ?3,
        site = now_site, ver = now, hlc = now_hlc, ctx = now_ctx, lseq = now
    FROM (SELECT site AS now_site, counter AS now, hlc AS now_hlc, ctx AS now_ctx FROM sync_clock)
    WHERE tbl = ?1 AND row = ?2
"""
"""A turn of life leaves the birth, and with it the versions of the cells, as it was."""


class Resolving:
    """Writes decisions within one transaction; :meth:`finish` ends them."""

    def __init__(self, statements: Statements, declaration: Declaration, stamp: Stamp) -> None:
        self._sql = statements
        self._declaration = declaration
        self._stamp = stamp
        self._sites = Sites(statements)
        self._asides = Asides(statements, declaration)
        self._open = OpenConflicts(statements, declaration)
        self._touched: dict[str, dict[str, None]] = {}
        statements.run("PRAGMA defer_foreign_keys = ON")
        for statement in TOUCHED:
            statements.run(statement)

    def write(self, table: SyncTable, key: str, column: str, value: Any) -> None:
        """Let *value* stand, as written now, even if it stands already.

        Raises :class:`RefusedError` ``sync.reference-gone`` if it names a record that is
        not there.
        """
        self._refuse_gone(table, column, value)
        counter = self._sites.counter()
        values = {column: value, **self._signature(table)}
        version = ", version = version + 1" if table.has_version else ""
        settings = ", ".join(f'"{name}" = ?' for name in values)
        if not self._sql.run(
            f'UPDATE "{table.name}" SET {settings}{version} WHERE "{table.key}" = ?',
            *values.values(),
            key,
        ):
            self._write_aside(table, key, values)
        # triggers note nothing where the value that stands is chosen; the conflict would stay open
        self._renew(table, key, column, counter)
        self._touch(table, key)

    def put(self, table: SyncTable, key: str, life: Life) -> None:
        """Let the record be where *life* says, as decided now, even if it is there already.

        A record that comes back finds its values as they were; if what it refers to
        is not there it waits for that.
        """
        now = self._open.life(table, key)
        # between table and bin nothing lives or dies: that is a cell like others
        if now is not life and Life.DEAD in (now, life):
            self._turn(table, key, life)
        if life is not Life.DEAD and table.bin_column is not None:
            is_binned = life is Life.BINNED
            kept = self._open.record(table, key)[table.bin_column.name]
            # deciding that it stays in the bin must not make it look binned today
            moment = (kept or moment_text(self._stamp.at)) if is_binned else None
            self.write(table, key, table.bin_column.name, moment)
        elif now is life:
            self._sql.run(TICK)
            self._sql.run(RENEW_LIFE, table.number, key, 0)
        self._touch(table, key)

    def finish(self) -> Merged:
        """Let every record lie where it belongs; return what has changed."""
        self._sql.run("UPDATE sync_clock SET hush = 1")
        self._asides.settle(set())
        self._sql.run("UPDATE sync_clock SET hush = 0")
        self._sql.run("DROP TABLE temp.touched")
        for name, key in self._asides.returned:
            self._touched.setdefault(name, {})[key] = None
        touched = {name: list(keys) for name, keys in self._touched.items()}
        return Merged(
            added=0,
            changed=sum(map(len, touched.values())),
            conflicts=0,
            waiting=self._asides.waiting(),
            touched=touched,
            removed=tuple(self._asides.removed),
        )

    def _turn(self, table: SyncTable, key: str, life: Life) -> None:
        """Let a record die, or live again."""
        self._sql.run(TICK)
        self._sql.run(RENEW_LIFE, table.number, key, 1)
        if life is Life.DEAD:
            self._sql.run("UPDATE sync_clock SET hush = 1")
            self._asides.take_out(table, [key], waiting=False)
            self._sql.run("UPDATE sync_clock SET hush = 0")
        self._sql.run(
            "UPDATE sync_aside SET waiting = ? WHERE tbl = ? AND row = ?",
            int(life is not Life.DEAD),
            table.number,
            key,
        )

    def _signature(self, table: SyncTable) -> dict[str, Any]:
        if "changed_at" not in table.by_name:
            return {}
        return {"changed_at": moment_text(self._stamp.at), "changed_by": self._stamp.by}

    def _write_aside(self, table: SyncTable, key: str, values: Mapping[str, Any]) -> None:
        """Change a record that does not lie in its table; no trigger notes it."""
        self._asides.change(table, key, values)
        for name in values:
            self._sql.run(TICK)
            self._sql.run(RENEW_CELL, table.number, key, table.by_name[name].number)

    def _renew(self, table: SyncTable, key: str, column: str, counter: int) -> None:
        """See to it that the cell was written after *counter*, whether its value has changed."""
        number = table.by_name[column].number
        written = self._sql.value(
            "SELECT ver > ? AND site = (SELECT site FROM sync_clock) FROM sync_cell"
            " WHERE tbl = ? AND row = ? AND col = ?",
            counter,
            table.number,
            key,
            number,
        )
        if not written:
            self._sql.run(TICK)
            self._sql.run(RENEW_CELL, table.number, key, number)

    def _refuse_gone(self, table: SyncTable, column: str, value: Any) -> None:
        parent = self._declaration.by_name.get(table.parents.get(column, ""))
        if parent is None or value is None:
            return
        sql = f'SELECT 1 FROM "{parent.name}" WHERE "{parent.key}" = ?'
        if self._sql.value(sql, value) is None:
            raise RefusedError("sync.reference-gone", column=column)

    def _touch(self, table: SyncTable, key: str) -> None:
        self._touched.setdefault(table.name, {})[key] = None
        self._sql.run(TOUCH, table.number, key)
