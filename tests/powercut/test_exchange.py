"""The power goes while files are written, carried over and taken in (issue, acceptance 3).

On every disk that is left both stores are whole, every file on the stick is whole or not
there, nothing that was confirmed is lost, and the exchange goes on as if nothing had
been: the same files are taken in again.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import DatabaseError

from station_app.domain.errors import StationError
from station_app.domain.sync.files import SyncFileRefusedError
from station_app.services.sync.sealing import read_header
from station_app.store.checking import check_store
from station_app.store.home import StationHome
from tests.powercut.cutting import DAMAGED, LOST, WELL, cut
from tests.powercut.evening import NAMES, UNSAFE_STORE, Evening, open_device

SEED = 20260302
ROOT = Path(__file__).parents[2]
FOLDERS = (*(f"{name}/{kept}" for name in NAMES for kept in ("backups", "drafts")), "stick")
PHASES = ("reading-file", "laying-out", "judging", "writing", "deriving")


def verdicts(logger, folder, *arguments, states):
    """Cut the power *states* times at random; count how both stores were found."""
    cuts = cut(
        logger, folder, *arguments, folders=FOLDERS, states=states, seed=SEED, module="evening"
    )
    return Counter(verdict(place, told) for place, told in cuts)


def verdict(place, confirmed):
    """Open what is left, go on exchanging, and compare with what was confirmed."""
    residents = {line.split()[1] for line in confirmed if line.startswith("resident ")}
    files = {line.split()[1] for line in confirmed if line.startswith("file ")}
    stick = place / "stick"
    try:
        whole = {path.name for path in stick.glob("*.stsync") if read_header(path.read_bytes())}
    except SyncFileRefusedError:
        return DAMAGED
    stations = []
    try:
        for name in NAMES:
            stations.append(open_device(StationHome(place / name), name))
            if check_store(stations[-1].store.engine).faults:
                return DAMAGED
        taken = go_on(stations, stick)
        kept = [set(residents_of(station)) for station in stations]
        hashes = {station.exchange.state_hash() for station in stations}
    except (StationError, DatabaseError):
        return DAMAGED
    finally:
        for station in stations:
            station.store.close()
    is_all_there = files <= whole and all(residents <= each for each in kept)
    if not is_all_there or len(hashes) != 1 or any(each.refused for each in taken):
        return LOST
    return WELL


def go_on(stations, stick):
    """Take in what lies there and exchange until nobody has anything to say."""
    taken = []
    for _ in range(3):
        for station in stations:
            exchanged = station.exchange.exchange(stick).value
            taken.extend(exchanged.taken)
    return taken


def residents_of(station):
    with station.store.reading() as tx:
        return tx.session.connection().exec_driver_sql("SELECT id FROM resident").scalars().all()


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_an_exchange_goes_on_after_a_power_cut(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=40) == {WELL: 40}


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_an_exchange_goes_on_after_a_thousand_power_cuts(logger, memory_disk):
    assert verdicts(logger, memory_disk, states=1000) == {WELL: 1000}


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_without_syncing_the_same_evening_is_lost(logger, memory_disk):
    """The control: a test of power cuts that cannot fail would prove nothing."""
    found = verdicts(logger, memory_disk, UNSAFE_STORE, states=30)
    assert found[WELL] < 20


@pytest.fixture
def carried(tmp_path):
    """Two stores, and a stick with a file for the first."""
    evening = Evening(tmp_path)
    for place, name in enumerate(NAMES):
        evening._enter(name, evening.devices[name], place)
    evening.devices[NAMES[1]].exchange.write_for_all(evening.stick)
    for station in evening.devices.values():
        station.close()
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("phase", PHASES)
def test_a_file_whose_taking_in_was_killed_is_taken_in_again(carried, phase):
    command = [sys.executable, "-m", "tests.powercut.killed", carried, phase]
    ended = subprocess.run(command, check=False, cwd=ROOT, capture_output=True)  # noqa: S603 - our own program
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    station = open_device(StationHome(carried / NAMES[0]), NAMES[0])
    assert check_store(station.store.engine).faults == ()
    before = len(residents_of(station))
    (taken,) = station.exchange.take_in(station.exchange.files_for_us(carried / "stick")).value
    assert (taken.refused, taken.added > 0) == (None, True)
    assert len(residents_of(station)) == before + 5
    station.close()
