"""The files that were written and taken in, and how much is still to go out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from station_app.store.sync.statements import Statements

FIELDS = "sha256, direction, device, site, number, base, top, at, by, name, state, counts, lseq"
OUT, IN = "out", "in"
UNSENT = """
    SELECT count(*) FROM (
        SELECT lseq, site, ver FROM sync_row WHERE lseq > ?2
        UNION ALL SELECT lseq, site, ver FROM sync_cell WHERE lseq > ?2) AS r
    WHERE NOT EXISTS (SELECT 1 FROM sync_peer_known AS k
        WHERE k.device = ?1 AND k.site = r.site AND k.ver >= r.ver)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One file of the exchange; ``lseq`` is where our sequence stood after it."""

    sha256: str
    direction: str
    device: str
    site: str
    number: int
    base: int
    top: int
    at: str
    by: str
    name: str
    state: str
    lseq: int
    counts: Mapping[str, int] = field(default_factory=dict)


class Files:
    """The files of the exchange within one transaction."""

    def __init__(self, statements: Statements) -> None:
        self._sql = statements

    def note(self, line: FileLine) -> None:
        """Keep that a file was written or taken in."""
        marks = ", ".join("?" * len(FIELDS.split(", ")))
        values = {name: getattr(line, name) for name in FIELDS.split(", ")}
        values["counts"] = json.dumps(dict(line.counts))
        self._sql.run(
            f"INSERT OR REPLACE INTO sync_file ({FIELDS}) VALUES ({marks})", *values.values()
        )

    def file(self, sha256: str) -> FileLine | None:
        """Return the file of *sha256*, if it is known."""
        found = self._sql.one(f"SELECT {FIELDS} FROM sync_file WHERE sha256 = ?", sha256)
        return None if found is None else _line(found)

    def numbered(self, direction: str, *, site: str, device: str, number: int) -> FileLine | None:
        """Return the file that bears *number* between *site* and *device*, if it is known."""
        found = self._sql.one(
            f"SELECT {FIELDS} FROM sync_file"
            " WHERE direction = ? AND site = ? AND device = ? AND number = ?",
            direction,
            site,
            device,
            number,
        )
        return None if found is None else _line(found)

    def latest(self, limit: int = 100) -> tuple[FileLine, ...]:
        """Return the latest files, the newest first."""
        rows = self._sql.rows(
            f"SELECT {FIELDS} FROM sync_file ORDER BY at DESC, rowid DESC LIMIT ?", limit
        )
        return tuple(_line(row) for row in rows)

    def unsent(self, device: str, acked: int) -> int:
        """Return how many entries after *acked* the *device* is not known to have."""
        return int(self._sql.value(UNSENT, device, acked))


def _line(row: tuple[object, ...]) -> FileLine:
    values: dict[str, Any] = dict(zip(FIELDS.split(", "), row, strict=True))
    values["counts"] = json.loads(values["counts"])
    return FileLine(**values)
