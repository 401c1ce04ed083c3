"""Keys and revocations within one transaction: added, never changed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from station_app.domain.paper_code.trust import KeyEntry, Revocation, TrustList
from station_app.store.paper_code.rows import RevocationRow, SigningKeyRow, SigningSecretRow

if TYPE_CHECKING:
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
        key, row = SigningKeyRow, RevocationRow
        keys = self._session.execute(
            select(key.id, key.algorithm, key.public, key.issuer, key.valid_from, key.valid_to)
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
        )

    def _add_secret(self, key: str, use: Use, seed: bytes) -> None:
        self._session.execute(
            insert(SigningSecretRow).values(id=key, use=use, seed=seed, made_at=self._stamp.at)
        )
