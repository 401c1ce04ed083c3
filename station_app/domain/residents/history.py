"""What happened to a record, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field's change: who, when, before, after."""

    id: str
    kind: str
    record_id: str
    act: str
    field: str
    before: str
    after: str
    at: datetime
    by: str
