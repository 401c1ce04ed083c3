"""The commands of the README: ``python3 installer/dev.py run`` and ``... test``.

Only looks at the Python it was started with, in words any Python 3 can read;
what it then does stands in :mod:`installer.commands`.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWEST = (3, 13)


def complaint_about(version: tuple[int, int]) -> str:
    """Return why Python *version* will not do, or an empty string."""
    if OLDEST <= version <= NEWEST:
        return ""
    return (
        "Station needs Python 3.11, 3.12 or 3.13, and this is Python {}.{}. "
        "Start the same command with one of those, for example: python3.11 installer/dev.py run"
    ).format(*version)


if __name__ == "__main__":
    complaint = complaint_about((sys.version_info.major, sys.version_info.minor))
    if complaint:
        sys.exit(complaint)
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    runpy.run_module("installer.commands", run_name="__main__", alter_sys=True)
