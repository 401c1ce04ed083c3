"""What the residents' table is narrowed down to, and the order it is shown in."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

DIMENSIONS = ("grids", "estates", "buildings", "sexes", "standings", "tags")
"""The conditions whose choices can be counted."""


class Order(StrEnum):
    """Orders the store has an index for."""

    NAME = "name"
    BORN = "born"
    ADDRESS = "address"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentFilter:
    """Conditions that must all hold; an empty one does not narrow.

    Places, tags, and standings are alternatives among themselves. Ages are full
    years, both ends included. ``lacks_document`` keeps people without any
    document, ``binned`` shows the bin instead of the register.
    """

    grids: tuple[str, ...] = ()
    estates: tuple[str, ...] = ()
    buildings: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    lacks_document: bool = False
    binned: bool = False

    def as_data(self) -> dict[str, object]:
        """Return what a saved list keeps: only the conditions that narrow."""
        empty = asdict(ResidentFilter())
        return {name: value for name, value in asdict(self).items() if value != empty[name]}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> ResidentFilter:
        """Return the filter kept as *data*; unknown conditions are left out."""
        known = {field.name for field in fields(cls)}
        kept: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in data.items()
            if name in known
        }
        return cls(**kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedList:
    """A filter somebody gave a name to."""

    id: str
    name: str
    filter: ResidentFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterCounts:
    """How many residents each choice would leave: dimension → choice → people."""

    total: int
    by_choice: dict[str, dict[str, int]]
