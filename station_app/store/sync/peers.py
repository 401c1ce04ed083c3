"""How far the exchange with each device has come: what it has, what it was sent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.sync.bundle import Sum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.store.sync.statements import Statements

FIELDS = (
    "device, site, acked, sent, sent_sha256, sent_at, sent_top, got, got_sha256, got_at,"
    " told, sums"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The state of the exchange with one device.

    ``site`` is the number of its present site (0: none known), ``acked`` the place in our
    sequence up to which it has everything, ``sent_top`` the place up to which it was
    sent everything, ``sent`` and ``got`` the numbers of the last files.
    """

    device: str
    site: int = 0
    acked: int = 0
    sent: int = 0
    sent_sha256: str = ""
    sent_at: str | None = None
    sent_top: int | None = None
    got: int = 0
    got_sha256: str = ""
    got_at: str | None = None
    told: int = 0
    sums: str = "[]"

    def told_sums(self) -> tuple[Sum, ...]:
        """Return what the device last said it holds."""
        return tuple(
            Sum(table=table, area=area, count=count, digest=digest)
            for table, area, count, digest in json.loads(self.sums)
        )


class Peers:
    """The ledgers of all devices, within one transaction."""

    def __init__(self, statements: Statements) -> None:
        self._sql = statements

    def ledger(self, device: str) -> Ledger:
        """Return the ledger of *device*, an empty one if nothing was exchanged yet."""
        found = self._sql.one(f"SELECT {FIELDS} FROM sync_peer WHERE device = ?", device)
        if found is None:
            return Ledger(device=device)
        return Ledger(**dict(zip(FIELDS.split(", "), found, strict=True)))

    def ledgers(self) -> tuple[Ledger, ...]:
        """Return all ledgers."""
        return tuple(
            Ledger(**dict(zip(FIELDS.split(", "), row, strict=True)))
            for row in self._sql.rows(f"SELECT {FIELDS} FROM sync_peer ORDER BY device")
        )

    def meet(self, device: str, site: int) -> Ledger:
        """Return the ledger of *device* that writes as *site* now.

        A new site has acknowledged nothing: everything is offered to it again.
        """
        ledger = self.ledger(device)
        if ledger.site == site:
            return ledger
        # a store put back knows less than it has said: it would not be sent what it has lost
        self._sql.run("DELETE FROM sync_peer_known WHERE device = ?", device)
        self._put(device, site=site, acked=0, got=0, got_sha256="", told=0)
        return self.ledger(device)

    def note_sent(
        self, device: str, *, number: int, sha256: str, at: str, top: int, told: int
    ) -> None:
        """Note that a file was written for *device*, which acknowledges *told*."""
        self._put(device, sent=number, sent_sha256=sha256, sent_at=at, sent_top=top, told=told)

    def note_got(self, device: str, *, number: int, sha256: str, at: str) -> None:
        """Note that a file of *device* was taken in; an older one is no news."""
        if number > self.ledger(device).got:
            self._put(device, got=number, got_sha256=sha256, got_at=at)

    def note_sums(self, device: str, sums: Sequence[Sum]) -> None:
        """Note what *device* says it holds."""
        lines = [[each.table, each.area, each.count, each.digest] for each in sums]
        self._put(device, sums=json.dumps(lines))

    def acknowledge(self, device: str, upto: int) -> None:
        """Note that *device* has everything up to *upto* of our sequence."""
        # files arrive in any order; what was acknowledged once stays so
        if upto > self.ledger(device).acked:
            self._put(device, acked=upto)

    def vouch(self, device: str, seen: Mapping[int, int]) -> None:
        """Note what *device* says it has seen: it is not sent that again."""
        self._sql.many(
            "INSERT INTO sync_peer_known (device, site, ver) VALUES (?, ?, ?)"
            " ON CONFLICT (device, site) DO UPDATE SET ver = max(ver, excluded.ver)",
            [(device, site, ver) for site, ver in seen.items()],
        )

    def got_upto(self, site: int) -> int:
        """Return how far the sequence of *site* was taken in without a gap."""
        return int(self._sql.value("SELECT upto FROM sync_got WHERE site = ?", site) or 0)

    def note_upto(self, site: int, upto: int) -> None:
        """Note that the sequence of *site* was taken in up to *upto*."""
        self._sql.run(
            "INSERT INTO sync_got (site, upto) VALUES (?, ?)"
            " ON CONFLICT (site) DO UPDATE SET upto = max(upto, excluded.upto)",
            site,
            upto,
        )

    def forget(self, device: str) -> None:
        """Forget how far the exchange with *device* had come."""
        for table in ("sync_peer", "sync_peer_known", "sync_held"):
            self._sql.run(f"DELETE FROM {table} WHERE device = ?", device)

    def _put(self, device: str, **values: object) -> None:
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        settings = ", ".join(f"{name} = excluded.{name}" for name in values)
        self._sql.run(
            f"INSERT INTO sync_peer (device, {names}) VALUES (?, {marks})"
            f" ON CONFLICT (device) DO UPDATE SET {settings}",
            device,
            *values.values(),
        )
