"""Backups made, found behind, carried away and brought back."""

from __future__ import annotations

import pytest

from station_app.bootstrap import open_station
from station_app.domain.errors import (
    KeysDamagedError,
    StationError,
    StoreRolledBackError,
    WrongPassphraseError,
)
from station_app.services.access import AccessService, StationHome
from station_app.store.backup import put_back
from station_app.store.content import content_hash
from station_app.store.mooring import moor
from station_app.store.vault.derivation import Cost
from tests.factories import a_draft, a_resident

PASSPHRASE = "Spring-Willow-7"
ACCESS = AccessService(Cost(memory_kib=64, passes=1, lanes=1))


@pytest.fixture
def founded(home, clock):
    """A station with key slots of its own, as it is founded."""
    ACCESS.create(home, PASSPHRASE)
    opened = open_station(home, ACCESS.unlock(home, PASSPHRASE), clock=clock)
    yield opened
    opened.close()


def content_of(station):
    with station.store.reading() as tx:
        return content_hash(tx.session)


def test_nothing_is_backed_up_twice(founded, clock):
    a_resident(founded)
    assert founded.keeping.last_backup() is None
    assert founded.keeping.back_up_if_behind()
    assert founded.keeping.last_backup() == clock.moment
    assert not founded.keeping.back_up_if_behind()


def test_what_is_written_after_a_backup_calls_for_the_next(founded, clock):
    assert founded.keeping.back_up_if_behind()
    clock.moment = clock.moment.replace(hour=17)
    a_resident(founded)
    assert founded.keeping.back_up_if_behind()
    assert founded.keeping.last_backup() == clock.moment


def test_a_backup_put_back_is_the_station_of_that_moment(home, founded, clock):
    person = a_resident(founded, "张三")
    before, copy = content_of(founded), founded.keeping.back_up()
    founded.residents.correct(person.id, a_draft("李四"), version=person.version)
    a_resident(founded, "王五", number="")
    assert content_of(founded) != before
    founded.close()
    put_back(home.database, copy)
    put_back(home.keys, copy.with_suffix(".keys"))
    key = ACCESS.unlock(home, PASSPHRASE)
    with pytest.raises(StoreRolledBackError):
        open_station(home, key, clock=clock)
    moor(home, key.database)
    again = open_station(home, key, clock=clock)
    assert content_of(again) == before
    assert [hit.title for hit in again.search.find("张三")] == ["张三"]
    assert not again.search.find("王五")
    assert again.keeping.check().faults == ()
    again.close()


def test_a_copy_carried_away_opens_elsewhere_with_the_same_passphrase(tmp_path, founded, clock):
    a_resident(founded, "张三")
    copy = founded.keeping.copy_to(tmp_path / "stick" / "station")
    elsewhere = StationHome(copy.parent)
    opened = open_station(elsewhere, ACCESS.unlock(elsewhere, PASSPHRASE), clock=clock)
    assert content_of(opened) == content_of(founded)
    opened.close()
    with pytest.raises(WrongPassphraseError):
        ACCESS.unlock(elsewhere, "Autumn-Willow-7")


def test_a_copy_without_its_keys_says_that_they_are_missing(tmp_path, founded):
    copy = founded.keeping.copy_to(tmp_path / "stick")
    (copy.parent / "station.keys").unlink()
    with pytest.raises(KeysDamagedError) as told:
        ACCESS.unlock(StationHome(copy.parent), PASSPHRASE)
    assert told.value.facts["what"] == "missing"


def test_a_station_cannot_be_opened_with_the_keys_of_another(tmp_path, founded):
    other = StationHome(tmp_path / "other")
    ACCESS.create(other, PASSPHRASE)
    copy = founded.keeping.copy_to(tmp_path / "stick")
    put_back(copy.parent / "station.keys", other.keys)
    mixed = StationHome(copy.parent)
    with pytest.raises(StationError):
        open_station(mixed, ACCESS.unlock(mixed, PASSPHRASE))
