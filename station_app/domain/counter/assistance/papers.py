"""Which papers to bring, by what was told of the family: nothing that is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.counter.assistance.members import Counting, Dependence, Tie, Work
from station_app.domain.counter.assistance.rules import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from station_app.domain.counter.assistance.draft import CheckDraft
    from station_app.domain.counter.assistance.judging import Judgement
    from station_app.domain.counter.assistance.members import Member
    from station_app.domain.counter.assistance.rules import AssistanceRules, PaperKind

FAMILY, EACH, OF_ASSETS = "family", "each", "asset:"


class Needed(NamedTuple):
    """A paper, and of whom; of the family, if nobody is named."""

    paper: PaperKind
    who: tuple[str, ...]


BY_MEMBER: Mapping[str, Callable[[Member], bool]] = {
    "married": lambda member: member.tie is Tie.SPOUSE,
    "disabled": lambda member: bool(member.disability),
    "ill": lambda member: member.is_seriously_ill,
    "student": lambda member: (
        member.dependence is Dependence.STUDENT or member.work is Work.STUDENT
    ),
    "unemployed": lambda member: member.work is Work.UNEMPLOYED,
    "deductions": lambda member: bool(member.deductions),
}
"""What makes a paper of a member needed, by code."""
WHENS = frozenset({FAMILY, EACH, *BY_MEMBER, *(group.value for group in Group)})
"""When a paper may be needed, beside for an asset."""


def papers_for(
    draft: CheckDraft, judgement: Judgement, rules: AssistanceRules
) -> tuple[Needed, ...]:
    """Return the papers that *draft* needs, in the order of the rules."""
    counted = [
        one.member for one in judgement.members if one.standing.counting is not Counting.OUT
    ]
    needed = []
    for paper in rules.papers:
        if paper.when == FAMILY:
            needed.append(Needed(paper, ()))
        elif paper.when.startswith(OF_ASSETS):
            kind = paper.when.removeprefix(OF_ASSETS)
            if any(each.kind == kind and each.amount for each in draft.assets):
                needed.append(Needed(paper, ()))
        elif who := [each.name for each in counted if _needs(each, paper.when, rules)]:
            needed.append(Needed(paper, tuple(who)))
    return tuple(needed)


def _needs(member: Member, when: str, rules: AssistanceRules) -> bool:
    if when == EACH:
        return True
    if when in BY_MEMBER:
        return BY_MEMBER[when](member)
    kinds = (rules.incomes.get(each.kind) for each in member.incomes)
    return any(kind is not None and kind.group == when for kind in kinds)
