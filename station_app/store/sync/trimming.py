"""Forgetting what everybody has: only behind what every device has acknowledged.

Only a station trims versions and deletions: it alone knows that all its devices have
seen them, so that whatever is written from now on knows them, too. What is gone counts
as known since the row was born. Elsewhere contexts, former states and the list of files
are trimmed. Never by age alone: a laptop that was away for a year still finds all it
must know of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.sync.devices import DeviceKind, DeviceState
from station_app.store.sync.clock import hlc_of

if TYPE_CHECKING:
    from datetime import datetime

    from station_app.domain.sync.devices import Device
    from station_app.store.sync.statements import Statements

KEPT_FILES = 2_000
KEEP_DAYS_HLC = 30 * 86_400_000 << 8
AWAITED = (DeviceState.ACTIVE, DeviceState.SUSPENDED)
# of a row in conflict nothing goes: whether that is open is read from these versions
OLD_CELLS = """
    DELETE FROM sync_cell WHERE lseq <= ?1 AND hlc < ?2 AND NOT EXISTS
    (SELECT 1 FROM sync_conflict AS c WHERE c.tbl = sync_cell.tbl AND c.row = sync_cell.row)
"""
OLD_DEATHS = """
    SELECT tbl, row FROM sync_row WHERE lseq <= ?1 AND hlc < ?2 AND life % 2 = 0
    AND NOT EXISTS (SELECT 1 FROM sync_conflict AS c
        WHERE c.tbl = sync_row.tbl AND c.row = sync_row.row)
    AND NOT EXISTS (SELECT 1 FROM sync_cell AS c
        WHERE c.tbl = sync_row.tbl AND c.row = sync_row.row AND c.lseq > ?1)
    AND NOT EXISTS (SELECT 1 FROM sync_taken AS t
        WHERE t.tbl = sync_row.tbl AND t.row = sync_row.row)
"""
"""Not of rows that may live again when a file is taken back: others know how often they died."""
OLD_FILES = """
    DELETE FROM sync_file WHERE rowid NOT IN
    (SELECT rowid FROM sync_file ORDER BY rowid DESC LIMIT ?)
"""
UNUSED_CONTEXTS = """
    DELETE FROM sync_known WHERE (site, ctx) NOT IN (
        SELECT site, ctx FROM sync_row UNION SELECT bsite, bctx FROM sync_row
        WHERE bsite IS NOT NULL UNION SELECT site, ctx FROM sync_cell
        UNION SELECT site, ctx FROM sync_extra UNION SELECT a_site, a_ctx FROM sync_conflict
        UNION SELECT b_site, b_ctx FROM sync_conflict UNION SELECT site, ctx FROM sync_clock)
"""


class Trimming:
    """What may be forgotten, within one transaction."""

    def __init__(self, statements: Statements) -> None:
        self._sql = statements

    def trim(self, kind: DeviceKind, devices: tuple[Device, ...], now: datetime) -> int:
        """Forget what may be; return how many versions and deletions that were.

        Once a day: to find what nobody refers to, everything is looked at.
        """
        day = now.date().isoformat()
        if self._sql.value("SELECT value FROM sync_own WHERE name = 'trimmed'") == day:
            return 0
        self._sql.run("INSERT OR REPLACE INTO sync_own (name, value) VALUES ('trimmed', ?)", day)
        forgotten = 0
        floor = self._floor(devices)
        if kind is DeviceKind.STATION and floor:
            before = hlc_of(now) - KEEP_DAYS_HLC
            forgotten = self._forget_deaths(floor, before)
            forgotten += self._sql.run(OLD_CELLS, floor, before)
        self._sql.run(OLD_FILES, KEPT_FILES)
        self._sql.run(UNUSED_CONTEXTS)
        return forgotten

    def _floor(self, devices: tuple[Device, ...]) -> int:
        """Return up to where every device that may come back has acknowledged our sequence."""
        # lost and retired ones are never believed again: they would hold back forgetting for ever
        awaited = [device.id for device in devices if device.state in AWAITED]
        acked = [
            self._sql.value("SELECT acked FROM sync_peer WHERE device = ?", device) or 0
            for device in awaited
        ]
        return min(acked, default=0)

    def _forget_deaths(self, floor: int, before: int) -> int:
        gone = self._sql.rows(OLD_DEATHS, floor, before)
        for table in ("sync_row", "sync_cell", "sync_aside", "sync_held"):
            self._sql.many(f"DELETE FROM {table} WHERE tbl = ? AND row = ?", gone)
        return len(gone)
