"""How a child process that looks for codes is started, and what it may take."""

from __future__ import annotations

from typing import Final

READER_FLAG: Final = "--read-code"  # a frozen program starts itself with it
PDF: Final = b"%PDF-"
SECONDS: Final = 30
MEMORY_BYTES: Final = 1 << 30
MOST_BYTES: Final = 50_000_000
"""Of a file from outside."""
MOST_PIXELS: Final = 60_000_000
MOST_PAGES: Final = 4
