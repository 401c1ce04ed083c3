"""Orders (工单): what 12345 and others hand to the station; each is a case with more to tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.cases import MOST_DETAILS, MOST_REASON, MOST_WORDS
from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from station_app.domain.counter.case_rules import Named
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.order_rules import OrderRules
    from station_app.domain.counter.ratings import Level

ANONYMOUS = "匿名"
"""What the applicant is called of whom no name is known."""
MOST_PLACE = 120
MOST_ANSWER = 2000
TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
MARKS = re.compile(r"[\s\-_－—]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """An order as entered.

    ``number`` is the source's own. ``received_on`` and ``received_time`` (HH:MM) say when it
    was received there. The caller may be somebody of the register, be named, or stay unknown.
    ``due_on`` is what the source asks for; without it the rules say.
    """

    source: str = ""
    number: str = ""
    received_on: date | None = None
    received_time: str = ""
    kind: str = ""
    category: str = ""
    content: str = ""
    place: str = ""
    resident_id: str = ""
    caller: str = ""
    phone: str = ""
    is_anonymous: bool = False
    due_on: date | None = None
    handler: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack:
    """What came of calling back (回访): whether reached, whether solved, how satisfied."""

    is_reached: bool | None = None
    is_solved: bool | None = None
    level: Level | None = None
    called_on: date | None = None
    note: str = ""


NOT_CALLED = CallBack()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as kept beside its case.

    ``extended_on``: the day it was let take longer, and why; ``returned``: why it was sent
    back as misdirected (a code). ``double_of``: the case that is worked on instead, where the
    order was entered twice.
    """

    case_id: CaseId
    version: int
    source: str
    number: str
    received_on: date
    received_time: str
    kind: str
    category: str
    is_anonymous: bool
    answer: str = ""
    answered_on: date | None = None
    call: CallBack = NOT_CALLED
    extended_on: date | None = None
    extension: str = ""
    returned: str = ""
    returned_on: date | None = None
    return_note: str = ""
    double_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderTwin:
    """Another case that bears the source's number of an order.

    ``case_id`` is empty where whoever asks may not see it, ``is_double`` tells that it was
    settled as a double, ``is_kept`` that this one was settled as a double of it.
    """

    case_id: str
    number: str
    item: str
    is_open: bool
    is_double: bool
    is_kept: bool


def plain_number(number: str) -> str:
    """Return a number of a source as two are compared: without blanks and hyphens."""
    return MARKS.sub("", number).upper()


def tidied_order(draft: OrderDraft) -> OrderDraft:
    """Return *draft* without blanks at the ends; whoever stays unknown has no name."""
    names = ("number", "received_time", "content", "place", "caller", "phone", "handler")
    told = {name: getattr(draft, name).strip() for name in names}
    told["received_time"] = told["received_time"].replace("：", ":")
    if draft.is_anonymous:
        told["caller"] = ""
        return replace(draft, **told, resident_id="")
    return replace(draft, **told)


def problems_with_order(
    draft: OrderDraft, rules: OrderRules, *, today: date
) -> tuple[Problem, ...]:
    """Return all that is wrong with a tidied *draft*."""
    found = [
        *_problems_with_codes(draft, rules),
        *_problems_with_days(draft, today),
        *_problems_with_length(draft),
    ]
    if not draft.content:
        found.append(Problem("content", "missing"))
    if not (draft.is_anonymous or draft.resident_id or draft.caller):
        found.append(Problem("caller", "missing"))
    return tuple(found)


def problems_with_call(call: CallBack, *, answered_on: date, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with what came of a call-back."""
    found = []
    if call.is_reached is None:
        found.append(Problem("is_reached", "missing"))
    if call.is_reached and call.is_solved is None:
        found.append(Problem("is_solved", "missing"))
    if call.is_reached and call.level is None:
        found.append(Problem("level", "missing"))
    if call.called_on is None:
        found.append(Problem("called_on", "missing"))
    elif call.called_on > today:
        found.append(Problem("called_on", "in-the-future"))
    elif call.called_on < answered_on:
        found.append(Problem("called_on", "too-early"))
    if len(call.note) > MOST_REASON:
        found.append(Problem("note", "too-long", {"most": MOST_REASON}))
    return tuple(found)


def title_of(draft: OrderDraft, rules: OrderRules) -> str:
    """Return what the case of an order is called in lists: who sent it, and what it is about."""
    about = name_in(rules.categories, draft.category) if draft.category else ""
    return f"{name_in(rules.sources, draft.source)}：{about or name_in(rules.classes, draft.kind)}"


def _codes(named: Collection[Named]) -> set[str]:
    return {each.code for each in named}


def _problems_with_codes(draft: OrderDraft, rules: OrderRules) -> list[Problem]:
    known = {"source": rules.sources, "kind": rules.classes, "category": rules.categories}
    found = []
    for name, offered in known.items():
        code = getattr(draft, name)
        if code and code not in _codes(offered):
            found.append(Problem(name, "unknown"))
        elif not code and name != "category":
            found.append(Problem(name, "missing"))
    return found


def _problems_with_days(draft: OrderDraft, today: date) -> list[Problem]:
    found = []
    if draft.received_on is None:
        found.append(Problem("received_on", "missing"))
    elif draft.received_on > today:
        found.append(Problem("received_on", "in-the-future"))
    elif draft.due_on is not None and draft.due_on < draft.received_on:
        found.append(Problem("due_on", "too-early"))
    if draft.received_time and not TIME.fullmatch(draft.received_time):
        found.append(Problem("received_time", "not-a-time"))
    return found


def _problems_with_length(draft: OrderDraft) -> list[Problem]:
    limits = {"content": MOST_DETAILS, "place": MOST_PLACE}
    limits |= dict.fromkeys(("number", "caller", "phone", "handler"), MOST_WORDS)
    return [
        Problem(name, "too-long", {"most": most})
        for name, most in limits.items()
        if len(getattr(draft, name)) > most
    ]
