"""The tables of the certificates' room."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record


class CertificateRow(Record, Base):
    """Table ``certificate``: every certificate that was given a number, void ones too."""

    __tablename__ = "certificate"
    __table_args__ = (
        # not unique: a number given twice comes to review, it does not stop a file
        Index(None, "number"),
        Index(None, "word", "year", "serial"),
        Index(None, "resident_id"),
        Index(None, "issued_on", "seq"),
        Index(None, "replaces_id"),
    )

    kind: Mapped[str] = mapped_column(String(30))
    number: Mapped[str] = mapped_column(String(60))
    word: Mapped[str] = mapped_column(String(30))
    year: Mapped[int]
    serial: Mapped[int]
    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    holder: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(10))
    purpose: Mapped[str] = mapped_column(String(200))
    addressee: Mapped[str] = mapped_column(String(120), default="")
    facts: Mapped[str] = mapped_column(Text)
    issued_on: Mapped[date]
    handled_by: Mapped[str] = mapped_column(String(60))
    approved_by: Mapped[str] = mapped_column(String(60))
    copies: Mapped[int] = mapped_column(default=1)
    sha256: Mapped[str] = mapped_column(String(64))
    replaces_id: Mapped[str | None] = mapped_column(ForeignKey("certificate.id"))
    reason: Mapped[str] = mapped_column(String(200), default="")


class CertificatePaperRow(Base):
    """Table ``certificate_paper``: the archived PDF, byte for byte as printed."""

    __tablename__ = "certificate_paper"

    certificate_id: Mapped[str] = mapped_column(
        ForeignKey("certificate.id", ondelete="CASCADE"), primary_key=True
    )
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class CertificateRequestRow(Record, Base):
    """Table ``certificate_request``: what was asked for, and how far it has come.

    ``answers`` are those to what the template asks, as JSON. The paper and its number are
    those of the certificate it names once it was approved.
    """

    __tablename__ = "certificate_request"
    __table_args__ = (
        Index(None, "stage", "seq"),
        Index(None, "resident_id"),
        Index(None, "certificate_id"),
    )

    kind: Mapped[str] = mapped_column(String(30))
    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    holder: Mapped[str] = mapped_column(String(60))
    stage: Mapped[str] = mapped_column(String(10))
    purpose: Mapped[str] = mapped_column(String(200), default="")
    addressee: Mapped[str] = mapped_column(String(120), default="")
    copies: Mapped[int] = mapped_column(default=1)
    answers: Mapped[str] = mapped_column(Text)
    drawn_up_on: Mapped[date]
    handled_by: Mapped[str] = mapped_column(String(60), default="")
    verified_on: Mapped[date | None]
    approved_by: Mapped[str] = mapped_column(String(60), default="")
    approved_on: Mapped[date | None]
    certificate_id: Mapped[str | None] = mapped_column(ForeignKey("certificate.id"))
    printed: Mapped[int] = mapped_column(default=0)
    collected_by: Mapped[str] = mapped_column(String(60), default="")
    relation: Mapped[str] = mapped_column(String(60), default="")
    collected_on: Mapped[date | None]
    archived_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(200), default="")


class CertificateEvidenceRow(Record, Base):
    """Table ``certificate_evidence``: how the facts of a request were made sure of."""

    __tablename__ = "certificate_evidence"
    __table_args__ = (Index(None, "request_id"),)

    request_id: Mapped[str] = mapped_column(ForeignKey("certificate_request.id"))
    how: Mapped[str] = mapped_column(String(20))
    found_on: Mapped[date]
    found_by: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(String(200), default="")


class NumberSeriesRow(Base):
    """Table ``number_series``: the last serial of each series that this device gave out."""

    __tablename__ = "number_series"

    word: Mapped[str] = mapped_column(String(30), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class SealUseRow(Record, Base):
    """Table ``seal_use``: the register of seal use (用印登记簿)."""

    __tablename__ = "seal_use"
    __table_args__ = (Index(None, "used_on", "seq"), Index(None, "certificate_id"))

    used_on: Mapped[date]
    certificate_id: Mapped[str | None] = mapped_column(ForeignKey("certificate.id"))
    number: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(120))
    holder: Mapped[str] = mapped_column(String(60))
    purpose: Mapped[str] = mapped_column(String(200))
    copies: Mapped[int] = mapped_column(default=1)
    handled_by: Mapped[str] = mapped_column(String(60))
    approved_by: Mapped[str] = mapped_column(String(60))
    kept_by: Mapped[str] = mapped_column(String(60), default="")


class RefusalSlipRow(Record, Base):
    """Table ``refusal_slip``: what was asked for and is not ours to issue, to be counted."""

    __tablename__ = "refusal_slip"
    __table_args__ = (Index(None, "refused_on"),)

    refused_on: Mapped[date]
    item: Mapped[str] = mapped_column(String(40))
    asked: Mapped[str] = mapped_column(String(120))
