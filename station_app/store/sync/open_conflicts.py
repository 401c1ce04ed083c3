"""Conflicts that are open: nobody who had seen both values has written since.

Whether one is open is read from what stands in the store now, never remembered, so all
devices that know the same list the same. For a cell its version decides, for a
deletion the version of the record's life or of its being in the bin.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import NotFoundError
from station_app.domain.residents.households import HEAD_RELATIONS
from station_app.store.sync.collecting import values_of
from station_app.store.sync.conflicts import Sighted
from station_app.store.sync.declaration import ColumnKind
from station_app.store.sync.judging import KNOWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.store.sync.declaration import Declaration, SyncColumn, SyncTable
    from station_app.store.sync.statements import Statements


def _covers(x: str, y: str) -> str:
    """Return SQL for: whoever wrote version *x* had seen version *y*, or it is his own."""
    return f"(({x}site = {y}site AND {x}ver >= {y}ver) OR {KNOWS.format(x=x, y=y)})"


_SIDES = ", ".join(
    f"c.{side}_{part}" for side in "ab" for part in ("site", "ver", "hlc", "ctx", "value")
)
_BY_CELL = f"({_covers('cell_', 'a_')} AND {_covers('cell_', 'b_')})"
_BY_LIFE = f"({_covers('life_', 'a_')} AND {_covers('life_', 'b_')})"
OPEN = f"""
    SELECT * FROM (
        SELECT c.id, c.tbl, c.row, c.col, c.is_deletion, {_SIDES}, r.life,
            r.site AS life_site, r.ver AS life_ver, r.hlc AS life_hlc, r.ctx AS life_ctx,
            coalesce(own.site, r.bsite, r.site) AS cell_site,
            coalesce(own.ver, r.bver, r.ver) AS cell_ver,
            coalesce(own.hlc, r.bhlc, r.hlc) AS cell_hlc,
            coalesce(own.ctx, r.bctx, r.ctx) AS cell_ctx
        FROM sync_conflict AS c
        JOIN sync_row AS r ON r.tbl = c.tbl AND r.row = c.row
        LEFT JOIN bins ON bins.tbl = c.tbl
        LEFT JOIN sync_cell AS own ON own.tbl = c.tbl AND own.row = c.row
            AND own.col = CASE c.is_deletion WHEN 1 THEN bins.col ELSE c.col END)
    WHERE NOT CASE
        WHEN life % 2 = 0 THEN {_BY_LIFE} OR (NOT is_deletion AND {_BY_CELL})
        WHEN is_deletion THEN {_BY_LIFE} OR {_BY_CELL}
        ELSE {_BY_CELL} END
    ORDER BY tbl, row, col, a_hlc, b_hlc, id
"""
"""A record that was deleted by somebody who had seen both values has answered that, too."""


class Life(StrEnum):
    """Where a record is: ``ALIVE`` in its table, or on the way there; in the bin; deleted."""

    ALIVE = "alive"
    BINNED = "binned"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConflict:
    """Two versions nobody has decided between; with ``is_deletion`` b is the deletion.

    ``deciding`` is the version that would have to have seen both.
    """

    id: str
    table: SyncTable
    key: str
    column: SyncColumn
    is_deletion: bool
    a: Sighted
    b: Sighted
    deciding: Sighted

    @property
    def place(self) -> tuple[str, str, str]:
        """What a person is asked about: the record and the column, none for a deletion."""
        column = "" if self.is_about_life() else self.column.name
        return self.table.name, self.key, column

    def is_about_life(self) -> bool:
        """Whether the question is if the record shall be there at all."""
        return self.is_deletion or self.column.kind is ColumnKind.BIN


class OpenConflicts:
    """The conflicts that are open, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration
        bins = ", ".join(
            f"({table.number}, {table.bin_column.number})"
            for table in declaration.tables
            if table.bin_column is not None
        )
        self._open = f"WITH bins(tbl, col) AS (VALUES {bins}) {OPEN}"

    def all(self) -> list[OpenConflict]:
        """Return the open conflicts, those of one record together."""
        return list(filter(None, map(self._conflict, self._sql.rows(self._open))))

    def count(self) -> int:
        """Return how many questions they are."""
        return len({conflict.place for conflict in self.all()})

    @cached_property
    def own_site(self) -> int:
        """Return the number of our site."""
        return int(self._sql.value("SELECT site FROM sync_clock"))

    def is_seen(self, conflict: OpenConflict) -> bool:
        """Whether what is written here now is known to have seen both values."""
        return all(map(self._has_seen, (conflict.a, conflict.b)))

    def outdone(self, version: Sighted, others: Iterable[Sighted]) -> bool:
        """Whether one of *others* was written by somebody who had seen *version*."""
        return any(
            (other.site == version.site and other.ver > version.ver)
            or self._sql.value(
                "SELECT 1 FROM sync_known WHERE site = ? AND ctx = ? AND of = ? AND ver >= ?",
                other.site,
                other.ctx,
                version.site,
                version.ver,
            )
            for other in others
            if other != version
        )

    def record(self, table: SyncTable, key: str) -> dict[str, Any]:
        """Return a record's exchanged values, wherever it lies; empty when it is not kept."""
        names = ", ".join(f'"{name}"' for name in table.names)
        values = self._sql.one(f'SELECT {names} FROM "{table.name}" WHERE "{table.key}" = ?', key)
        if values is None:
            aside = self._sql.one(
                "SELECT record FROM sync_aside WHERE tbl = ? AND row = ?", table.number, key
            )
            values = None if aside is None else values_of(table, aside[0])
        if values is None:
            return {}
        return {**dict(zip(table.names, values, strict=True)), table.key: key}

    def life(self, table: SyncTable, key: str) -> Life:
        """Return where the record is.

        Raises :class:`NotFoundError` when it is not known at all.
        """
        life = self._sql.value(
            "SELECT life FROM sync_row WHERE tbl = ? AND row = ?", table.number, key
        )
        if life is None:
            raise NotFoundError(id=key)
        if life % 2 == 0:
            return Life.DEAD
        column = table.bin_column
        is_binned = column is not None and self.record(table, key)[column.name] is not None
        return Life.BINNED if is_binned else Life.ALIVE

    def head_of(self, household: str) -> str:
        """Return the key of somebody of *household*, its head if there is one; else nothing."""
        return str(
            self._sql.value(
                "SELECT id FROM resident WHERE household_id = ? ORDER BY deleted_at IS NOT NULL,"
                " relation IN (SELECT value FROM json_each(?)) DESC, seq",
                household,
                json.dumps(sorted(HEAD_RELATIONS)),
            )
            or ""
        )

    def _conflict(self, row: tuple[Any, ...]) -> OpenConflict | None:
        key, tbl, record, col, is_deletion, *rest = row
        table = self._declaration.by_number.get(tbl)
        if table is None or col not in table.by_number:
            return None
        # where the record lives, being in the bin decides, and that is a cell
        is_by_life = is_deletion and rest[10] % 2 == 0
        return OpenConflict(
            id=key,
            table=table,
            key=record,
            column=table.by_number[col],
            is_deletion=bool(is_deletion),
            a=Sighted._make(rest[:5]),
            b=Sighted._make(rest[5:10]),
            deciding=Sighted._make([*(rest[11:15] if is_by_life else rest[15:19]), None]),
        )

    def _has_seen(self, version: Sighted) -> bool:
        return version.site == self.own_site or bool(
            self._sql.value(
                "SELECT 1 FROM sync_known AS k JOIN sync_clock AS c"
                " ON k.site = c.site AND k.ctx = c.ctx WHERE k.of = ? AND k.ver >= ?",
                version.site,
                version.ver,
            )
        )
