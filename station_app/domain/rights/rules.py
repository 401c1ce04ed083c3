"""Why data are kept, what becomes of them when consent is withdrawn: rules that are data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from station_app.domain.codes import Sensitivity

TAG = "tag:"
"""A tag as a field: ``tag:dibao``. Other fields are columns of the resident."""


class Ground(StrEnum):
    """Why something may be kept and used (PIPL 13)."""

    CONSENT = "consent"
    DUTY = "duty"  # 13(3): a statutory duty, no consent is needed


class After(StrEnum):
    """What becomes of data when nothing allows their use any more (PIPL 47)."""

    KEEP = "keep"  # kept and used: the ground is not consent
    FREEZE = "freeze"  # a law keeps them; they are not used any more
    ERASE = "erase"


class Counted(StrEnum):
    """Which days a time limit counts (domain brief 5.5)."""

    WORKING = "working"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entry of a list that people choose from; ``basis`` is the law it rests on."""

    code: str
    name: str
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Named):
    """What data may be used for; each is consented to by itself.

    ``effect`` is what has to be told of sensitive ones (PIPL 30); ``needs_recipient``
    is giving to another handler (23), ``by_guardian`` what only a guardian allows (31).
    """

    is_sensitive: bool = False
    is_separate: bool = False
    needs_recipient: bool = False
    by_guardian: bool = False
    effect: str = ""

    def needs_own_consent(self) -> bool:
        """Whether it has to be consented to separately (单独同意)."""
        return self.is_sensitive or self.is_separate


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup(Named):
    """Data of one kind: the fields it is made of, why and how long it is kept.

    ``kinds`` names the data for the notice, ``purpose`` is the one it hangs upon.
    """

    kinds: str
    level: Sensitivity
    fields: tuple[str, ...]
    ground: Ground
    purpose: str
    after: After
    keeping: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Within how many days a request is answered; ``soon`` many before it is called due."""

    days: int
    counted: Counted
    soon: int


@dataclass(frozen=True, kw_only=True)
class RightsRules:
    """All of it; ``edition`` is that of the notice (告知书) that goes with them."""

    edition: str
    answering: Answering
    purposes: tuple[Purpose, ...]
    groups: tuple[FieldGroup, ...]
    refusals: tuple[Named, ...]
    ways: tuple[Named, ...]
    checks: tuple[Named, ...]
    bases: tuple[Named, ...]

    def purpose(self, code: str) -> Purpose | None:
        """Return the purpose of *code*, if there is one."""
        return self._purposes.get(code)

    def group_of(self, field: str) -> FieldGroup | None:
        """Return the group that *field* belongs to, if there is one."""
        return self._groups.get(field)

    def hanging_upon(self, purpose: str) -> tuple[FieldGroup, ...]:
        """Return the groups that are kept for *purpose* alone."""
        return tuple(group for group in self.groups if group.purpose == purpose)

    @cached_property
    def _purposes(self) -> Mapping[str, Purpose]:
        return {purpose.code: purpose for purpose in self.purposes}

    @cached_property
    def _groups(self) -> Mapping[str, FieldGroup]:
        return {field: group for group in self.groups for field in group.fields}


def name_in(entries: Iterable[Named], code: str) -> str:
    """Return the name of *code* among *entries*; the code itself if it is unknown."""
    return next((entry.name for entry in entries if entry.code == code), code)
