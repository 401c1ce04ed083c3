"""How a secret came to stand, as its slot tells it: when, in which way, by whose hand.

It is written where the store is closed, and noted in the audit when that is opened next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

HAND = re.compile(r"([0-9a-f]{32})?")
FIELDS = {"at", "by", "how"}


class Way(StrEnum):
    """How a secret was set."""

    CHOSEN = "chosen"  # by who knew the former
    PAPER = "paper"  # by whoever had the paper key
    HELPED = "helped"  # given at the door, with a supervisor's passphrase
    GIVEN = "given"  # given by whoever looks after the staff


TO_BE_CHANGED = frozenset({Way.HELPED, Way.GIVEN})
"""What another may know, and whoever it was given to has to put his own in the place of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Since when a secret stands, how it was set, and by whom (a staff id, or empty)."""

    at: datetime
    how: Way
    by: str = ""

    def as_record(self) -> dict[str, str]:
        """Return it as it stands in the slot."""
        return {"at": self.at.isoformat(), "by": self.by, "how": self.how.value}


def read_origin(record: Mapping[str, Any]) -> Origin:
    """Return what stands in a slot as *record*; raises ``ValueError`` or ``TypeError``."""
    if not isinstance(record, dict) or record.keys() != FIELDS or not HAND.fullmatch(record["by"]):
        raise ValueError
    at = datetime.fromisoformat(record["at"])
    if at.tzinfo is not UTC:
        raise ValueError
    return Origin(at=at, how=Way(record["how"]), by=record["by"])
