"""Where the window starts."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from station_app.later import later
from station_app.services.access import StationHome, default_home
from ui.app.ahead import Ahead

if TYPE_CHECKING:
    from pathlib import Path

    from ui.app import program as windowed
else:
    # Qt, while the key is computed; under a name that the package has no module of
    windowed = later("ui.app.program")


def main(*, home: Path | None = None, language: str = "", user: str = "") -> int:
    """Show the window of the station in *home*; return the exit code.

    With ``STATION_PASSPHRASE`` set the station is opened with it, for *user* (or
    ``STATION_USER``) where several people work. Its key is
    computed, and the store's packages are loaded, while Qt starts.
    """
    gc.disable()  # hardly anything is rubbish yet, and looking for it is a tenth of the start
    chosen = default_home() if home is None else StationHome(home.absolute())
    ahead = Ahead(chosen, user=user)
    return windowed.run(chosen, ahead, language=language)
