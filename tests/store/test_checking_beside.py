"""Checking a store whose pages are written meanwhile: what is torn once is not damaged."""

from __future__ import annotations

import os
import threading

import pytest

from station_app.store.checking import LOOKS_AGAIN, examine
from station_app.store.faults import LANE, Lane

SEALS = "PRAGMA cipher_integrity_check"
TORN = [(f"HMAC verification failed for page {page}",) for page in (7, 12)]
LOOKS = 150


class Torn:
    """A connection to which pages look torn at its first looks, another one each time."""

    def __init__(self, bare, looks, pages):
        self._bare, self._left, self._pages = bare, looks, pages

    def execute(self, statement):
        if statement != SEALS or not self._left:
            return self._bare.execute(statement)
        self._left -= 1
        return [self._pages[self._left % len(self._pages)]]


@pytest.fixture
def bare(station):
    """The bare connection, as what checks is given it."""
    with station.store.engine.connect().execution_options(**{LANE: Lane.BARE}) as connection:
        yield connection.connection.driver_connection


@pytest.mark.parametrize(
    ("looks", "pages", "faults"),
    [
        (1, TORN[:1], ()),
        (LOOKS_AGAIN, TORN[:1], ()),
        (LOOKS_AGAIN + 1, TORN, ()),
        (LOOKS_AGAIN + 1, TORN[:1], TORN[0]),
    ],
)
def test_a_page_is_called_damaged_that_looks_so_each_time(bare, looks, pages, faults):
    assert examine(Torn(bare, looks, pages), quickly=True).faults == faults


@pytest.mark.slow
def test_a_store_that_is_written_meanwhile_is_not_called_damaged(station, bare):
    engine, over = station.store.engine, threading.Event()

    def write():
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE heap (id INTEGER PRIMARY KEY, part BLOB)")
        turn = 0
        while not over.is_set():
            with engine.begin() as connection:
                for place in range(turn, turn + 25):
                    row = (place % 100, os.urandom(99_000))
                    connection.exec_driver_sql("INSERT OR REPLACE INTO heap VALUES (?, ?)", row)
            turn += 25

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = [examine(bare, quickly=True).faults for _ in range(LOOKS)]
    finally:
        over.set()
        writer.join()
    assert [faults for faults in found if faults] == []
