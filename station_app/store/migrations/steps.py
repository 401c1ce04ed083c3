"""Taking the steps: copy, all in one transaction, checks, and back if they fail."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from station_app.domain.backups import Why
from station_app.domain.errors import StoreDamagedError
from station_app.store.backup import back_up, put_back
from station_app.store.checking import check_store
from station_app.store.faults import LANE, Lane
from station_app.store.room import require_room

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from station_app.store.home import StationHome


def take_steps(
    home: StationHome,
    engine: Engine,
    *,
    found: str | None,
    target: str,
    scripts: Path,
    now: datetime | None = None,
) -> None:
    """Take all steps from *found* to *target*; see :func:`runner.upgrade`."""
    # without a clock the backup is named by when the store was last written
    moment = now or datetime.fromtimestamp(home.database.stat().st_mtime, UTC)
    if found:
        require_room(engine)
    copy = back_up(home, engine, moment, why=Why.MIGRATION) if found else None
    with engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
        _migrate(connection, target, scripts)
    faults = check_store(engine).faults
    if faults:
        # Windows does not replace a file that is open.
        engine.dispose()
        if copy:
            put_back(home.database, copy)
        raise StoreDamagedError(what="migration", found=found, target=target, faults=faults)


def configuration(connection: Connection, scripts: Path) -> Config:
    """Return what Alembic has to know: where the steps are and on which connection."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _migrate(connection: Connection, target: str, scripts: Path) -> None:
    """Take the steps in one transaction that ends only if all references hold.

    Tables are rebuilt by Alembic's batches, so references are off meanwhile.
    """
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        command.upgrade(configuration(connection, scripts), target)
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise StoreDamagedError(what="references", tables=sorted({row[0] for row in orphans}))
        connection.commit()
    finally:
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
