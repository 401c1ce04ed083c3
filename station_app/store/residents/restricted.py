"""Restricted tags, apart from all others: whoever reads tags never meets them.

Lists, filters, counts, search, history, exports and the files for laptops know the table
``resident_tag`` alone. A row here is never deleted: what was wrong is withdrawn.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, Text, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.access.staff import StaffId
from station_app.domain.keys import new_key
from station_app.domain.residents.restricted import TagOfficers
from station_app.domain.residents.tags import Tag
from station_app.store.base import Base, UtcTime

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from station_app.domain.residents.people import ResidentId
    from station_app.store.stamp import Stamp

TAG_FIELDS = tuple(field.name for field in fields(Tag))


class RestrictedTagRow(Base):
    """Table ``restricted_tag``: exchanged between full copies, never with a laptop."""

    __tablename__ = "restricted_tag"
    __table_args__ = (Index(None, "resident_id"), Index(None, "code"))

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(30))
    level: Mapped[str] = mapped_column(String(20), default="")
    since: Mapped[date | None]
    until: Mapped[date | None]
    source: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcTime)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
    changed_by: Mapped[str] = mapped_column(String(120))


class TagOfficerRow(Base):
    """Table ``tag_officer``: who sees a restricted tag on this device; not exchanged.

    Rights do not come with a file (docs/adr/0013-roles.md).
    """

    __tablename__ = "tag_officer"

    code: Mapped[str] = mapped_column(String(30), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    named_at: Mapped[datetime] = mapped_column(UtcTime)
    named_by: Mapped[str] = mapped_column(String(120))


class RestrictedTags:
    """Restricted tags and their officers within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def codes_of(self, staff: StaffId) -> frozenset[str]:
        """Return the tags that *staff* is an officer for."""
        query = select(TagOfficerRow.code).where(TagOfficerRow.staff_id == staff)
        return frozenset(self._session.scalars(query))

    def officers(self, code: str) -> TagOfficers:
        """Return who is an officer for *code*, in the order they came."""
        query = (
            select(TagOfficerRow.staff_id)
            .where(TagOfficerRow.code == code)
            .order_by(TagOfficerRow.named_at, TagOfficerRow.staff_id)
        )
        found = tuple(StaffId(each) for each in self._session.scalars(query))
        return TagOfficers(code=code, staff=found)

    def name_officers(self, named: TagOfficers) -> None:
        """Let exactly those *named* be officers of the tag."""
        former = set(self.officers(named.code).staff)
        for gone in former - set(named.staff):
            row = TagOfficerRow
            self._session.execute(delete(row).where(row.code == named.code, row.staff_id == gone))
        for each in named.staff:
            if each not in former:
                self._session.execute(
                    insert(TagOfficerRow).values(
                        code=named.code,
                        staff_id=each,
                        named_at=self._stamp.at,
                        named_by=self._stamp.by,
                    )
                )

    def of(self, resident: ResidentId, codes: Collection[str]) -> tuple[Tag, ...]:
        """Return the tags of *resident* among *codes*, ended ones too."""
        row = RestrictedTagRow
        query = (
            select(*(getattr(row, name) for name in TAG_FIELDS))
            .where(row.resident_id == resident, row.code.in_(codes), row.withdrawn_at.is_(None))
            .order_by(row.seq)
        )
        return tuple(Tag(**found) for found in self._session.execute(query).mappings())

    def residents(self, code: str) -> tuple[str, ...]:
        """Return the keys of the residents who bear *code*."""
        row = RestrictedTagRow
        query = select(row.resident_id).where(row.code == code, row.withdrawn_at.is_(None))
        return tuple(dict.fromkeys(self._session.scalars(query.order_by(row.seq))))

    def keep(
        self, resident: ResidentId, tags: Iterable[Tag], codes: Collection[str]
    ) -> tuple[str, ...]:
        """Keep exactly *tags* among *codes* for *resident*; return the keys of what changed."""
        former = {tag.id: tag for tag in self.of(resident, codes)}
        touched = []
        for tag in tags:
            values = {name: getattr(tag, name) for name in TAG_FIELDS if name != "id"}
            if tag.id in former:
                if former.pop(tag.id) != tag:
                    self._change(tag.id, values)
                    touched.append(tag.id)
            else:
                touched.append(self._add(resident, values))
        for gone in former:
            self._change(gone, {"withdrawn_at": self._stamp.at})
        return (*touched, *former)

    def _add(self, resident: ResidentId, values: dict[str, object]) -> str:
        key = new_key()
        self._session.execute(
            insert(RestrictedTagRow).values(
                id=key, resident_id=resident, **values, **self._stamp.of_change()
            )
        )
        return key

    def _change(self, key: str, values: dict[str, object]) -> None:
        self._session.execute(
            update(RestrictedTagRow)
            .where(RestrictedTagRow.id == key)
            .values(**values, **self._stamp.of_change())
        )
