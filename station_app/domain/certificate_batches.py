"""Certificates of one occasion for many people (成批), and the lists they come from.

A batch is approved as one act. Each of its certificates is a request of its own, with its
own number, and is given out in a transaction of its own: what is stopped half way goes on
later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NewType

from station_app.domain.certificate_requests import WITH_NUMBER, RequestId, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

BatchId = NewType("BatchId", str)

MOST: Final = 500
"""How many people a batch may have."""
OCCASION_LENGTH: Final = 120
TAKEN_ALONG: Final = frozenset({Stage.COLLECTED, Stage.ARCHIVED})
_PARTED: Final = re.compile(r"[\t,，;；、|｜\s]+")
_NUMBER: Final = re.compile(r"\d{3,17}[\dXx]\Z")
_ORDINAL: Final = re.compile(r"^\s*\d{1,3}\s*[.．、)）:：\t]\s*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody of a list that was pasted: his name, and the number or its end if it says."""

    name: str
    digits: str = ""


class Matched(StrEnum):
    """What was found for a line of a list."""

    ONE = "one"
    NOBODY = "nobody"
    SEVERAL = "several"
    AGAIN = "again"  # named in a line above
    OBSTACLE = "obstacle"  # may not have it: see the reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Who a line of a list may be; ``told`` says of one of them where he lives and the like.

    ``reason`` is the obstacle, or the characters of the name that no font has.
    """

    wanted: Wanted
    kind: Matched
    resident_id: str = ""
    told: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One certificate of a batch."""

    request_id: RequestId
    holder: str
    stage: Stage
    certificate_id: str | None
    number: str
    version: int
    collected_by: str = ""
    relation: str = ""
    collected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch as kept, with its certificates in their order."""

    id: BatchId
    version: int
    kind: str
    occasion: str
    drawn_up_on: date
    handled_by: str
    approved_by: str
    approved_on: date | None
    members: tuple[Member, ...]

    @property
    def issued(self) -> tuple[Member, ...]:
        """Return those that have a number and are not void."""
        return tuple(each for each in self.members if each.stage in WITH_NUMBER)

    @property
    def waiting(self) -> tuple[Member, ...]:
        """Return those that wait for approval."""
        return tuple(each for each in self.members if each.stage is Stage.VERIFIED)

    @property
    def unprinted(self) -> tuple[Member, ...]:
        """Return those that have a number and were not printed."""
        return tuple(each for each in self.members if each.stage is Stage.APPROVED)

    @property
    def to_collect(self) -> tuple[Member, ...]:
        """Return those that are printed and lie at the window."""
        return tuple(each for each in self.members if each.stage is Stage.PRINTED)

    @property
    def collected(self) -> tuple[Member, ...]:
        """Return those that somebody took along, the filed ones too."""
        return tuple(each for each in self.members if each.stage in TAKEN_ALONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOut:
    """Who of a batch had his certificate taken along, and who was left alone.

    ``given`` tells the version that each has since; taking it back asks for it.
    """

    given: Mapping[RequestId, int]
    left: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody of a batch who cannot have his certificate, and the reason's code."""

    holder: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a batch that was approved: how many got their number, how many wait.

    ``is_cancelled`` says that it was stopped: the rest goes on when it is approved again.
    """

    issued: int
    left: int
    refused: tuple[Refusal, ...] = ()
    is_cancelled: bool = False


def wanted_in(text: str) -> tuple[Wanted, ...]:
    """Return who is named in *text*, one a line: a name, then perhaps a number or its end.

    Lines may be numbered, or be cells that were copied from a table.
    """
    found = []
    for line in text.splitlines():
        parts = [part for part in _PARTED.split(_ORDINAL.sub("", line).strip()) if part]
        digits = next((part.upper() for part in parts if _NUMBER.match(part)), "")
        name = " ".join(_name_of(parts))
        if name:
            found.append(Wanted(name, digits))
    return tuple(found)


def _name_of(parts: Iterable[str]) -> list[str]:
    """Return the parts of a line before its number; what follows is a remark."""
    name: list[str] = []
    for part in parts:
        if any(letter.isdigit() for letter in part):
            break
        # a Chinese name is one part; what stands behind it is a group or a remark
        if name and not (part.isascii() and name[-1].isascii()):
            break
        name.append(part)
    return name
