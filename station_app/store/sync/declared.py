"""Where it is declared what is exchanged, and what tells one declaration from another.

Apart, because it is asked at every start, and the declaration itself only when
something is exchanged.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

FILE = RESOURCES / "sync" / "tables.json"


def digest_of(path: Path = FILE) -> str:
    """Return the SHA-256 of the declaration, whatever the line ends of this check-out."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
