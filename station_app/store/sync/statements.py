"""Plain SQL on the bare driver, within the transaction of a session.

A merge reads and writes hundreds of thousands of rows: through SQLAlchemy's cursor
each would cost three times as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


ROOM_KIB = 65_536


class Statements:
    """Runs statements written with ``?``; table and column names in them are our own.

    They go past SQLAlchemy: merging a small bundle takes some two hundred of them,
    and its results would cost three times what SQLite does.
    """

    def __init__(self, session: Session) -> None:
        # the session's own connection: a second one would wait for the lock of the first
        self._driver: Any = session.connection().connection.driver_connection

    def make_room(self) -> None:
        """Let the connection hold much at once: what does not fit is encrypted twice."""
        self.run(f"PRAGMA cache_size = -{ROOM_KIB}")

    def run(self, sql: str, *values: Any) -> int:
        """Run *sql* and return how many rows it changed."""
        with told():
            return int(self._driver.execute(sql, values).rowcount)

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows that *sql* yields."""
        with told():
            found: list[tuple[Any, ...]] = self._driver.execute(sql, values).fetchall()
        return found

    def one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """Return the first row, if there is one."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def value(self, sql: str, *values: Any) -> Any:
        """Return the first value of the first row; ``None`` without rows."""
        found = self.one(sql, *values)
        return None if found is None else found[0]

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run *sql* for each of *rows*; none of them is no work."""
        if rows:
            with told():
                self._driver.executemany(sql, rows)
