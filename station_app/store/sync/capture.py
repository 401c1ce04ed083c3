"""Noting what changes: triggers generated from the declaration, which no write can go round.

A new row is one entry in ``sync_row``, a changed cell one in ``sync_cell``; a deleted
row lies in ``sync_aside`` with its values. Every entry takes the next number of the
clock, so versions are right whoever writes; the clock's moment is set by
:meth:`station_app.store.transaction.Store.transaction`. Triggers are no part of the
migrations: they are made anew whenever the declaration is another (ADR 0010).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from station_app.store.sync.declaration import Declaration, SyncTable

KEEP_MARK = "INSERT OR REPLACE INTO sync_own (name, value) VALUES ('declaration', ?)"
TRIGGERS = (
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'sync\\_%' ESCAPE '\\'"
)
AWAKE = "(SELECT hush FROM sync_clock) = 0"
TICK = "UPDATE sync_clock SET counter = counter + 1;"


def install_capture(connection: Connection, declaration: Declaration) -> None:
    """Put the triggers of *declaration* in the place of those there are.

    Rows that were there before get an entry, as if they were entered now.
    """
    # also those of tables that are declared no more: nobody could read their entries
    for (name,) in connection.exec_driver_sql(TRIGGERS).all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for table in declaration.tables:
        connection.exec_driver_sql(_adoption(table))
        # at once: changes() speaks of the statement before it
        connection.exec_driver_sql("UPDATE sync_clock SET counter = counter + changes()")
        for trigger in triggers_of(table):
            connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(KEEP_MARK, (declaration.digest,))


def triggers_of(table: SyncTable) -> Iterator[str]:
    """Yield the triggers that note what happens to rows of *table*."""
    yield _of_birth(table)
    yield _of_rebirth(table)
    yield _of_death(table)
    yield _of_key(table)
    for column in table.columns:
        yield _of_cell(table, column.name, column.number)


def record_of(table: SyncTable, prefix: str, columns: Sequence[int] = ()) -> str:
    """Return SQL for a row as one JSON text: its values by name, bytes as hex digits.

    *columns* are the numbers of those wanted, by default all.
    """
    wanted = [table.by_number[number] for number in columns] or table.columns
    parts = (
        f"'{each.name}', hex({prefix}.{each.name})"
        if each.is_binary
        else f"'{each.name}', {prefix}.{each.name}"
        for each in wanted
    )
    return f"json_object({', '.join(parts)})"


def _of_birth(table: SyncTable) -> str:
    row = f'new."{table.key}"'
    return f"""CREATE TRIGGER sync_{table.name}_born AFTER INSERT ON "{table.name}"
        WHEN {_wanted(table, row)} BEGIN {TICK}
        INSERT INTO sync_row (tbl, row, life, site, ver, hlc, ctx, lseq)
            SELECT {table.number}, {row}, 1, site, counter, hlc, ctx, counter
            FROM sync_clock WHERE true
            ON CONFLICT (tbl, row) DO UPDATE SET life = life + 1 - life % 2,
                site = excluded.site, ver = excluded.ver, hlc = excluded.hlc,
                ctx = excluded.ctx, lseq = excluded.lseq,
                bsite = NULL, bver = NULL, bhlc = NULL, bctx = NULL; END"""


def _of_rebirth(table: SyncTable) -> str:
    # apart from births: to look is cheaper than to delete nothing, thousands of times an import
    row = f'new."{table.key}"'
    mine = f"tbl = {table.number} AND row = {row}"
    return f"""CREATE TRIGGER sync_{table.name}_reborn AFTER INSERT ON "{table.name}"
        WHEN (EXISTS (SELECT 1 FROM sync_cell WHERE {mine})
            OR EXISTS (SELECT 1 FROM sync_aside WHERE {mine})) AND {_wanted(table, row)} BEGIN
        DELETE FROM sync_cell WHERE {mine};
        DELETE FROM sync_aside WHERE {mine}; END"""


def _of_death(table: SyncTable) -> str:
    row = f'old."{table.key}"'
    # the birth stays known: edits beside a deletion are judged by what they were written upon
    now = "(SELECT {} FROM sync_clock)"
    stamped = ", ".join(f"{part} = {now.format(part)}" for part in ("site", "hlc", "ctx"))
    return f"""CREATE TRIGGER sync_{table.name}_died AFTER DELETE ON "{table.name}"
        WHEN {_wanted(table, row)} BEGIN {TICK}
        UPDATE sync_row SET bsite = coalesce(bsite, site), bver = coalesce(bver, ver),
            bhlc = coalesce(bhlc, hlc), bctx = coalesce(bctx, ctx), life = life + 1,
            {stamped}, ver = {now.format("counter")}, lseq = {now.format("counter")}
            WHERE tbl = {table.number} AND row = {row} AND life % 2 = 1;
        INSERT OR REPLACE INTO sync_aside (tbl, row, record, waiting)
            VALUES ({table.number}, {row}, {record_of(table, "old")}, 0); END"""


def _of_key(table: SyncTable) -> str:
    # another key would be a death nobody noted and a birth without one
    return f"""CREATE TRIGGER sync_{table.name}_key
        BEFORE UPDATE OF "{table.key}" ON "{table.name}"
        WHEN old."{table.key}" IS NOT new."{table.key}"
        BEGIN SELECT RAISE(ABORT, 'the key of a record never changes'); END"""


def _of_cell(table: SyncTable, column: str, number: int) -> str:
    row = f'new."{table.key}"'
    return f"""CREATE TRIGGER sync_{table.name}_of_{column}
        AFTER UPDATE OF "{column}" ON "{table.name}"
        WHEN old."{column}" IS NOT new."{column}" AND {_wanted(table, row)} BEGIN {TICK}
        INSERT INTO sync_cell (tbl, row, col, site, ver, hlc, ctx, lseq)
            SELECT {table.number}, {row}, {number}, site, counter, hlc, ctx, counter
            FROM sync_clock WHERE true
            ON CONFLICT (tbl, row, col) DO UPDATE SET site = excluded.site,
                ver = excluded.ver, hlc = excluded.hlc, ctx = excluded.ctx,
                lseq = excluded.lseq; END"""


def _wanted(table: SyncTable, row: str) -> str:
    if not table.only:
        return AWAKE
    listed = ", ".join(f"'{key}'" for key in table.only)
    return f"{AWAKE} AND {row} IN ({listed})"


def _adoption(table: SyncTable) -> str:
    """Return SQL that gives rows without an entry one, numbered in the order of their keys."""
    key = f'own."{table.key}"'
    return f"""INSERT INTO sync_row (tbl, row, life, site, ver, hlc, ctx, lseq)
        SELECT {table.number}, key, 1, site, counter + place, hlc, ctx, counter + place
        FROM (SELECT {key} AS key, row_number() OVER (ORDER BY {key}) AS place
            FROM "{table.name}" AS own WHERE {_wanted(table, key)} AND NOT EXISTS
            (SELECT 1 FROM sync_row WHERE tbl = {table.number} AND row = {key})),
        sync_clock"""
