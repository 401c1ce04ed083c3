"""Telling a true paper from a forged one, here and on a page that needs no program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.paper_code.judging import Judge
from station_app.domain.paper_code.trust import LIST_TAG, key_id_of, list_bytes
from station_app.services.certificates import signing
from station_app.services.certificates.code_reading import digits_in
from station_app.services.certificates.verify_page import SignedList, page_of
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.paper_code.judging import Judgement
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyPage:
    """The page that verifies without the program, and what its list is known by."""

    html: bytes = field(repr=False)
    sequence: int
    keys: int
    revoked: int
    root: str


class VerifyService:
    """The use cases of verifying papers (核验)."""

    def __init__(self, store: Store, reference: Reference, clock: Clock, *, folder: Path) -> None:
        self._store = store
        self._reference = reference
        self._clock = clock
        self._folder = folder

    @needs(Permission.CERTIFICATE_VERIFY)
    def judge(self, typed: str) -> Judgement:
        """Return the verdict on the digits of a code, as scanned or typed."""
        today, kinds = self._clock.today(), self._reference.paper_codes
        with self._store.reading() as tx:
            trust = tx.paper_keys.trust(today)
        judge = Judge(
            trust=trust,
            dictionaries=kinds.dictionaries,
            forms=kinds.forms,
            holds=signing.holds,
        )
        return judge.judge(typed, today=today)

    @needs(Permission.CERTIFICATE_VERIFY)
    def judge_file(self, path: Path) -> Judgement:
        """Return the verdict on the code in a file: our PDF, a photograph or scan, digits.

        Raises :class:`RefusedError`: see :func:`digits_in`.
        """
        return self.judge(digits_in(path))

    @needs(Permission.CERTIFICATE_PAGE)
    def page(self) -> Done[VerifyPage]:
        """Return the page that verifies anywhere, with keys and revocations as of today."""
        day = self._clock.today()
        with self._store.transaction() as tx:
            trust = tx.paper_keys.trust(day)
            root = signing.root_of(tx)
            public = signing.public_of(root)
            voucher = tx.paper_keys.voucher(public)
            tx.audit.add("certificate:page:written", "", number=str(trust.sequence))
        data = list_bytes(trust)
        signed = SignedList(
            data=data,
            signature=signing.signature_of(root, LIST_TAG + data),
            root=public,
            voucher=voucher,
        )
        made = VerifyPage(
            html=page_of(self._folder, signed, self._reference.paper_codes),
            sequence=trust.sequence,
            keys=len(trust.keys),
            revoked=len(trust.revoked),
            root=key_id_of(signed.root),
        )
        return Done(made, frozenset({Topic.AUDIT}))
