"""Ratings of cases (好差评): five levels, given once by whoever came, never by who served him.

GB/T 39735-2020: 一次一评; 1 and 2 are bad ratings (差评).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from station_app.domain.counter.case_rules import Result
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.limits import TimeLimit

BLANK = " "


class Level(IntEnum):
    """How satisfied somebody is."""

    VERY_SATISFIED = 5  # 非常满意
    SATISFIED = 4  # 满意
    QUITE_SATISFIED = 3  # 基本满意
    DISSATISFIED = 2  # 不满意
    VERY_DISSATISFIED = 1  # 非常不满意

    @property
    def is_bad(self) -> bool:
        """Whether it is a bad rating (差评)."""
        return self <= Level.DISSATISFIED


class Aspect(StrEnum):
    """What of the service a reason is about."""

    EFFICIENCY = "efficiency"  # 服务效率
    COMPETENCE = "competence"  # 服务水平
    ATTITUDE = "attitude"  # 服务态度


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingReason:
    """Why somebody is satisfied (praise), or is not; in the words of the turned screen."""

    code: str
    aspect: Aspect
    is_praise: bool
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRules:
    """What of ratings is data.

    ``contact``: so long after a bad rating whoever gave it is to be spoken to; ``correct``:
    so long what was wrong is to be put right. ``answers``: what comes of a call-back.
    """

    contact: TimeLimit
    correct: TimeLimit
    reasons: tuple[RatingReason, ...]
    answers: tuple[Result, ...]

    def offered(self, level: Level) -> tuple[RatingReason, ...]:
        """Return the reasons offered beside *level*: praise, or what was bad."""
        return tuple(each for each in self.reasons if each.is_praise is not level.is_bad)

    def answer(self, code: str) -> Result | None:
        """Return the outcome of a call-back of *code*, if there is one."""
        return next((each for each in self.answers if each.code == code), None)

    def aspects(self, codes: Collection[str]) -> frozenset[Aspect]:
        """Return what the reasons *codes* are about; one that is not known is about nothing."""
        return frozenset(each.aspect for each in self.reasons if each.code in codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A rating as kept."""

    case_id: CaseId
    level: Level
    reasons: tuple[str, ...]
    rated_on: date


def problems_with_rating(
    level: int, reasons: Collection[str], rules: RatingRules
) -> tuple[Problem, ...]:
    """Return all that is wrong with what came from the turned screen."""
    if level not in set(Level):
        return (Problem("level", "missing"),)
    offered = {each.code for each in rules.offered(Level(level))}
    return () if offered.issuperset(reasons) else (Problem("reasons", "unknown"),)


def text_of_reasons(codes: Iterable[str]) -> str:
    """Return *codes* as one text to be kept, in an order of its own."""
    return BLANK.join(sorted(set(codes)))


def reasons_from_text(text: str) -> tuple[str, ...]:
    """Return the reasons kept as *text*."""
    return tuple(text.split())
