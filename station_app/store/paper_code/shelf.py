"""Keys and revocations within one transaction: added, never changed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from station_app.domain.paper_code.trust import KeyEntry, Revocation, TrustList, key_id_of
from station_app.domain.paper_code.vouchers import Voucher
from station_app.store.paper_code.rows import (
    KeyWithdrawalRow,
    PaperConfirmationRow,
    RevocationRow,
    RootVoucherRow,
    SigningKeyRow,
    SigningSecretRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp


class Use(StrEnum):
    """What a secret of this device is for."""

    PAPERS = "papers"
    ROOT = "root"


class PaperKeys:
    """The keys that sign papers, and the papers that are revoked."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def add(self, entry: KeyEntry, seed: bytes) -> None:
        """Keep a new key of this device, for all to know, and its secret half."""
        self._session.execute(
            insert(SigningKeyRow).values(
                id=entry.id,
                algorithm=entry.algorithm,
                public=entry.public.hex(),
                issuer=entry.issuer,
                valid_from=entry.valid_from,
                valid_to=entry.valid_to,
                **self._stamp.of_new(),
            )
        )
        self._add_secret(entry.id, Use.PAPERS, seed)

    def add_root(self, key: str, seed: bytes) -> None:
        """Keep the key with which this device signs lists."""
        self._add_secret(key, Use.ROOT, seed)

    def root(self) -> bytes | None:
        """Return the secret with which this device signs lists, or None."""
        return self._session.scalar(
            select(SigningSecretRow.seed).where(SigningSecretRow.use == Use.ROOT)
        )

    def own(self, issuer: str, on: date) -> tuple[str, bytes] | None:
        """Return name and secret of this device's key of the year of *on*, if there is one."""
        key, secret = SigningKeyRow, SigningSecretRow
        found = self._session.execute(
            select(secret.id, secret.seed)
            .join(key, key.id == secret.id)
            .where(
                secret.use == Use.PAPERS,
                key.issuer == issuer,
                key.valid_from.between(on.replace(month=1, day=1), on),
                key.deleted_at.is_(None),
                key.id.not_in(select(KeyWithdrawalRow.id)),
            )
            .order_by(key.valid_from.desc(), key.seq.desc())
            .limit(1)
        ).one_or_none()
        return None if found is None else (found.id, found.seed)

    def revoke(self, handle: str, on: date) -> None:
        """Note that the paper whose code has *handle* is void; once is enough."""
        row = RevocationRow
        if not self._session.scalar(select(func.count()).select_from(row).where(row.id == handle)):
            self._session.execute(
                insert(row).values(id=handle, revoked_on=on, **self._stamp.of_new())
            )

    def trust(self, day: date) -> TrustList:
        """Return all keys and revocations as they stand on *day*."""
        key, row, gone = SigningKeyRow, RevocationRow, KeyWithdrawalRow
        keys = self._session.execute(
            select(
                key.id,
                key.algorithm,
                key.public,
                key.issuer,
                key.valid_from,
                key.valid_to,
                gone.withdrawn_on,
            )
            .outerjoin(gone, gone.id == key.id)
            .where(key.deleted_at.is_(None))
            .order_by(key.id)
        ).mappings()
        revoked = self._session.execute(select(row.id, row.revoked_on).order_by(row.id))
        return TrustList(
            day=day,
            keys=tuple(
                KeyEntry(**{**each, "public": bytes.fromhex(each["public"])}) for each in keys
            ),
            revoked=tuple(Revocation(handle=handle, on=on) for handle, on in revoked),
            confirmed=frozenset(self._session.scalars(select(PaperConfirmationRow.id))),
        )

    def own_ids(self) -> frozenset[str]:
        """Return the keys whose secret halves this device has."""
        secret = SigningSecretRow
        return frozenset(self._session.scalars(select(secret.id).where(secret.use == Use.PAPERS)))

    def reasons(self) -> dict[str, str]:
        """Return why keys were withdrawn, by their ids."""
        row = KeyWithdrawalRow
        return dict(self._session.execute(select(row.id, row.reason)).all())

    def withdraw(self, key_id: str, on: date, reason: str, confirmed: Collection[str]) -> None:
        """Let papers of *key_id* hold only if their handles are among *confirmed*."""
        stamp = self._stamp.of_new()
        self._session.execute(
            insert(KeyWithdrawalRow).values(id=key_id, withdrawn_on=on, reason=reason, **stamp)
        )
        if confirmed:
            self._session.execute(
                insert(PaperConfirmationRow),
                [{"id": handle, "key_id": key_id, **stamp} for handle in sorted(confirmed)],
            )

    def voucher(self, root: bytes) -> Voucher | None:
        """Return what a street office has signed for *root*, or None."""
        row = self._session.get(RootVoucherRow, key_id_of(root))
        if row is None:
            return None
        return Voucher(
            root=root,
            station=row.station,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            by=row.by,
            street=bytes.fromhex(row.street),
            signature=bytes.fromhex(row.signature),
        )

    def keep_voucher(self, voucher: Voucher) -> None:
        """Keep *voucher* in the place of one for the same root."""
        self._session.merge(
            RootVoucherRow(
                id=key_id_of(voucher.root),
                station=voucher.station,
                valid_from=voucher.valid_from,
                valid_to=voucher.valid_to,
                by=voucher.by,
                street=voucher.street.hex(),
                signature=voucher.signature.hex(),
                taken_at=self._stamp.at,
            )
        )

    def _add_secret(self, key: str, use: Use, seed: bytes) -> None:
        self._session.execute(
            insert(SigningSecretRow).values(id=key, use=use, seed=seed, made_at=self._stamp.at)
        )
