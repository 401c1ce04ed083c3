from __future__ import annotations

import pytest

from station_app.bootstrap import open_station
from station_app.domain.access.roles import FOUNDER
from station_app.domain.errors import WrongPassphraseError
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import HomeState, StationHome
from station_app.services.progress import Silence
from ui.access import founder as founder_module
from ui.access.founder import Founder

PASSPHRASE, NAME = "Blue horse 77", "王小明"


@pytest.fixture
def founder(access, clock):
    """A founder, whose stations are closed afterwards."""
    stations = []

    def opened(where, key):
        stations.append(open_station(where, key, clock=clock))
        return stations[-1]

    yield Founder(access, opened)
    for station in stations:
        station.close()


@pytest.fixture
def demo_home(tmp_path, monkeypatch):
    monkeypatch.setattr(founder_module, "DEMO_PEOPLE", 12)
    return StationHome(tmp_path / "station-demo")


def test_a_station_just_made_is_locked_and_its_paper_key_fits(founder, access, home):
    paper = founder.make(home, NAME, PASSPHRASE)
    assert home.state() is HomeState.READY
    assert access.unlock_with_paper(home, paper.text()) == access.unlock(home, PASSPHRASE)


def test_the_founder_is_the_first_account_and_is_called_so_at_the_door(founder, access, home):
    founder.make(home, NAME, PASSPHRASE)
    opened = founder.prove(home, PASSPHRASE, {"name": "幸福里"})
    (person,) = access.people(home)
    assert opened.account.name == person.name == NAME
    assert opened.account.id == person.id
    assert opened.account.roles == FOUNDER
    assert opened.key == access.unlock(home, PASSPHRASE)


def test_the_proof_keeps_the_particulars(founder, home):
    founder.make(home, NAME, PASSPHRASE)
    settings = founder.prove(home, PASSPHRASE, {"name": "幸福里"}).station.settings.current()
    assert settings.name == "幸福里"
    assert settings.station_id


def test_a_wrong_proof_opens_nothing(founder, home):
    founder.make(home, NAME, PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        founder.prove(home, "Red horse 77", {"name": "幸福里"})


def test_a_demo_station_says_that_it_is_one(founder, demo_home):
    station = founder.demo(demo_home, NAME, Silence()).station
    assert station.settings.current().is_demo
    assert station.settings.current().name


def test_a_demo_station_is_peopled_once(founder, demo_home):
    first = founder.demo(demo_home, NAME, Silence()).station
    people = first.lists.count(ResidentFilter())
    first.close()
    again = founder.demo(demo_home, NAME, Silence()).station
    assert again.lists.count(ResidentFilter()) == people > 0
