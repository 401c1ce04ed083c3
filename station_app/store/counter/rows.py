"""The tables of the window: the catalogue, and the pre-checks of 低保."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class ItemRow(Record, Base):
    """Table ``item``: what the station itself has said of an item (事项).

    One that was shipped has a row only once it was corrected, used or retired.
    """

    __tablename__ = "item"

    retired_on: Mapped[date | None]
    retired_reason: Mapped[str] = mapped_column(Text, default="")


class ItemVersionRow(Record, Base):
    """Table ``item_version``: what an item tells from a day on; never changed.

    A shipped one is kept here as soon as anything rests upon it: the next version of the
    program may bring another.
    """

    __tablename__ = "item_version"
    __table_args__ = (Index(None, "item_id"),)

    item_id: Mapped[str] = mapped_column(ForeignKey("item.id"))
    valid_from: Mapped[date]
    origin: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(Text, default="")
    contents: Mapped[str] = mapped_column(Text)


class AssistanceCheckRow(Record, Base):
    """Table ``assistance_check``: pre-checks of 低保, each about the family of one resident.

    What is told of the family stands in ``contents`` as one text: it is read and changed as
    one, and nothing of it is ever looked for.
    """

    __tablename__ = "assistance_check"
    __table_args__ = (Index(None, "resident_id"),)

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    received_on: Mapped[date]
    contents: Mapped[str] = mapped_column(Text)
