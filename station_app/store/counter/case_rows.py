"""The tables of cases (办件) and their steps."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record, UtcTime

LISTED = (
    *("deleted_at", "state", "assignee", "channel", "item_id", "affair", "office"),
    *("due_on", "is_stopped", "grid_id", "resident_id"),
    *("number", "applicant", "item", "agent_name", "id"),
)
"""All that lists ask for: read from the index, the table itself is left alone.

It begins with what cases are counted by, so that they come in groups.
"""
LATEST = ("deleted_at", "seq", "state", "id")
"""What a list of all asks for, in the order in which it shows them."""


class CaseRow(Record, Base):
    """Table ``window_case``: cases, from the first draft to the archive.

    ``due_on`` is the first of the days it is due; none while the clock stands still.
    """

    __tablename__ = "window_case"
    __table_args__ = (
        # not unique: see ADR 0010
        Index(None, "number"),
        Index("ix_window_case_listed", *LISTED),
        Index("ix_window_case_latest", *LATEST),
        Index(None, "resident_id"),
        Index(None, "grid_id"),
        Index(None, "assignee"),  # whose they are is asked with every key of a search
    )

    number: Mapped[str] = mapped_column(String(40), default="")
    state: Mapped[str] = mapped_column(String(20))
    item_id: Mapped[str] = mapped_column(ForeignKey("item.id"))
    version_id: Mapped[str] = mapped_column(ForeignKey("item_version.id"))
    item: Mapped[str] = mapped_column(String(120))
    affair: Mapped[str] = mapped_column(String(20))
    responsible: Mapped[str] = mapped_column(String(120))
    channel: Mapped[str] = mapped_column(String(20))
    resident_id: Mapped[str | None] = mapped_column(ForeignKey("resident.id"))
    applicant: Mapped[str] = mapped_column(String(120))
    document_kind: Mapped[str] = mapped_column(String(30), default="")
    document: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    agent_name: Mapped[str] = mapped_column(String(120), default="")
    agent_document_kind: Mapped[str] = mapped_column(String(30), default="")
    agent_document: Mapped[str] = mapped_column(String(60), default="")
    agent_relation: Mapped[str] = mapped_column(String(60), default="")
    agent_phone: Mapped[str] = mapped_column(String(60), default="")
    agent_proof: Mapped[str] = mapped_column(String(60), default="")
    visited_at: Mapped[str] = mapped_column(String(120), default="")
    details: Mapped[str] = mapped_column(Text, default="")
    assignee: Mapped[str] = mapped_column(String(60), default="")
    grid_id: Mapped[str | None] = mapped_column(ForeignKey("grid.id"))
    office: Mapped[str] = mapped_column(String(40), default="")
    ticks: Mapped[str] = mapped_column(Text, default="")
    told: Mapped[str] = mapped_column(Text, default="")
    promise: Mapped[str] = mapped_column(Text, default="")
    received_on: Mapped[date | None]
    accepted_on: Mapped[date | None]
    began_on: Mapped[date | None]
    stops: Mapped[str] = mapped_column(Text, default="")
    promised_due: Mapped[date | None]
    legal_due: Mapped[date | None]
    due_on: Mapped[date | None]
    is_provisional: Mapped[bool] = mapped_column(default=False)
    is_stopped: Mapped[bool] = mapped_column(default=False)
    published_until: Mapped[date | None]
    result: Mapped[str] = mapped_column(String(20), default="")
    result_note: Mapped[str] = mapped_column(Text, default="")
    closed_on: Mapped[date | None]
    notified_on: Mapped[date | None]
    collected_by: Mapped[str] = mapped_column(String(60), default="")
    ordered_due: Mapped[date | None]


class CaseStepRow(Base):
    """Table ``case_step``: what happened to cases, step by step; only ever added to."""

    __tablename__ = "case_step"
    __table_args__ = (Index(None, "case_id", "number"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("window_case.id", ondelete="CASCADE"))
    number: Mapped[int]
    follows: Mapped[str] = mapped_column(String(32), default="")
    event: Mapped[str] = mapped_column(String(20))
    before: Mapped[str] = mapped_column(String(20))
    after: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text, default="")
    to_whom: Mapped[str] = mapped_column(String(120), default="")
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[str] = mapped_column(String(120))
