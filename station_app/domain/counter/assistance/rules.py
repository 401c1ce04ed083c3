"""What the pre-check goes by: standards, kinds of income, limits of assets, times; all data.

What nobody has compared with the rules of the place (``verified``) never settles a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from station_app.domain.counter.assistance.members import Tie, Work
    from station_app.domain.counter.limits import TimeLimit


class Counts(StrEnum):
    """Whether income of a kind is counted."""

    YES = "yes"
    NO = "no"
    ASK = "ask"  # the place decides


class Group(StrEnum):
    """The four kinds of income, and what is none of them."""

    WAGE = "wage"  # 工资性收入
    BUSINESS = "business"  # 经营净收入
    PROPERTY = "property"  # 财产净收入
    TRANSFER = "transfer"  # 转移净收入
    OTHER = "other"


class Unit(StrEnum):
    """In what an asset is told."""

    MONEY = "money"
    COUNT = "count"


class Measure(StrEnum):
    """What a limit of assets is measured by."""

    STANDARDS_EACH = "standards-each"  # so many monthly standards for each member
    FAMILY = "family"  # so many for the family


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where a rule stands."""

    code: str
    document: str
    number: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeKind:
    """A kind of income; one whose exemption ended on ``valid_to`` is to be asked about."""

    code: str
    name: str
    group: Group
    counts: Counts
    ground: str
    valid_to: date | None = None

    def counted_on(self, day: date) -> Counts:
        """Return whether it is counted on *day*."""
        if self.valid_to is not None and day > self.valid_to:
            return Counts.ASK
        return self.counts


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionKind:
    """A burden that may be taken off; how much of it the county decides."""

    code: str
    name: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetKind:
    """A kind of asset."""

    code: str
    name: str
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetLimit:
    """How much of some kinds of assets a family may have."""

    code: str
    name: str
    kinds: tuple[str, ...]
    measure: Measure
    most: int
    verified: bool
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """The standard of an area (低保标准), a month, in fen."""

    area: str
    name: str
    fen: int
    valid_from: date
    valid_to: date | None
    source: str
    verified: bool

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on *day*."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the legal clock: so many days ``after`` a day told, or another step."""

    code: str
    name: str
    after: str
    limit: TimeLimit
    ground: str
    is_special: bool | None = None  # only for cases that are, or are not


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """A paper to bring, ``when`` something is so."""

    code: str
    name: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistanceRules:
    """All of it. ``edge`` is by how much the income of the edge (低保边缘) may be greater.

    ``relations`` (to the head of the household) and ``occupations`` tell what the codes
    of the register mean here.
    """

    edge: Fraction
    ground: str
    grounds: Mapping[str, Ground]
    standards: tuple[Standard, ...]
    incomes: Mapping[str, IncomeKind]
    deductions: Mapping[str, DeductionKind]
    assets: Mapping[str, AssetKind]
    limits: tuple[AssetLimit, ...]
    steps: tuple[Step, ...]
    papers: tuple[PaperKind, ...]
    relations: Mapping[str, Tie]
    occupations: Mapping[str, Work]

    def standard(self, area: str, day: date) -> Standard | None:
        """Return the standard of *area* on *day*: the latest that has begun."""
        holding = [each for each in self.standards if each.area == area and each.holds_on(day)]
        return max(holding, key=lambda each: each.valid_from, default=None)

    def areas(self) -> tuple[tuple[str, str], ...]:
        """Return the areas with their names, each once."""
        return tuple({each.area: (each.area, each.name) for each in self.standards}.values())
