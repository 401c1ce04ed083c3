"""The table of the room of access."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class StaffRow(Record, Base):
    """Table ``staff``: who works here and may sign in on this device.

    Not exchanged: rights must not come with a file (docs/adr/0013-roles.md). ``roles``,
    ``grids`` and ``desks`` are texts with a blank, respectively a line, between two.
    """

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(String(50))
    post: Mapped[str] = mapped_column(String(60), default="")
    qualification: Mapped[str] = mapped_column(String(60), default="")
    qualified_until: Mapped[date | None]
    until: Mapped[date | None]
    phone: Mapped[str] = mapped_column(String(60), default="")
    roles: Mapped[str] = mapped_column(String(120), default="")
    grids: Mapped[str] = mapped_column(Text, default="")
    desks: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(20))
