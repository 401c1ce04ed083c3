"""Plain SQL at the speed of the driver, within the transaction of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.store.bulk import run_many
from station_app.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class Statements:
    """Runs statements written with ``?``; table and column names in them are our own.

    They go past SQLAlchemy: merging a small bundle takes some two hundred of them,
    and its results would cost three times what SQLite does.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._driver: Any = session.connection().connection.driver_connection

    def run(self, sql: str, *values: Any) -> int:
        """Run *sql* and return how many rows it changed."""
        with told():
            cursor = self._driver.execute(sql, values)
            changed = int(cursor.rowcount)
            cursor.close()
        return changed

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows that *sql* yields."""
        with told():
            cursor = self._driver.execute(sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            cursor.close()
        return found

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row, if there is one."""
        with told():
            cursor = self._driver.execute(sql, values)
            found: tuple[Any, ...] | None = cursor.fetchone()
            cursor.close()
        return found

    def value(self, sql: str, *values: Any) -> Any:
        """Return the first value of the first row; ``None`` without rows."""
        found = self.one(sql, *values)
        return None if found is None else found[0]

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run *sql* for each of *rows*."""
        run_many(self._session, sql, rows)
