"""The tables of ratings (好差评), and of what becomes of bad ones.

Both are kept under the key of the case: two devices that had it rated make one row of it,
which comes to review where they differ.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class RatingRow(Record, Base):
    """Table ``case_rating``: what whoever came has said of a case; never changed."""

    __tablename__ = "case_rating"
    __table_args__ = (Index(None, "case_id"), Index(None, "rated_on", "level"))

    case_id: Mapped[str] = mapped_column(ForeignKey("window_case.id", ondelete="CASCADE"))
    level: Mapped[int]
    reasons: Mapped[str] = mapped_column(Text, default="")
    rated_on: Mapped[date]


class BadRatingRow(Record, Base):
    """Table ``bad_rating``: what becomes of a bad rating (差评)."""

    __tablename__ = "bad_rating"
    __table_args__ = (Index(None, "case_id"), Index(None, "state", "rated_on"))

    case_id: Mapped[str] = mapped_column(ForeignKey("window_case.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(20))
    rated_on: Mapped[date]
    contacted_on: Mapped[date | None]
    contact_note: Mapped[str] = mapped_column(Text, default="")
    finding: Mapped[str] = mapped_column(String(20), default="")
    judged_on: Mapped[date | None]
    cause: Mapped[str] = mapped_column(Text, default="")
    measure: Mapped[str] = mapped_column(Text, default="")
    corrected_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(String(20), default="")
    answer_note: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
