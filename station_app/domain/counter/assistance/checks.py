"""What keeps a pre-check from being kept: slips of the finger, not gaps, which it is for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.counter.assistance.members import Tie
from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from station_app.domain.counter.assistance.draft import CheckDraft
    from station_app.domain.counter.assistance.members import Amount, Member
    from station_app.domain.counter.assistance.rules import AssistanceRules

MOST_MEMBERS, MOST_ROWS = 30, 60
MOST_FEN = 100_000_000_00  # a hundred million yuan is a slip of the finger
LONGEST, LONGEST_NAME = 2000, 60
MOST_LEVEL = 4


def tidied_check(draft: CheckDraft) -> CheckDraft:
    """Return *draft* without blanks at the ends and without empty rows."""
    return replace(
        draft,
        standard_source=draft.standard_source.strip(),
        note=draft.note.strip(),
        members=tuple(map(_tidied, draft.members)),
        assets=tuple(each for each in draft.assets if each.kind or each.amount),
    )


def problems_with_check(
    draft: CheckDraft, rules: AssistanceRules, today: date
) -> tuple[Problem, ...]:
    """Return all that is wrong with a tidied *draft*, field by field."""
    found = [*_days(draft, today), *_family(draft), *_assets(draft, rules)]
    for place, member in enumerate(draft.members):
        found += _member(member, f"members.{place}", rules, today)
    if draft.standard < 0 or draft.standard > MOST_FEN:
        found.append(Problem("standard", "out-of-range"))
    elif draft.standard and not draft.standard_source:
        found.append(Problem("standard_source", "missing"))
    if len(draft.note) > LONGEST:
        found.append(Problem("note", "too-long"))
    return tuple(found)


def _tidied(member: Member) -> Member:
    return replace(
        member,
        name=member.name.strip(),
        health=member.health.strip(),
        incomes=_told(member.incomes),
        deductions=_told(member.deductions),
    )


def _told(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    return tuple(each for each in amounts if each.kind or each.fen)


def _days(draft: CheckDraft, today: date) -> Iterator[Problem]:
    if draft.received_on is None:
        yield Problem("received_on", "missing")
    former = draft.received_on
    for name in ("received_on", "accepted_on", "published_on"):
        day = getattr(draft, name)
        if day is None:
            continue
        if day > today:
            yield Problem(name, "in-the-future")
        elif former is not None and day < former:
            yield Problem(name, "too-early")
        former = day


def _family(draft: CheckDraft) -> Iterator[Problem]:
    ties = [member.tie for member in draft.members]
    if ties.count(Tie.APPLICANT) != 1:
        yield Problem("members", "one-applicant")
    if ties.count(Tie.SPOUSE) > 1:
        yield Problem("members", "one-spouse")
    if len(ties) > MOST_MEMBERS:
        yield Problem("members", "too-many")


def _member(member: Member, field: str, rules: AssistanceRules, today: date) -> Iterator[Problem]:
    if not member.name:
        yield Problem(f"{field}.name", "missing")
    elif len(member.name) > LONGEST_NAME:
        yield Problem(f"{field}.name", "too-long")
    if member.born is not None and member.born > today:
        yield Problem(f"{field}.born", "in-the-future")
    if not 0 <= member.level <= MOST_LEVEL:
        yield Problem(f"{field}.level", "out-of-range")
    if len(member.health) > LONGEST:
        yield Problem(f"{field}.health", "too-long")
    yield from _amounts(member.incomes, f"{field}.incomes", rules.incomes.keys())
    yield from _amounts(member.deductions, f"{field}.deductions", rules.deductions.keys())


def _amounts(amounts: tuple[Amount, ...], field: str, kinds: Collection[str]) -> Iterator[Problem]:
    if len(amounts) > MOST_ROWS:
        yield Problem(field, "too-many")
    for place, each in enumerate(amounts):
        if each.kind not in kinds:
            code = "unknown" if each.kind else "missing"
            yield Problem(f"{field}.{place}.kind", code)
        if not 0 <= each.fen <= MOST_FEN:
            yield Problem(f"{field}.{place}.fen", "out-of-range")


def _assets(draft: CheckDraft, rules: AssistanceRules) -> Iterator[Problem]:
    if len(draft.assets) > MOST_ROWS:
        yield Problem("assets", "too-many")
    for place, each in enumerate(draft.assets):
        if each.kind not in rules.assets:
            yield Problem(f"assets.{place}.kind", "unknown" if each.kind else "missing")
        if not 0 <= each.amount <= MOST_FEN:
            yield Problem(f"assets.{place}.amount", "out-of-range")
