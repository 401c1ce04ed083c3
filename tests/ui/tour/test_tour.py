from __future__ import annotations

import pytest

from station_app.domain.settings import Settings
from tests.homes import PASSPHRASE, found_home
from ui.tour.running import TourLostError, WindowLook
from ui.tour.tour import take_tour

LOOK = WindowLook(language="en")


@pytest.fixture
def empty_home(tmp_path):
    return found_home(tmp_path, lambda station: station.settings.change(name=Settings.__name__))


def test_station_without_people_has_nothing_to_show(empty_home, tmp_path):
    with pytest.raises(TourLostError) as lost:
        take_tour(empty_home, tmp_path / "out", passphrase=PASSPHRASE, look=LOOK)
    assert "nobody" in lost.value.where
