"""The standard that is used, and which limits of assets a family may exceed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.counter.assistance.members import Counting
from station_app.domain.counter.assistance.rules import AssetLimit, Measure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.counter.assistance.draft import Asset, CheckDraft
    from station_app.domain.counter.assistance.incomes import Counted
    from station_app.domain.counter.assistance.rules import AssistanceRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """The standard that was used, in fen."""

    fen: int
    name: str
    source: str
    verified: bool


class Excess(NamedTuple):
    """A limit that is exceeded; or may be, if not ``is_certain``."""

    limit: AssetLimit
    is_certain: bool


def standard_of(draft: CheckDraft, rules: AssistanceRules, today: date) -> Used | None:
    """Return the standard to go by: the one typed with its source, else the shipped one."""
    if draft.standard > 0:
        told = draft.standard_source.strip()
        return Used(fen=draft.standard, name="", source=told, verified=bool(told))
    found = rules.standard(draft.area, today)
    if found is None:
        return None
    return Used(fen=found.fen, name=found.name, source=found.source, verified=found.verified)


def excesses(
    draft: CheckDraft,
    members: Sequence[Counted],
    rules: AssistanceRules,
    standard: Used | None,
) -> tuple[Excess, ...]:
    """Return the limits that the assets of *draft* exceed, or may exceed."""
    fewest = sum(one.standing.counting is Counting.IN for one in members)
    most = sum(one.standing.counting is not Counting.OUT for one in members)
    found = []
    for limit in rules.limits:
        held = [each for each in draft.assets if each.kind in limit.kinds]
        if _exceeds(held, limit, standard, fewest):
            owned = [each for each in held if not each.is_needed]
            is_certain = limit.verified and _exceeds(owned, limit, standard, most)
            found.append(Excess(limit, is_certain))
    return tuple(found)


def _exceeds(held: Sequence[Asset], limit: AssetLimit, standard: Used | None, heads: int) -> bool:
    amount = sum(each.amount for each in held)
    if limit.measure is Measure.STANDARDS_EACH:
        # without a standard there is no limit either: that is told as missing
        return standard is not None and amount > limit.most * standard.fen * heads
    return amount > limit.most
