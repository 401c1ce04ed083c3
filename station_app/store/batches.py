"""Imports as they are kept: each one, what it made or changed, and layouts remembered."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - SQLAlchemy reads the annotation

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record, UtcTime


class BatchRow(Record, Base):
    """Table ``import_batch``: one file brought in."""

    __tablename__ = "import_batch"

    file_name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    counts: Mapped[str] = mapped_column(Text)
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime)


class BatchItemRow(Base):
    """Table ``import_item``: a record that a batch made, or changed from ``before``.

    ``before`` is the former row as JSON, empty for a record the batch has made;
    ``version`` is the one the batch left, so that later work on it is seen.
    """

    __tablename__ = "import_item"
    __table_args__ = (Index(None, "batch_id", "kind"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("import_batch.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    record_id: Mapped[str] = mapped_column(String(32))
    version: Mapped[int]
    before: Mapped[str] = mapped_column(Text, default="")


class LayoutRow(Base):
    """Table ``import_layout``: how the columns of a layout were matched last time."""

    __tablename__ = "import_layout"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[str] = mapped_column(Text)
    used_at: Mapped[datetime] = mapped_column(UtcTime)
