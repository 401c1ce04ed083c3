from __future__ import annotations

import pytest

from station_app.bootstrap import open_station
from station_app.domain.settings import Settings
from station_app.services.access import AccessService, StationHome
from station_app.store.vault.derivation import Cost
from ui.tour.running import TourLostError, WindowLook
from ui.tour.tour import take_tour

PASSPHRASE = "Spring-Willow-7"
LOOK = WindowLook(language="en")


@pytest.fixture
def empty_home(tmp_path):
    home = StationHome(tmp_path / "home")
    access = AccessService(Cost(memory_kib=64, passes=1, lanes=1))
    access.create(home, PASSPHRASE)
    station = open_station(home, access.unlock(home, PASSPHRASE).database)
    station.settings.change(name=Settings.__name__)
    station.close()
    return home


def test_station_without_people_has_nothing_to_show(empty_home, tmp_path):
    with pytest.raises(TourLostError) as lost:
        take_tour(empty_home, tmp_path / "out", passphrase=PASSPHRASE, look=LOOK)
    assert "nobody" in lost.value.where
