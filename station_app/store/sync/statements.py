"""Plain SQL at the speed of the driver, within the transaction of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.store.bulk import run_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


class Statements:
    """Runs statements written with ``?``; table and column names in them are our own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection()

    def run(self, sql: str, *values: Any) -> int:
        """Run *sql* and return how many rows it changed."""
        return self._connection.exec_driver_sql(sql, values).rowcount

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows that *sql* yields."""
        return [tuple(row) for row in self._connection.exec_driver_sql(sql, values)]

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row, if there is one."""
        found = self._connection.exec_driver_sql(sql, values).first()
        return None if found is None else tuple(found)

    def value(self, sql: str, *values: Any) -> Any:
        """Return the first value of the first row; ``None`` without rows."""
        found = self.one(sql, *values)
        return None if found is None else found[0]

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run *sql* for each of *rows*."""
        run_many(self._session, sql, rows)
