"""The tables of tasks from above (社区工作事项), of what happened to them, and of registers."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record, UtcTime


class TaskRow(Record, Base):
    """Table ``task``: what the community is asked to take on; money in fen."""

    __tablename__ = "task"
    __table_args__ = (Index(None, "state", "received_on"),)

    name: Mapped[str] = mapped_column(String(120))
    department: Mapped[str] = mapped_column(String(120))
    basis: Mapped[str] = mapped_column(Text, default="")
    document: Mapped[str] = mapped_column(Text, default="")
    list_type: Mapped[str] = mapped_column(String(20), default="")
    affair: Mapped[str] = mapped_column(String(20))
    owner: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date | None]
    begins_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    frequency: Mapped[str] = mapped_column(String(20), default="")
    due_on: Mapped[date | None]
    funding: Mapped[int] = mapped_column(BigInteger, default=0)
    agreement: Mapped[str] = mapped_column(Text, default="")
    people: Mapped[str] = mapped_column(Text, default="")
    work: Mapped[str] = mapped_column(Text, default="")
    promise: Mapped[str] = mapped_column(Text, default="")
    appraisal: Mapped[str] = mapped_column(Text, default="")
    money: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    asked_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    approval_no: Mapped[str] = mapped_column(String(120), default="")
    approved_by: Mapped[str] = mapped_column(String(120), default="")
    ground: Mapped[str] = mapped_column(Text, default="")
    ended_on: Mapped[date | None]


class TaskStepRow(Base):
    """Table ``task_step``: what happened to tasks, hours spent among it; only ever added to."""

    __tablename__ = "task_step"
    __table_args__ = (Index(None, "task_id"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    task_id: Mapped[str] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"))
    event: Mapped[str] = mapped_column(String(20))
    before: Mapped[str] = mapped_column(String(20))
    after: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text, default="")
    happened_on: Mapped[date]
    minutes: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[str] = mapped_column(String(120))


class BurdenRow(Record, Base):
    """Table ``burden``: ledgers, plaques, meetings and inspections from above, by kind."""

    __tablename__ = "burden"
    __table_args__ = (Index(None, "kind", "name"),)

    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(120))
    department: Mapped[str] = mapped_column(String(120))
    form: Mapped[str] = mapped_column(Text, default="")
    frequency: Mapped[str] = mapped_column(String(20), default="")
    made_from: Mapped[str] = mapped_column(Text, default="")
    happened_on: Mapped[date | None]
    minutes: Mapped[int] = mapped_column(default=0)
    fate: Mapped[str] = mapped_column(String(20), default="keep")
    note: Mapped[str] = mapped_column(Text, default="")


class RulePackRow(Record, Base):
    """Table ``rule_pack``: lists the station brought in, and which of all it chose.

    ``contents`` is the file as text; none for a list that comes with the program.
    """

    __tablename__ = "rule_pack"

    name: Mapped[str] = mapped_column(String(120))
    contents: Mapped[str] = mapped_column(Text, default="")
    is_chosen: Mapped[bool] = mapped_column(default=True)


class RefusalOfficeRow(Record, Base):
    """Table ``refusal_office``: where the offices that papers are got from are, here."""

    __tablename__ = "refusal_office"

    name: Mapped[str] = mapped_column(String(120))
    local_name: Mapped[str] = mapped_column(String(120), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    hours: Mapped[str] = mapped_column(String(120), default="")
