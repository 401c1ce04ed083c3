"""What the chain of the audit costs: to write with every act, to verify as a whole.

Writing is judged as a share of a small use case, one resident corrected, beside the
same without any audit: in turns within one run, on stores of their own, the medians
of every single one. Verifying is held to the seconds the issue names, and printed as a
ratio to hashing the same bytes with nothing around it. Judged is the time of the
processor, which neighbours on the machine stretch less than the clock on the wall.
"""

from __future__ import annotations

import gc
import statistics
import time
import tracemalloc
from dataclasses import replace
from functools import partial
from hashlib import sha256

import pytest

from station_app.domain.audit.chain import canonical
from station_app.domain.residents.filters import ResidentFilter
from station_app.store.audit.entries import Audit
from tests.benchmarks.test_import_speed import a_station
from tests.benchmarks.test_sync_speed import seconds

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

ENTRIES, SECONDS = 100_000, 2.0
PEOPLE, EDITS, ROUNDS = 200, 50, 8
SHARE = 0.25
MEMORY = 1_000_000  # bytes, whatever the number of entries


@pytest.fixture(scope="module")
def long_chain(tmp_path_factory):
    station = a_station(tmp_path_factory.mktemp("chain"))
    with station.store.transaction() as tx:
        for number in range(ENTRIES):
            fields = ["employer", "note", "phone"]
            tx.audit.add("resident:record:corrected", f"{number % 20_000:032}", fields=fields)
    yield station
    station.close()


def hashing(station):
    """Return the seconds of hashing what every entry says, and nothing else."""
    with station.store.reading() as tx:
        contents = [canonical(each.number, each.texts) for each in tx.audit.entries()]
    return seconds(lambda: [sha256(content).digest() for content in contents])[0]


def test_a_hundred_thousand_entries_are_verified_within_two_seconds(long_chain, say):
    hashed = hashing(long_chain)
    on_wall = time.perf_counter()
    verified, verdict = seconds(long_chain.audit.verify)
    on_wall = time.perf_counter() - on_wall
    say(
        f"{verdict.count} entries verified in {verified:.2f} s of processor time,"
        f" {on_wall:.2f} s by the wall",
        f"{verified / hashed:.1f} times hashing their bytes ({hashed:.2f} s)",
    )
    assert (verdict.count, verdict.fault) == (ENTRIES, None)
    assert verified <= SECONDS


def test_verifying_holds_no_more_than_a_few_entries_in_memory(long_chain, say):
    gc.collect()
    tracemalloc.start()
    try:
        long_chain.audit.verify()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    say(f"verifying {ENTRIES} entries held {most / 1000:.0f} KB at most")
    assert most <= MEMORY


def some_of(station):
    return [
        station.lists.key_of_line(line) for line in station.lists.keys(ResidentFilter())[:EDITS]
    ]


def corrections(station, keys):
    """Return the use cases that correct each of *keys* once, all made ready."""
    found = [station.residents.resident(key) for key in keys]
    drafts = [replace(each.particulars, note=f"{each.version}.") for each in found]
    return [
        partial(station.residents.correct, each.id, draft, version=each.version)
        for each, draft in zip(found, drafts, strict=True)
    ]


def test_writing_the_audit_costs_a_small_part_of_correcting_one_resident(
    tmp_path, monkeypatch, say
):
    stations = [a_station(tmp_path / name) for name in ("noted", "plain")]
    for station in stations:
        station.demo.fill(PEOPLE)
    keys = [some_of(station) for station in stations]
    adding = [Audit.add, lambda *_, **__: None]
    times = [[], []]
    for _ in range(ROUNDS):
        for side in (0, 1):
            monkeypatch.setattr(Audit, "add", adding[side])
            for correct in corrections(stations[side], keys[side]):
                times[side].append(seconds(correct)[0])
    noted, plain = map(statistics.median, times)
    for station in stations:
        station.close()
    share = noted / plain - 1
    say(
        f"correcting one resident: {noted * 1e3:.2f} ms, without audit {plain * 1e3:.2f} ms:"
        f" the audit costs {share:.1%}"
    )
    assert share <= SHARE
