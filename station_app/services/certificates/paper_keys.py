"""The keys that sign papers: which there are, which hold no more, who stands for their list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.paper_code.trust import handle_of, key_id_of
from station_app.domain.paper_code.vouchers import (
    LONGEST,
    VOUCHER_TAG,
    RootRequest,
    Voucher,
    VoucherMalformedError,
    read_request,
    read_voucher,
)
from station_app.services.certificates import signing
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.paper_code.trust import KeyEntry
    from station_app.services.settings import SettingsService
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.CERTIFICATES, Topic.AUDIT})
REASON_LENGTH = 200
LARGEST = 10_000
"""Bytes of a request or voucher; what is longer is cut and then is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStanding:
    """A key that signs papers; *papers* of the register were signed with it and are not void."""

    entry: KeyEntry
    is_own: bool
    papers: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RootStanding:
    """With what this device signs its list of keys, and who stands for that."""

    id: str
    voucher: Voucher | None


class PaperKeyService:
    """The use cases of signing keys (签发密钥) and of their root (根密钥)."""

    def __init__(self, store: Store, settings: SettingsService, clock: Clock) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock

    @needs(Permission.CERTIFICATE_VERIFY)
    def keys(self) -> tuple[KeyStanding, ...]:
        """Return every key known here, the latest first."""
        with self._store.reading() as tx:
            trust = tx.paper_keys.trust(self._clock.today())
            own, reasons = tx.paper_keys.own_ids(), tx.paper_keys.reasons()
            signed = _signed(tx)
        return tuple(
            KeyStanding(
                entry=entry,
                is_own=entry.id in own,
                papers=len(signed.get(entry.id, ())),
                reason=reasons.get(entry.id, ""),
            )
            for entry in sorted(trust.keys, key=lambda key: (key.valid_from, key.id), reverse=True)
        )

    @needs(Permission.CERTIFICATE_KEYS)
    def withdraw(self, key_id: str, reason: str) -> Done[int]:
        """Believe no paper of *key_id* but those that stand in the register; return how many.

        For a key whose device was lost or in others' hands. It cannot be taken back: a page
        that was given out has told it. Raises :class:`ValidationFailedError` without a reason,
        :class:`RefusedError` ``paper-key.unknown`` or ``paper-key.withdrawn``.
        """
        reason = _reason(reason)
        day = self._clock.today()
        with self._store.transaction() as tx:
            key = tx.paper_keys.trust(day).key(key_id)
            if key is None:
                raise RefusedError("paper-key.unknown")
            if key.withdrawn_on is not None:
                raise RefusedError("paper-key.withdrawn", day=key.withdrawn_on)
            confirmed = _signed(tx).get(key_id, frozenset())
            tx.paper_keys.withdraw(key_id, day, reason, confirmed)
            tx.audit.add("certificate:key:withdrawn", key_id, reason=reason)
        return Done(len(confirmed), TOUCHED)

    @needs(Permission.CERTIFICATE_VERIFY)
    def root(self) -> RootStanding | None:
        """Return this device's root, or None before it has signed a list."""
        with self._store.reading() as tx:
            seed = tx.paper_keys.root()
            if seed is None:
                return None
            public = signing.public_of(seed)
            voucher = tx.paper_keys.voucher(public)
        return RootStanding(id=key_id_of(public), voucher=voucher)

    @needs(Permission.CERTIFICATE_KEYS)
    def ask(self) -> Done[RootRequest]:
        """Return what the street office is asked to sign; makes the root if there is none.

        Raises :class:`RefusedError` ``root.no-name`` for a station without a name.
        """
        name = self._name()
        with self._store.transaction() as tx:
            root = signing.public_of(signing.root_of(tx))
            tx.audit.add("certificate:root:asked", key_id_of(root))
        return Done(RootRequest(root=root, station=name), TOUCHED)

    @needs(Permission.CERTIFICATE_KEYS)
    def vouch(self, path: Path, *, until: date) -> Done[Voucher]:
        """Return what this office, a street's, signs for the station whose request is at *path*.

        Raises :class:`RefusedError` ``root.not-a-request``, ``root.no-name``, ``file-missing``;
        :class:`ValidationFailedError` for a last day that is past or too far away.
        """
        by, today = self._name(), self._clock.today()
        try:
            asked = read_request(_content(path))
        except VoucherMalformedError as error:
            raise RefusedError("root.not-a-request") from error
        if not today <= until <= today + LONGEST:
            latest = today + LONGEST
            raise ValidationFailedError((Problem("until", "out-of-range", {"latest": latest}),))
        with self._store.transaction() as tx:
            seed = signing.root_of(tx)
            voucher = Voucher(
                root=asked.root,
                station=asked.station,
                valid_from=today,
                valid_to=until,
                by=by,
                street=signing.public_of(seed),
            )
            signature = signing.signature_of(seed, VOUCHER_TAG + voucher.to_sign())
            tx.audit.add(
                "certificate:root:vouched", key_id_of(asked.root), name=asked.station, until=until
            )
        return Done(replace(voucher, signature=signature), TOUCHED)

    @needs(Permission.CERTIFICATE_KEYS)
    def take(self, path: Path) -> Done[Voucher]:
        """Keep what a street office has signed for this device's root; its pages bear it.

        Raises :class:`RefusedError` ``file-missing``, ``root.not-a-voucher``, ``root.forged``
        if the signature does not hold, ``root.of-another`` if it is for another root,
        ``root.expired``.
        """
        try:
            voucher = read_voucher(_content(path))
        except VoucherMalformedError as error:
            raise RefusedError("root.not-a-voucher") from error
        if not voucher.is_genuine(signing.holds):
            raise RefusedError("root.forged")
        if voucher.valid_to < self._clock.today():
            raise RefusedError("root.expired", day=voucher.valid_to)
        with self._store.transaction() as tx:
            seed = tx.paper_keys.root()
            if seed is None or signing.public_of(seed) != voucher.root:
                raise RefusedError("root.of-another", station=voucher.station)
            tx.paper_keys.keep_voucher(voucher)
            tx.audit.add("certificate:root:taken", key_id_of(voucher.street), name=voucher.by)
        return Done(voucher, TOUCHED)

    def _name(self) -> str:
        name = self._settings.current().name.strip()
        if not name:
            raise RefusedError("root.no-name")
        return name


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        raise RefusedError("file-missing", name=path.name) from error


def _reason(text: str) -> str:
    reason = text.strip()
    if not reason:
        raise ValidationFailedError((Problem("reason", "missing"),))
    if len(reason) > REASON_LENGTH:
        raise ValidationFailedError((Problem("reason", "too-long", {"limit": REASON_LENGTH}),))
    return reason


def _signed(tx: Transaction) -> Mapping[str, frozenset[str]]:
    """Return the handles of the register's papers that are not void, by the key that signed."""
    found: dict[str, set[str]] = {}
    for code in tx.certificates.codes():
        parts = signing.parts_of(code)
        found.setdefault(parts.key_id, set()).add(handle_of(parts.signed))
    return {key: frozenset(handles) for key, handles in found.items()}
