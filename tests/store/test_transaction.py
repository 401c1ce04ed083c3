from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, OperationalError

from station_app.domain.errors import StoreBusyError
from station_app.store.audit.entries import AuditRow
from station_app.store.base import moment_text


def names(store):
    with store.reading() as tx:
        return tx.settings.all()


def test_what_is_confirmed_is_there(store):
    with store.transaction() as tx:
        tx.settings.put({"name": "石桥"})
    assert names(store) == {"name": "石桥"}


def test_a_block_that_fails_leaves_nothing_behind(store):
    with suppress(ZeroDivisionError), store.transaction() as tx:
        tx.settings.put({"name": "石桥"})
        raise ZeroDivisionError
    assert names(store) == {}


def test_a_constraint_that_fails_undoes_the_whole_block(store):
    rows = [("name", "1"), ("code", "2"), ("name", "3")]
    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx.bulk("INSERT INTO setting (key, value) VALUES (?, ?)", rows)
    assert names(store) == {}


def test_bulk_is_part_of_the_transaction_and_may_be_empty(store):
    rows = [(f"k{number}", "1") for number in range(1000)]
    with store.transaction() as tx:
        tx.bulk("INSERT INTO setting (key, value) VALUES (?, ?)", rows)
        tx.bulk("INSERT INTO setting (key, value) VALUES (?, ?)", [])
        assert len(tx.settings.all()) == 1000
    assert len(names(store)) == 1000


def test_all_entries_of_a_transaction_bear_the_same_stamp(store, clock):
    with store.transaction() as tx:
        tx.audit.add("settings:station:changed")
        tx.audit.add("place:grid:drawn")
        stamps = tx.session.execute(select(AuditRow.at, AuditRow.by)).all()
    assert set(stamps) == {(clock.now(), "测试员@desk")}
    assert moment_text(clock.now()) == "2026-03-01T08:00:00.000000Z"


def test_collections_are_made_once(store):
    with store.reading() as tx:
        assert tx.people is tx.people


def test_a_reader_sees_the_store_as_it_was_when_it_began(store):
    with store.transaction() as tx:
        tx.settings.put({"name": "former"})
    with store.reading() as reader:
        assert reader.settings.all() == {"name": "former"}
        with store.transaction() as writer:
            writer.settings.put({"name": "latter"})
        assert reader.settings.all() == {"name": "former"}
    assert names(store) == {"name": "latter"}


def test_readers_do_not_wait_for_a_writer(store):
    with store.transaction() as tx, ThreadPoolExecutor(4) as readers:
        tx.settings.put({"name": "not yet"})
        found = list(readers.map(lambda _: names(store), range(20)))
    assert found == [{}] * 20


def test_writing_on_the_read_lane_is_a_fault_of_the_program(store):
    with pytest.raises(OperationalError), store.reading() as tx:
        tx.settings.put({"name": "x"})
    with store.transaction() as tx:
        tx.settings.put({"name": "the connection is fit for writing again"})


def test_writers_take_turns_and_lose_nothing(store):
    def count_up(_):
        with store.transaction() as tx:
            counted = tx.settings.all().get("count", 0)
            tx.settings.put({"count": counted + 1})

    with ThreadPoolExecutor(6) as writers:
        list(writers.map(count_up, range(60)))
    assert names(store) == {"count": 60}


def test_a_writer_that_waits_too_long_is_told_before_it_begins(store, engine):
    told = []

    def impatient():
        try:
            with store.transaction():
                told.append("entered")
        except StoreBusyError:
            told.append("busy")

    with store.transaction():
        with engine.connect().execution_options(lane="bare") as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 20")  # the next one to be taken
        thread = threading.Thread(target=impatient)
        thread.start()
        thread.join()
    assert told == ["busy"]


def test_no_transaction_is_left_open(store, engine):
    for _ in range(50):
        names(store)
        with store.transaction() as tx:
            tx.settings.put({"n": 1})
    assert engine.pool.checkedout() == 0
    with engine.connect().execution_options(lane="bare") as connection:
        assert not connection.connection.driver_connection.in_transaction
