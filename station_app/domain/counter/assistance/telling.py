"""Why a verdict is what it is, and what is missing for a better one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.counter.assistance.members import Away, Counting, earns
from station_app.domain.counter.assistance.rules import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from station_app.domain.counter.assistance.assets import Excess, Used
    from station_app.domain.counter.assistance.draft import CheckDraft
    from station_app.domain.counter.assistance.incomes import Counted
    from station_app.domain.counter.assistance.rules import AssistanceRules


class Verdict(StrEnum):
    """What may be said of it."""

    WITHIN = "within"
    EDGE = "edge"
    ABOVE = "above"
    UNSAID = "unsaid"


REASONS = (
    "income-within",
    "income-edge",
    "income-above",
    "asset-above",
    "asset-maybe-above",
    "income-not-counted",
    "staff-relative",
    "registered-elsewhere",
    *(f"member-away-{away.value}" for away in Away if away),
    "member-lives-apart",
    "member-no-duty",
)
"""The codes of all reasons; each has its words on the screen and on paper."""
MISSING = (
    "standard",
    "standard-not-compared",
    "member-tie",
    "member-born",
    "member-dependence",
    "member-lives-along",
    "incomes",
    "income-kind",
    "income-to-ask",
    "income-proof",
    "deduction-to-ask",
    "assets",
    "limit-to-ask",
    "registered-here",
    "staff-relative",
    "authorisation",
)
"""The codes of all that may be missing."""


@dataclass(frozen=True, slots=True, repr=False)
class Reason:
    """One reason of a verdict: a code, what fills its sentence, and where it stands."""

    code: str
    ground: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Missing:
    """What is missing: of whom, of what; ``decides``: the verdict hangs upon it."""

    code: str
    who: str = ""
    what: str = ""
    decides: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Family:
    """All that is judged: what was told, and what was found by the rules."""

    draft: CheckDraft
    members: tuple[Counted, ...]
    rules: AssistanceRules
    standard: Used | None
    excesses: tuple[Excess, ...]
    today: date

    def knows_assets(self) -> bool:
        """Whether all assets were told, each of a kind that there is."""
        kinds = self.rules.assets
        return self.draft.assets_told and all(each.kind in kinds for each in self.draft.assets)


def reasons_for(family: Family, verdict: Verdict) -> Iterable[Reason]:
    """Yield what the verdict rests upon, each with where it stands."""
    rules, draft = family.rules, family.draft
    if verdict is not Verdict.UNSAID and not any(each.is_certain for each in family.excesses):
        yield Reason(f"income-{verdict.value}", rules.ground)
    for excess in family.excesses:
        code = "asset-above" if excess.is_certain else "asset-maybe-above"
        yield Reason(code, excess.limit.ground, {"limit": excess.limit.name})
    for one in family.members:
        yield from _not_counted(one, family)
    if draft.has_staff_relative:
        yield Reason("staff-relative", rules.ground)
    if draft.is_registered_here is False:
        yield Reason("registered-elsewhere", rules.ground)


def missing_in(family: Family) -> Iterable[Missing]:
    """Yield what is missing, whether the verdict hangs upon it or not."""
    standard, draft = family.standard, family.draft
    if standard is None:
        yield Missing("standard")
    elif not standard.verified:
        yield Missing("standard-not-compared", what=standard.name)
    for one in family.members:
        if one.standing.counting is not Counting.OUT:
            yield from _missing_of(one, family)
    if not family.knows_assets():
        yield Missing("assets")
    for excess in family.excesses:
        if not excess.is_certain:
            yield Missing("limit-to-ask", what=excess.limit.name)
    told = {
        "registered-here": draft.is_registered_here is not None,
        "staff-relative": draft.has_staff_relative is not None,
        "authorisation": draft.is_authorised,
    }
    yield from (Missing(code, decides=False) for code, is_told in told.items() if not is_told)


def _not_counted(one: Counted, family: Family) -> Iterable[Reason]:
    if one.standing.counting is Counting.OUT:
        facts = {"who": one.member.name}
        yield Reason(f"member-{one.standing.why}", family.rules.ground, facts)
        return
    for code in dict.fromkeys(each.kind for each in one.member.incomes):
        kind = family.rules.incomes.get(code)
        if kind is not None and kind.counted_on(family.today) is Counts.NO:
            facts = {"who": one.member.name, "what": kind.name}
            yield Reason("income-not-counted", kind.ground, facts)


def _missing_of(one: Counted, family: Family) -> Iterable[Missing]:
    member, who = one.member, one.member.name
    if one.standing.counting is Counting.UNKNOWN:
        yield Missing(f"member-{one.standing.why}", who)
    if earns(member, family.today) and not member.incomes_told:
        yield Missing("incomes", who)
    yield from _missing_of_incomes(one, family)
    for each in member.deductions:
        kind = family.rules.deductions.get(each.kind)
        if kind is not None and each.fen:
            yield Missing("deduction-to-ask", who, kind.name)


def _missing_of_incomes(one: Counted, family: Family) -> Iterable[Missing]:
    for each in one.member.incomes:
        kind = family.rules.incomes.get(each.kind)
        if not each.fen:
            continue
        if kind is None:
            yield Missing("income-kind", one.member.name)
            continue
        if kind.counted_on(family.today) is Counts.ASK:
            yield Missing("income-to-ask", one.member.name, kind.name)
        if not each.is_proved:
            yield Missing("income-proof", one.member.name, kind.name, decides=False)
