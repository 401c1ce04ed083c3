"""Heads of audits, kept beside the entries: ours as others know it, others' as they told it.

The table is exchanged with nobody: what a device holds of another's chain is its own
testimony, and worth something only because the other cannot write it.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.audit.chain import Link
from station_app.domain.audit.heads import OURS, Head, Way
from station_app.store.base import Base, UtcTime, moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence

FIELDS = "owner, teller, way, number, digest, at, settled"
PUT = "INSERT OR REPLACE INTO audit_head VALUES (?, ?, ?, ?, ?, ?, 0)"


class HeadRow(Base):
    """Table ``audit_head``: the latest head of a chain that came by each way from each teller."""

    __tablename__ = "audit_head"

    owner: Mapped[str] = mapped_column(String(64), primary_key=True)
    teller: Mapped[str] = mapped_column(String(64), primary_key=True)
    way: Mapped[str] = mapped_column(String(10), primary_key=True)
    number: Mapped[int]
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(UtcTime)
    settled: Mapped[bool]


class Heads:
    """The heads within one transaction."""

    def __init__(self, session: Session, *, at: datetime) -> None:
        self._run = session.connection().exec_driver_sql
        self._at = at

    def keep(self, way: Way, link: Link, *, owner: str = OURS, teller: str = "") -> None:
        """Keep *link* in the place of what came by the same way."""
        at = moment_text(self._at)
        self._run(PUT, (owner, teller, way.value, link.number, link.digest, at))

    def known(self, way: Way, *, owner: str = OURS, teller: str = "") -> Head | None:
        """Return the latest head of *owner*'s chain that came from *teller* by this way."""
        found = self._read("owner = ? AND teller = ? AND way = ?", owner, teller, way.value)
        return found[0] if found else None

    def of(self, owner: str = OURS) -> list[Head]:
        """Return all heads of *owner*'s chain that nobody has explained away."""
        return self._read("owner = ? AND NOT settled ORDER BY number", owner)

    def of_others(self) -> list[Head]:
        """Return the heads of the chains of other devices."""
        return self._read("owner != '' ORDER BY owner")

    def settle(self) -> None:
        """Take what others say of our chain for explained; it is not verified against any more."""
        self._run(
            "UPDATE audit_head SET settled = 1 WHERE owner = '' AND way IN (?, ?)",
            (Way.RETURNED.value, Way.SENT.value),
        )

    def _read(self, where: str, *values: object) -> list[Head]:
        sql = f"SELECT {FIELDS} FROM audit_head WHERE {where}"  # noqa: S608 - words of ours
        return [_head(row) for row in self._run(sql, values)]


def _head(row: Sequence[Any]) -> Head:
    owner, teller, way, number, digest, at, settled = row
    return Head(
        owner=owner,
        teller=teller,
        way=Way(way),
        link=Link(number, digest),
        at=datetime.fromisoformat(at),
        is_settled=bool(settled),
    )
