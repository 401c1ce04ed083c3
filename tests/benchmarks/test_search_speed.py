"""Every keystroke in the box, over an encrypted store: 16 ms for 99 of 100 (issue, acceptance 4).

Each query is typed character by character; each state of the box is one
measurement through the service: reading the query, one snapshot, the hits.
The comparison is the barest look-up in the same store: one term, one row.
Judged is the time of the processor, which neighbours on the machine stretch
less than the clock on the wall; both are printed, and alike on a quiet one.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import time

import pytest

from station_app.domain.actors import Actor
from station_app.services.pinyin import PinyinReader
from station_app.services.search import SearchService
from station_app.shipped import RESOURCES
from station_app.store.engine import open_engine
from station_app.store.founding import make_database
from station_app.store.home import StationHome
from station_app.store.reference import load_reference
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.benchmarks.crowd import ITEMS, a_crowd, number_of_case, with_records

SMALL, LARGE = 20_000, 1_000_000
KEYSTROKE = 0.016
BUILD = 420.0
BARE = "SELECT target FROM search_term WHERE term = ? LIMIT 1"


QUERIES = {
    "name": lambda who, rng: who.name,
    "middle of the name": lambda who, rng: who.name[1:],
    "full pinyin": lambda who, rng: rng.choice(who.readings).replace(" ", ""),
    "pinyin, apart": lambda who, rng: rng.choice(who.readings),
    "initials": lambda who, rng: "".join(part[0] for part in who.readings[0].split()),
    "given name's pinyin": lambda who, rng: "".join(who.readings[0].split()[1:]),
    "pinyin and initials": lambda who, rng: _mixed(who),
    "character and initials": lambda who, rng: who.name[0] + _firsts(who)[1:],
    "ID, from the front": lambda who, rng: who.numbers[0],
    "ID, last digits": lambda who, rng: who.numbers[0][-6:],
    "phone, from the front": lambda who, rng: who.phones[0],
    "phone, last digits": lambda who, rng: who.phones[0][-4:],
    "address": lambda who, rng: who.address,
    "address, short": lambda who, rng: "-".join(_rooms(who)),
    "address, turned round": lambda who, rng: f"{_rooms(who)[-1]} {who.address[:3]}",
    "name and estate": lambda who, rng: f"{who.name[0]} {who.address[:3]}",
    "pinyin and door": lambda who, rng: f"{who.readings[0].split()[0]} {'-'.join(_rooms(who))}",
    "pinyin and estate": lambda who, rng: f"{who.readings[0].split()[0]} {who.address[:4]}",
    "name and last digits": lambda who, rng: f"{who.name[0]} {who.numbers[0][-4:]}",
    "household's number": lambda who, rng: f"{_third(who):06}",
    "certificate's number": lambda who, rng: f"石社证字〔2026〕第{_third(who):06}号",
    "certificate, last digits": lambda who, rng: f"{_third(who):06}号",
    "case's number": lambda who, rng: number_of_case(_third(who)),
    "case, last digits": lambda who, rng: number_of_case(_third(who))[-6:],
    "case's item": lambda who, rng: rng.choice(rng.choice(ITEMS)),
    "name and item": lambda who, rng: f"{who.name} {rng.choice(rng.choice(ITEMS))}",
    "miss: name": lambda who, rng: f"{who.name[0]}龘",
    "miss: two names": lambda who, rng: f"{who.name[-1]}{who.name[0]}{who.name[-1]}",
    "miss: letters": lambda who, rng: "".join(rng.choices("bcdfghjklmnpqrstwxyz", k=5)),
    "miss: digits": lambda who, rng: f"{rng.randrange(10**9):09}7",
    "miss: address": lambda who, rng: (
        f"{who.address[:2]}{rng.randrange(31, 60)}-7-{rng.randrange(9999)}"
    ),
    "miss: name and place": lambda who, rng: f"{who.name} {rng.randrange(31, 60)}-2",
    "miss: pinyin and place": lambda who, rng: f"zha {who.address[:2]} 99",
}


def _third(who):
    """Return the line of the household and the certificate nearest to *who*."""
    return who.seq - (who.seq - 1) % 3


def _firsts(who):
    return "".join(part[0] for part in who.readings[0].split())


def _mixed(who):
    return who.readings[0].split()[0] + _firsts(who)[1:]


def _rooms(who):
    digits = "".join(c if c.isdigit() else " " for c in who.address)
    return digits.split()


@pytest.fixture(scope="module")
def reader():
    return PinyinReader(lambda: load_reference(RESOURCES).surnames)


def _store(folder, reader, size, clock):
    home, key = StationHome(folder / "station"), os.urandom(32)
    home.make()
    make_database(home, key)
    engine = open_engine(home.database, key)
    store = Store(
        engine, clock=clock, actor=Actor(name="测试员", device="desk"), authority=Everything()
    )
    people = a_crowd(size, reader)
    began = time.perf_counter()
    with store.transaction() as tx:
        tx.search.rebuild(with_records(people))
    return store, time.perf_counter() - began


def _typed(text):
    return [text[:length] for length in range(1, len(text) + 1)]


def keystrokes(service, people, rounds, queries):
    """Return the seconds of every keystroke, by kind of query: of the processor, by the wall."""
    rng = random.Random(11)
    times = {kind: [] for kind in queries}
    walls = {kind: [] for kind in queries}
    for _ in range(rounds):
        for kind, make in queries.items():
            for text in _typed(make(rng.choice(people), rng)):
                began, on_wall = time.thread_time(), time.perf_counter()
                service.find(text)
                times[kind].append(time.thread_time() - began)
                walls[kind].append(time.perf_counter() - on_wall)
    return times, walls


def _measured(service, store, people, rounds):
    """Return what keystrokes took, and the bare look-up."""
    rng = random.Random(11)
    times, walls = keystrokes(service, people, rounds, QUERIES)
    bare = []
    with store.reading() as tx:
        connection = tx.session.connection()
        for _ in range(2000):
            term = f"d{rng.choice(people).numbers[0].lower()}"
            began = time.thread_time()
            assert connection.exec_driver_sql(BARE, (term,)).fetchall()
            bare.append(time.thread_time() - began)
    return times, walls, bare


def at(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def all_of(times):
    return [one for each in times.values() for one in each]


def table_of(times, walls, bare, what, built):
    base = statistics.median(bare)
    lines = [f"\n{what}, built in {built:.1f} s; bare look-up {base * 1e3:.3f} ms"]
    heads = ("keys", "p50", "p99", "(p50)", "(p99)", "x bare")
    lines.append(f"{'ms by processor (wall)':26}" + "".join(f"{head:>8}" for head in heads))
    rows = [(kind, times[kind], walls[kind]) for kind in times]
    for kind, each, wall in [*rows, ("ALL", all_of(times), all_of(walls))]:
        figures = [at(each, 0.5), at(each, 0.99), at(wall, 0.5), at(wall, 0.99)]
        half, most, wall_half, wall_most = (figure * 1e3 for figure in figures)
        lines.append(
            f"{kind:26}{len(each):>8}{half:>8.2f}{most:>8.2f}{wall_half:>8.2f}{wall_most:>8.2f}"
            f"{half / base / 1e3:>8.1f}"
        )
    return "\n".join(lines)


def _assert_quick(tmp_path, reader, clock, *, size, rounds):
    """Build, measure, and return the table to print."""
    store, built = _store(tmp_path, reader, size, clock)
    people = [who for who in a_crowd(size, reader) if who.seq % (size // 2000) == 0]
    gc.collect()
    gc.freeze()  # the crowd is the test's own: it is not to be walked while measuring
    try:
        times, walls, bare = _measured(
            SearchService(store, reader.readings), store, people, rounds
        )
    finally:
        gc.unfreeze()
        store.close()
    assert built < BUILD
    assert at(all_of(times), 0.99) <= KEYSTROKE
    return table_of(times, walls, bare, f"{size} residents", built)


@pytest.mark.slow
def test_a_keystroke_in_a_community_is_answered_within_a_frame(tmp_path, reader, clock, capsys):
    table = _assert_quick(tmp_path, reader, clock, size=SMALL, rounds=5)
    with capsys.disabled():
        print(table)  # noqa: T201 - the figures are the point


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_keystroke_in_a_city_is_answered_within_a_frame(tmp_path, reader, clock, capsys):
    table = _assert_quick(tmp_path, reader, clock, size=LARGE, rounds=60)
    with capsys.disabled():
        print(table)  # noqa: T201 - the figures are the point
