"""The tables of the residents' room."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record

IN_REGISTER = text("deleted_at IS NULL")
LISTED_BY = ("name_key", "sex", "standing", "born", "dwelling_id")
"""What the residents' table is narrowed and sorted by: never read from the wide rows."""


def _but(column: str) -> tuple[str, ...]:
    return tuple(each for each in LISTED_BY if each != column)


def _list_index(name: str, column: str) -> Index:
    """Return an index in the order of *column* that lists need nothing else beside.

    It ends in ``deleted_at`` because SQLite holds a partial index for covering
    only if its own condition can be read from it.
    """
    columns = (column, "seq", *_but(column), "deleted_at")
    return Index(f"ix_resident_{name}", *columns, sqlite_where=IN_REGISTER)


class HouseholdRow(Record, Base):
    """Table ``household``: a household (户), its members found by ``resident.household_id``."""

    __tablename__ = "household"
    __table_args__ = (Index(None, "number"), Index(None, "dwelling_id"))

    number: Mapped[str] = mapped_column(String(40), default="")
    kind: Mapped[str] = mapped_column(String(20), default="family")
    dwelling_id: Mapped[str | None] = mapped_column(ForeignKey("dwelling.id"))
    note: Mapped[str] = mapped_column(Text, default="")


class ResidentRow(Record, Base):
    """Table ``resident``: a person with the present state of both addresses.

    ``standing`` follows from the other columns (domain/residents/standing.py) and
    is kept because lists are narrowed and counted by it; ``station check`` proves it.
    """

    __tablename__ = "resident"
    __table_args__ = (
        _list_index("by_name", "name_key"),
        _list_index("by_birth", "born"),
        _list_index("by_change", "changed_at"),
        _list_index("by_key", "id"),
        Index("ix_resident_by_dwelling", "dwelling_id", "deleted_at", "seq", *_but("dwelling_id")),
        Index("ix_resident_in_bin", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        Index(None, "household_id"),
        Index(None, "name", "born"),
    )

    name: Mapped[str] = mapped_column(String(60))
    name_key: Mapped[str] = mapped_column(String(120))
    former_name: Mapped[str] = mapped_column(String(60), default="")
    pinyin: Mapped[str] = mapped_column(String(120), default="")
    sex: Mapped[str] = mapped_column(String(1), default="0")
    born: Mapped[date | None]
    ethnicity: Mapped[str] = mapped_column(String(2), default="")
    education: Mapped[str] = mapped_column(String(2), default="")
    politics: Mapped[str] = mapped_column(String(2), default="")
    marital: Mapped[str] = mapped_column(String(2), default="")
    occupation: Mapped[str] = mapped_column(String(2), default="")
    health: Mapped[str] = mapped_column(String(2), default="")
    employer: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    other_phone: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    household_id: Mapped[str | None] = mapped_column(ForeignKey("household.id"))
    relation: Mapped[str] = mapped_column(String(2), default="")
    dwelling_id: Mapped[str | None] = mapped_column(ForeignKey("dwelling.id"))
    lives_here: Mapped[bool] = mapped_column(default=True)
    living_since: Mapped[date | None]
    living_basis: Mapped[str] = mapped_column(String(20), default="")
    living_proof: Mapped[str] = mapped_column(String(120), default="")
    hukou_address: Mapped[str] = mapped_column(String(200), default="")
    hukou_local: Mapped[bool | None]
    hukou_kind: Mapped[str] = mapped_column(String(20), default="")
    hukou_number: Mapped[str] = mapped_column(String(40), default="")
    hukou_since: Mapped[date | None]
    left_on: Mapped[date | None]
    left_to: Mapped[str] = mapped_column(String(200), default="")
    died_on: Mapped[date | None]
    verified_on: Mapped[date | None]
    verified_how: Mapped[str] = mapped_column(String(20), default="")
    verified_by: Mapped[str] = mapped_column(String(60), default="")
    verified_note: Mapped[str] = mapped_column(Text, default="")
    standing: Mapped[str] = mapped_column(String(10))


class DocumentRow(Record, Base):
    """Table ``document``: identity documents (证件), any number for each resident."""

    __tablename__ = "document"
    __table_args__ = (
        Index(None, "number", "kind"),
        Index(None, "resident_id", "is_primary"),
    )

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(30))
    number: Mapped[str] = mapped_column(String(40))
    issuer: Mapped[str] = mapped_column(String(120), default="")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    is_long_term: Mapped[bool] = mapped_column(default=False)
    is_primary: Mapped[bool] = mapped_column(default=False)


class TagRow(Record, Base):
    """Table ``resident_tag``: dated tags (标签)."""

    __tablename__ = "resident_tag"
    __table_args__ = (
        Index(None, "resident_id"),
        Index("ix_resident_tag_by_code", "code", "resident_id", "since", "until", "deleted_at"),
    )

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(30))
    level: Mapped[str] = mapped_column(String(20), default="")
    since: Mapped[date | None]
    until: Mapped[date | None]
    source: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")


class ResidenceRow(Record, Base):
    """Table ``residence``: a period of living or registration that has ended."""

    __tablename__ = "residence"
    __table_args__ = (Index(None, "resident_id"), Index(None, "dwelling_id"))

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))  # living | hukou
    address: Mapped[str] = mapped_column(String(200), default="")
    dwelling_id: Mapped[str | None] = mapped_column(ForeignKey("dwelling.id"))
    basis: Mapped[str] = mapped_column(String(20), default="")
    since: Mapped[date | None]
    until: Mapped[date | None]


class AttachmentRow(Record, Base):
    """Table ``attachment``: a file kept with a resident; the bytes lie beside it."""

    __tablename__ = "attachment"
    __table_args__ = (Index(None, "resident_id"),)

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))


class AttachmentContentRow(Base):
    """Table ``attachment_content``: apart, so that lists never read the bytes."""

    __tablename__ = "attachment_content"

    attachment_id: Mapped[str] = mapped_column(
        ForeignKey("attachment.id", ondelete="CASCADE"), primary_key=True
    )
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SavedListRow(Record, Base):
    """Table ``saved_list``: filters somebody gave a name to."""

    __tablename__ = "saved_list"

    name: Mapped[str] = mapped_column(String(60))
    conditions: Mapped[str] = mapped_column(Text)
