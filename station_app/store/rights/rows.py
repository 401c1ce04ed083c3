"""The tables of the rights' room."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class NoticeRow(Record, Base):
    """Table ``privacy_notice``: that the notice (告知书) was given to somebody."""

    __tablename__ = "privacy_notice"
    __table_args__ = (Index(None, "resident_id"),)

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    edition: Mapped[str] = mapped_column(String(20))
    given_on: Mapped[date]
    way: Mapped[str] = mapped_column(String(20))
    given_by: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(Text, default="")


class GuardianRow(Record, Base):
    """Table ``guardian``: who is somebody's guardian (监护人)."""

    __tablename__ = "guardian"
    __table_args__ = (Index(None, "resident_id"), Index(None, "person_id"))

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("resident.id"))
    name: Mapped[str] = mapped_column(String(120))
    relation: Mapped[str] = mapped_column(String(60))
    phone: Mapped[str] = mapped_column(String(40), default="")
    basis: Mapped[str] = mapped_column(String(20))
    since: Mapped[date | None]
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")


class ConsentRow(Record, Base):
    """Table ``consent``: a consent (同意) to one purpose, and that it was withdrawn."""

    __tablename__ = "consent"
    __table_args__ = (
        Index(None, "resident_id"),
        Index(None, "guardian_id"),
        Index(None, "attachment_id"),
    )

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(20))
    form: Mapped[str] = mapped_column(String(10))
    given_on: Mapped[date]
    until: Mapped[date | None]
    giver: Mapped[str] = mapped_column(String(10))
    guardian_id: Mapped[str | None] = mapped_column(ForeignKey("guardian.id"))
    witness: Mapped[str] = mapped_column(String(60), default="")
    recipient: Mapped[str] = mapped_column(String(120), default="")
    told_effect: Mapped[bool] = mapped_column(default=False)
    attachment_id: Mapped[str | None] = mapped_column(ForeignKey("attachment.id"))
    note: Mapped[str] = mapped_column(Text, default="")
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str] = mapped_column(Text, default="")


class RightsRequestRow(Record, Base):
    """Table ``rights_request``: the register of requests (个人信息权益请求登记簿)."""

    __tablename__ = "rights_request"
    __table_args__ = (
        Index(None, "number"),
        Index(None, "resident_id"),
        Index(None, "state", "due_on"),
    )

    number: Mapped[str] = mapped_column(String(60))
    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    kind: Mapped[str] = mapped_column(String(20))
    asker: Mapped[str] = mapped_column(String(10))
    asker_name: Mapped[str] = mapped_column(String(60), default="")
    asker_relation: Mapped[str] = mapped_column(String(60), default="")
    asker_phone: Mapped[str] = mapped_column(String(40), default="")
    proof: Mapped[str] = mapped_column(String(200), default="")
    identity_check: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date]
    due_on: Mapped[date]
    details: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(20))
    handled_by: Mapped[str] = mapped_column(String(60), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    ground: Mapped[str] = mapped_column(String(20), default="")
    answered_on: Mapped[date | None]
