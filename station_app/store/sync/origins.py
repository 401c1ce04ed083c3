"""Who has written a version, when, and what it was written in the place of.

The entries of one transaction have one moment and one site; so the lines of the history
that were written together with a value are found exactly, wherever they come from.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from station_app.domain.sync.review import common_ancestor
from station_app.store.sync.clock import moment_of
from station_app.store.sync.devices import Devices

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from station_app.store.sync.conflicts import Sighted
    from station_app.store.sync.declaration import Declaration, SyncColumn, SyncTable
    from station_app.store.sync.statements import Statements

HISTORY = """
    SELECT h.field, h.before, h.after, h.at, h.by, r.site, r.hlc FROM history AS h
    LEFT JOIN sync_row AS r ON r.tbl = ? AND r.row = h.id WHERE h.record_id = ?
"""
SIGNED = """
    SELECT coalesce(own.site, r.bsite, r.site), coalesce(own.hlc, r.bhlc, r.hlc)
    FROM sync_row AS r
    LEFT JOIN sync_cell AS own ON own.tbl = r.tbl AND own.row = r.row AND own.col = ?
    WHERE r.tbl = ? AND r.row = ?
"""
NAMES = {
    "dwelling": 'SELECT text FROM dwelling WHERE "id" = ?',
    "household": 'SELECT number FROM household WHERE "id" = ?',
    "estate": 'SELECT name FROM estate WHERE "id" = ?',
    "grid": 'SELECT name FROM grid WHERE "id" = ?',
    "resident": 'SELECT name FROM resident WHERE "id" = ?',
    "building": (
        "SELECT estate.name || building.name FROM building"
        ' JOIN estate ON estate.id = estate_id WHERE building."id" = ?'
    ),
    "attachment": 'SELECT name FROM attachment WHERE "id" = ?',
    "case_file": 'SELECT name FROM case_file WHERE "id" = ?',
    "certificate": 'SELECT number FROM certificate WHERE "id" = ?',
    "window_case": 'SELECT number FROM window_case WHERE "id" = ?',
}
"""What records are called where others refer to them."""


class Origin(NamedTuple):
    """Who has written a version, and when; empty what is not known."""

    device: str
    is_own: bool
    person: str
    at: datetime


class Line(NamedTuple):
    """A line of the history, with the entry it was written by."""

    field: str
    before: str
    after: str
    at: datetime
    by: str
    site: int | None
    hlc: int | None


class Origins:
    """Where values come from, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration
        self._lines: dict[str, list[Line]] = {}

    def of(
        self, table: SyncTable, key: str, version: Sighted, *, owner: str = "", column: str = ""
    ) -> Origin:
        """Return who has written *version* of a record that belongs to *owner*."""
        together = [
            line
            for line in self._history({key, owner})
            if (line.site, line.hlc) == (version.site, version.hlc)
        ]
        # of one moment: the line of the column itself is the surest witness
        together.sort(key=lambda line: line.field != column)
        by = together[0].by if together else self._signature(table, key, version)
        person, _, device = by.partition("@")
        return Origin(
            device=self._devices.get(version.site, device),
            is_own=version.site == self._own_site,
            person=person,
            at=together[0].at if together else moment_of(version.hlc),
        )

    def before(
        self, table: SyncTable, key: str, column: SyncColumn, pair: Sequence[Sighted]
    ) -> str | None:
        """Return what two versions were written in the place of, as told in the history."""
        former: dict[str, list[tuple[int, str]]] = {}
        moments = {}
        for line in self._history({key}):
            if line.field == column.name:
                at = _number(line.at)
                former.setdefault(line.after, []).append((at, line.before))
                moments[line.site, line.hlc] = at
        one, other = (
            (
                self.told(table, column.name, version.value),
                moments.get((version.site, version.hlc), _number(moment_of(version.hlc))),
            )
            for version in pair
        )
        return common_ancestor(one, other, former)

    def told(self, table: SyncTable, column: str, value: Any) -> str:
        """Return a value as the history tells it: of a record referred to, its name."""
        if value is None:
            return ""
        parent = table.parents.get(column, "")
        if parent in NAMES:
            return str(self._sql.value(NAMES[parent], value) or "")
        return str(len(value)) if isinstance(value, bytes) else str(value)

    @cached_property
    def _own_site(self) -> int:
        return int(self._sql.value("SELECT site FROM sync_clock"))

    @cached_property
    def _devices(self) -> dict[int, str]:
        """The names of devices by the numbers of their sites."""
        found = self._sql.rows(
            "SELECT n, sync_device.name FROM sync_site JOIN sync_device ON id = device"
        )
        own = Devices(self._sql).own()
        return {**dict(found), **({self._own_site: own.name} if own is not None else {})}

    def _history(self, keys: Collection[str]) -> list[Line]:
        number = self._declaration.by_name["history"].number
        found = []
        for key in filter(None, keys):
            if key not in self._lines:
                self._lines[key] = [
                    Line._make([*row[:3], datetime.fromisoformat(row[3]), *row[4:]])
                    for row in self._sql.rows(HISTORY, number, key)
                ]
            found.extend(self._lines[key])
        return found

    def _signature(self, table: SyncTable, key: str, version: Sighted) -> str:
        """Return whom the record itself names, if that was written together with *version*."""
        for name in ("changed_by", "created_by"):
            column = table.by_name.get(name)
            if column is None:
                continue
            signed = self._sql.one(SIGNED, column.number, table.number, key)
            if signed == (version.site, version.hlc):
                found = self._sql.value(
                    f'SELECT "{name}" FROM "{table.name}" WHERE "{table.key}" = ?', key
                )
                return str(found or "")
        return ""


def _number(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)
