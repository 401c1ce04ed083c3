"""Notices given (告知) and consents taken (同意), each purpose by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.rights.rules import Purpose

NOTE_LENGTH = 500


class Form(StrEnum):
    """How somebody consented."""

    PAPER = "paper"  # signed; the scan is a file of the person
    ORAL = "oral"  # before a witness


class Giver(StrEnum):
    """Who consented."""

    PERSON = "person"
    GUARDIAN = "guardian"


class Gap(StrEnum):
    """What is missing in somebody's consents and notices."""

    NO_NOTICE = "no-notice"
    OLD_NOTICE = "old-notice"
    NO_GUARDIAN = "no-guardian"
    NO_GUARDIANS_CONSENT = "no-guardians-consent"
    NO_SCAN = "no-scan"
    NO_SEPARATE_CONSENT = "no-separate-consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDraft:
    """That the notice (告知书) was given: which edition, when, how, by whom."""

    edition: str
    on: date | None = None
    way: str = ""
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice as kept."""

    id: str
    particulars: NoticeDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDraft:
    """A consent as it is taken.

    ``recipient`` is whom data are given to (PIPL 23), ``told_effect`` that the need and
    the effect were told (30), ``attachment_id`` the scan of what was signed.
    """

    purpose: str = ""
    form: str = ""
    on: date | None = None
    until: date | None = None
    giver: str = Giver.PERSON
    guardian_id: str = ""
    witness: str = ""
    recipient: str = ""
    told_effect: bool = False
    attachment_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalDraft:
    """That a consent was withdrawn (PIPL 15): when, and in what words."""

    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A consent as kept."""

    id: str
    version: int
    resident_id: str
    particulars: ConsentDraft
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it allows something on *day*."""
        told = self.particulars
        is_over = told.until is not None and day > told.until
        # a consent withdrawn today allows nothing any more, today included
        is_withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= day
        begun = told.on is not None and told.on <= day
        return begun and not is_over and not is_withdrawn


def problems_with_notice(draft: NoticeDraft, *, today: date) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted, field by field."""
    found = _problems_with_day("on", draft.on, today=today)
    if not draft.way:
        found.append(Problem("way", "missing"))
    if not draft.by.strip():
        found.append(Problem("given_by", "missing"))
    return tuple(found)


def problems_with_consent(
    draft: ConsentDraft, purpose: Purpose | None, *, is_child: bool, today: date
) -> tuple[Problem, ...]:
    """Return all that keeps *draft* for *purpose* from being accepted, field by field."""
    found = _problems_with_day("on", draft.on, today=today)
    if purpose is None:
        found.append(Problem("purpose", "missing"))
    else:
        found += _problems_with_purpose(draft, purpose)
    if draft.form not in set(Form):
        found.append(Problem("form", "missing"))
    if draft.form == Form.ORAL and not draft.witness.strip():
        found.append(Problem("witness", "missing"))
    if draft.on and draft.until and draft.until < draft.on:
        found.append(Problem("until", "ends-before-it-begins"))
    if len(draft.note) > NOTE_LENGTH:
        found.append(Problem("note", "too-long", {"most": NOTE_LENGTH}))
    return (*found, *_problems_with_giver(draft, purpose, is_child=is_child))


def problems_with_withdrawal(
    draft: WithdrawalDraft, consent: Consent, *, today: date
) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted, field by field."""
    found = _problems_with_day("on", draft.on, today=today)
    given = consent.particulars.on
    if draft.on is not None and given is not None and draft.on < given:
        found.append(Problem("on", "before-it-was-given"))
    return tuple(found)


def _problems_with_purpose(draft: ConsentDraft, purpose: Purpose) -> list[Problem]:
    found = []
    if purpose.needs_recipient and not draft.recipient.strip():
        found.append(Problem("recipient", "missing"))
    if purpose.is_sensitive and not draft.told_effect:
        found.append(Problem("told_effect", "effect-not-told"))
    return found


def _problems_with_giver(
    draft: ConsentDraft, purpose: Purpose | None, *, is_child: bool
) -> tuple[Problem, ...]:
    by_guardian = is_child or (purpose is not None and purpose.by_guardian)
    if by_guardian and draft.giver != Giver.GUARDIAN:
        return (Problem("giver", "guardian-decides"),)
    if draft.giver == Giver.GUARDIAN and not draft.guardian_id:
        return (Problem("guardian_id", "missing"),)
    return ()


def _problems_with_day(field: str, day: date | None, *, today: date) -> list[Problem]:
    if day is None:
        return [Problem(field, "missing")]
    return [Problem(field, "in-the-future")] if day > today else []
