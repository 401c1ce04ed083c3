"""The tables of batches of certificates, and of printers that are set right."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class CertificateBatchRow(Record, Base):
    """Table ``certificate_batch``: certificates of one occasion, approved as one act."""

    __tablename__ = "certificate_batch"

    kind: Mapped[str] = mapped_column(String(30))
    occasion: Mapped[str] = mapped_column(String(120))
    drawn_up_on: Mapped[date]
    handled_by: Mapped[str] = mapped_column(String(60), default="")
    approved_by: Mapped[str] = mapped_column(String(60), default="")
    approved_on: Mapped[date | None]


class CertificateBatchMemberRow(Record, Base):
    """Table ``certificate_batch_member``: the requests of a batch in their order."""

    __tablename__ = "certificate_batch_member"
    __table_args__ = (Index(None, "batch_id", "place"), Index(None, "request_id"))

    batch_id: Mapped[str] = mapped_column(ForeignKey("certificate_batch.id"))
    request_id: Mapped[str] = mapped_column(ForeignKey("certificate_request.id"))
    place: Mapped[int]


class PrinterAlignmentRow(Base):
    """Table ``printer_alignment``: how the printers of this device are set right.

    In hundredths of a millimetre, and of a per cent.
    """

    __tablename__ = "printer_alignment"

    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    shift_right: Mapped[int]
    shift_down: Mapped[int]
    scale: Mapped[int]
