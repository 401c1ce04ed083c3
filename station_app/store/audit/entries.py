"""Acts on personal data, reading of sensitive fields included; only ever added to.

:meth:`Audit.add` is the one way in: it goes on with the chain
(:mod:`station_app.domain.audit.chain`) within the transaction of the act itself.
Triggers refuse whatever changes an entry, does not follow the last, or takes one
away that is not in an archive.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import DDL, Index, LargeBinary, String, Text, event, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.audit.chain import ORIGIN, Entry, Link, following
from station_app.domain.audit.entries import ARCHIVED, facts_in, plain_act
from station_app.domain.audit.facts import changes_between
from station_app.store.audit.vocabulary import acts, masks
from station_app.store.base import Base, UtcTime, moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from station_app.domain.audit.facts import Changes
    from station_app.store.stamp import Stamp

LAST_NUMBER = 2**63 - 1
OPTIONAL = ("reason", "changes")
TEXTS = ("at", "by", "act", "record_id", "facts")
ONLY_ADDED = "ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END"
BEFORE = {
    # REPLACE would take an entry away without asking the trigger of DELETE
    "follows": "INSERT ON audit_entry WHEN EXISTS (SELECT 1 FROM audit_entry) "
    "AND (NEW.seq, NEW.former) IS NOT "
    "(SELECT seq + 1, digest FROM audit_entry ORDER BY seq DESC LIMIT 1) "
    "BEGIN SELECT RAISE(ABORT, 'an entry of the audit follows the last'); END",
    "no_update": f"UPDATE {ONLY_ADDED}",
    # what stands in an archive may go once it is three years old, and nothing else
    "no_delete": "DELETE ON audit_entry WHEN NOT EXISTS (SELECT 1 FROM audit_entry AS kept "
    "WHERE kept.act = 'audit:chain:archived' AND json_extract(kept.facts, '$.upto') >= OLD.seq "
    "AND substr(OLD.at, 1, 10) <= date(kept.at, '-3 years')) "
    "BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END",
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


BEGINNING = "SELECT facts FROM audit_entry WHERE act = ? ORDER BY seq DESC LIMIT 1"


class AuditRow(Base):
    """Table ``audit_entry``: who did what to which record; ``seq`` is the entry's number."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index(None, "record_id", "seq"),
        # all that entries are looked for by, so that a million of them need not be read
        Index("ix_audit_entry_by_act", "act", "by", "at"),
        Index("ix_audit_entry_by_moment", "at", "by", "act"),
    )

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

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(self, act: str, record_id: str = "", **facts: object) -> None:
        """Note *act* (``subject:part:action``), one of those that have words.

        *facts* hold no unmasked numbers; ``reason`` says why, ``changes`` are what
        :meth:`changes` returns.
        """
        if plain_act(act) not in acts():
            raise ValueError(f"an act without words: {act}")
        for name in OPTIONAL:
            if name in facts and not facts[name]:
                del facts[name]
        facts["hlc"] = self._stamp.hlc
        told = json.dumps(facts, ensure_ascii=False, default=str)
        texts = (moment_text(self._stamp.at), self._stamp.by, act, record_id, told)
        at, by, done, record, noted = (text.encode() for text in texts)
        # read each time: nothing but the file knows what this transaction has undone
        entry = following(self.head(), (at, by, done, record, noted))
        self._session.connection().exec_driver_sql(
            ADD, (entry.number, *texts, entry.former, entry.digest)
        )

    @staticmethod
    def changes(before: Mapping[str, object], after: Mapping[str, object]) -> Changes:
        """Return what may be told of the fields of *after* that differ from *before*."""
        return changes_between(before, after, masks())

    def head(self) -> Link:
        """Return the last link of the chain."""
        row = self._session.connection().exec_driver_sql(LAST).one_or_none()
        return ORIGIN if row is None else Link(*row)

    def digest_of(self, number: int) -> bytes | None:
        """Return the digest of the entry *number*, if it is in the store."""
        sql = "SELECT digest FROM audit_entry WHERE seq = ?"
        found = self._session.connection().exec_driver_sql(sql, (number,)).scalar()
        return None if found is None else bytes(found)

    def archived(self) -> Mapping[str, Any]:
        """Return what the latest entry about archiving tells; nothing if there is none."""
        run = self._session.connection().exec_driver_sql
        told = run(BEGINNING, (ARCHIVED,)).scalar() if run(TABLE).first() is not None else None
        return facts_in(told or "{}")

    def entries(self, upto: int = LAST_NUMBER) -> Iterator[Entry]:
        """Return all entries in the order of their numbers, one by one as they are read.

        Of a table that was taken away there are none.
        """
        run = self._session.connection().exec_driver_sql
        if run(TABLE).first() is None:
            return
        for number, at, by, act, record, facts, former, digest in run(ENTRIES):
            if number > upto:
                return
            yield Entry(number, (at, by, act, record, facts), former, digest)

    def let_go(self, upto: int) -> int:
        """Take away the entries up to the number *upto*, which an archive holds; return how many.

        The triggers refuse it for any that none holds, or that is not three years old.
        """
        sql = "DELETE FROM audit_entry WHERE seq <= ?"
        return int(self._session.connection().exec_driver_sql(sql, (upto,)).rowcount)

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

    def of(self, record_id: str) -> list[tuple[str, str]]:
        """Return who did what to the record *record_id*, the first first: signature, act."""
        query = (
            select(AuditRow.by, AuditRow.act)
            .where(AuditRow.record_id == record_id)
            .order_by(AuditRow.seq)
        )
        return [(by, act) for by, act in self._session.execute(query)]

    def told(self, act: str, *, since: datetime) -> list[tuple[datetime, dict[str, Any]]]:
        """Return when *act* was noted *since* then, and its facts, the first first."""
        query = (
            select(AuditRow.at, AuditRow.facts)
            .where(AuditRow.act == act, AuditRow.at >= since)
            .order_by(AuditRow.seq)
        )
        return [(at, json.loads(facts)) for at, facts in self._session.execute(query)]

    def latest(self, act: str, record_id: str) -> datetime | None:
        """Return when *act* was noted of *record_id* for the last time."""
        query = (
            select(AuditRow.at)
            .where(AuditRow.record_id == record_id, AuditRow.act == act)
            .order_by(AuditRow.seq.desc())
            .limit(1)
        )
        return self._session.scalar(query)

    def count(self, act: str) -> int:
        """Return how many times *act* was noted."""
        query = select(func.count()).select_from(AuditRow).where(AuditRow.act == act)
        return self._session.scalar(query) or 0
