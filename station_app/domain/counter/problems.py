"""The problems of a period (问题清单): which come most often, who takes them up, to what end.

Matters are grouped by category and ranked by their number; of two that are as many the one
comes first with which people are less satisfied.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, NewType

from station_app.domain.counter.case_flow import CaseEvent, CaseState
from station_app.domain.counter.cases import MOST_REASON, MOST_WORDS, Undo
from station_app.domain.counter.rating_figures import Share
from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from station_app.domain.counter.cases import CaseStep, StepId
    from station_app.domain.counter.ratings import Level

ProblemId = NewType("ProblemId", str)

MOST_PROBLEMS = 10
KEY_BYTES = 16
MONTHS = {"": (1, 12), "H1": (1, 6), "H2": (7, 12)}
MONTHS |= {f"Q{number}": (3 * number - 2, 3 * number) for number in range(1, 5)}
MONTHS |= {f"{month:02}": (month, month) for month in range(1, 13)}
PERIOD = re.compile(r"(20\d\d)(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that somebody has come with: its category, and how satisfied he was."""

    category: str
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many matters of a category there are; of those asked, how many were satisfied."""

    category: str
    matters: int
    satisfied: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who takes a problem up (责任人), what is to be reached until when, what came of it."""

    owner: str = ""
    target: str = ""
    target_on: date | None = None
    result: str = ""
    done_on: date | None = None


NO_PLAN = Plan()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemEntry:
    """A problem on the list of a period, as it stood when the list was drawn up."""

    id: ProblemId
    version: int
    period: str
    place: int
    tally: Tally
    plan: Plan = NO_PLAN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRate:
    """How many were handed to somebody, and how many he has given back (退回率)."""

    name: str
    share: Share


def days_of(period: str) -> tuple[date, date] | None:
    """Return the first and the last day of 2026, 2026-H1, 2026-Q2 or 2026-05; None of others."""
    found = PERIOD.fullmatch(period)
    if found is None:
        return None
    year = int(found[1])
    first, last = MONTHS[found[2] or ""]
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def key_of(period: str, category: str) -> ProblemId:
    """Return the key of a problem of a period, the same on every device."""
    told = f"{period}\0{category}".encode()
    return ProblemId(blake2b(told, digest_size=KEY_BYTES).hexdigest())


def as_entries(period: str, ranking: Iterable[Tally]) -> tuple[ProblemEntry, ...]:
    """Return *ranking* as the list of *period* would be, were it drawn up now."""
    return tuple(
        ProblemEntry(
            id=key_of(period, tally.category),
            version=0,
            period=period,
            place=place,
            tally=tally,
            plan=NO_PLAN,
        )
        for place, tally in enumerate(ranking, start=1)
    )


def ranked(matters: Iterable[Matter], *, most: int = MOST_PROBLEMS) -> tuple[Tally, ...]:
    """Return the categories of *matters* by how many there are, the *most* frequent of them."""
    counts: Counter[str] = Counter()
    shares: dict[str, Share] = {}
    for matter in matters:
        counts[matter.category] += 1
        share = shares.setdefault(matter.category, Share())
        if matter.level is not None:
            is_content = not matter.level.is_bad
            shares[matter.category] = share.with_one(counts=is_content)
    tallies = [
        Tally(category=category, matters=number, satisfied=shares[category])
        for category, number in counts.items()
    ]
    return tuple(sorted(tallies, key=_rank)[:most])


def return_rates(
    steps: Iterable[CaseStep], within: tuple[date, date], day: Mapping[StepId, date]
) -> tuple[ReturnRate, ...]:
    """Return how many cases each office was handed within some days, and gave back.

    *steps* are those to offices and back of whole cases, in their order, and those that took
    one back; *day* is the local day of each. What was given back counts with the day on which
    it was handed over.
    """
    handed: dict[str, list[_Handed]] = {}
    for step in steps:
        _follow(handed.setdefault(step.case_id, []), step, day[step.id])
    counts: dict[str, Share] = {}
    for each in (one for many in handed.values() for one in many):
        if within[0] <= each.on <= within[1]:
            share = counts.get(each.office, Share())
            counts[each.office] = share.with_one(counts=each.is_back)
    return sorted_rates(counts)


@dataclass(slots=True)
class _Handed:
    office: str
    on: date
    is_back: bool = False


def _follow(handed: list[_Handed], step: CaseStep, on: date) -> None:
    was_away, is_away = (each is CaseState.TRANSFERRED for each in (step.before, step.after))
    if step.event is CaseEvent.TRANSFER:
        handed.append(_Handed(step.to, on))
    elif not handed or was_away is is_away:
        return
    elif step.event is CaseEvent.GIVE_BACK:
        handed[-1].is_back = True
    elif step.event is Undo.UNDONE and is_away:
        handed[-1].is_back = False
    elif step.event is Undo.UNDONE:
        handed.pop()


def sorted_rates(counts: dict[str, Share]) -> tuple[ReturnRate, ...]:
    """Return *counts* with the highest rates first."""
    rates = [ReturnRate(name=name, share=share) for name, share in counts.items()]
    return tuple(sorted(rates, key=lambda each: (-(each.share.ratio or 0), each.name)))


def problems_with_plan(plan: Plan, *, first: date, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with a tidied *plan* for a period that began on *first*."""
    limits = {"owner": MOST_WORDS, "target": MOST_REASON, "result": MOST_REASON}
    found = [
        Problem(name, "too-long", {"most": most})
        for name, most in limits.items()
        if len(getattr(plan, name)) > most
    ]
    if (plan.target or plan.target_on) and not plan.owner:
        found.append(Problem("owner", "missing"))
    if plan.target_on and not plan.target:
        found.append(Problem("target", "missing"))
    if plan.target_on and plan.target_on < first:
        found.append(Problem("target_on", "too-early"))
    if plan.done_on and not plan.result:
        found.append(Problem("result", "missing"))
    if plan.done_on and plan.done_on > today:
        found.append(Problem("done_on", "in-the-future"))
    return tuple(found)


def offered_periods(today: date, kept: Sequence[str]) -> tuple[str, ...]:
    """Return the periods that a list may be drawn up for, the latest first: *kept* ones too."""
    year = today.year
    usual = [str(year), *(f"{year}-Q{number}" for number in range((today.month + 2) // 3, 0, -1))]
    usual += [f"{year}-{month:02}" for month in range(today.month, 0, -1)]
    usual.append(str(year - 1))
    return (*usual, *sorted(set(kept) - set(usual), reverse=True))


def _rank(tally: Tally) -> tuple[int, float, str]:
    ratio = tally.satisfied.ratio
    return -tally.matters, 1.0 if ratio is None else ratio, tally.category
