"""What enrolment asks of a store: whether it is empty, which settings it is given, its end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.enrolment import SettingTold, VersionTold
from station_app.store.sync.peers import Peers
from station_app.store.sync.sites import Sites

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.store.sync.declaration import Declaration
    from station_app.store.sync.statements import Statements

SETTING, LETTERS = "setting", "enrolment"
SETTINGS = """
    SELECT own."key", own.value, born.key, r.ver, r.hlc, r.ctx,
        changer.key, c.ver, c.hlc, c.ctx
    FROM sync_row AS r JOIN setting AS own ON own."key" = r.row
    JOIN sync_site AS born ON born.n = r.site
    LEFT JOIN sync_cell AS c ON c.tbl = r.tbl AND c.row = r.row
    LEFT JOIN sync_site AS changer ON changer.n = c.site
    WHERE r.tbl = ? AND r.life % 2 = 1 ORDER BY own."key"
"""
KEEP_ROW = (
    "INSERT INTO sync_row (tbl, row, life, site, ver, hlc, ctx, lseq)"
    " VALUES (?, ?, 1, ?, ?, ?, ?, ?)"
)
KEEP_CELL = (
    "INSERT INTO sync_cell (tbl, row, col, site, ver, hlc, ctx, lseq)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
HUSH, SPEAK = (f"UPDATE sync_clock SET hush = {value}" for value in (1, 0))
NOTED = ("sync_row", "sync_cell", "sync_aside", "sync_conflict", "sync_evict", "sync_sum")
OF_PEERS = ("sync_peer", "sync_peer_known", "sync_held", "sync_device", "sync_got", "sync_vector")
BESIDE = ("sync_extra", "sync_taken", "sync_file", "import_item", "import_batch")
UNSENT = """
    SELECT tbl, count(*) FROM (
        SELECT tbl, lseq, site, ver FROM sync_row WHERE lseq > ?2
        UNION ALL SELECT tbl, lseq, site, ver FROM sync_cell WHERE lseq > ?2) AS r
    WHERE NOT EXISTS (SELECT 1 FROM sync_peer_known AS k
        WHERE k.device = ?1 AND k.site = r.site AND k.ver >= r.ver)
    GROUP BY tbl
"""


class Enrolling:
    """The store of a device that comes to a station or leaves it, within one transaction."""

    def __init__(self, statements: Statements, declaration: Declaration) -> None:
        self._sql = statements
        self._declaration = declaration
        self._setting = declaration.by_name[SETTING]

    def records(self) -> int:
        """Return how many records are kept, without the settings."""
        return int(
            self._sql.value(
                "SELECT count(*) FROM sync_row WHERE tbl != ? AND life % 2 = 1",
                self._setting.number,
            )
        )

    def letters(self) -> dict[str, Any]:
        """Return what is remembered of the letters this device has sent and accepted."""
        told = self._sql.value("SELECT value FROM sync_own WHERE name = ?", LETTERS)
        remembered: dict[str, Any] = json.loads(told) if told else {}
        return {"request": "", "grants": {}, **remembered}

    def remember(self, letters: dict[str, Any]) -> None:
        """Keep what is to be remembered of letters."""
        self._sql.run(
            "INSERT OR REPLACE INTO sync_own (name, value) VALUES (?, ?)",
            LETTERS,
            json.dumps(letters),
        )

    def told_notes(self, device: str) -> str:
        """Return the notes that *device* was last told."""
        return str(self._sql.value("SELECT value FROM sync_own WHERE name = ?", _of(device)) or "")

    def note_told(self, device: str, notes: str) -> None:
        """Keep the notes that *device* is told."""
        self._sql.run(
            "INSERT OR REPLACE INTO sync_own (name, value) VALUES (?, ?)", _of(device), notes
        )

    def settings(self) -> tuple[SettingTold, ...]:
        """Return the settings that are exchanged, with their versions."""
        return tuple(
            SettingTold(
                name=name,
                value=value,
                born=VersionTold(*rest[:4]),
                changed=None if rest[4] is None else VersionTold(*rest[4:]),
            )
            for name, value, *rest in self._sql.rows(SETTINGS, self._setting.number)
        )

    def take_settings(self, told: Iterable[SettingTold], station: str) -> None:
        """Put what *station* has *told* in the place of our own settings, as if by file.

        What was entered here of them is forgotten: it would stand beside the station's.
        """
        sites, table = Sites(self._sql), self._setting
        self._sql.run(HUSH)
        among = ", ".join("?" * len(table.only))
        self._sql.run(f'DELETE FROM setting WHERE "key" IN ({among})', *table.only)
        # entries of ours would be concurrent with those of the station: a conflict for every
        # setting
        for noted in ("sync_row", "sync_cell", "sync_aside"):
            self._sql.run(f"DELETE FROM {noted} WHERE tbl = ?", table.number)
        self._sql.run("DELETE FROM sync_sum WHERE tbl = ?", table.number)
        column = table.by_name["value"].number
        seen: dict[int, int] = {}
        for each in told:
            # a newer station may exchange more: not noted here, it would never be corrected
            if each.name not in table.only:
                continue
            self._sql.run(
                'INSERT INTO setting ("key", value) VALUES (?, ?)', each.name, each.value
            )
            self._keep(KEEP_ROW, sites, (table.number, each.name), each.born)
            if each.changed is not None:
                self._keep(KEEP_CELL, sites, (table.number, each.name, column), each.changed)
            for site, ver, *_ in filter(None, (each.born, each.changed)):
                number = sites.number_of(site)
                seen[number] = max(ver, seen.get(number, 0))
        # they are its own: the first file need not bring them back
        Peers(self._sql).vouch(station, seen)
        self._sql.run(SPEAK)

    def unsent(self, device: str, acked: int) -> dict[str, int]:
        """Return how many entries after *acked* the *device* is not known to have, by table."""
        names = self._declaration.by_number
        return {names[tbl].name: count for tbl, count in self._sql.rows(UNSENT, device, acked)}

    def let_go_of_everything(self) -> None:
        """Remove all records, who was exchanged with, and who this device was.

        They are let go, not deleted: nobody hears of it. The store goes on as a new site
        that knows of nothing.
        """
        self._sql.run("PRAGMA defer_foreign_keys = ON")
        self._sql.run(HUSH)
        for table in reversed(self._declaration.tables):
            # what this device keeps for itself of the settings stays
            only = ", ".join(f"'{key}'" for key in table.only)
            where = f' WHERE "{table.key}" IN ({only})' if only else ""
            self._sql.run(f'DELETE FROM "{table.name}"{where}')
        for name in (*NOTED, *OF_PEERS, *BESIDE):
            self._sql.run(f"DELETE FROM {name}")
        self._sql.run("DELETE FROM sync_own WHERE name IN ('device', 'placed', 'enrolment')")
        self._sql.run("DELETE FROM sync_own WHERE name LIKE 'notes:%'")
        # whoever has heard the former site would take new entries for those he knows
        Sites(self._sql).begin_anew()
        self._sql.run(SPEAK)

    def _keep(
        self, sql: str, sites: Sites, place: tuple[object, ...], version: VersionTold
    ) -> None:
        self._sql.run("UPDATE sync_clock SET counter = counter + 1")
        site, *moment = version
        self._sql.run(sql, *place, sites.number_of(site), *moment, sites.counter())


def _of(device: str) -> str:
    return f"notes:{device}"
