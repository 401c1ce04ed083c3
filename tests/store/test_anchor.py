"""The anchor: a store that is not the one that was left is told, and left as it is."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import timedelta

import pytest

from station_app.bootstrap import glance_at, open_station
from station_app.domain.errors import (
    StoreFileCutError,
    StoreFileEmptyError,
    StoreFileMissingError,
    StoreForeignError,
    StoreLogLostError,
    StoreRolledBackError,
    StoreUnavailableError,
)
from station_app.store import mooring
from station_app.store.anchor import AnchorState, read_moored
from station_app.store.driver import open_keyed
from station_app.store.engine import read_past
from station_app.store.vault.seals import Seals
from tests.factories import a_registration

PAGE = 4096


@pytest.fixture
def opened(home, station_key, clock, empty_store):
    """What opens the station as the program does, the clock a minute later each time."""
    home.make()
    shutil.copyfile(empty_store, home.database)
    stations = []

    def open_again():
        clock.moment += timedelta(minutes=1)
        stations.append(open_station(home, station_key, clock=clock))
        return stations[-1]

    yield open_again
    for station in stations:
        kill(station)


def kill(station):
    station.store.engine.dispose()
    read_past(station.store.engine).close()


def register(station, name="张三"):
    return station.residents.register(a_registration(name, number="")).value


def after_a_day(opened, *names):
    """Return what the database was after each of sessions in which one person was registered."""
    contents = []
    for name in names:
        station = opened()
        register(station, name)
        station.close()
        contents.append(station.home.database.read_bytes())
    return contents


def files_of(home):
    return {
        path.name: path.read_bytes()
        for path in home.root.iterdir()
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }


def lay_out(home, files):
    for name, content in files.items():
        (home.root / name).write_bytes(content)


def died(home, place):
    """Return the files of a station as a kill would leave them, in a home of their own."""
    shutil.copytree(home.root, place, dirs_exist_ok=True)
    return type(home)(place)


def test_a_store_closed_in_peace_is_opened_without_a_word(opened, home, key, clock):
    for name in ("张三", "李四"):
        station = opened()
        register(station, name)
        station.close()
    assert glance_at(home, key, clock=clock) is not None
    station = opened()
    assert station.store.anchorage.is_as_left() is True
    assert not station.store.anchorage.was_lost


def test_an_anchor_renewed_again_and_again_is_that_of_the_file(opened):
    """What was read of the file before it changed must not be read again."""
    station = opened()
    for number in range(5):
        register(station, f"张{number}")
        assert station.store.rest()
    station.close()
    assert opened().store.anchorage.is_as_left() is True


def test_an_older_file_is_told_and_nothing_is_overwritten(opened, home, key, clock):
    older, _ = after_a_day(opened, "张三", "李四")
    home.database.write_bytes(older)
    before = files_of(home)
    assert glance_at(home, key, clock=clock) is None
    with pytest.raises(StoreRolledBackError) as told:
        opened()
    assert told.value.facts["found"] < told.value.facts["last"]
    assert files_of(home) == before


def test_an_older_state_can_be_gone_on_with_on_purpose(opened, home, station_key, clock):
    older, _ = after_a_day(opened, "张三", "李四")
    home.database.write_bytes(older)
    store = open_station(home, station_key, clock=clock, as_it_is=True).store
    with store.reading() as tx:
        assert tx.audit.count("station:state:taken-as-it-is") == 1
    store.close()
    opened().close()


def test_another_history_that_has_come_further_is_told(opened, home, station_key, clock, tmp_path):
    station = opened()
    register(station)
    station.close()
    other = died(home, tmp_path / "other")
    station = opened()
    register(station, "李四")
    with station.store.transaction() as tx:
        tx.audit.add("station:store:restored", place="here")
    station.close()
    clock.moment += timedelta(days=1)
    elsewhere = open_station(other, station_key, clock=clock)
    with elsewhere.store.transaction() as tx:
        tx.audit.add("station:store:restored", place="elsewhere")
    elsewhere.close()
    shutil.copyfile(other.database, home.database)
    with pytest.raises(StoreRolledBackError):
        opened()


def test_a_log_that_lost_its_end_is_told(opened, home, station_key, clock, tmp_path):
    station = opened()
    register(station)
    station.store.rest()
    for name in ("李四", "王五"):
        register(station, name)
    killed = died(home, tmp_path / "killed")
    log = bytearray(killed.log.read_bytes())
    log[len(log) // 2] ^= 1
    killed.log.write_bytes(log)
    before, database = bytes(log), killed.database.read_bytes()
    with pytest.raises(StoreLogLostError):
        open_station(killed, station_key, clock=clock)
    assert killed.log.read_bytes() == before
    assert killed.database.read_bytes() == database


def test_a_log_of_another_day_is_told_and_not_played_in(
    opened, home, station_key, clock, tmp_path
):
    station = opened()
    register(station)
    old_log = died(home, tmp_path / "killed").log.read_bytes()
    station.close()
    station = opened()
    register(station, "李四")
    station.close()
    home.log.write_bytes(old_log)
    before = home.database.read_bytes()
    with pytest.raises(StoreRolledBackError):
        opened()
    assert home.database.read_bytes() == before


@pytest.mark.parametrize("most", [mooring.AT_THE_DOOR, 0])
def test_one_old_page_is_noticed_by_the_digest(opened, home, key, monkeypatch, most):
    """At the door, or in a large store after the start."""
    monkeypatch.setattr(mooring, "AT_THE_DOOR", most)
    older, newer = after_a_day(opened, "张三", "李四")
    pages = [
        at for at in range(0, len(older), PAGE) if older[at : at + PAGE] != newer[at : at + PAGE]
    ]
    assert len(pages) > 3
    noticed = 0
    for at in pages:
        home.database.write_bytes(newer[:at] + older[at : at + PAGE] + newer[at + PAGE :])
        noticed += is_noticed(opened)
        lay_out(home, {"station.db": newer})
    assert noticed == len(pages)


def is_noticed(opened):
    try:
        station = opened()
    except StoreUnavailableError:
        return True
    as_left = station.store.anchorage.is_as_left()
    kill(station)
    return as_left is False


@pytest.mark.parametrize("name", ["station.anchor", "station.tide"])
def test_every_flipped_bit_of_the_files_beside_the_store_is_seen(opened, home, key, name):
    station = opened()
    register(station)
    station.close()
    whole, path = (home.root / name).read_bytes(), home.root / name
    good = read_moored(home, Seals(key))
    assert good.state is AnchorState.GOOD
    assert good.tide == good.anchor.hlc
    for at in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[at] ^= 1 << bit
            path.write_bytes(flipped)
            found = read_moored(home, Seals(key))
            assert found.anchor is None or found.tide == 0


@pytest.mark.parametrize("data", [None, b"", b"x" * 300])
def test_an_anchor_that_is_gone_or_damaged_is_told_and_made_anew(opened, home, data):
    station = opened()
    register(station)
    station.close()
    if data is None:
        home.anchor.unlink()
    else:
        home.anchor.write_bytes(data)
    station = opened()
    assert station.store.anchorage.was_lost
    station.close()
    station = opened()
    assert not station.store.anchorage.was_lost


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (lambda home: home.database.unlink(), StoreFileMissingError),
        (lambda home: home.database.write_bytes(b""), StoreFileEmptyError),
        (lambda home: os.truncate(home.database, 9 * PAGE), StoreFileCutError),
        (lambda home: os.truncate(home.database, 9 * PAGE + 7), StoreFileCutError),
        (lambda home: home.database.write_bytes(os.urandom(9 * PAGE)), StoreFileCutError),
        (lambda home: home.database.write_bytes(os.urandom(900 * PAGE)), StoreForeignError),
        (lambda home: home.database.write_bytes(bytes(900 * PAGE)), StoreForeignError),
    ],
)
def test_each_end_of_a_file_has_its_own_name(opened, home, harm, error):
    station = opened()
    register(station)
    station.close()
    harm(home)
    with pytest.raises(error) as told:
        opened()
    assert type(told.value) is error


def test_a_doubt_stays_until_somebody_decides(opened):
    station = opened()
    register(station)
    station.store.anchorage.doubt()
    register(station, "李四")
    station.close()
    station = opened()
    assert station.store.anchorage.is_doubted()
    station.store.anchorage.renew(trusted=True)
    station.close()
    assert not opened().store.anchorage.is_doubted()


def cut_short(home, key):
    """Leave a change half written beside the file, as a power cut before its log was kept does.

    A store that was put in place by restoring is changed like this once: when its log is made.
    """
    with closing(open_keyed(home.database, key)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("PRAGMA cache_size = 2").close()
        connection.execute("BEGIN IMMEDIATE").close()
        connection.execute("CREATE TABLE half_made (text)").close()
        connection.execute(
            "INSERT INTO half_made WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            " WHERE i < 2000) SELECT hex(randomblob(100)) FROM n"
        ).close()
        left = {path.name: path.read_bytes() for path in home.root.glob("station.db*")}
        connection.execute("ROLLBACK").close()
    assert left["station.db-journal"][:8] != bytes(8)
    lay_out(home, left)


@pytest.mark.parametrize("is_restored", [False, True])
def test_a_change_that_was_cut_short_is_taken_back(opened, home, key, is_restored):
    station = opened()
    person = register(station)
    station.close()
    cut_short(home, key)
    if is_restored:
        home.restored.write_bytes(b'{"id": "0"}\n')
        mooring.loosen(home, key)
    again = opened()
    assert again.residents.resident(person).particulars.name == "张三"
    with again.store.reading() as tx:
        tables = tx.session.connection().exec_driver_sql("SELECT name FROM sqlite_schema").all()
    assert ("half_made",) not in tables
