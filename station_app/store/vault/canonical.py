"""One value, one text: JSON in the single form in which it is signed and compared."""

from __future__ import annotations

import json
from typing import Any


def as_bytes(value: Any) -> bytes:
    """Return *value* as JSON with sorted names, readable by a person, ASCII only."""
    return (json.dumps(value, sort_keys=True, indent=1, ensure_ascii=True) + "\n").encode("ascii")
