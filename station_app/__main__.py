"""``python -m station_app``: the same as the command ``station``.

A frozen program has no interpreter to call, so it starts itself with a flag to
read a foreign file in a process apart (services/confinement.py).
"""

from __future__ import annotations

import sys
from importlib import import_module

ENTRANCES = {
    "--read-code": "station_app.services.certificates.code_child",
    "--read-spreadsheet": "station_app.services.imports.child",
    "--read-scan": "station_app.services.counter.scan_child",
    "--taste-sync-file": "station_app.services.sync.child",
}
"""By the only argument; the flags are those of the readers, which are loaded when asked for."""

if __name__ == "__main__":
    flag = sys.argv[1] if len(sys.argv) == 2 else ""
    sys.exit(import_module(ENTRANCES.get(flag, "ui.cli.main")).main())
