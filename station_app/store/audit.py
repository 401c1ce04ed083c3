"""Acts on personal data, reading of sensitive fields included; only ever added to.

The chain over the entries and the page to search them come with accounts.
"""

from __future__ import annotations

import json
from datetime import datetime  # noqa: TC003 - SQLAlchemy reads the annotation

from sqlalchemy import DDL, Index, String, Text, event, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.store.base import Base, UtcTime

APPEND_ONLY = tuple(
    f"CREATE TRIGGER audit_entry_no_{act.lower()} BEFORE {act} ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END"
    for act in ("UPDATE", "DELETE")
)


class AuditRow(Base):
    """Table ``audit_entry``: who did what to which record."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index(None, "record_id", "seq"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[str] = mapped_column(String(120))
    act: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[str] = mapped_column(String(32), default="")
    facts: Mapped[str] = mapped_column(Text, default="{}")


for _trigger in APPEND_ONLY:
    event.listen(AuditRow.__table__, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]  # SQLAlchemy has no hints here


class Audit:
    """The audit within one transaction."""

    def __init__(self, session: Session, *, at: datetime, by: str) -> None:
        self._session = session
        self._at = at
        self._by = by

    def add(self, act: str, record_id: str = "", **facts: object) -> None:
        """Note *act* (``subject:part:action``); *facts* hold no unmasked numbers."""
        self._session.execute(
            insert(AuditRow).values(
                at=self._at,
                by=self._by,
                act=act,
                record_id=record_id,
                facts=json.dumps(facts, ensure_ascii=False, default=str),
            )
        )

    def count(self, act: str) -> int:
        """Return how many times *act* was noted."""
        query = select(func.count()).select_from(AuditRow).where(AuditRow.act == act)
        return self._session.scalar(query) or 0
