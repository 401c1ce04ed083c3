"""Where the window starts."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from station_app.services.access import StationHome, default_home
from ui.app.ahead import Ahead

if TYPE_CHECKING:
    from pathlib import Path


def main(*, home: Path | None = None, language: str = "") -> int:
    """Show the window of the station in *home*; return the exit code.

    With ``STATION_PASSPHRASE`` set the station is opened with it. Its key is
    computed, and the store's packages are loaded, while Qt starts.
    """
    gc.disable()  # hardly anything is rubbish yet, and looking for it is a tenth of the start
    chosen = default_home() if home is None else StationHome(home.absolute())
    ahead = Ahead(chosen)
    from ui.app.program import run  # noqa: PLC0415 - Qt loads while the key is computed

    return run(chosen, ahead, language=language)
