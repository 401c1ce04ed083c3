"""Restricted tags (受限标签, L4): off until officers are named, seen by those officers alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.access.staff import StaffId
    from station_app.domain.residents.tags import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class TagOfficers:
    """Who deals with people of one restricted tag (专责人员); nobody: the tag is off."""

    code: str
    staff: tuple[StaffId, ...] = ()

    @property
    def is_on(self) -> bool:
        """Whether the tag may be given at all."""
        return bool(self.staff)


def beyond(tags: Iterable[Tag], codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of *tags* that are none of *codes*."""
    known = frozenset(codes)
    return tuple(tag.code for tag in tags if tag.code not in known)
