"""Backups that make themselves: before what changes much, one at a time, each saying why."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread

import pytest

from station_app.domain.backups import Why
from station_app.domain.errors import StoreFullError
from station_app.services import keeping as module
from station_app.services.demo.roster import small_roster
from station_app.services.progress import Silence
from station_app.store.backup import backups_in
from tests.factories import a_resident


def occasions(station):
    return [backup.why for backup in backups_in(station.home.backups)]


@pytest.fixture
def roster(station, tmp_path):
    path = tmp_path / "花名册.csv"
    path.write_bytes(small_roster(12, words=station.demo.words(), today=station.clock.today()))
    return station.imports.read(path, Silence())


def test_before_an_import_what_stands_there_is_backed_up(station, roster):
    a_resident(station, number="")
    station.imports.bring_in(roster, Silence())
    (backup,) = backups_in(station.home.backups)
    assert backup.why is Why.IMPORT
    assert backup.note.figures.people == 1


def test_without_a_backup_nothing_is_brought_in(station, roster, monkeypatch):
    def full(*_args, **_facts):
        raise StoreFullError

    monkeypatch.setattr(module, "back_up", full)
    with pytest.raises(StoreFullError):
        station.imports.bring_in(roster, Silence())
    assert station.imports.batches() == ()


def test_an_import_after_a_backup_in_which_all_is_makes_no_other(station, roster):
    station.keeping.back_up()
    station.imports.bring_in(roster, Silence())
    assert occasions(station) == [Why.BY_HAND]


def test_files_that_come_one_by_one_are_not_each_backed_up_before(places, stick, clock):
    desk, laptop = places.make("desk"), places.make("laptop")
    places.acquaint(desk, laptop)
    for number in range(3):
        clock.moment += timedelta(minutes=1)
        a_resident(laptop, f"张{number}", number="")
        laptop.exchange.exchange(stick)
        desk.rounds.go_round(stick)
    assert occasions(desk) == [Why.EXCHANGE]
    clock.moment += module.OFTEN_ENOUGH
    a_resident(laptop, "李四", number="")
    laptop.exchange.exchange(stick)
    desk.rounds.go_round(stick)
    assert occasions(desk) == [Why.EXCHANGE] * 2


def test_a_round_without_files_makes_no_backup(places, stick):
    desk, laptop = places.make("desk"), places.make("laptop")
    places.acquaint(desk, laptop)
    desk.rounds.go_round(stick)
    assert occasions(desk) == []


def test_there_are_never_two_at_once_and_who_waited_needs_none(station, monkeypatch):
    a_resident(station)
    begun, go_on, at_work = Event(), Event(), []
    real = module.back_up

    def slowly(*args, **facts):
        at_work.append(1)
        assert len(at_work) == 1
        begun.set()
        go_on.wait(10)
        made = real(*args, **facts)
        at_work.pop()
        return made

    monkeypatch.setattr(module, "back_up", slowly)
    threads = [Thread(target=station.keeping.back_up_before, args=(why,)) for why in Why][:3]
    for thread in threads:
        thread.start()
    assert begun.wait(10)
    go_on.set()
    for thread in threads:
        thread.join()
    assert len(occasions(station)) == 1
