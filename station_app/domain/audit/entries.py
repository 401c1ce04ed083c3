"""Entries of the audit as people read them, and what they are looked for by."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

UNDONE = "-undone"
ALARMS = ("audit:chain:faulty", "audit:head:contradicted")
SETTLED = "audit:alarm:settled"
ARCHIVED = "audit:chain:archived"


class ActKind(StrEnum):
    """What an act does with the data of people."""

    LOOK = "look"
    CHANGE = "change"
    GIVE_OUT = "give-out"
    EXCHANGE = "exchange"
    STAFF = "staff"
    CARE = "care"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act that the audit knows (``subject:part:action``), with its words in two languages."""

    act: str
    kind: ActKind
    zh: str
    en: str


def plain_act(act: str) -> str:
    """Return *act* without the marks of being taken back."""
    while act.endswith(UNDONE):
        act = act.removesuffix(UNDONE)
    return act


def is_undone(act: str) -> bool:
    """Whether *act* takes another back; what takes that back again does not."""
    return (len(act) - len(plain_act(act))) // len(UNDONE) % 2 == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One entry, read.

    ``by`` is the signature: the member of staff and the device. ``about`` is the name of
    the person it is about, where there is one.
    """

    number: int
    at: datetime
    by: str
    act: str
    record_id: str
    facts: Mapping[str, Any]
    digest: bytes
    about: str = ""
    person: str = ""

    @property
    def who(self) -> str:
        """Return the member of staff."""
        return self.by.rpartition("@")[0] or self.by

    @property
    def device(self) -> str:
        """Return the device."""
        return self.by.rpartition("@")[2] if "@" in self.by else ""

    @property
    def reason(self) -> str:
        """Return why it was done, if that was said."""
        return str(self.facts.get("reason") or self.facts.get("purpose") or "")

    @property
    def changes(self) -> Mapping[str, list[str] | None]:
        """Return the fields that changed: before and after, or nothing where it is not told."""
        found = self.facts.get("changes")
        return found if isinstance(found, dict) else {}


def facts_in(text: str) -> Mapping[str, Any]:
    """Return the facts that an entry holds; none of one that was tampered with."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """What entries are wanted: those that meet all that is given.

    ``person`` is a resident's key, ``staff`` and ``devices`` are parts of signatures,
    ``acts`` whole acts or what they begin with (``resident:``), days are local ones.
    """

    person: str = ""
    staff: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    kinds: tuple[ActKind, ...] = ()
    since: date | None = None
    until: date | None = None

    def is_open(self) -> bool:
        """Whether everything is wanted."""
        return self == AuditFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What there is to choose from: staff and devices that signed, acts that were done."""

    staff: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the audit stands: how much there is, when it was last found whole, what is alarming.

    ``alarms`` are those nobody has looked into yet, the latest first; ``archived`` is the
    number up to which entries lie in archives.
    """

    count: int = 0
    last: int = 0
    verified_at: datetime | None = None
    verified_upto: int = 0
    archived: int = 0
    alarms: tuple[AuditEntry, ...] = field(default_factory=tuple)
