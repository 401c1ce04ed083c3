"""Requests of people about their own data (PIPL 44-50): their kinds, their life, when due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from station_app.domain.errors import Problem
from station_app.domain.rights.rules import Counted

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.rights.rules import Answering
    from station_app.domain.working_days import WorkCalendar

RequestId = NewType("RequestId", str)

DETAILS_LENGTH = 1000
WORD = "权申字"


class Kind(StrEnum):
    """What is asked for."""

    CONSULT = "consult"  # 查阅, 45
    COPY = "copy"  # 复制, 45
    TRANSFER = "transfer"  # 转移, 45(3)
    CORRECT = "correct"  # 更正, 46
    SUPPLEMENT = "supplement"  # 补充, 46
    DELETE = "delete"  # 删除, 47
    WITHDRAW = "withdraw"  # 撤回同意, 15
    EXPLAIN = "explain"  # 解释说明, 48


class Asker(StrEnum):
    """Who asks."""

    PERSON = "person"
    AGENT = "agent"
    GUARDIAN = "guardian"
    RELATIVE = "relative"  # of the dead, 49


OF_THE_DEAD = frozenset({Kind.CONSULT, Kind.COPY, Kind.CORRECT, Kind.DELETE})
"""What near relatives may ask for (49)."""


class State(StrEnum):
    """Where a request is."""

    RECEIVED = "received"
    IN_PROGRESS = "in-progress"
    ANSWERED = "answered"
    REFUSED = "refused"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    """What may happen to a request."""

    BEGIN = "begin"
    ANSWER = "answer"
    REFUSE = "refuse"
    CLOSE = "close"
    WITHDRAW = "withdraw"


OPEN = frozenset({State.RECEIVED, State.IN_PROGRESS})

# Every pair stands here, so that a test sees when one is forgotten; None is refused.
NEXT: dict[tuple[State, Event], State | None] = {
    (State.RECEIVED, Event.BEGIN): State.IN_PROGRESS,
    (State.RECEIVED, Event.ANSWER): State.ANSWERED,
    (State.RECEIVED, Event.REFUSE): State.REFUSED,
    (State.RECEIVED, Event.CLOSE): None,
    (State.RECEIVED, Event.WITHDRAW): State.WITHDRAWN,
    (State.IN_PROGRESS, Event.BEGIN): None,
    (State.IN_PROGRESS, Event.ANSWER): State.ANSWERED,
    (State.IN_PROGRESS, Event.REFUSE): State.REFUSED,
    (State.IN_PROGRESS, Event.CLOSE): None,
    (State.IN_PROGRESS, Event.WITHDRAW): State.WITHDRAWN,
    (State.ANSWERED, Event.BEGIN): None,
    (State.ANSWERED, Event.ANSWER): None,
    (State.ANSWERED, Event.REFUSE): None,
    (State.ANSWERED, Event.CLOSE): State.CLOSED,
    (State.ANSWERED, Event.WITHDRAW): None,
    (State.REFUSED, Event.BEGIN): None,
    (State.REFUSED, Event.ANSWER): None,
    (State.REFUSED, Event.REFUSE): None,
    (State.REFUSED, Event.CLOSE): State.CLOSED,
    (State.REFUSED, Event.WITHDRAW): None,
    (State.CLOSED, Event.BEGIN): None,
    (State.CLOSED, Event.ANSWER): None,
    (State.CLOSED, Event.REFUSE): None,
    (State.CLOSED, Event.CLOSE): None,
    (State.CLOSED, Event.WITHDRAW): None,
    (State.WITHDRAWN, Event.BEGIN): None,
    (State.WITHDRAWN, Event.ANSWER): None,
    (State.WITHDRAWN, Event.REFUSE): None,
    (State.WITHDRAWN, Event.CLOSE): None,
    (State.WITHDRAWN, Event.WITHDRAW): None,
}


class Urgency(StrEnum):
    """How pressing an open request is."""

    NONE = "none"
    SOON = "soon"
    OVERDUE = "overdue"


class View(StrEnum):
    """The parts of the register that are counted."""

    OPEN = "open"
    SOON = "soon"
    OVERDUE = "overdue"
    DONE = "done"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """A request as it is received.

    ``identity_check`` says how it was made sure who asks; ``proof`` what an agent,
    a guardian or a relative has shown.
    """

    resident_id: str = ""
    kind: str = ""
    asker: str = Asker.PERSON
    asker_name: str = ""
    asker_relation: str = ""
    asker_phone: str = ""
    proof: str = ""
    identity_check: str = ""
    received_on: date | None = None
    details: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as kept."""

    id: RequestId
    version: int
    number: str
    particulars: RequestDraft
    holder: str
    state: State
    due_on: date
    handled_by: str = ""
    answer: str = ""
    ground: str = ""
    answered_on: date | None = None

    def urgency(self, *, today: date, soon: int) -> Urgency:
        """Return how pressing it is; one that is answered presses nobody."""
        return urgency_of(self.state, self.due_on, today=today, soon=soon)


def urgency_of(state: State, due_on: date, *, today: date, soon: int) -> Urgency:
    """Return how pressing a request is that is due on a day."""
    if state not in OPEN:
        return Urgency.NONE
    if due_on < today:
        return Urgency.OVERDUE
    return Urgency.SOON if due_on <= today + timedelta(days=soon) else Urgency.NONE


def due_on(received: date, answering: Answering, calendar: WorkCalendar) -> date:
    """Return the last day to answer; the day it was received is not counted (民法典 201)."""
    if answering.counted is Counted.WORKING:
        return calendar.after(received, answering.days).day
    return calendar.after_calendar_days(received, answering.days).day


def problems_with_request(
    draft: RequestDraft, *, is_dead: bool, is_child: bool, today: date
) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted, field by field."""
    found = [
        Problem(field, "missing")
        for field in ("resident_id", "kind", "identity_check")
        if not getattr(draft, field)
    ]
    if draft.received_on is None:
        found.append(Problem("received_on", "missing"))
    elif draft.received_on > today:
        found.append(Problem("received_on", "in-the-future"))
    if len(draft.details) > DETAILS_LENGTH:
        found.append(Problem("details", "too-long", {"most": DETAILS_LENGTH}))
    if draft.kind in {Kind.CORRECT, Kind.SUPPLEMENT, Kind.DELETE} and not draft.details.strip():
        found.append(Problem("details", "missing"))
    return (*found, *_problems_with_asker(draft, is_dead=is_dead, is_child=is_child))


def _problems_with_asker(
    draft: RequestDraft, *, is_dead: bool, is_child: bool
) -> tuple[Problem, ...]:
    found = []
    if is_dead != (draft.asker == Asker.RELATIVE):
        found.append(Problem("asker", "relative-of-the-living" if not is_dead else "has-died"))
    elif is_child and draft.asker != Asker.GUARDIAN:
        found.append(Problem("asker", "guardian-decides"))
    if draft.asker == Asker.RELATIVE and draft.kind and draft.kind not in OF_THE_DEAD:
        found.append(Problem("kind", "not-for-relatives"))
    if draft.asker != Asker.PERSON:
        found += _missing(draft, "asker_name", "proof")
    return tuple(found)


def _missing(draft: RequestDraft, *fields: str) -> list[Problem]:
    return [Problem(field, "missing") for field in fields if not getattr(draft, field).strip()]
