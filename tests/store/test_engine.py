from __future__ import annotations

import os
import random
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from station_app.domain.errors import (
    EngineTooOldError,
    NetworkPathError,
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    StoreUnavailableError,
)
from station_app.store import faults
from station_app.store.engine import (
    close_engine,
    empty_log,
    guard_version,
    held_key,
    open_engine,
    put_aside,
)
from station_app.store.faults import LANE, Lane
from station_app.store.founding import make_database


def ask(engine, statement, lane=Lane.READ):
    with engine.connect().execution_options(**{LANE: lane}) as connection:
        return connection.exec_driver_sql(statement).scalar()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("busy_timeout", 5000),
        ("mmap_size", None),
        ("cipher_version", "4.19.0 community"),
    ],
)
def test_a_connection_is_guarded(engine, pragma, value):
    if pragma == "cipher_version":
        assert ask(engine, "PRAGMA cipher_version")
    else:
        assert ask(engine, f"PRAGMA {pragma}") in {value, 0 if value is None else value}


def test_temporary_tables_never_go_to_a_file(engine):
    """With temp_store = 1 SQLCipher writes 5,236 pages in the clear (security.md 0.7)."""
    assert ask(engine, "PRAGMA temp_store") in {0, 2}
    with engine.connect() as connection:
        options = set(connection.exec_driver_sql("PRAGMA compile_options").scalars())
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}


def test_the_library_is_safe_and_an_older_one_is_refused():
    guard_version(dbapi2.sqlite_version)
    guard_version("3.51.3")
    guard_version("4.0.0")
    for old in ("3.51.2", "3.51.1", "3.40.1", "3.7.0"):
        with pytest.raises(EngineTooOldError):
            guard_version(old)


def test_a_network_path_is_refused_before_anything_is_made():
    with pytest.raises(NetworkPathError):
        open_engine(Path("//server/share/station.db"), os.urandom(32), create=True)


def test_a_database_that_is_gone_is_told_and_not_made_anew(home):
    home.make()
    with pytest.raises(StoreDamagedError) as told:
        open_engine(home.database, os.urandom(32))
    assert told.value.facts["missing"] == "station.db"
    assert not home.database.exists()


def test_a_folder_with_odd_characters_in_its_name_is_no_obstacle(tmp_path):
    path = tmp_path / "社区 100%20#1?x"
    path.mkdir()
    engine = open_engine(path / "station.db", os.urandom(32), create=True)
    assert ask(engine, "SELECT 1") == 1
    close_engine(engine)
    assert [file.name for file in path.iterdir()] == ["station.db"]


def test_a_wrong_key_opens_nothing(engine, home):
    for _ in range(20):
        other = open_engine(home.database, os.urandom(32))
        with pytest.raises(StoreDamagedError):
            ask(other, "SELECT count(*) FROM sqlite_schema")
        other.dispose()


def test_a_key_of_the_wrong_length_is_a_fault_of_the_program(home):
    home.make()
    engine = open_engine(home.database, b"short", create=True)
    with pytest.raises(ValueError, match="32"):
        ask(engine, "SELECT 1")


def test_nothing_on_the_disk_is_readable(store, home):
    with store.transaction() as tx:
        tx.settings.put({"name": "显眼的标记 MARKER"})
    store.close()
    for file in home.root.rglob("*.db*"):
        data = file.read_bytes()
        assert b"MARKER" not in data
        assert "显眼的标记".encode() not in data
        assert not data.startswith(b"SQLite format 3")


def test_every_damaged_byte_is_noticed(store, home, key):
    """An unencrypted file returned wrong data in 170 of 400 such flips (security.md 0.3)."""
    with store.transaction() as tx:
        tx.settings.put({f"field{number}": "x" * 200 for number in range(200)})
    store.close()
    whole, chance = home.database.read_bytes(), random.Random(7)
    used = set()
    for _ in range(40):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        home.database.write_bytes(damaged)
        engine = open_engine(home.database, key)
        try:
            count = ask(
                engine, "SELECT sum(value = '\"' || printf('%.200c', 'x') || '\"') FROM setting"
            )
            assert count == 200
            with engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
                used.add(bool(connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()))
        except StoreDamagedError:
            used.add(True)
        finally:
            engine.dispose()
    assert used == {True}


def test_closing_leaves_one_file_and_an_empty_log(store, home):
    with store.transaction() as tx:
        tx.settings.put({"name": "x"})
    assert (home.root / "station.db-wal").stat().st_size > 0
    store.close()
    assert not list(home.root.glob("station.db-*"))


def test_a_resting_store_has_an_empty_log(store, home):
    with store.transaction() as tx:
        tx.settings.put({"name": "x"})
    assert store.rest()
    assert (home.root / "station.db-wal").stat().st_size == 0


def test_a_store_somebody_reads_does_not_wait_to_rest(store):
    with store.reading() as tx:
        tx.settings.all()
        with store.transaction() as other:
            other.settings.put({"name": "x"})
        assert not store.rest()
    assert store.rest()


def test_waiting_for_the_log_leaves_the_patience_as_it_was(engine):
    empty_log(engine, wait=False)
    assert ask(engine, "PRAGMA busy_timeout", Lane.BARE) == 5000


def test_errors_of_the_driver_are_told_by_their_primary_code():
    error = dbapi2.OperationalError("disk I/O error")
    error.sqlite_errorcode = dbapi2.SQLITE_IOERR | (3 << 8)
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    fault = faults.fault_of(error)
    assert type(fault) is StoreUnavailableError
    assert fault.facts == {"sqlite": "SQLITE_IOERR_WRITE"}


def test_a_wrong_statement_stays_a_fault_of_the_program(engine):
    with pytest.raises(DatabaseError), engine.connect() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")
    assert faults.fault_of(ValueError()) is None
    with pytest.raises(dbapi2.OperationalError), faults.told():
        dbapi2.connect(":memory:").execute("SELECT nothing FROM nowhere")


def test_every_expected_fault_is_known():
    for code, kind in faults.FAULTS.items():
        error = dbapi2.DatabaseError("x")
        error.sqlite_errorcode = code
        assert type(faults.fault_of(error)) is kind


def test_values_never_stand_in_an_error(engine):
    with pytest.raises(DatabaseError) as told, engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?, ?)", ("张三", "1", "2"))
    assert "张三" not in str(told.value)


def test_a_full_disk_is_told_loses_nothing_and_reading_goes_on(store, engine):
    """The limit on pages gives the same error as a disk that is full."""
    with store.transaction() as tx:
        tx.settings.put({"name": "kept"})
    with engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # the next one to be taken
    with pytest.raises(StoreFullError), store.transaction() as tx:
        tx.settings.put({"name": "x" * 5_000_000})
    with store.reading() as tx:
        assert tx.settings.all() == {"name": "kept"}


def test_a_file_that_is_no_database_is_damaged(home):
    home.make()
    home.database.write_bytes(os.urandom(8192))
    engine = open_engine(home.database, os.urandom(32))
    with pytest.raises(StoreDamagedError):
        ask(engine, "SELECT count(*) FROM sqlite_schema")


def test_two_stores_made_alike_have_nothing_in_common(tmp_path, home, key):
    home.make()
    make_database(home, key)
    first = home.database.read_bytes()
    home.database.unlink()
    make_database(home, key)
    assert first[:4096] != home.database.read_bytes()[:4096]


def test_a_closed_store_has_no_key_any_more(store, engine):
    held = held_key(engine)
    content = held._key
    assert len(held.value()) == 32
    store.close()
    assert held.has_ended
    assert content == bytearray()
    store.close()


def test_who_wants_a_file_that_is_put_aside_waits(store, engine, key):
    seen = []

    def look():
        with store.reading() as tx:
            seen.append(tx.settings.all())

    waiting = Thread(target=look)
    with put_aside(engine) as held:
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
        assert seen == []
        held.change(key)
    waiting.join(5)
    assert seen == [{}]


def test_a_file_at_work_is_not_put_aside(store, engine, monkeypatch):
    monkeypatch.setattr("station_app.store.engine.PATIENCE_MS", 50)
    with store.reading() as tx:
        tx.settings.all()
        with pytest.raises(StoreBusyError), put_aside(engine):
            pytest.fail("somebody reads")
