"""``python -m station_app``: the same as the command ``station``."""

from __future__ import annotations

import sys

from ui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
