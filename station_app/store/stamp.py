"""Who and when: what every record of one transaction is signed with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Stamp:
    """The moment, the signature and the logical clock of one transaction."""

    at: datetime
    by: str
    hlc: int = 0

    def of_new(self) -> dict[str, object]:
        """Return the columns of a record that is kept for the first time."""
        return {"version": 1, "created_at": self.at, "created_by": self.by, **self.of_change()}

    def of_change(self) -> dict[str, object]:
        """Return the columns of a record that is changed."""
        return {"changed_at": self.at, "changed_by": self.by}
