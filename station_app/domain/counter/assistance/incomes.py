"""What a family has a month for each of its members, with what is not settled as bounds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.counter.assistance.members import (
    Amount,
    Counting,
    Member,
    Per,
    Standing,
    earns,
    standing_of,
)
from station_app.domain.counter.assistance.rules import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from station_app.domain.counter.assistance.rules import AssistanceRules

MONTHS = 12


class Bounds(NamedTuple):
    """Fen a month: at least, and at most; without ``high`` nobody can say."""

    low: Fraction
    high: Fraction | None

    @property
    def is_settled(self) -> bool:
        """Whether both are the same."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, repr=False)
class Counted:
    """A member with his standing and income."""

    member: Member
    standing: Standing
    income: Bounds


def counted(member: Member, rules: AssistanceRules, today: date) -> Counted:
    """Return *member* with his standing and income."""
    return Counted(member, standing_of(member, today), income_of(member, rules, today))


def monthly(amounts: Iterable[Amount]) -> Fraction:
    """Return the sum of *amounts* a month, in fen."""
    return sum(
        (Fraction(each.fen, MONTHS if each.per is Per.YEAR else 1) for each in amounts),
        Fraction(0),
    )


def per_head(members: Sequence[Counted]) -> Bounds:
    """Return the income of each member, whoever of the uncertain belongs to them."""
    sure = [one.income for one in members if one.standing.counting is Counting.IN]
    open_ = [one.income for one in members if one.standing.counting is Counting.UNKNOWN]
    low = _extreme([each.low for each in sure], sorted(each.low for each in open_))
    highs = [each.high for each in (*sure, *open_)]
    if any(high is None for high in highs):
        return Bounds(low, None)
    known = [high for high in highs if high is not None]
    high = -_extreme(
        [-each for each in known[: len(sure)]], sorted(-x for x in known[len(sure) :])
    )
    return Bounds(low, high)


def income_of(member: Member, rules: AssistanceRules, today: date) -> Bounds:
    """Return the income of *member* a month: with all that may be taken off, and with nothing."""

    def of(*how: Counts) -> Fraction:
        return monthly(
            each for each in member.incomes if counts_of(each.kind, rules, today) in how
        )

    low = max(Fraction(0), of(Counts.YES) - monthly(member.deductions))
    is_told = member.incomes_told or not earns(member, today)
    return Bounds(low, of(Counts.YES, Counts.ASK) if is_told else None)


def counts_of(kind: str, rules: AssistanceRules, today: date) -> Counts:
    """Return whether income of *kind* is counted; of one nobody knows it is to be asked."""
    found = rules.incomes.get(kind)
    return Counts.ASK if found is None else found.counted_on(today)


def _extreme(sure: Sequence[Fraction], more: Sequence[Fraction]) -> Fraction:
    """Return the least mean of *sure* with any of *more*, which are in order."""
    total, heads = sum(sure, Fraction(0)), len(sure)
    for each in more:
        if heads and each * heads >= total:
            break
        total, heads = total + each, heads + 1
    return total / heads if heads else Fraction(0)
