"""Homes as the program finds them: locked, with key slots that are cheap to open."""

from __future__ import annotations

from station_app.bootstrap import open_station
from station_app.services.access import AccessService, StationHome
from station_app.store.vault.derivation import Cost

PASSPHRASE = "Spring-Willow-7"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def found_home(folder, furnish):
    """Found a home in *folder* and *furnish* its station."""
    home = StationHome(folder / "home")
    access = AccessService(CHEAP)
    access.create(home, PASSPHRASE)
    station = open_station(home, access.unlock(home, PASSPHRASE))
    furnish(station)
    station.close()
    return home


def found_demo_home(folder, people):
    """Found the home of a demo station with so many invented *people*."""

    def invent(station):
        words = station.demo.words().places.station
        station.settings.change(**{**words, "is_demo": True})
        station.demo.fill(people)

    return found_home(folder, invent)
