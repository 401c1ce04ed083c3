"""The tables of the code on papers. Who may hold what: docs/adr/0019-code.md."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record, UtcTime


class SigningKeyRow(Record, Base):
    """Table ``signing_key``: the public keys of the station, every device's."""

    __tablename__ = "signing_key"

    algorithm: Mapped[int]
    public: Mapped[str] = mapped_column(String(64))
    issuer: Mapped[str] = mapped_column(String(120))
    valid_from: Mapped[date]
    valid_to: Mapped[date]


class SigningSecretRow(Base):
    """Table ``signing_secret``: this device's own halves of keys; they never leave it."""

    __tablename__ = "signing_secret"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    use: Mapped[str] = mapped_column(String(10))
    seed: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(UtcTime)


class RevocationRow(Record, Base):
    """Table ``revocation``: papers that are void, by the handles of their codes."""

    __tablename__ = "revocation"
    __table_args__ = (Index(None, "revoked_on"),)

    revoked_on: Mapped[date]


class KeyWithdrawalRow(Record, Base):
    """Table ``key_withdrawal``: keys whose secret is not ours alone any more, by their ids."""

    __tablename__ = "key_withdrawal"

    withdrawn_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(200))


class PaperConfirmationRow(Record, Base):
    """Table ``paper_confirmation``: papers that hold although their key was withdrawn."""

    __tablename__ = "paper_confirmation"

    key_id: Mapped[str] = mapped_column(String(32))


class RootVoucherRow(Base):
    """Table ``root_voucher``: what a street office has signed for a root of this device."""

    __tablename__ = "root_voucher"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    station: Mapped[str] = mapped_column(String(120))
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    by: Mapped[str] = mapped_column(String(120))
    street: Mapped[str] = mapped_column(String(64))
    signature: Mapped[str] = mapped_column(String(128))
    taken_at: Mapped[datetime] = mapped_column(UtcTime)
