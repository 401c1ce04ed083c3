"""Who writes in this store: its site, the clock its entries are stamped by, what it has seen.

A site is one incarnation of the store. Its key lies in the store and in a marker
beside it; when the two do not fit, the store was put back from a copy or
copied to another machine, and goes on as a new site. So no number is ever
given twice, and everything is offered anew.
"""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from station_app.domain.keys import new_key
from station_app.store.files import atomic_write

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.store.sync.statements import Statements

FIRST = (
    "INSERT OR IGNORE INTO sync_clock (id, site, counter, hlc, ctx, hush)"
    " VALUES (1, 1, 0, 0, 0, 0)"
)
INCARNATION = "SELECT value FROM sync_own WHERE name = 'incarnation'"
OFFER_ANEW = (
    "UPDATE sync_peer SET acked = 0, sent = 0, sent_sha256 = '', sent_top = NULL, told = 0"
)
EXTENT = """
    (SELECT counter FROM sync_clock) + coalesce((SELECT sum(upto) FROM sync_got), 0)
    + coalesce((SELECT sum(ver) FROM sync_vector), 0)
"""
"""Grows with all that others may rely on: what was written, acknowledged and vouched for."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What the file beside the store says: which site, how far it was, on which machine.

    ``incarnation`` is there for the day the store is put back from a copy that is older
    than the last time this happened.
    """

    site: str
    extent: int
    machine: str
    incarnation: int = 0

    def write(self, path: Path) -> None:
        """Put the marker at *path*."""
        record = asdict(self)
        atomic_write(path, (json.dumps(record, sort_keys=True) + "\n").encode())


def read_marker(path: Path) -> Marker | None:
    """Return the marker at *path*; ``None`` if there is none that can be read."""
    try:
        record = json.loads(path.read_bytes())
        return Marker(
            str(record["site"]),
            int(record["extent"]),
            str(record["machine"]),
            int(record.get("incarnation", 0)),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def this_machine() -> str:
    """Return what tells this machine from another: a digest of its name."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:16]


class Sites:
    """The site of this store, its clock and its knowledge, within one transaction."""

    def __init__(self, statements: Statements) -> None:
        self._sql = statements

    def found(self) -> None:
        """Give a store that has none a site of its own."""
        if self._sql.value("SELECT count(*) FROM sync_site") == 0:
            self._sql.run("INSERT INTO sync_site (n, key) VALUES (1, ?)", new_key())
        self._sql.run(FIRST)

    def own(self) -> tuple[int, str]:
        """Return the number and the key of our site."""
        found = self._sql.one(
            "SELECT n, key FROM sync_site WHERE n = (SELECT site FROM sync_clock)"
        )
        return (0, "") if found is None else (found[0], found[1])

    def counter(self) -> int:
        """Return the last number given in our own sequence."""
        return int(self._sql.value("SELECT counter FROM sync_clock"))

    def extent(self) -> int:
        """Return how far this store is: less in a copy that was made before."""
        return int(self._sql.value(f"SELECT {EXTENT}"))

    def number_of(self, key: str, *, device: str = "") -> int:
        """Return the number of the site *key*, a new one if it was not known."""
        self._sql.run("INSERT OR IGNORE INTO sync_site (key) VALUES (?)", key)
        if device:
            self._sql.run("UPDATE sync_site SET device = ? WHERE key = ?", device, key)
        return int(self._sql.value("SELECT n FROM sync_site WHERE key = ?", key))

    def knowledge(self) -> dict[int, int]:
        """Return what was seen here: site → highest ver, our own included."""
        seen = dict(self._sql.rows("SELECT site, ver FROM sync_vector"))
        own, _ = self.own()
        return {**seen, own: self.counter()}

    def learn(self, seen: dict[int, int]) -> bool:
        """Note that the entries of other sites up to *seen* have been; whether that is news.

        What is written from now on is written by somebody who has seen them.
        """
        own, _ = self.own()
        before = dict(self._sql.rows("SELECT site, ver FROM sync_vector"))
        news = {
            site: ver for site, ver in seen.items() if site != own and ver > before.get(site, 0)
        }
        if not news:
            return False
        self._sql.many(
            "INSERT OR REPLACE INTO sync_vector (site, ver) VALUES (?, ?)", list(news.items())
        )
        self.begin_context()
        return True

    def begin_context(self) -> None:
        """Write from now on with all that has been seen so far."""
        self._sql.run("UPDATE sync_clock SET ctx = ctx + 1")
        self._sql.run(
            "INSERT INTO sync_known (site, ctx, of, ver) SELECT clock.site, clock.ctx,"
            " sync_vector.site, ver FROM sync_clock AS clock, sync_vector"
            " WHERE sync_vector.site != clock.site AND ver > 0"
        )

    def catch_up(self, hlc: int) -> None:
        """Let no later entry of ours have an earlier moment than *hlc*."""
        self._sql.run("UPDATE sync_clock SET hlc = max(hlc, ?)", hlc)

    def incarnation(self) -> int:
        """Return how often this store has gone on as a new site."""
        return int(self._sql.value(INCARNATION) or 0)

    def tick(self) -> None:
        """Count on, so that a copy made before this is told from the store as it is now."""
        self._sql.run("UPDATE sync_clock SET counter = counter + 1")

    def begin_anew(self, marker: Marker | None = None) -> None:
        """Go on as a new site: nobody has acknowledged anything of it.

        *marker* is the one beside the store, which may know of a later incarnation.
        """
        former, _ = self.own()
        known = max(self.incarnation(), marker.incarnation if marker else 0)
        self._sql.run(
            "INSERT OR REPLACE INTO sync_own (name, value) VALUES ('incarnation', ?)",
            # above both: a copy older than the last time it was put back does not know of that
            str(known + 1),
        )
        self._sql.run(
            "INSERT OR REPLACE INTO sync_vector (site, ver) VALUES (?, ?)", former, self.counter()
        )
        number = self.number_of(new_key())
        self._sql.run("UPDATE sync_clock SET site = ?, ctx = 0", number)
        self.begin_context()
        # the copy may lack what peers have acknowledged since, and they what it had written
        self._sql.run(OFFER_ANEW)

    def is_marked(self, marker: Marker | None) -> bool:
        """Whether *marker*, the one beside the store, fits it."""
        if marker is None:
            return self._sql.value("SELECT value FROM sync_own WHERE name = 'marked'") is None
        _, key = self.own()
        return (
            marker.site == key
            and marker.machine == this_machine()
            and marker.extent <= self.extent()
        )

    def marker(self) -> Marker:
        """Return the marker that is to lie beside the store, and note that one does."""
        self._sql.run("INSERT OR REPLACE INTO sync_own (name, value) VALUES ('marked', '1')")
        _, key = self.own()
        return Marker(key, self.extent(), this_machine(), self.incarnation())
