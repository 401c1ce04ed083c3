"""Writing and taking in that is stopped or fails half way."""

from __future__ import annotations

import pytest

from station_app.domain.errors import CancelledError
from station_app.domain.sync.files import EXTENSION
from station_app.store.sync.sites import read_marker
from tests.refusals import refused
from tests.services.sync.exchanging.files import (
    Impatient,
    enter,
    header_of,
    ledger,
    names,
    state,
    take,
    write,
)
from tests.stations import own


@pytest.fixture
def blocked(pair, stick):
    """A folder in which something lies where the first file is to be put."""
    one, other = pair
    enter(one, "张三")
    with one.store.reading() as tx:
        _, site = tx.exchange.sites.own()
    name = f"{own(one).id[-6:]}-{own(other).id[-6:]}-{site[-6:]}-000001{EXTENSION}"
    (stick / name / "something").mkdir(parents=True)
    return stick


def test_a_file_that_cannot_be_written_burns_its_number_and_nothing_else(pair, blocked, tmp_path):
    one, other = pair
    assert refused(one.exchange.write_for_all, blocked) == "file-not-written"
    assert ledger(one, other).sent == 1
    enter(one, "李四")
    (written,) = write(one, tmp_path / "elsewhere")
    assert (written.number, header_of(written.path).former != "") == (2, True)
    (told,) = take(other, written.path)
    assert (told.refused, told.is_whole) == (None, True)
    assert names(other) == {"张三", "李四"}
    assert one.exchange.state_hash() == other.exchange.state_hash()


def test_the_marker_beside_the_store_is_renewed_before_a_file_goes_out(pair, blocked):
    one, _ = pair
    former = read_marker(one.home.site)
    assert refused(one.exchange.write_for_all, blocked) == "file-not-written"
    with one.store.reading() as tx:
        latter = read_marker(one.home.site)
        assert latter.extent == tx.exchange.sites.extent()
        assert latter.site == tx.exchange.sites.own()[1]
    assert former is None or former.extent < latter.extent


def test_the_marker_knows_of_what_was_taken_in(pair, file):
    _, other = pair
    take(other, file)
    with other.store.reading() as tx:
        assert read_marker(other.home.site).extent == tx.exchange.sites.extent()


@pytest.mark.parametrize("phase", ["reading-file", "laying-out", "judging", "writing", "deriving"])
def test_stopped_while_taking_in_nothing_is_left(pair, file, phase):
    _, other = pair
    before = state(other)
    with pytest.raises(CancelledError):
        other.exchange.take_in([file], Impatient(phase))
    assert state(other) == before
    assert names(other) == set()
    enter(other, "冯云")
    assert take(other, file)[0].refused is None
    assert names(other) == {"张三", "冯云"}
    assert other.checks.check().is_well


def test_stopped_before_writing_nothing_is_left(pair, stick):
    one, other = pair
    enter(one, "张三")
    before = state(one)
    with pytest.raises(CancelledError):
        one.exchange.write_for_all(stick, Impatient("writing-file"))
    assert (state(one), list(stick.iterdir())) == (before, [])
    assert ledger(one, other).sent == 0


def test_the_file_before_the_one_that_is_stopped_stays_taken_in(pair, stick):
    one, other = pair
    paths = []
    for name in ("张三", "李四"):
        enter(one, name)
        paths.append(write(one, stick)[0].path)
    with pytest.raises(CancelledError):
        other.exchange.take_in(paths, Impatient("reading-file", passing=1))
    assert names(other) == {"张三"}
    assert [path.name for path in other.exchange.files_for_us(stick)] == [paths[1].name]
