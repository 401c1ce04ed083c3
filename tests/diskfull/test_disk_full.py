"""The disk is full in the middle of the work: nothing confirmed is lost, reads go on.

Round by round a station lies on a disk of 6 MB that is filled up to some chance rest.
People are registered until there is no room, then everything confirmed is read, the
station is closed and opened again on the full disk, room is made, and the work goes on.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections import Counter
from contextlib import suppress

import pytest

from station_app.bootstrap import open_station
from station_app.domain.errors import StationError, StoreFullError
from station_app.domain.residents.filters import ResidentFilter
from station_app.store import driver
from station_app.store.checking import check_store
from station_app.store.engine import read_past
from station_app.store.home import StationHome
from tests.factories import a_registration

RESERVE = 1 << 20  # 16 MB would not fit; what it is for is the same
LONGEST = 3_000
SEED = 20260301


@pytest.fixture
def template(tmp_path, station_key, empty_store):
    made = StationHome(tmp_path / "template")
    made.make()
    shutil.copyfile(empty_store, made.database)
    station = open_station(made, station_key)
    for number in range(30):
        register(station, number)
    station.close()
    return made


class Round:
    """One full disk; ``told`` counts what came of it."""

    def __init__(self, disk, template, key, chance):
        self.key, self.chance, self.told = key, chance, Counter()
        self.home = StationHome(disk / "home")
        shutil.rmtree(self.home.root, ignore_errors=True)
        (disk / "ballast").unlink(missing_ok=True)
        shutil.copytree(template.root, self.home.root)
        self.home.reserve.write_bytes(os.urandom(RESERVE))
        self.ballast = disk / "ballast"
        self.confirmed = {}

    def run(self):
        station = open_station(self.home, self.key)
        try:
            self.confirmed = everybody(station)
            self.fill_up()
            self.work_until_full(station)
            self.read(station, "reads while full")
            self.draft(station)
        finally:
            self.let_go(station)
        self.open_again("opened while full")
        self.ballast.unlink()
        self.open_again("opened with room", writes=True)
        return self.told

    def fill_up(self):
        rest = self.chance.randrange(20_000, 900_000)
        free = shutil.disk_usage(self.home.root).free
        self.ballast.write_bytes(bytes(max(0, free - rest)))

    def work_until_full(self, station):
        for number in range(LONGEST):
            try:
                key = register(station, number)
            except StoreFullError:
                self.told["full"] += 1
                return
            self.confirmed[str(key)] = f"张{number}"
        raise AssertionError("the disk was never full")

    def draft(self, station):
        """The form whose saving failed keeps a draft: the reserve is given back for that."""
        self.told["reserve given back"] += station.keeping.make_room()

    def read(self, station, what):
        kept = everybody(station)
        lost = sum(kept.get(key) != name for key, name in self.confirmed.items())
        self.told["lost"] += lost
        self.told["invented"] += len(kept.keys() - self.confirmed.keys())
        self.told[what] += 1

    def let_go(self, station):
        if self.chance.random() < 0.5:
            station.close()
            self.told["closed while full"] += 1
        else:
            kill(station)

    def open_again(self, what, *, writes=False):
        station = open_station(self.home, self.key)
        try:
            self.read(station, what)
            if writes:
                self.confirmed[str(register(station, 0))] = "张0"
                self.told["wrote again"] += 1
                self.told["damaged"] += bool(check_store(station.store.engine).faults)
                station.close()
        finally:
            kill(station)


def kill(station):
    """Let go of the files; nobody empties the log."""
    station.store.engine.dispose()
    read_past(station.store.engine).close()


def register(station, number):
    return station.residents.register(a_registration(f"张{number}", number="")).value


def everybody(station):
    keys = station.lists.keys(ResidentFilter())
    lines = station.lists.lines(keys)
    return {str(station.lists.key_of_line(key)): lines[key].name for key in keys}


def rounds(disk, template, key, count):
    chance, told = random.Random(SEED), Counter()
    for _ in range(count):
        told += Round(disk, template, key, chance).run()
    return told


def report(say, told, count, begun):
    told = {what: told[what] for what in sorted(told)}
    say(f"{count} full disks (6 MB tmpfs), {time.monotonic() - begun:.0f} s: {told}")


@pytest.mark.slow
@pytest.mark.parametrize(
    "count", [6, pytest.param(200, marks=[pytest.mark.long, pytest.mark.timeout(3_600)])]
)
def test_nothing_confirmed_is_lost_and_reads_go_on(small_disk, template, station_key, say, count):
    begun = time.monotonic()
    told = rounds(small_disk, template, station_key, count)
    report(say, told, count, begun)
    assert (told["lost"], told["invented"], told["damaged"]) == (0, 0, 0)
    for what in ("full", "reads while full", "opened while full", "opened with room"):
        assert told[what] == count
    assert told["wrote again"] == count


def test_a_store_without_a_journal_would_be_found_out(
    small_disk, template, station_key, say, monkeypatch
):
    """The control: what stands in no log cannot be taken back when the room is gone."""
    unsafe = tuple(
        each.replace("journal_mode = WAL", "journal_mode = OFF") for each in driver.PRAGMAS
    )
    monkeypatch.setattr(driver, "PRAGMAS", unsafe)
    chance, spoilt = random.Random(SEED), Counter()
    for _ in range(4):
        tried = Round(small_disk, template, station_key, chance)
        try:
            tried.run()
        except (StationError, KeyError) as error:
            spoilt[type(error).__name__] += 1
        wrong = tried.told["lost"] + tried.told["invented"] + tried.told["damaged"]
        spoilt["wrong"] += bool(wrong)
        with suppress(OSError):
            tried.ballast.unlink()
    say(f"4 full disks without a journal: {dict(spoilt)}")
    assert spoilt["StoreDamagedError"] + spoilt["wrong"] > 0
