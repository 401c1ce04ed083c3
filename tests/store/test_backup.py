from __future__ import annotations

import os
import threading
from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.errors import StoreDamagedError
from station_app.store.backup import (
    KEEP_DAYS,
    KEEP_LATEST,
    KEEP_MONTHS,
    KEEP_WEEKS,
    back_up,
    is_behind,
    moments_of,
    put_back,
    to_discard,
)
from station_app.store.checking import check_store, counts_of
from station_app.store.copying import copy_whole
from station_app.store.engine import open_engine
from station_app.store.faults import LANE, Lane

MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)


def put(store, **values):
    with store.transaction() as tx:
        tx.settings.put(values)


def settings_in(path, key):
    engine = open_engine(path, key)
    with engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
        found = dict(connection.exec_driver_sql("SELECT key, value FROM setting").all())
    engine.dispose()
    return found


def test_a_backup_is_one_file_with_everything_confirmed_and_its_keys(store, engine, home, key):
    put(store, name="石桥")
    home.keys.write_bytes(b"slots")
    path = back_up(home, engine, MORNING)
    assert sorted(file.name for file in home.backups.iterdir()) == [
        "station-20260301T080000Z.db",
        "station-20260301T080000Z.json",
        "station-20260301T080000Z.keys",
    ]
    assert path.with_suffix(".keys").read_bytes() == b"slots"
    assert settings_in(path, key) == {"name": '"石桥"'}


def test_a_backup_opens_with_the_right_key_only_and_is_unreadable(store, engine, home):
    put(store, name="MARKER")
    path = back_up(home, engine, MORNING)
    assert b"MARKER" not in path.read_bytes()
    with pytest.raises(StoreDamagedError):
        settings_in(path, os.urandom(32))


def test_a_backup_is_made_beside_a_busy_writer(store, engine, home, key):
    stop = threading.Event()
    written = []

    def write():
        while not stop.is_set():
            put(store, count=len(written) + 1, twin=len(written) + 1)
            written.append(True)

    writer = threading.Thread(target=write)
    writer.start()
    moments = [MORNING + timedelta(seconds=number) for number in range(5)]
    paths = [back_up(home, engine, moment) for moment in moments]
    stop.set()
    writer.join()
    for path in paths:
        found = settings_in(path, key)
        assert found.get("count") == found.get("twin")


def test_a_damaged_store_makes_no_backup(store, engine, home):
    put(store, **{f"field{number}": "x" * 300 for number in range(100)})
    good = back_up(home, engine, MORNING)
    engine.dispose()
    damaged = bytearray(home.database.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    home.database.write_bytes(damaged)
    with pytest.raises(StoreDamagedError):
        back_up(home, engine, MORNING + timedelta(hours=1))
    assert [file for file in home.backups.iterdir() if file.suffix == ".db"] == [good]
    assert not list(home.backups.glob(".*"))


def test_a_backup_is_behind_as_soon_as_something_is_written(store, engine, home, key):
    assert is_behind(home)
    put(store, name="former")
    back_up(home, engine, MORNING)
    assert store.rest()
    assert not is_behind(home)
    reader = open_engine(home.database, key)
    check_store(reader)
    reader.dispose()
    assert not is_behind(home)
    put(store, name="latter")
    store.close()
    assert is_behind(home)


def test_moments_are_read_from_the_names_and_other_files_left_alone(store, engine, home):
    for hour in (9, 8):
        back_up(home, engine, MORNING.replace(hour=hour))
    (home.backups / "station-of-mine.db").write_bytes(b"")
    assert moments_of(home) == [MORNING, MORNING.replace(hour=9)]
    assert (home.backups / "station-of-mine.db").exists()


def test_old_backups_go_with_their_keys(store, engine, home):
    home.keys.write_bytes(b"slots")
    for minute in range(KEEP_LATEST + 3):
        back_up(home, engine, MORNING + timedelta(minutes=minute))
    assert len(moments_of(home)) == KEEP_LATEST
    assert len(list(home.backups.glob("*.keys"))) == KEEP_LATEST


def spans(moments, span):
    found = defaultdict(list)
    for moment in moments:
        found[span(moment)].append(moment)
    return found.values()


def test_the_last_of_each_day_is_kept_for_thirty_days():
    made = [MORNING + timedelta(days=day, hours=hour) for day in range(40) for hour in (0, 4)]
    kept = set(made) - set(to_discard(made))
    lasts = {moment for moment in made if moment.hour == 12}
    assert kept >= set(sorted(lasts)[-KEEP_DAYS:])
    older = kept - set(sorted(lasts)[-KEEP_DAYS:]) - set(made[-KEEP_LATEST:])
    weeks = {max(of) for of in spans(made, lambda moment: moment.isocalendar()[:2])}
    months = {max(of) for of in spans(made, lambda moment: (moment.year, moment.month))}
    assert older <= weeks | months


def test_years_of_daily_backups_are_few():
    made = [MORNING + timedelta(days=day) for day in range(3 * 365)]
    kept = sorted(set(made) - set(to_discard(made)))
    assert len(kept) <= KEEP_DAYS + KEEP_WEEKS + KEEP_MONTHS
    assert (made[-1] - kept[0]).days > (KEEP_MONTHS - 2) * 30
    months = {(each.year, each.month) for each in kept}
    assert len(months) == KEEP_MONTHS
    weeks = {each.isocalendar()[:2] for each in made[-7 * (KEEP_WEEKS - 1) :]}
    assert weeks <= {each.isocalendar()[:2] for each in kept}


@given(st.lists(st.datetimes(timezones=st.just(UTC)), unique=True))
def test_thinning_keeps_the_latest_and_is_done_at_once(moments):
    kept = set(moments) - set(to_discard(moments))
    assert kept >= set(sorted(moments)[-KEEP_LATEST:])
    assert to_discard(kept) == []


def test_a_copy_is_put_back_whatever_log_lies_beside_the_store(store, engine, home, key):
    put(store, name="former")
    copy = home.backups / "copy.db"
    copy_whole(engine, copy)
    put(store, name="latter")
    log = (home.root / "station.db-wal").read_bytes()
    engine.dispose()
    (home.root / "station.db-wal").write_bytes(log)
    put_back(home.database, copy)
    assert settings_in(home.database, key) == {"name": '"former"'}


def test_a_check_counts_every_table_and_finds_nothing_wrong(store, engine):
    put(store, name="x", code="y")
    found = check_store(engine)
    assert found.faults == ()
    assert found.counts["setting"] == 2
    assert found.counts["alembic_version"] == 1
    assert not any(name.startswith("search_text") for name in found.counts)


def test_a_check_names_what_is_wrong(store, engine):
    with engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql(
            "INSERT INTO building (id, estate_id, name, version, created_at, created_by, "
            "changed_at, changed_by) VALUES ('b1', 'gone', '3幢', 1, 't', 'w', 't', 'w')"
        )
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        assert counts_of(connection.connection.driver_connection)["building"] == 1
    assert check_store(engine).faults == ("building -> estate",)
