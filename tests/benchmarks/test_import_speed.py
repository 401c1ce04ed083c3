"""How fast 20,000 rows come in, beside what reading and writing alone would take.

Prints: seconds and memory of the import; its ratio to reading the file with the
fastest library and writing *one* plain table of it; its ratio to reading it and
writing the *same records* (every table the import fills, its indexes and the
search) by plain ``executemany`` into another store.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import python_calamine

from station_app.domain.actors import Actor
from station_app.services.progress import Silence
from station_app.store.engine import close_engine, open_engine
from station_app.store.founding import make_database
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.services.imports import rosters

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]

HOUSEHOLDS = 8_000
ROWS_AT_LEAST = 19_000
SECONDS = 20
MEGABYTES = 400
BIG = 40  # the ratio nobody should ever see again
TABLES = (
    *("estate", "building", "dwelling", "household", "resident", "document", "resident_tag"),
    *("history", "import_batch", "import_item", "search_entry", "search_term"),
)
MEASURE = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from tests.benchmarks.test_import_speed import a_station, bring_in
bring_in(a_station(Path(sys.argv[1])), Path(sys.argv[2]))
told = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()
print(int(told[0]) // 1024)
"""


class Watch:
    """The clock of a desk on the day after the roster was drawn up."""

    def now(self):
        return rosters.DRAWN_UP

    def today(self):
        return rosters.DRAWN_UP.date()


def a_store(folder):
    home = StationHome(folder)
    home.make()
    key = os.urandom(32)
    make_database(home, key)
    engine = open_engine(home.database, key)
    return home, Store(
        engine, clock=Watch(), actor=Actor(name="测试员", device="desk"), authority=Everything()
    )


def a_station(folder):
    from station_app.bootstrap import Station  # noqa: PLC0415 - loaded by the measured process too

    home, store = a_store(folder)
    return Station(home, store, Watch())


def bring_in(station, path):
    return station.imports.bring_in(station.imports.read(path, Silence()), Silence()).value


@pytest.fixture(scope="module")
def roster(tmp_path_factory):
    rows = rosters.people(households=HOUSEHOLDS, seed=20)
    folder = tmp_path_factory.mktemp("roster")
    return rosters.xlsx(folder / "r.xlsx", {"a": rosters.street_layout(rows)})


def seconds(act):
    begun = time.perf_counter()
    value = act()
    return time.perf_counter() - begun, value


def read_plainly(path):
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def write_one_table(store, rows):
    columns = ", ".join(f"c{place}" for place in range(len(rows[0])))
    marks = ", ".join("?" * len(rows[0]))
    with store.transaction() as tx:
        connection = tx.session.connection()
        connection.exec_driver_sql(f"CREATE TABLE plain (id INTEGER PRIMARY KEY, {columns})")
        tx.bulk(
            f"INSERT INTO plain ({columns}) VALUES ({marks})",  # noqa: S608 - our own words
            [[str(cell) for cell in row] for row in rows],
        )


def all_rows(store):
    with store.reading() as tx:
        connection = tx.session.connection()
        found = {
            table: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]  # noqa: S608 - our own words
            for table in TABLES
        }
        words = "SELECT rowid, words FROM search_text"
        texts = [tuple(row) for row in connection.exec_driver_sql(words)]
    return found, texts


def write_same_records(store, records, texts):
    with store.transaction() as tx:
        for table, rows in records.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                tx.bulk(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our own words
        tx.bulk("INSERT INTO search_text (rowid, words) VALUES (?, ?)", texts)


def test_twenty_thousand_rows_come_in_at_once(roster, tmp_path, capsys):
    station = a_station(tmp_path / "one")
    took, result = seconds(lambda: bring_in(station, roster))
    reading, rows = seconds(lambda: read_plainly(roster))
    _, plain_store = a_store(tmp_path / "two")
    one_table, _ = seconds(lambda: write_one_table(plain_store, rows))
    records, texts = all_rows(station.store)
    _, same_store = a_store(tmp_path / "three")
    same_records, _ = seconds(lambda: write_same_records(same_store, records, texts))
    for store in (station.store, plain_store, same_store):
        close_engine(store.engine)
    with capsys.disabled():
        print(  # noqa: T201 - the figures of a benchmark
            f"\nimport of {result.counts.read} rows: {took:.2f} s; reading alone {reading:.2f} s,"
            f" one plain table {one_table:.2f} s, the same records {same_records:.2f} s\n"
            f"ratio to reading + one plain table: {took / (reading + one_table):.1f};"
            f" to reading + the same records: {took / (reading + same_records):.1f}"
        )
    assert result.counts.read >= ROWS_AT_LEAST
    assert took <= SECONDS
    assert took / (reading + one_table) < BIG


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory otherwise")
def test_twenty_thousand_rows_stay_within_their_memory(roster, tmp_path, capsys):
    root = str(Path(__file__).resolve().parents[2])
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", MEASURE.format(root=root), str(tmp_path / "one"), str(roster)],
        capture_output=True,
        check=True,
        text=True,
    )
    megabytes = int(told.stdout.split()[-1])
    with capsys.disabled():
        print(f"\nimport of 20,000 rows: {megabytes} MB at most")  # noqa: T201 - as above
    assert megabytes <= MEGABYTES
