"""Dated tags of residents (特殊人群标签); what each code means is data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag on one person; without ``until`` it holds to this day."""

    id: str = ""
    code: str
    level: str = ""
    since: date | None = None
    until: date | None = None
    source: str = ""
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the tag is in force on *day*."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


def problems_with_tags(tags: Iterable[Tag]) -> tuple[Problem, ...]:
    """Return what keeps *tags* from being accepted, by their places."""
    return tuple(
        Problem(f"tags.{place}", "ends-before-it-begins")
        for place, tag in enumerate(tags)
        if tag.since and tag.until and tag.until < tag.since
    )
