"""The verdict on a code; ``resources/verify/code.js`` says the same of every input.

The order is part of the format: what cannot be read, what is not ours, what was altered;
then, of what is ours, the worst that can be said of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from station_app.domain.paper_code.cbor import CodeMalformedError
from station_app.domain.paper_code.claims import ED25519, TAG, Claims, claims_of, taken_apart
from station_app.domain.paper_code.digits import DigitsRefusedError, bytes_of
from station_app.domain.paper_code.trust import KeyEntry, Revocation, TrustList, handle_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from station_app.domain.paper_code.claims import Parts

ORDER: Final = 2**252 + 27742317777372353535851937790883648493
"""Of the curve: a second half of a signature that is not below it is another's work."""


class Verdict(StrEnum):
    """What is to be thought of a code."""

    VALID = "valid"
    EXPIRED = "expired"
    NOT_YET = "not-yet"
    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"  # signed by a key that was withdrawn, and not confirmed
    NOT_ITS_TIME = "not-its-time"  # signed by a key that was not in force that day
    ALTERED = "altered"
    UNKNOWN_KEY = "unknown-key"
    NEWER = "newer"  # made by a program that knows more than this one
    MISREAD = "misread"
    NOT_A_CODE = "not-a-code"


SHOWN: Final = frozenset(
    {
        Verdict.VALID,
        Verdict.EXPIRED,
        Verdict.NOT_YET,
        Verdict.REVOKED,
        Verdict.WITHDRAWN,
        Verdict.NOT_ITS_TIME,
    }
)
"""The verdicts with which the signature has held, so that what is signed may be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A kind of paper: its title, and what the facts of its code are called."""

    title: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict, and what was signed if the signature has held."""

    verdict: Verdict
    claims: Claims | None = None
    key: KeyEntry | None = None
    form: Form | None = None
    revoked: Revocation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """What a verdict rests on; *holds* checks a signature: public key, signature, message."""

    trust: TrustList
    dictionaries: Mapping[int, bytes]
    forms: Mapping[int, Form]
    holds: Callable[[bytes, bytes, bytes], bool]

    def judge(self, typed: str, *, today: date) -> Judgement:
        """Return the verdict on what was scanned or typed."""
        try:
            parts = taken_apart(bytes_of(typed))
        except DigitsRefusedError as refused:
            return Judgement(verdict=Verdict(refused.fault))
        except CodeMalformedError:
            return Judgement(verdict=Verdict.ALTERED)
        return self._judged(parts, today)

    def _judged(self, parts: Parts, today: date) -> Judgement:
        if parts.algorithm != ED25519:
            return Judgement(verdict=Verdict.NEWER)
        key = self.trust.key(parts.key_id)
        if key is None or key.algorithm != parts.algorithm:
            return Judgement(verdict=Verdict.UNKNOWN_KEY)
        if not self._is_signed(key, parts):
            return Judgement(verdict=Verdict.ALTERED)
        return self._of_ours(parts, key, today)

    def _is_signed(self, key: KeyEntry, parts: Parts) -> bool:
        # libraries differ in whether they look at this; it is looked at here
        if int.from_bytes(parts.signature[32:], "little") >= ORDER:
            return False
        return self.holds(key.public, parts.signature, TAG + parts.signed)

    def _of_ours(self, parts: Parts, key: KeyEntry, today: date) -> Judgement:
        if parts.dictionary not in self.dictionaries:
            return Judgement(verdict=Verdict.NEWER)
        try:
            claims = claims_of(parts, self.dictionaries)
        except CodeMalformedError:
            return Judgement(verdict=Verdict.ALTERED)
        form = self.forms.get(claims.kind)
        if form is None or len(form.labels) != len(claims.facts):
            return Judgement(verdict=Verdict.NEWER)
        handle = handle_of(parts.signed)
        revoked = self.trust.revocation(handle)
        verdict = _standing(claims, key, today)
        if verdict is not Verdict.NOT_ITS_TIME:
            verdict = self._undone(handle, key, revoked) or verdict
        return Judgement(verdict=verdict, claims=claims, key=key, form=form, revoked=revoked)

    def _undone(self, handle: str, key: KeyEntry, revoked: Revocation | None) -> Verdict | None:
        if revoked is not None:
            return Verdict.REVOKED
        if key.withdrawn_on is not None and handle not in self.trust.confirmed:
            return Verdict.WITHDRAWN
        return None


def _standing(claims: Claims, key: KeyEntry, today: date) -> Verdict:
    if not key.valid_from <= claims.issued_on <= key.valid_to:
        return Verdict.NOT_ITS_TIME
    if today < claims.issued_on:
        return Verdict.NOT_YET
    if today > claims.valid_to:
        return Verdict.EXPIRED
    return Verdict.VALID
