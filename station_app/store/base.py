"""The ground every table stands on: names of constraints, kinds of columns, the record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy import Dialect

KEY_LENGTH = 32
SIGNATURE_LENGTH = 120
MOMENT_LENGTH = 27  # 2026-03-01T08:00:00.000000Z

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def moment_text(moment: datetime) -> str:
    """Return an aware *moment* as kept: ISO 8601 in UTC with microseconds and ``Z``.

    Texts of this form sort as the moments do. A naive moment is a fault.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without its offset from UTC")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class UtcTime(TypeDecorator[datetime]):
    """A moment: aware in Python, ISO text in UTC in the file."""

    impl = String(MOMENT_LENGTH)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Turn a moment into the text that is kept."""
        del dialect
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Turn the text that is kept into an aware moment."""
        del dialect
        return None if value is None else datetime.fromisoformat(value)


class Base(DeclarativeBase):
    """Base of every table class; names constraints so that migrations can."""

    metadata = MetaData(naming_convention=NAMES)


class Record:
    """What every record carries beside its own columns.

    ``seq`` is SQLite's own row number: it never leaves the device. ``id`` is the
    key (:func:`station_app.domain.keys.new_key`), ``version`` counts the edits,
    ``deleted_at`` says since when the record lies in the bin.
    """

    seq: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)
    id: Mapped[str] = mapped_column(String(KEY_LENGTH), unique=True, sort_order=-1)
    version: Mapped[int] = mapped_column(default=1, sort_order=1)
    created_at: Mapped[datetime] = mapped_column(UtcTime, sort_order=1)
    created_by: Mapped[str] = mapped_column(String(SIGNATURE_LENGTH), sort_order=1)
    changed_at: Mapped[datetime] = mapped_column(UtcTime, sort_order=1)
    changed_by: Mapped[str] = mapped_column(String(SIGNATURE_LENGTH), sort_order=1)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcTime, sort_order=1)
