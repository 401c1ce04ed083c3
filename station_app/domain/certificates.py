"""Certificates (证明): their life, their numbers, and when one may be issued.

Life cycle (domain brief 3.4): draft → verified → approved → printed → archived; a void
certificate keeps its number, a reprint (补发) is a certificate of its own that
names the one it stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NewType

from station_app.domain.residents.standing import LIVES_HERE, Standing

if TYPE_CHECKING:
    from datetime import date

CertificateId = NewType("CertificateId", str)

RESIDENCE = "residence"
SERIAL_DIGITS = 4


class State(StrEnum):
    """Where a certificate is in its life."""

    DRAFT = "draft"
    ISSUED = "issued"
    VOID = "void"


class Event(StrEnum):
    """What may happen to a certificate."""

    ISSUE = "issue"
    REPRINT = "reprint"
    VOID = "void"


class Validity(StrEnum):
    """How it stands with the end of a certificate that is not void."""

    SOON = "soon"  # it ends within the next days
    OVER = "over"


SOON_DAYS: Final = 7
OVER_DAYS: Final = 90
"""How long a certificate that has ended stays on the board."""


# Every pair stands here, so that a test sees when one is forgotten; None is refused.
NEXT: dict[tuple[State, Event], State | None] = {
    (State.DRAFT, Event.ISSUE): State.ISSUED,
    (State.DRAFT, Event.REPRINT): None,
    (State.DRAFT, Event.VOID): None,
    (State.ISSUED, Event.ISSUE): None,
    (State.ISSUED, Event.REPRINT): State.ISSUED,
    (State.ISSUED, Event.VOID): State.VOID,
    (State.VOID, Event.ISSUE): None,
    (State.VOID, Event.REPRINT): None,
    (State.VOID, Event.VOID): None,
}


class Obstacle(StrEnum):
    """Why a certificate of residence may not be issued."""

    NO_MATCH = "certificate.no-match"  # name and number do not meet in one person
    DEAD = "certificate.dead"
    MOVED_OUT = "certificate.moved-out"
    NOT_LIVING_HERE = "certificate.not-living-here"
    NO_ADDRESS = "certificate.no-address"
    NEVER_VERIFIED = "certificate.never-verified"
    FACTS_TOO_OLD = "certificate.facts-too-old"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidenceFacts:
    """What decides whether a certificate of residence may be issued."""

    standing: Standing
    has_address: bool
    verified_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLine:
    """One line of the register of certificates."""

    id: CertificateId
    version: int
    number: str
    kind: str
    resident_id: str
    holder: str
    purpose: str
    issued_on: date
    handled_by: str
    state: State
    reason: str
    replaces: str
    valid_to: date | None = None
    """Its last day; None if it holds for ever."""
    collected_by: str = ""
    """Who took it along; of those of residence it is not asked."""
    relation: str = ""
    collected_on: date | None = None

    def validity(self, today: date) -> Validity | None:
        """Return whether it has ended or ends soon; None if it is void, or holds on."""
        if self.state is not State.ISSUED or self.valid_to is None:
            return None
        if self.valid_to < today:
            return Validity.OVER
        return Validity.SOON if self.valid_to <= today + timedelta(days=SOON_DAYS) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealUse:
    """One line of the register of seal use (用印登记簿)."""

    used_on: date
    certificate_id: str | None
    number: str
    title: str
    holder: str
    purpose: str
    copies: int
    handled_by: str
    approved_by: str
    kept_by: str


def days_of(validity: Validity, today: date) -> tuple[date, date]:
    """Return between which last days the certificates of the board lie, both included."""
    if validity is Validity.SOON:
        return today, today + timedelta(days=SOON_DAYS)
    return today - timedelta(days=OVER_DAYS), today - timedelta(days=1)


def obstacle_to_residence(
    facts: ResidenceFacts, *, today: date, freshness_days: int
) -> Obstacle | None:
    """Return what forbids a certificate of residence (居住情况证明), or None."""
    if facts.standing not in LIVES_HERE:
        return {
            Standing.DEAD: Obstacle.DEAD,
            Standing.LEFT: Obstacle.MOVED_OUT,
        }.get(facts.standing, Obstacle.NOT_LIVING_HERE)
    if not facts.has_address:
        return Obstacle.NO_ADDRESS
    if facts.verified_on is None:
        return Obstacle.NEVER_VERIFIED
    if today - facts.verified_on > timedelta(days=freshness_days):
        return Obstacle.FACTS_TOO_OLD
    return None


def number_of(*, word: str, year: int, serial: int) -> str:
    """Return a certificate's number, such as ``某社证字〔2026〕第0001号``."""
    return f"{word}〔{year}〕第{serial:0{SERIAL_DIGITS}d}号"
