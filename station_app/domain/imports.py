"""Imports of rosters (导入花名册), as a list of them tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One import as a list shows it; ``counts`` are those it was told with."""

    id: str
    file_name: str
    counts: Mapping[str, Any]
    at: datetime
    by: str
    is_undone: bool
