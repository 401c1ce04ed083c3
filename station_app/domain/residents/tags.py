"""Dated tags of residents (特殊人群标签); what each code means is data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
