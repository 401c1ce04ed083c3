"""What may not be used any more: held back from everybody, or gone.

A field is a column of the resident or a tag (``tag:dibao``). What is withheld stays
in the file untouched and is read as empty; what was erased is empty, and what its
history tells of the time before is held back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.rights.rules import TAG, After

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from station_app.domain.residents.history import Change
    from station_app.domain.rights.rules import FieldGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """That one field of one person is withheld, or was erased; ``source`` is what asked."""

    id: str
    resident_id: str
    field: str
    is_erased: bool
    reason: str
    source: str
    since: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What follows when nothing allows the use of some groups any more."""

    frozen: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def touches(self) -> bool:
        """Whether anything becomes of anything."""
        return bool(self.frozen or self.erased)


def consequence_for(groups: Iterable[FieldGroup], held: Collection[str]) -> Consequence:
    """Return what becomes of the fields *held* that belong to *groups*."""
    found: dict[After, list[str]] = {after: [] for after in After}
    for group in groups:
        found[group.after] += [field for field in group.fields if field in held]
    return Consequence(
        frozen=tuple(found[After.FREEZE]),
        erased=tuple(found[After.ERASE]),
        kept=tuple(found[After.KEEP]),
    )


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What of a history is held back: since when each field is withheld or erased."""

    until: Mapping[str, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, withheld: Iterable[Withheld]) -> HeldBack:
        """Return what is held back for all that is *withheld*; tags are told in one field."""
        until: dict[str, datetime] = {}
        for each in withheld:
            name = "tags" if each.field.startswith(TAG) else each.field
            until[name] = max(each.since, until.get(name, each.since))
        return cls(until)

    def over(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Return the *changes* that may be told."""
        return tuple(
            change
            for change in changes
            if change.field not in self.until or change.at > self.until[change.field]
        )


def is_tag(name: str) -> bool:
    """Whether a field is a tag."""
    return name.startswith(TAG)


def tag_field(code: str) -> str:
    """Return the tag of *code* as a field."""
    return f"{TAG}{code}"


def code_of(name: str) -> str:
    """Return the code of the tag that is the field *name*."""
    return name.removeprefix(TAG)
