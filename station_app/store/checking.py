"""Whether a store reads back as written: asked of the store itself and of its copies."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from station_app.store.engine import empty_log
from station_app.store.faults import LANE, Lane, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Engine

TABLES = (
    "SELECT name FROM pragma_table_list "
    "WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
WELL = "ok"
LOOKS_AGAIN = 3
BETWEEN_LOOKS = 0.1  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCheck:
    """What was found: ``faults`` as SQLite words them, ``counts`` of rows by table."""

    faults: tuple[str, ...]
    counts: Mapping[str, int] = field(default_factory=dict)


def check_store(engine: Engine) -> StoreCheck:
    """Read the whole store of *engine* and check it.

    The log is emptied first: ``cipher_integrity_check`` reads the main file only
    and cries wolf after a torn checkpoint otherwise (security.md 3.3).
    """
    empty_log(engine)
    with engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
        return examine(connection.connection.driver_connection)


def check_quickly(engine: Engine) -> StoreCheck:
    """Read the whole store of *engine* while others work with it.

    If the log cannot be emptied just now, the seals of the file are left out.
    """
    is_empty = empty_log(engine, wait=False)
    with engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
        bare = connection.connection.driver_connection
        return examine(bare, quickly=True, with_seals=is_empty)


def examine(connection: Any, *, quickly: bool = False, with_seals: bool = True) -> StoreCheck:
    """Check the file behind a bare *connection*: seals of pages, structure, references.

    *quickly* leaves out that every index agrees with its table. The seals are those of
    the file alone: while a log stands beside it, leave them out.
    """
    with told():
        seals = _broken_seals(connection) if with_seals else []
        check = "quick_check" if quickly else "integrity_check"
        structure = [row[0] for row in connection.execute(f"PRAGMA {check}") if row[0] != WELL]
        orphans = [
            f"{row[0]} -> {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")
        ]
        counts = counts_of(connection)
    return StoreCheck(faults=(*seals, *structure, *orphans), counts=counts)


def _broken_seals(connection: Any) -> list[str]:
    """Return what is told of the seals of pages that hold at none of some looks.

    A page into which somebody empties the log just then is read half old and half new, and
    holds at the next look; a damaged one never does.
    """
    broken = _look_at_seals(connection)
    for _ in range(LOOKS_AGAIN):
        if not broken:
            break
        time.sleep(BETWEEN_LOOKS)
        again = set(_look_at_seals(connection))
        broken = [each for each in broken if each in again]
    return broken


def _look_at_seals(connection: Any) -> list[str]:
    return [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]


def counts_of(connection: Any) -> dict[str, int]:
    """Return how many rows each table has; full-text indexes do not count."""
    names = [row[0] for row in connection.execute(TABLES)]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - a table's own name
        for name in names
    }
