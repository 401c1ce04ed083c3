"""What the law would likely say of a family: never a decision, which is the county's.

Everything that is not settled is carried along as bounds: income that the place decides
about, burdens that may be taken off, members of whom it is not known whether they count.
A verdict is told only where both ends give the same; else it cannot be said, and what is
missing is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from station_app.domain.counter.assistance.assets import excesses, standard_of
from station_app.domain.counter.assistance.incomes import counted, per_head
from station_app.domain.counter.assistance.members import Away, Counting
from station_app.domain.counter.assistance.telling import (
    Family,
    Verdict,
    missing_in,
    reasons_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from fractions import Fraction

    from station_app.domain.counter.assistance.assets import Used
    from station_app.domain.counter.assistance.draft import CheckDraft
    from station_app.domain.counter.assistance.incomes import Bounds, Counted
    from station_app.domain.counter.assistance.members import Member
    from station_app.domain.counter.assistance.rules import AssistanceRules
    from station_app.domain.counter.assistance.telling import Missing, Reason

SEVERE, MODERATE = 2, 3
OF_THE_MIND = frozenset({"disabled_mind", "disabled_psyche"})
ALONE = ("clergy", "severely-disabled", "disabled-mind", "seriously-ill")
"""The codes that say why somebody may apply alone."""


class Rank(IntEnum):
    """Where a family stands; the greater, the less it may hope for."""

    WITHIN = 0
    EDGE = 1
    ABOVE = 2


@dataclass(frozen=True, slots=True, repr=False)
class Alone:
    """Somebody who may apply alone (单人保); if not ``is_certain``, where the family is edge."""

    who: str
    why: str
    is_certain: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Judgement:
    """What was found; ``gap`` is what the family lacks to the standard a month, in fen."""

    verdict: Verdict
    best: Rank
    worst: Rank
    members: tuple[Counted, ...]
    heads: int
    each: Bounds
    standard: Used | None
    reasons: tuple[Reason, ...]
    missing: tuple[Missing, ...]
    alone: tuple[Alone, ...]
    gap: Fraction | None


def judge(draft: CheckDraft, rules: AssistanceRules, today: date) -> Judgement:
    """Return what the law would likely say of *draft* on *today*."""
    members = tuple(counted(each, rules, today) for each in draft.members)
    standard = standard_of(draft, rules, today)
    family = Family(
        draft=draft,
        members=members,
        rules=rules,
        standard=standard,
        excesses=excesses(draft, members, rules, standard),
        today=today,
    )
    each = per_head(members)
    best, worst = _ranks(each, family)
    verdict = Verdict(best.name.lower()) if best is worst else Verdict.UNSAID
    return Judgement(
        verdict=verdict,
        best=best,
        worst=worst,
        members=members,
        heads=sum(one.standing.counting is Counting.IN for one in members),
        each=each,
        standard=standard,
        reasons=tuple(reasons_for(family, verdict)),
        missing=tuple(sorted(missing_in(family), key=lambda each: not each.decides)),
        alone=tuple(_alone(members, best, worst)),
        gap=_gap(verdict, each, family),
    )


def _ranks(each: Bounds, family: Family) -> tuple[Rank, Rank]:
    standard, edge = family.standard, family.rules.edge
    if standard is None or not standard.verified:
        return Rank.WITHIN, Rank.ABOVE
    if any(excess.is_certain for excess in family.excesses):
        return Rank.ABOVE, Rank.ABOVE
    best = _rank(each.low, standard.fen, edge)
    if each.high is None or family.excesses or not family.knows_assets():
        return best, Rank.ABOVE
    return best, _rank(each.high, standard.fen, edge)


def _rank(income: Fraction, standard: int, edge: Fraction) -> Rank:
    # 低于: what equals the standard is not below it
    if income < standard:
        return Rank.WITHIN
    return Rank.EDGE if income < standard * edge else Rank.ABOVE


def _gap(verdict: Verdict, each: Bounds, family: Family) -> Fraction | None:
    """Return what the family lacks to the standard, where every figure of it is certain."""
    standard, standings = family.standard, [one.standing.counting for one in family.members]
    is_open = Counting.UNKNOWN in standings or not each.is_settled
    if verdict is not Verdict.WITHIN or standard is None or is_open:
        return None
    return (standard.fen - each.low) * standings.count(Counting.IN)


def _alone(members: Sequence[Counted], best: Rank, worst: Rank) -> Iterable[Alone]:
    may_be_edge = best <= Rank.EDGE <= worst
    for one in members:
        member = one.member
        if member.away is Away.CLERGY:
            yield Alone(member.name, "clergy", is_certain=True)
            continue
        why = _ground_alone(member) if one.standing.counting is not Counting.OUT else ""
        if may_be_edge and why:
            yield Alone(member.name, why, is_certain=best is worst)


def _ground_alone(member: Member) -> str:
    if member.disability and 0 < member.level <= SEVERE:
        return "severely-disabled"
    if member.disability in OF_THE_MIND and member.level == MODERATE:
        return "disabled-mind"
    return "seriously-ill" if member.is_seriously_ill else ""
