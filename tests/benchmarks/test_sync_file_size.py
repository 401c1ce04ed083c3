"""How small and how quick a sync file of 100,000 changed fields is.

Measured against the changeset of SQLite's session extension with the same changes, compressed
with zstd. The changeset holds the values before, but no versions; our file holds versions of
every field, and is sealed and signed.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from pathlib import Path

import pytest

from station_app.domain.sync.bundle import Bundle, CellBlock, Stamps, TableBlock
from station_app.services.sync.sealing import open_sealed, seal
from tests.benchmarks.field_changes import COLUMNS, PEOPLE, edits
from tests.services.sync.bundles import LAPTOP, SITES, STATION, a_header

FIELDS = 100_000
LIMIT_OF_SIZE = 0.5
SECONDS = 0.4
ROOM_FOR_A_BUSY_MACHINE = 4
ROOT = Path(__file__).parents[2]


def as_captured():
    """The edits as a bundle: one entry a field, clocks a few milliseconds behind the record's."""
    found = {name: [] for name in COLUMNS}
    ver = 0
    for edit in edits():
        behind = hashlib.sha256(edit.key.encode()).digest()[0] % 12
        clock = (int(edit.moment.timestamp() * 1000) + behind) << 8
        for place, (name, value) in enumerate(edit.after.items()):
            ver += 1
            found[name].append((edit.key, value, ver, clock + place))
    table = TableBlock(
        table="resident", cells=[_cells(name, sorted(lines)) for name, lines in found.items()]
    )
    return Bundle(
        schema=1, site=0, sites=list(SITES), base=0, top=ver, knowledge={0: ver}, tables=[table]
    )


def _cells(name, lines):
    keys, values, vers, clocks = zip(*lines, strict=True)
    count = len(keys)
    stamps = Stamps(site=[0] * count, ver=vers, hlc=clocks, ctx=[3] * count)
    return CellBlock(column=name, keys=keys, values=values, stamps=stamps)


def timed(work, *, rounds=3):
    """Return what *work* returns and the seconds of its best round."""
    best, found = 60.0, None
    for _ in range(rounds):
        begun = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - begun)
    return found, best


@pytest.fixture(scope="module")
def bundle():
    return as_captured()


@pytest.mark.slow
def test_sync_file_is_small_beside_the_changeset_of_the_same_changes(bundle, say):
    pytest.importorskip("apsw")
    pytest.importorskip("zstandard")
    # Another process: it brings another SQLite library than the store's.
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.session_changes"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    changeset, compressed = map(int, said.split())
    header = a_header(bundle)
    file = len(seal(header, bundle, sender=LAPTOP, receiver=STATION.public()))
    say(
        f"{bundle.counts()['cells']} fields of {PEOPLE} residents",
        f"session changeset {changeset:,} bytes, with zstd {compressed:,}",
        f"sync file {file:,} bytes: {file / compressed:.3f} of it (limit {LIMIT_OF_SIZE})",
    )
    assert bundle.counts()["cells"] == FIELDS
    assert file <= LIMIT_OF_SIZE * compressed


@pytest.mark.slow
def test_sync_file_is_sealed_and_opened_before_anybody_waits(bundle, say):
    header = a_header(bundle)
    data, sealing = timed(lambda: seal(header, bundle, sender=LAPTOP, receiver=STATION.public()))
    _, opening = timed(lambda: open_sealed(data, receiver=STATION, sender=LAPTOP.public()))
    say(f"sealed in {sealing:.3f} s, opened in {opening:.3f} s (aim {SECONDS} s each)")
    assert max(sealing, opening) <= SECONDS * ROOM_FOR_A_BUSY_MACHINE
