"""Files kept with a resident (附件): scans and photographs of papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

MOST_BYTES = 10 * 1024 * 1024
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with a resident; ``size`` in bytes."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime | None = None
    added_by: str = ""
