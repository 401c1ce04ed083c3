from __future__ import annotations

from datetime import date

import pytest

from station_app.services.demo.roster import ENCODING, small_roster
from station_app.services.demo.words import load_words
from station_app.services.progress import Silence
from station_app.shipped import RESOURCES

COUNT = 12


@pytest.fixture
def roster(tmp_path):
    words = load_words(RESOURCES / "demo")
    path = tmp_path / "花名册.csv"
    path.write_bytes(small_roster(COUNT, words=words, today=date(2026, 3, 1)))
    return path


def test_roster_is_kept_as_old_programs_keep_it(roster):
    assert "公民身份号码" in roster.read_bytes().decode(ENCODING)


def test_all_but_the_mistyped_are_taken(station, roster):
    file = station.imports.read(roster, Silence())
    counts = station.imports.bring_in(file, Silence()).value.counts
    assert (counts.read, counts.accepted) == (COUNT, COUNT - 1)
    assert dict(counts.refused) == {"id_check_digit": 1}


def test_nobody_of_the_demo_station_is_in_it(station, roster):
    station.demo.fill(200)
    file = station.imports.read(roster, Silence())
    assert station.imports.dry_run(file, Silence()).counts.new == COUNT - 1
