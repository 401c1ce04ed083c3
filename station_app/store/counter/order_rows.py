"""The tables of orders (工单) and of the problems that are taken up (问题清单)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class OrderRow(Record, Base):
    """Table ``case_order``: what an order tells beside its case, under the key of the case.

    ``plain_number`` is the source's number as two are compared. ``double_of`` is the case
    that is worked on instead of this one; it may be one that does not come to a laptop.
    """

    __tablename__ = "case_order"
    __table_args__ = (
        Index(None, "case_id"),
        Index(None, "plain_number"),
        Index(None, "received_on"),
    )

    case_id: Mapped[str] = mapped_column(ForeignKey("window_case.id", ondelete="CASCADE"))
    source: Mapped[str] = mapped_column(String(20))
    source_number: Mapped[str] = mapped_column(String(60), default="")
    plain_number: Mapped[str] = mapped_column(String(60), default="")
    received_on: Mapped[date]
    received_time: Mapped[str] = mapped_column(String(5), default="")
    kind: Mapped[str] = mapped_column(String(20))
    category: Mapped[str] = mapped_column(String(40), default="")
    is_anonymous: Mapped[bool] = mapped_column(default=False)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
    is_reached: Mapped[bool | None]
    is_solved: Mapped[bool | None]
    level: Mapped[int | None]
    called_on: Mapped[date | None]
    call_note: Mapped[str] = mapped_column(Text, default="")
    extended_on: Mapped[date | None]
    extension: Mapped[str] = mapped_column(Text, default="")
    returned: Mapped[str] = mapped_column(String(20), default="")
    returned_on: Mapped[date | None]
    return_note: Mapped[str] = mapped_column(Text, default="")
    double_of: Mapped[str] = mapped_column(String(32), default="", server_default=text("''"))


class ProblemRow(Record, Base):
    """Table ``problem_entry``: a problem of a period that is taken up, with owner and target.

    Its key follows from period and category: two devices make one row of it.
    """

    __tablename__ = "problem_entry"
    __table_args__ = (Index(None, "period"),)

    period: Mapped[str] = mapped_column(String(10))
    category: Mapped[str] = mapped_column(String(40))
    place: Mapped[int]
    matters: Mapped[int]
    asked: Mapped[int] = mapped_column(default=0)
    satisfied: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str] = mapped_column(String(60), default="")
    target: Mapped[str] = mapped_column(Text, default="")
    target_on: Mapped[date | None]
    result: Mapped[str] = mapped_column(Text, default="")
    done_on: Mapped[date | None]
