"""The family of somebody as the register has it: what a pre-check begins with.

What the register tells is a hint. Whoever is entered from it is asked about all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.counter.assistance.draft import CheckDraft
from station_app.domain.counter.assistance.members import Dependence, Member, Tie, Work
from station_app.domain.residents.households import HEAD_RELATIONS, HouseholdId
from station_app.domain.residents.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.residents.people import Resident, ResidentId
    from station_app.domain.residents.tags import Tag
    from station_app.store.reference import Reference
    from station_app.store.transaction import Transaction

GONE = frozenset({Standing.LEFT, Standing.DEAD})
DISABLED = "disabled"
LEVELS = ("一级", "二级", "三级", "四级")
HINTED = frozenset(
    {
        *("unemployed", "serious_illness", "chronic_illness", "elder_disabled", "orphan"),
        *("dibao", "dibao_edge", "tekun", "rigid_spending", "hardship", "preferential"),
    }
)
"""Tags that are shown as hints, beside those of disability."""
BY_HEAD = {
    (Tie.SPOUSE, Tie.APPLICANT): Tie.SPOUSE,
    (Tie.SPOUSE, Tie.CHILD): Tie.CHILD,
    (Tie.CHILD, Tie.APPLICANT): Tie.DUTY,
    (Tie.CHILD, Tie.SPOUSE): Tie.DUTY,
    (Tie.CHILD, Tie.CHILD): Tie.DUTY,
}
"""What somebody is to the applicant, by what both are to the head, who is his own applicant."""
ILL, OUT_OF_WORK = "serious_illness", "unemployed"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Begun:
    """A check as it begins; ``hints`` tell of each member what the register says."""

    draft: CheckDraft
    hints: tuple[tuple[str, ...], ...]


def begun_for(
    tx: Transaction, key: ResidentId, reference: Reference, *, today: date, former: CheckDraft
) -> Begun:
    """Return a check of the family of *key*; the standard is that of the *former* check."""
    applicant = tx.people.resident(key)
    people = [applicant, *_household(tx, applicant, today)]
    tags = [[tag for tag in tx.tags.of(each.id) if tag.holds_on(today)] for each in people]
    areas = reference.assistance.areas()
    draft = CheckDraft(
        received_on=today,
        area=former.area or (areas[0][0] if areas else ""),
        standard=former.standard,
        standard_source=former.standard_source,
        is_registered_here=applicant.hukou.is_local,
        members=tuple(
            _member(each, applicant, held, reference)
            for each, held in zip(people, tags, strict=True)
        ),
    )
    told = zip(people, tags, strict=True)
    return Begun(draft=draft, hints=tuple(_hints(each, held, reference) for each, held in told))


def _household(tx: Transaction, applicant: Resident, today: date) -> Sequence[Resident]:
    home = HouseholdId(applicant.household_id)
    if not home:
        return ()
    members = tx.households.household(home, today=today).members
    return [
        tx.people.resident(each.id)
        for each in members
        if each.id != applicant.id and each.standing not in GONE
    ]


def _member(
    person: Resident, applicant: Resident, tags: Sequence[Tag], reference: Reference
) -> Member:
    told, rules = person.particulars, reference.assistance
    disability, level = _disability(tags)
    codes = {tag.code for tag in tags}
    work = rules.occupations.get(told.occupation, Work.UNKNOWN)
    if OUT_OF_WORK in codes:
        work = Work.UNEMPLOYED
    return Member(
        name=told.name,
        resident_id=person.id,
        tie=_tie(person, applicant, reference),
        born=told.born,
        lives_along=_lives_along(person, applicant),
        dependence=Dependence.UNKNOWN,
        work=work,
        disability=disability,
        level=level,
        is_seriously_ill=ILL in codes,
    )


def _tie(person: Resident, applicant: Resident, reference: Reference) -> Tie:
    """Return what *person* is to *applicant*, as far as both relations to the head say it."""
    if person.id == applicant.id:
        return Tie.APPLICANT
    ties = reference.assistance.relations
    his = ties.get(person.relation, Tie.UNKNOWN)
    if applicant.relation in HEAD_RELATIONS:
        return his
    own = ties.get(applicant.relation, Tie.UNKNOWN)
    return BY_HEAD.get(
        (own, Tie.APPLICANT if person.relation in HEAD_RELATIONS else his), Tie.UNKNOWN
    )


def _lives_along(person: Resident, applicant: Resident) -> bool | None:
    if person.id == applicant.id:
        return True
    same = person.living.dwelling_id == applicant.living.dwelling_id
    return True if same and applicant.living.dwelling_id and person.lives_here else None


def _disability(tags: Sequence[Tag]) -> tuple[str, int]:
    """Return the gravest disability and its level, 0 where that is not told."""
    found = [
        (LEVELS.index(tag.level) + 1 if tag.level in LEVELS else 0, tag.code)
        for tag in tags
        if tag.code.startswith(DISABLED)
    ]
    if not found:
        return "", 0
    level, code = min(found, key=lambda each: (each[0] or len(LEVELS) + 1, each[1] == DISABLED))
    return code, level


def _hints(person: Resident, tags: Sequence[Tag], reference: Reference) -> tuple[str, ...]:
    told = person.particulars
    names = [
        entry.name
        for system, code in (("occupation", told.occupation), ("health", told.health))
        if (entry := reference.table(system).by_code(code)) is not None
    ]
    for tag in tags:
        known = reference.tag(tag.code)
        if known is not None and (tag.code.startswith(DISABLED) or tag.code in HINTED):
            names.append(f"{known.name}{tag.level}")
    return tuple(dict.fromkeys(names))
