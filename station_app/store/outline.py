"""What a store holds in a few figures and names, and in what two of them differ.

Read by bare connections, for one of the two may be of an older schema than this program's,
or not be open as the station.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from station_app.domain.backups import Figures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TABLES = {
    "people": "resident",
    "households": "household",
    "certificates": "certificate",
    "cases": "window_case",
    "files": "attachment",
    "case_files": "case_file",
}
FIRST_KINDS = frozenset({"people", "households", "certificates", "files"})
"""What the oldest store of ours had; without these it is none."""
NAMES = {
    "people": "name",
    "households": "number",
    "certificates": "number || ' ' || holder",
    "cases": "number || ' ' || item || ' ' || applicant",
    "files": "name",
    "case_files": "name",
}
LAST = 'SELECT at, "by" FROM audit_entry ORDER BY seq DESC LIMIT 1'
MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAct:
    """When something was last done in a store, and by whom."""

    at: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record that is here and not there, or later here: ``kind`` as in :data:`TABLES`."""

    kind: str
    name: str
    is_new: bool
    at: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What would be lost: how many records were added and changed since, the newest named."""

    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    newest: Sequence[Entry] = ()

    @property
    def count(self) -> int:
        """Return how many records there are in all."""
        return sum(self.added.values()) + sum(self.changed.values())


def figures_of(connection: Any) -> Figures | None:
    """Return what the store behind *connection* holds; ``None`` if it has no such tables."""
    try:
        there = _kinds_in(connection)
        counts = {
            kind: connection.execute(
                f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL"  # noqa: S608 - our own tables
            ).fetchone()[0]
            for kind, table in there.items()
        }
    except dbapi2.OperationalError:
        return None
    return Figures(**counts) if counts.keys() >= FIRST_KINDS else None


def last_act_of(connection: Any) -> LastAct | None:
    """Return the last act noted in the store behind *connection*."""
    try:
        row = connection.execute(LAST).fetchone()
    except dbapi2.OperationalError:
        return None
    return None if row is None else LastAct(at=str(row[0]), by=str(row[1]))


def lost_between(present: Any, backup: Any) -> Lost:
    """Return what stands in the store *present* and not, or not so, in the store *backup*."""
    added: dict[str, int] = {}
    changed: dict[str, int] = {}
    entries: list[Entry] = []
    before = _kinds_in(backup)
    for kind, table in _kinds_in(present).items():
        sql = f"SELECT id, changed_at, changed_by, {NAMES[kind]} FROM {table}"  # noqa: S608 - as above
        known = {row[0]: row[1] for row in backup.execute(sql)} if kind in before else {}
        found = [
            Entry(kind=kind, name=str(name), is_new=key not in known, at=str(at), by=str(by))
            for key, at, by, name in present.execute(sql)
            if key not in known or str(at) > str(known[key])
        ]
        added[kind] = sum(entry.is_new for entry in found)
        changed[kind] = len(found) - added[kind]
        entries += found
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return Lost(added=added, changed=changed, newest=tuple(entries[:MOST_NAMED]))


def _kinds_in(connection: Any) -> dict[str, str]:
    """Return the kinds that the store's schema has: an older one knew fewer."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = {name for (name,) in found}
    return {kind: table for kind, table in TABLES.items() if table in there}
