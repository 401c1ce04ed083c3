"""A certificate before and after its number: asked for, verified, approved, handed out.

Life cycle (domain brief 3.4): draft → verified (at least one evidence) → approved, which
gives the number → printed (copy n) → collected → archived. A reprint (补发) is approved
anew, with a number of its own; what is void stays so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NewType

from station_app.domain.certificates import Obstacle
from station_app.domain.errors import Problem
from station_app.domain.paper_templates import answers
from station_app.domain.residents.standing import LIVES_HERE, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from station_app.domain.certificates import ResidenceFacts
    from station_app.domain.paper_templates.template import Demands, PaperTemplate

RequestId = NewType("RequestId", str)

PURPOSE_LENGTH: Final = 60
ADDRESSEE_LENGTH: Final = 60
NOTE_LENGTH: Final = 120
NAME_LENGTH: Final = 60
MOST_COPIES: Final = 9


class Stage(StrEnum):
    """How far a certificate that was asked for has come."""

    DRAFT = "draft"
    VERIFIED = "verified"
    APPROVED = "approved"
    PRINTED = "printed"
    COLLECTED = "collected"
    ARCHIVED = "archived"
    VOID = "void"


class Step(StrEnum):
    """What may happen to it."""

    CORRECT = "correct"
    PROVE = "prove"
    VERIFY = "verify"
    SEND_BACK = "send-back"
    APPROVE = "approve"
    PRINT = "print"
    COLLECT = "collect"
    TAKE_BACK = "take-back"
    ARCHIVE = "archive"
    REISSUE = "reissue"
    VOID = "void"


_ALLOWED: dict[tuple[Stage, Step], Stage] = {
    (Stage.DRAFT, Step.CORRECT): Stage.DRAFT,
    (Stage.DRAFT, Step.PROVE): Stage.DRAFT,
    (Stage.DRAFT, Step.VERIFY): Stage.VERIFIED,
    (Stage.DRAFT, Step.VOID): Stage.VOID,
    (Stage.VERIFIED, Step.SEND_BACK): Stage.DRAFT,
    (Stage.VERIFIED, Step.APPROVE): Stage.APPROVED,
    (Stage.VERIFIED, Step.VOID): Stage.VOID,
    (Stage.APPROVED, Step.PRINT): Stage.PRINTED,
    (Stage.APPROVED, Step.VOID): Stage.VOID,
    (Stage.PRINTED, Step.PRINT): Stage.PRINTED,
    (Stage.PRINTED, Step.COLLECT): Stage.COLLECTED,
    (Stage.PRINTED, Step.REISSUE): Stage.APPROVED,
    (Stage.PRINTED, Step.VOID): Stage.VOID,
    # noted by mistake: the paper still lies at the window
    (Stage.COLLECTED, Step.TAKE_BACK): Stage.PRINTED,
    # another print of what was collected comes out of the archive, byte for byte
    (Stage.COLLECTED, Step.PRINT): Stage.COLLECTED,
    (Stage.COLLECTED, Step.ARCHIVE): Stage.ARCHIVED,
    (Stage.COLLECTED, Step.REISSUE): Stage.APPROVED,
    (Stage.COLLECTED, Step.VOID): Stage.VOID,
    (Stage.ARCHIVED, Step.PRINT): Stage.ARCHIVED,
    (Stage.ARCHIVED, Step.REISSUE): Stage.APPROVED,
    (Stage.ARCHIVED, Step.VOID): Stage.VOID,
}
NEXT: dict[tuple[Stage, Step], Stage | None] = {
    (stage, step): _ALLOWED.get((stage, step)) for stage in Stage for step in Step
}
"""Every pair; None is refused."""

WITH_NUMBER: Final = frozenset({Stage.APPROVED, Stage.PRINTED, Stage.COLLECTED, Stage.ARCHIVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """What is asked for, as entered: the kind, for whom, for what, the answers."""

    kind: str
    resident_id: str
    purpose: str = ""
    addressee: str = ""
    copies: int = 1
    answers: Mapping[str, str]

    def for_person(self, key: str) -> RequestDraft:
        """Return the same for the resident *key*."""
        return replace(self, resident_id=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How a fact was made sure of: ``how`` is a code of the table of verifications."""

    how: str
    on: date
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collector:
    """Who took the paper along, and that his card was looked at."""

    name: str
    relation: str = ""
    is_checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRequest:
    """A request as kept."""

    id: RequestId
    version: int
    draft: RequestDraft
    holder: str
    stage: Stage
    drawn_up_on: date
    handled_by: str
    evidence: tuple[Evidence, ...]
    verified_on: date | None
    approved_by: str
    approved_on: date | None
    certificate_id: str | None
    number: str
    printed: int
    collector: Collector | None
    collected_on: date | None
    archived_on: date | None
    reason: str


def problems_with(draft: RequestDraft, template: PaperTemplate) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted."""
    found = []
    if template.needs_purpose and not draft.purpose.strip():
        found.append(Problem("purpose", "missing"))
    for name, most in (("purpose", PURPOSE_LENGTH), ("addressee", ADDRESSEE_LENGTH)):
        if len(getattr(draft, name)) > most:
            found.append(Problem(name, "too-long", {"most": most}))
    if not 1 <= draft.copies <= MOST_COPIES:
        found.append(Problem("copies", "out-of-range", {"least": 1, "most": MOST_COPIES}))
    return (*found, *answers.problems_with(template, draft.answers))


def problems_with_evidence(
    evidence: Evidence, *, hows: frozenset[str], today: date
) -> tuple[Problem, ...]:
    """Return all that keeps *evidence* from being accepted; *hows* are the known ways."""
    found = []
    if evidence.how not in hows:
        found.append(Problem("how", "missing"))
    if evidence.on > today:
        found.append(Problem("on", "in-the-future"))
    if not evidence.by.strip():
        found.append(Problem("by", "missing"))
    for name, most in (("by", NAME_LENGTH), ("note", NOTE_LENGTH)):
        if len(getattr(evidence, name)) > most:
            found.append(Problem(name, "too-long", {"most": most}))
    return tuple(found)


def problems_with_collector(collector: Collector) -> tuple[Problem, ...]:
    """Return all that keeps the paper from being handed to *collector*."""
    found = [
        Problem(name, "too-long", {"most": NAME_LENGTH})
        for name in ("name", "relation")
        if len(getattr(collector, name)) > NAME_LENGTH
    ]
    if not collector.name.strip():
        found.append(Problem("name", "missing"))
    if not collector.is_checked:
        found.append(Problem("is_checked", "missing"))
    return tuple(found)


def obstacle_to(
    demands: Demands, facts: ResidenceFacts, *, today: date, freshness_days: int
) -> Obstacle | None:
    """Return which of *demands* the *facts* do not meet, or None."""
    if facts.standing is Standing.DEAD:
        return Obstacle.DEAD
    if demands.lives_here and facts.standing not in LIVES_HERE:
        has_left = facts.standing is Standing.LEFT
        return Obstacle.MOVED_OUT if has_left else Obstacle.NOT_LIVING_HERE
    if demands.has_address and not facts.has_address:
        return Obstacle.NO_ADDRESS
    return _staleness(facts, today, freshness_days) if demands.is_fresh else None


def _staleness(facts: ResidenceFacts, today: date, days: int) -> Obstacle | None:
    if facts.verified_on is None:
        return Obstacle.NEVER_VERIFIED
    if today - facts.verified_on > timedelta(days=days):
        return Obstacle.FACTS_TOO_OLD
    return None
