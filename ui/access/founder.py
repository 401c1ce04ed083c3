"""What founding a station does, apart from the steps that ask for it: plain work for jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.keys import new_key
from station_app.services.access import HomeState
from ui.access.opened import opened_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from station_app.bootstrap import Station
    from station_app.domain.paper_keys import PaperKey
    from station_app.services.access import AccessService, StationHome, StationKey
    from station_app.services.progress import Progress
    from ui.access.opened import Opened

DEMO_PEOPLE = 2000
DEMO_PASSPHRASE = "Demo-Station-2000"  # noqa: S105 - printed in the README: it guards nobody's data


class Founder:
    """Makes stations and opens them. Touches no widget: all of it is called in jobs."""

    def __init__(
        self,
        access: AccessService,
        open_station: Callable[[StationHome, StationKey], Station],
    ) -> None:
        self._access, self._open_station = access, open_station

    def make(self, home: StationHome, name: str, passphrase: str) -> PaperKey:
        """Make the store of the founder called *name* and lock it again.

        Return the key for the day the passphrase is forgotten.
        """
        return self._access.create(home, passphrase, name=name)

    def prove(self, home: StationHome, typed: str, particulars: Mapping[str, object]) -> Opened:
        """Open the store with what was *typed* once more, and keep its *particulars*.

        Kept only now: before, there was no open store to keep them in. Raises
        :class:`WrongPassphraseError` when the proof fails.
        """
        opened = self._open(home, typed)
        opened.station.settings.change(**{**particulars, "station_id": new_key()})
        return opened

    def demo(self, home: StationHome, name: str, progress: Progress) -> Opened:
        """Open the demo station, made for somebody called *name* and peopled if there is none."""
        # one made before is opened again, with what was tried out in it
        is_new = home.state() is not HomeState.READY
        if is_new:
            self._access.create(home, DEMO_PASSPHRASE, name=name)
        opened = self._open(home, DEMO_PASSPHRASE)
        if is_new:
            station = opened.station
            values = station.demo.words().places.station
            station.settings.change(**{**values, "station_id": new_key(), "is_demo": True})
            station.demo.fill(DEMO_PEOPLE, progress=progress)
        return opened

    def _open(self, home: StationHome, passphrase: str) -> Opened:
        key = self._access.unlock(home, passphrase)
        return opened_by(key, home, self._open_station)
