"""Guardians (监护人): who decides for a child, and when there must be one (PIPL 31)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.codes import Sensitivity
from station_app.domain.errors import Problem
from station_app.domain.residents.line import age_on

if TYPE_CHECKING:
    from datetime import date

CHILD_UNDER = 14
GROWN_UP = 18
TEXT_LENGTH = 120
TELLING = {"name": "name", "kinship": "relation", "basis": "basis"}
"""What has to be told, by the names its problems carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianDraft:
    """Who is somebody's guardian: another resident (``person_id``), or an outside person."""

    person_id: str = ""
    name: str = ""
    relation: str = ""
    phone: str = ""
    basis: str = ""
    since: date | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardian:
    """A guardian as kept."""

    id: str
    version: int
    resident_id: str
    particulars: GuardianDraft

    def acts_on(self, day: date) -> bool:
        """Whether he is the guardian on *day*."""
        told = self.particulars
        begun = told.since is None or told.since <= day
        return begun and (told.until is None or day < told.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLine:
    """A child under fourteen for whom something is missing, as a list shows it."""

    id: str
    name: str
    born: date
    address: str
    has_guardian: bool
    has_consent: bool


def is_child(born: date | None, *, today: date) -> bool:
    """Whether somebody *born* that day is under fourteen: then a guardian decides."""
    return born is not None and age_on(today, born=born) < CHILD_UNDER


def least_level(level: Sensitivity, *, born: date | None, today: date) -> Sensitivity:
    """Return how closely data of *level* are kept: those of children at least as L3."""
    if is_child(born, today=today) and level < Sensitivity.SENSITIVE:
        return Sensitivity.SENSITIVE
    return level


def problems_with_guardian(draft: GuardianDraft) -> tuple[Problem, ...]:
    """Return all that keeps *draft* from being accepted, field by field."""
    found = [
        Problem(field, "missing")
        for field, name in TELLING.items()
        if not getattr(draft, name).strip()
    ]
    if not draft.person_id and not draft.phone.strip():
        # an outside person cannot be asked any other way
        found.append(Problem("phone", "missing"))
    if draft.since and draft.until and draft.until <= draft.since:
        found.append(Problem("until", "ends-before-it-begins"))
    found += [
        Problem(field, "too-long", {"most": TEXT_LENGTH})
        for field in ("name", "note")
        if len(getattr(draft, field)) > TEXT_LENGTH
    ]
    return tuple(found)
