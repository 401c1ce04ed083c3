"""Full-width signs (全角), as Chinese keyboards write them, and the ASCII they stand for."""

from __future__ import annotations

from typing import Final

HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""For ``str.translate``: ！ to ～ become ! to ~."""
