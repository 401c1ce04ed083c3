"""Acts on personal data, reading of sensitive fields included; only ever added to.

:meth:`Audit.add` is the one way in: it goes on with the chain
(:mod:`station_app.domain.audit`) within the transaction of the act itself.
Triggers refuse whatever changes an entry, takes one away, or does not follow
the last. The page to search the audit comes with accounts.
"""

from __future__ import annotations

import json
from datetime import datetime  # noqa: TC003 - SQLAlchemy reads the annotation
from typing import TYPE_CHECKING

from sqlalchemy import DDL, Index, LargeBinary, String, Text, event, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.audit import ORIGIN, Entry, Link, following
from station_app.store.base import Base, UtcTime, moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = ("at", "by", "act", "record_id", "facts")
ONLY_ADDED = "ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END"
BEFORE = {
    # REPLACE would take an entry away without asking the trigger of DELETE
    "follows": "INSERT ON audit_entry WHEN EXISTS (SELECT 1 FROM audit_entry) "
    "AND (NEW.seq, NEW.former) IS NOT "
    "(SELECT seq + 1, digest FROM audit_entry ORDER BY seq DESC LIMIT 1) "
    "BEGIN SELECT RAISE(ABORT, 'an entry of the audit follows the last'); END",
    "no_update": f"UPDATE {ONLY_ADDED}",
    "no_delete": f"DELETE {ONLY_ADDED}",
}
GUARDS = {
    f"audit_entry_{name}": f"CREATE TRIGGER audit_entry_{name} BEFORE {rest}"
    for name, rest in BEFORE.items()
}
GUARDED = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entry'"
TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit_entry'"
LAST = "SELECT seq, digest FROM audit_entry ORDER BY seq DESC LIMIT 1"
ADD = (
    'INSERT INTO audit_entry (seq, at, "by", act, record_id, facts, former, digest) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
# An entry with a value of another kind than it is written in has no digest here, and so
# is found: as bytes a text and a blob may be alike.
ENTRIES = (
    "SELECT ifnull(CAST(seq AS INTEGER), 0), "
    + ", ".join(f"CAST(ifnull(\"{name}\", '') AS BLOB)" for name in TEXTS)
    + ", CAST(ifnull(former, '') AS BLOB), iif(typeof(seq) = 'integer' AND "
    + " AND ".join(f"typeof(\"{name}\") = 'text'" for name in TEXTS)
    + " AND typeof(former) = 'blob' AND typeof(digest) = 'blob', digest, x'') "
    "FROM audit_entry ORDER BY seq"
)


class AuditRow(Base):
    """Table ``audit_entry``: who did what to which record; ``seq`` is the entry's number."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index(None, "record_id", "seq"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[str] = mapped_column(String(120))
    act: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[str] = mapped_column(String(32), default="")
    facts: Mapped[str] = mapped_column(Text, default="{}")
    former: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


for _trigger in GUARDS.values():
    event.listen(AuditRow.__table__, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]  # SQLAlchemy has no hints here


class Audit:
    """The audit within one transaction."""

    def __init__(self, session: Session, *, at: datetime, by: str) -> None:
        self._session = session
        self._at = at
        self._by = by

    def add(self, act: str, record_id: str = "", **facts: object) -> None:
        """Note *act* (``subject:part:action``); *facts* hold no unmasked numbers."""
        told = json.dumps(facts, ensure_ascii=False, default=str)
        texts = (moment_text(self._at), self._by, act, record_id, told)
        at, by, done, record, noted = (text.encode() for text in texts)
        # read each time: nothing but the file knows what this transaction has undone
        entry = following(self.head(), (at, by, done, record, noted))
        self._session.connection().exec_driver_sql(
            ADD, (entry.number, *texts, entry.former, entry.digest)
        )

    def head(self) -> Link:
        """Return the last link of the chain."""
        row = self._session.connection().exec_driver_sql(LAST).one_or_none()
        return ORIGIN if row is None else Link(*row)

    def entries(self) -> Iterator[Entry]:
        """Return all entries in the order of their numbers, one by one as they are read.

        Of a table that was taken away there are none.
        """
        run = self._session.connection().exec_driver_sql
        if run(TABLE).first() is None:
            return
        for number, at, by, act, record, facts, former, digest in run(ENTRIES):
            yield Entry(number, (at, by, act, record, facts), former, digest)

    def is_guarded(self) -> bool:
        """Return whether the triggers that keep the entries are in place as they were made."""
        found = self._session.connection().exec_driver_sql(GUARDED).all()
        return dict(found) == GUARDS

    def begun_at(self) -> datetime | None:
        """Return when the first act was noted."""
        return self._session.scalar(select(AuditRow.at).order_by(AuditRow.seq).limit(1))

    def has(self, act: str, record_id: str) -> bool:
        """Return whether *act* was noted of the record."""
        query = select(AuditRow.seq).where(AuditRow.record_id == record_id, AuditRow.act == act)
        return self._session.scalar(query.limit(1)) is not None

    def count(self, act: str) -> int:
        """Return how many times *act* was noted."""
        query = select(func.count()).select_from(AuditRow).where(AuditRow.act == act)
        return self._session.scalar(query) or 0
