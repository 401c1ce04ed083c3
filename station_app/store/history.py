"""What happened to records, field by field; only ever added to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Index, String, Text, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.keys import new_key
from station_app.domain.residents.history import Change
from station_app.store.base import Base, UtcTime

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class HistoryRow(Base):
    """Table ``history``: one field's change of one record."""

    __tablename__ = "history"
    __table_args__ = (Index(None, "record_id", "seq"), Index(None, "id"))

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(20))
    record_id: Mapped[str] = mapped_column(String(32))
    act: Mapped[str] = mapped_column(String(30))
    field: Mapped[str] = mapped_column(String(40), default="")
    before: Mapped[str] = mapped_column(Text, default="")
    after: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[str] = mapped_column(String(120))


class History:
    """The history of records within one transaction."""

    def __init__(self, session: Session, *, at: datetime, by: str) -> None:
        self._session = session
        self._at = at
        self._by = by

    def note(self, kind: str, record_id: str, act: str) -> None:
        """Note that *act* was done to a record as a whole."""
        self._add(kind, record_id, act, ((("", "", "")),))

    def note_fields(
        self,
        kind: str,
        record_id: str,
        act: str,
        *,
        before: Mapping[str, object],
        after: Mapping[str, object],
    ) -> None:
        """Note each field of *after* that differs from *before*."""
        differing = [
            (field, _told(before.get(field)), _told(value))
            for field, value in after.items()
            if _told(before.get(field)) != _told(value)
        ]
        self._add(kind, record_id, act, differing)

    def of(self, record_ids: Sequence[str]) -> list[Change]:
        """Return what happened to the records, the latest first."""
        row = HistoryRow
        query = (
            select(
                row.id,
                row.kind,
                row.record_id,
                row.act,
                row.field,
                row.before,
                row.after,
                row.at,
                row.by,
            )
            .where(row.record_id.in_(record_ids))
            .order_by(row.seq.desc())
        )
        return [Change(**found) for found in self._session.execute(query).mappings()]

    def change(self, change_id: str) -> Change | None:
        """Return one change, if it is kept."""
        row = self._session.scalar(select(HistoryRow).where(HistoryRow.id == change_id))
        if row is None:
            return None
        return next(change for change in self.of([row.record_id]) if change.id == change_id)

    def _add(
        self, kind: str, record_id: str, act: str, fields: Sequence[tuple[str, str, str]]
    ) -> None:
        lines = [
            {
                "id": new_key(),
                "kind": kind,
                "record_id": record_id,
                "act": act,
                "field": field,
                "before": before,
                "after": after,
                "at": self._at,
                "by": self._by,
            }
            for field, before, after in fields
        ]
        if lines:
            self._session.execute(insert(HistoryRow), lines)


def _told(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value)
