"""Cases (办件): what somebody has come to the window for, and all that became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from station_app.domain.counter.case_flow import OPEN, CaseEvent, CaseState
from station_app.domain.errors import Problem
from station_app.domain.identity.documents import DocumentKind, clean_number, read_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, datetime

    from station_app.domain.counter.case_clock import CaseClock, Dues
    from station_app.domain.counter.case_materials import OneTimeNotice, Tick

CaseId = NewType("CaseId", str)
StepId = NewType("StepId", str)

MOST_DETAILS = 2000
MOST_WORDS = 60
MOST_REASON = 400
DECLINED = "declined"
"""The result of a case that was not accepted (不予受理)."""
ANSWERED = "answered"
"""The result of what ended with an answer (已答复)."""


class Channel(StrEnum):
    """How somebody came."""

    WINDOW = "window"
    HOME = "home"  # 上门
    PHONE = "phone"
    ORDER = "order"  # handed to the station by 12345 and others (工单)


class Intake(StrEnum):
    """How far a new case goes at once."""

    DRAFT = "draft"  # 咨询
    RECEIVE = "receive"  # 收件
    NOTICE = "notice"  # 收件, 一次性告知
    ACCEPT = "accept"  # 受理


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who comes in somebody's place (代办): with a document, a relation, and what he has shown."""

    name: str = ""
    document_kind: str = ""
    document: str = ""
    relation: str = ""
    phone: str = ""
    proof: str = ""  # 委托书 and the like

    @property
    def is_somebody(self) -> bool:
        """Whether anything was said of an agent."""
        return self != NOBODY


NOBODY = Agent()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """A case as entered: who wants what, and how he came.

    The applicant is somebody of the register (``resident_id``), or is named here. ``where``
    is the address of a home service (上门), ``details`` whatever else was said.
    """

    item_id: str = ""
    channel: str = Channel.WINDOW
    resident_id: str = ""
    applicant: str = ""
    document_kind: str = ""
    document: str = ""
    phone: str = ""
    agent: Agent = NOBODY
    where: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """With whom a case lies.

    ``assignee``: by name; ``grid_id``: the grid it was handed to; ``office``: the code of the
    one it was transferred to.
    """

    assignee: str = ""
    grid_id: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as kept.

    ``affair`` is one of the seven classes (七大类), ``responsible`` who answers for it; both
    are those of the version of the item that it rests upon, unless they were corrected.
    ``result`` is the code of how it ended. ``promise`` is what was promised to be brought
    later where it was accepted although something lacked (容缺受理). ``ordered_due`` is the day
    that whoever ordered it asks for; it stands in the place of those of the item.
    """

    id: CaseId
    version: int
    number: str
    state: CaseState
    particulars: CaseDraft
    version_id: str
    item: str
    affair: str
    responsible: str
    desk: Desk
    ticks: tuple[Tick, ...]
    clock: CaseClock
    dues: Dues
    notice: OneTimeNotice | None = None
    received_on: date | None = None
    accepted_on: date | None = None
    promise: str = ""
    published_until: date | None = None
    result: str = ""
    result_note: str = ""
    closed_on: date | None = None
    notified_on: date | None = None
    collected_by: str = ""
    ordered_due: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is anything left to decide."""
        return self.state in OPEN


class Undo(StrEnum):
    """What stands in a step beside the events."""

    UNDONE = "undone"  # the step before it was taken back in the same window
    DRAFTED = "drafted"  # the first of all


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStep:
    """One step of a case: who, when, what, why.

    ``number`` counts the steps of a case, ``follows`` is the one that stood before it. Two
    that follow the same one were taken at two devices that had not heard of one another.
    ``to`` says to whom or where, as it was called then.
    """

    id: StepId
    case_id: CaseId
    number: int
    follows: str
    event: CaseEvent | Undo
    before: CaseState
    after: CaseState
    reason: str
    to: str
    at: datetime
    by: str


def is_whole(steps: Iterable[CaseStep]) -> bool:
    """Whether the history of one case has no gap.

    It begins with one step that follows none; every other one follows one that is there,
    was numbered before it, and led to where this one begins; no number is missing.
    """
    known = {step.id: step for step in steps}
    numbers = {step.number for step in known.values()}
    if numbers != set(range(1, len(numbers) + 1)):
        return False
    return bool(known) and all(_fits(step, known) for step in known.values())


def _fits(step: CaseStep, known: dict[StepId, CaseStep]) -> bool:
    former = known.get(StepId(step.follows))
    if former is None:
        return not step.follows and step.number == 1
    return former.number < step.number and former.after is step.before


def next_step_of(steps: Collection[CaseStep], state: CaseState) -> tuple[int, str]:
    """Return the number of a step that follows *steps* from *state*, and which one it follows.

    It is the latest that led there: where two devices went on by themselves, the one whose
    end stands.
    """
    if not steps:
        return 1, ""
    fitting = [step for step in steps if step.after is state] or list(steps)
    former = max(fitting, key=lambda step: (step.number, step.at, step.id))
    return max(step.number for step in steps) + 1, former.id


def tidied_case(draft: CaseDraft) -> CaseDraft:
    """Return *draft* without blanks at the ends, numbers as they are kept."""
    agent = draft.agent
    words = {
        name: getattr(draft, name).strip() for name in ("applicant", "phone", "where", "details")
    }
    told = {name: getattr(agent, name).strip() for name in ("name", "relation", "phone", "proof")}
    document = _number(agent.document_kind, agent.document)
    return replace(
        draft,
        **words,
        document=_number(draft.document_kind, draft.document),
        agent=replace(agent, **told, document=document),
    )


def problems_with_case(
    draft: CaseDraft, *, items: Collection[str], today: date
) -> tuple[Problem, ...]:
    """Return all that is wrong with a tidied *draft*; *items* are the keys of those offered."""
    found = []
    if not draft.item_id:
        found.append(Problem("item_id", "missing"))
    elif draft.item_id not in items:
        found.append(Problem("item_id", "not-offered"))
    if draft.channel not in set(Channel):
        found.append(Problem("channel", "unknown"))
    if not draft.resident_id and not draft.applicant:
        found.append(Problem("applicant", "missing"))
    if draft.channel == Channel.HOME and not draft.where and not draft.resident_id:
        found.append(Problem("where", "missing"))
    return (
        *found,
        *_problems_with_length(draft),
        *_problems_with_number("document", draft.document_kind, draft.document, today),
        *_problems_with_agent(draft.agent, today),
    )


def _number(kind: str, number: str) -> str:
    known = kind in set(DocumentKind)
    return clean_number(DocumentKind(kind), number) if known else number.strip()


def _problems_with_length(draft: CaseDraft) -> list[Problem]:
    limits = {"applicant": MOST_WORDS, "phone": MOST_WORDS, "where": 120, "details": MOST_DETAILS}
    return [
        Problem(name, "too-long", {"most": most})
        for name, most in limits.items()
        if len(getattr(draft, name)) > most
    ]


def _problems_with_agent(agent: Agent, today: date) -> list[Problem]:
    if not agent.is_somebody:
        return []
    found = [
        Problem(f"agent.{name}", "missing")
        for name in ("name", "document_kind", "document", "relation")
        if not getattr(agent, name)
    ]
    found += [
        Problem(f"agent.{name}", "too-long", {"most": MOST_WORDS})
        for name in ("name", "relation", "phone", "proof")
        if len(getattr(agent, name)) > MOST_WORDS
    ]
    return found + _problems_with_number(
        "agent.document", agent.document_kind, agent.document, today
    )


def _problems_with_number(field: str, kind: str, number: str, today: date) -> list[Problem]:
    if not number:
        return []
    if kind not in set(DocumentKind):
        return [Problem(f"{field}_kind", "missing")]
    reading = read_number(DocumentKind(kind), number, today=today)
    return [] if reading.is_acceptable else [Problem(field, "not-a-number")]
