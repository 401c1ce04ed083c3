"""Taking a batch back: what it made goes, what it changed is as it was before.

Everything or nothing: when later work rests on what the batch made, it stays,
and the work is counted instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.search.entries import Kind
from station_app.store.intake import Intake
from station_app.store.search.index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from station_app.store.batches import Item
    from station_app.store.stamp import Stamp

# IS NOT, unlike <>, also counts a record that is gone: it has no version to compare.
BUILT_UPON = {
    "changed": (
        "SELECT count(*) FROM import_item LEFT JOIN resident ON resident.id = record_id"
        " WHERE batch_id = ? AND import_item.kind = 'resident'"
        " AND (resident.version IS NOT import_item.version OR resident.deleted_at IS NOT NULL)"
    ),
    "households": (
        "SELECT count(*) FROM import_item LEFT JOIN household ON household.id = record_id"
        " WHERE batch_id = ? AND import_item.kind = 'household'"
        " AND household.version IS NOT import_item.version"
    ),
    "certificates": (
        "SELECT count(*) FROM import_item JOIN certificate ON resident_id = record_id"
        " WHERE batch_id = ? AND import_item.kind = 'resident' AND import_item.before = ''"
    ),
    "attachments": (
        "SELECT count(*) FROM import_item JOIN attachment ON resident_id = record_id"
        " WHERE batch_id = ? AND import_item.kind = 'resident' AND import_item.before = ''"
    ),
    "periods": (
        "SELECT count(*) FROM import_item JOIN residence ON resident_id = record_id"
        " WHERE batch_id = ? AND import_item.kind = 'resident' AND import_item.before = ''"
    ),
}
LINES = (
    "SELECT resident.seq FROM import_item JOIN resident ON resident.id = record_id"
    " WHERE batch_id = ? AND kind = 'resident' AND import_item.before = ''"
)
# From the inside out, so that each finds what leant on it gone. A building that was given
# to a grid since (version 2) stays.
UNUSED = {
    "household": "NOT EXISTS (SELECT 1 FROM resident WHERE household_id = household.id)",
    "dwelling": (
        "NOT EXISTS (SELECT 1 FROM resident WHERE dwelling_id = dwelling.id)"
        " AND NOT EXISTS (SELECT 1 FROM household WHERE dwelling_id = dwelling.id)"
        " AND NOT EXISTS (SELECT 1 FROM residence WHERE dwelling_id = dwelling.id)"
    ),
    "building": (
        "version = 1 AND NOT EXISTS (SELECT 1 FROM dwelling WHERE building_id = building.id)"
    ),
    "estate": "NOT EXISTS (SELECT 1 FROM building WHERE estate_id = estate.id)",
}
MADE = (
    "id IN (SELECT record_id FROM import_item WHERE batch_id = ? AND kind = '{}' AND before = '')"
)
FOUND = {
    "resident": Kind.RESIDENT,
    "household": Kind.HOUSEHOLD,
    "dwelling": Kind.DWELLING,
}


class Retreat:
    """One batch being taken back, within one transaction."""

    def __init__(self, session: Session, stamp: Stamp, batch: str) -> None:
        self._session = session
        self._intake = Intake(session, stamp)
        self._index = SearchIndex(session)
        self._batch = batch

    def built_upon(self) -> dict[str, int]:
        """Return what later work rests on the batch: kind → number, those above 0."""
        found = {kind: self._count(sql) for kind, sql in BUILT_UPON.items()}
        return {kind: number for kind, number in found.items() if number}

    def lines(self) -> list[int]:
        """Return the line numbers of the residents that the batch made."""
        return [row[0] for row in self._run(LINES)]

    def carry_out(self, changed: Sequence[Item]) -> None:
        """Remove what the batch made and restore *changed*; places others use stay."""
        # Their documents and tags go with them; those removed below were given to others.
        self._remove("resident", "1")
        for item in changed:
            self._intake.put_back(item.table, item.record_id, item.before)
        self._remove("document", "1")
        self._remove("resident_tag", "1")
        for table, condition in UNUSED.items():
            self._remove(table, condition)

    def _remove(self, table: str, condition: str) -> None:
        """Remove what the batch made and *condition* holds for, also from the search."""
        meant = f'FROM "{table}" WHERE {condition} AND {MADE.format(table)}'
        if table in FOUND:
            lines = (line for (line,) in self._run(f"SELECT seq {meant}"))
            self._index.remove_many(lines, FOUND[table])
        self._run(f"DELETE {meant}")

    def _count(self, sql: str) -> int:
        return int(next(iter(self._run(sql)))[0])

    def _run(self, sql: str) -> list[tuple[int, ...]]:
        found = self._session.connection().exec_driver_sql(sql, (self._batch,))
        return [tuple(row) for row in found] if found.returns_rows else []
