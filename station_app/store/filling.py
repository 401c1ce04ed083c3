"""A whole community brought in at once, at the speed of the driver.

For records made by the program itself, whose columns are known to be right. What
people enter goes through the services of its room.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Table, func, select

from station_app.store.base import Base, moment_text
from station_app.store.bulk import run_many

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from station_app.store.transaction import Transaction


class Filling:
    """Takes rows for any table of records within one transaction."""

    def __init__(self, tx: Transaction) -> None:
        self._session = tx.session
        self._given: dict[str, int] = {}
        self._stamped = tx.stamp.of_new()
        self._plans: dict[tuple[str, tuple[str, ...]], _Plan] = {}

    def next_line(self, table: str) -> int:
        """Return the line number (``seq``) that the next record of *table* is to have."""
        if table not in self._given:
            column = Base.metadata.tables[table].c.seq
            self._given[table] = self._session.scalar(select(func.max(column))) or 0
        self._given[table] += 1
        return self._given[table]

    def add(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Keep *rows*; all name the same columns, those left out take their defaults.

        The signature of the transaction stands where a row brings none.
        """
        if not rows:
            return
        named = tuple(rows[0])
        plan = self._plans.get((table, named))
        if plan is None:
            plan = _Plan(Base.metadata.tables[table], named, self._stamped)
            self._plans[table, named] = plan
        run_many(self._session, plan.sql, [plan.values_of(row) for row in rows])


class _Plan:
    """How rows that name certain columns go into one table."""

    def __init__(self, table: Table, named: Sequence[str], stamped: Mapping[str, object]) -> None:
        self._table = table
        self._named = named
        self._stamped = stamped

    @cached_property
    def sql(self) -> str:
        """The statement, with a mark for each column named and each default."""
        columns = [*self._named, *self._defaults]
        marks = ", ".join("?" * len(columns))
        return f"INSERT INTO {self._table.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own tables

    def values_of(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return what goes in the place of the marks."""
        return (*[told(row[name]) for name, told in self._tellers], *self._defaults.values())

    @cached_property
    def _defaults(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for column in self._table.columns:
            if column.name in self._named or column.name == "seq":
                continue
            # The driver knows no defaults of SQLAlchemy: they are told with the rows.
            default = getattr(column.default, "arg", None)  # only plain values stand there
            found[column.name] = _told(self._stamped.get(column.name, default))
        return found

    @cached_property
    def _tellers(self) -> list[tuple[str, Callable[[Any], object]]]:
        columns = self._table.columns
        return [
            (name, _told_truth if isinstance(columns[name].type, Boolean) else _told)
            for name in self._named
        ]


def _told_truth(value: object) -> int | None:
    return None if value is None else int(bool(value))


def _told(value: object) -> object:
    """Return *value* as the driver is to keep it."""
    if isinstance(value, datetime):
        return moment_text(value)
    return value.isoformat() if isinstance(value, date) else value
