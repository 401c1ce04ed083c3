"""Who belongs to the family that applies (共同生活的家庭成员), and who does not.

Counted are the spouse, minor children, grown-up children who cannot live by themselves
(full-time undergraduates too), and others with a statutory duty of support who live along
for long. Not counted is who is away: clergy for three years, in prison, in compulsory
rehabilitation, declared missing (民发〔2021〕57号). What is not known stays not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.residents.line import age_on

if TYPE_CHECKING:
    from datetime import date

OF_AGE = 18
EARNS_FROM = 16
"""Below this nobody earns (民法典 18条; 劳动法 15条): no statement is asked for."""


class Tie(StrEnum):
    """What somebody is to whoever applies."""

    UNKNOWN = ""
    APPLICANT = "applicant"
    SPOUSE = "spouse"
    CHILD = "child"
    DUTY = "duty"  # parents, grandparents, grandchildren, siblings: 赡养、扶养、抚养
    NO_DUTY = "no-duty"


class Dependence(StrEnum):
    """Whether a grown-up child lives by himself."""

    UNKNOWN = ""
    INDEPENDENT = "independent"
    STUDENT = "student"  # full-time, up to bachelor
    UNABLE = "unable"


class Away(StrEnum):
    """Why somebody does not live with the family."""

    NO = ""
    CLERGY = "clergy"  # for three years or longer
    PRISON = "prison"
    REHAB = "rehab"
    MISSING = "missing"  # declared so by a court


class Work(StrEnum):
    """What somebody works."""

    UNKNOWN = ""
    EMPLOYED = "employed"
    SELF = "self"
    FLEXIBLE = "flexible"
    UNEMPLOYED = "unemployed"
    RETIRED = "retired"
    STUDENT = "student"
    UNABLE = "unable"


class Per(StrEnum):
    """Over which time an amount is told."""

    MONTH = "month"
    YEAR = "year"


class Counting(StrEnum):
    """Whether somebody is a member."""

    IN = "in"
    OUT = "out"
    UNKNOWN = "unknown"


class Standing(NamedTuple):
    """Whether somebody is counted, and the code that says why."""

    counting: Counting
    why: str


BY_TIE = {
    Tie.APPLICANT: Standing(Counting.IN, "applicant"),
    Tie.SPOUSE: Standing(Counting.IN, "spouse"),
    Tie.NO_DUTY: Standing(Counting.OUT, "no-duty"),
    Tie.UNKNOWN: Standing(Counting.UNKNOWN, "tie"),
}


WHYS = (
    *(standing.why for standing in BY_TIE.values()),
    *(f"away-{away.value}" for away in Away if away),
    "minor",
    "born",
    "dependence",
    *(f"child-{each.value}" for each in (Dependence.STUDENT, Dependence.UNABLE)),
    "lives-along",
    "lives-apart",
)
"""The codes that say why somebody is counted, is not, or may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Money of one kind, in fen; ``is_proved``: a paper was seen."""

    kind: str = ""
    fen: int = 0
    per: Per = Per.MONTH
    is_proved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Member:
    """Somebody of the family as told; people stay out of logs.

    ``lives_along``: for long, as far as is known. ``incomes_told``: he has said of all his
    income, so that none at all means none. ``disability`` is the code of the tag,
    ``level`` one to four, both empty for none.
    """

    name: str = ""
    resident_id: str = ""
    tie: Tie = Tie.UNKNOWN
    born: date | None = None
    lives_along: bool | None = None
    dependence: Dependence = Dependence.UNKNOWN
    away: Away = Away.NO
    work: Work = Work.UNKNOWN
    disability: str = ""
    level: int = 0
    is_seriously_ill: bool = False
    health: str = ""
    incomes: tuple[Amount, ...] = ()
    deductions: tuple[Amount, ...] = ()
    incomes_told: bool = False


def standing_of(member: Member, today: date) -> Standing:
    """Return whether *member* is counted on *today*, and why."""
    if member.away and member.tie is not Tie.APPLICANT:
        return Standing(Counting.OUT, f"away-{member.away.value}")
    if member.tie is Tie.CHILD:
        return _child(member, today)
    if member.tie is Tie.DUTY:
        return _living_along(member)
    return BY_TIE[member.tie]


def earns(member: Member, today: date) -> bool:
    """Whether a statement about income is to be expected of *member*."""
    return member.born is None or age_on(today, born=member.born) >= EARNS_FROM


def _child(member: Member, today: date) -> Standing:
    if member.dependence in {Dependence.STUDENT, Dependence.UNABLE}:
        return Standing(Counting.IN, f"child-{member.dependence.value}")
    if member.born is None:
        return Standing(Counting.UNKNOWN, "born")
    if age_on(today, born=member.born) < OF_AGE:
        return Standing(Counting.IN, "minor")
    # a grown-up child who lives along owes support to his parents (赡养)
    if member.lives_along or member.dependence is Dependence.INDEPENDENT:
        return _living_along(member)
    return Standing(Counting.UNKNOWN, "dependence")


def _living_along(member: Member) -> Standing:
    if member.lives_along is None:
        return Standing(Counting.UNKNOWN, "lives-along")
    if member.lives_along:
        return Standing(Counting.IN, "lives-along")
    return Standing(Counting.OUT, "lives-apart")
