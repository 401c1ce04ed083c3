"""The register of exports (导出登记): only ever added to, kept for three years and more."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Index, String, Text, insert, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.exports import ExportAsk, ExportFilter, ExportLine, ExportState
from station_app.store.base import Base, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.store.stamp import Stamp

MOST_LINES = 2_000


class ExportRow(Record, Base):
    """Table ``export_record``: who gave which list out, to whom, what for, on what ground.

    There is no way to take a row away: exports are accounted for (个人信息保护法 art. 56).
    """

    __tablename__ = "export_record"
    __table_args__ = (Index(None, "created_at", "seq"),)

    number: Mapped[str] = mapped_column(String(20))
    list_kind: Mapped[str] = mapped_column(String(30))
    people: Mapped[int]
    columns: Mapped[str] = mapped_column(Text)
    is_full: Mapped[bool] = mapped_column(default=False)
    recipient: Mapped[str] = mapped_column(String(120))
    purpose: Mapped[str] = mapped_column(String(200))
    ground: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(200), default="")
    approved_by: Mapped[str] = mapped_column(String(120), default="")
    file_name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64), default="")
    state: Mapped[str] = mapped_column(String(10))


class Exports:
    """The register of exports within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def begin(
        self,
        key: str,
        ask: ExportAsk,
        *,
        number: str,
        list_kind: str,
        people: int,
        columns: Sequence[str],
        approved_by: str,
        file_name: str,
    ) -> None:
        """Enter an export before anything of it is written."""
        self._session.execute(
            insert(ExportRow).values(
                id=key,
                number=number,
                list_kind=list_kind,
                people=people,
                columns=json.dumps(list(columns)),
                is_full=ask.is_full,
                recipient=ask.recipient.strip(),
                purpose=ask.purpose.strip(),
                ground=ask.ground,
                reason=ask.reason.strip(),
                approved_by=approved_by,
                file_name=file_name,
                state=ExportState.BEGUN,
                **self._stamp.of_new(),
            )
        )

    def finish(self, key: str, *, people: int, sha256: str) -> None:
        """Note what the file holds, before it is put where it was asked for."""
        self._session.execute(
            update(ExportRow)
            .where(ExportRow.id == key)
            .values(
                people=people,
                sha256=sha256,
                state=ExportState.GIVEN,
                version=ExportRow.version + 1,
                **self._stamp.of_change(),
            )
        )

    def lines(self, chosen: ExportFilter, *, limit: int = MOST_LINES) -> tuple[ExportLine, ...]:
        """Return the exports that *chosen* leaves, the latest first."""
        row = ExportRow
        query = select(row).order_by(row.created_at.desc(), row.seq.desc()).limit(limit)
        if chosen.since is not None:
            query = query.where(row.created_at >= _midnight(chosen.since))
        if chosen.until is not None:
            query = query.where(row.created_at < _midnight(chosen.until + timedelta(days=1)))
        if chosen.is_full:
            query = query.where(row.is_full)
        if chosen.is_approved:
            query = query.where(row.approved_by != "")
        places = (
            *(row.number, row.recipient, row.purpose, row.reason),
            *(row.created_by, row.approved_by, row.file_name, row.sha256),
        )
        for word in chosen.text.split():
            query = query.where(or_(*(place.contains(word, autoescape=True) for place in places)))
        return tuple(map(_line, self._session.scalars(query)))


def _midnight(day: date) -> datetime:
    """Return the moment at which *day* begins where the device stands."""
    return datetime.combine(day, time.min).astimezone()


def _line(row: ExportRow) -> ExportLine:
    return ExportLine(
        id=row.id,
        number=row.number,
        given_at=row.created_at,
        given_by=row.created_by,
        list_kind=row.list_kind,
        people=row.people,
        columns=tuple(json.loads(row.columns)),
        is_full=row.is_full,
        recipient=row.recipient,
        purpose=row.purpose,
        ground=row.ground,
        reason=row.reason,
        approved_by=row.approved_by,
        file_name=row.file_name,
        sha256=row.sha256,
        state=ExportState(row.state),
    )
