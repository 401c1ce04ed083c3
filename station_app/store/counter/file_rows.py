"""The tables of files of cases: what is known of them, and apart from it their content."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class CaseFileRow(Record, Base):
    """Table ``case_file``: a photograph or scan of a case; only ``material`` ever changes."""

    __tablename__ = "case_file"
    __table_args__ = (Index(None, "case_id"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("window_case.id", ondelete="CASCADE"))
    material: Mapped[str] = mapped_column(String(120), default="")
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(10))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(64))
    width: Mapped[int]
    height: Mapped[int]
    pages: Mapped[int]


class CaseFileContentRow(Base):
    """Table ``case_file_content``: apart, so that lists never read the bytes."""

    __tablename__ = "case_file_content"

    file_id: Mapped[str] = mapped_column(
        ForeignKey("case_file.id", ondelete="CASCADE"), primary_key=True
    )
    content: Mapped[bytes] = mapped_column(LargeBinary)
