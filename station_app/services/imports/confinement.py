"""What the child process that reads foreign files may use, and no more.

A spreadsheet of five kilobytes can ask for 500 GB of memory, and one of 300 KB
can keep a parser busy for a minute, so the ceilings are set on the process and
not on the file (design/security.md 3.8).
"""

from __future__ import annotations

from station_app.services.confinement import confine_to

READER_FLAG = "--read-spreadsheet"  # a frozen program starts itself with it
SECONDS = 20
MEMORY_BYTES = 512 * 1024 * 1024
FILE_BYTES = 60 * 1024 * 1024
UNPACKED_BYTES = 600 * 1024 * 1024
PACKED_PARTS = 4_000
ROWS = 200_000
COLUMNS = 300
CELLS = 6_000_000
MERGES = 200_000


def confine() -> None:
    """Set the ceilings on this process."""
    confine_to(memory=MEMORY_BYTES, seconds=SECONDS)
