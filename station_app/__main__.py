"""``python -m station_app``: the same as the command ``station``.

A frozen program has no interpreter to call, so it starts itself with a flag to
read a foreign file in a process apart (services/imports/reading.py).
"""

from __future__ import annotations

import sys
from importlib import import_module

from station_app.services.imports.confinement import READER_FLAG

if __name__ == "__main__":
    is_reader = sys.argv[1:] == [READER_FLAG]
    entrance = "station_app.services.imports.child" if is_reader else "ui.cli.main"
    sys.exit(import_module(entrance).main())
