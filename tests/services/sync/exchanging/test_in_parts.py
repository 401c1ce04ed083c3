"""What is too much for one file: several, in whatever order they come."""

from __future__ import annotations

import pytest

from station_app.domain.errors import CancelledError
from station_app.store.sync import portioning
from tests.services.sync.exchanging.files import (
    PEOPLE,
    Impatient,
    digest_of,
    enter,
    header_of,
    ledger,
    names,
    take,
    write,
)
from tests.stations import back_and_forth


@pytest.fixture
def in_parts(monkeypatch):
    """Let a file hold a few entries only."""
    monkeypatch.setattr(portioning, "MOST_ENTRIES", 5)


@pytest.fixture
def parts(in_parts, pair, stick):
    """The files that together bring the desk all people of the station."""
    one, _ = pair
    enter(one, *PEOPLE)
    return write(one, stick)


def test_what_is_too_much_for_one_file_goes_into_several(pair, parts):
    _, other = pair
    headers = [header_of(each.path) for each in parts]
    assert len(headers) > 2
    assert [header.number for header in headers] == list(range(1, len(headers) + 1))
    assert [header.base for header in headers] == [0, *(each.top for each in headers[:-1])]
    assert [header.former for header in headers[1:]] == [
        digest_of(each.path) for each in parts[:-1]
    ]
    told = take(other, *(each.path for each in parts))
    assert all(each.is_whole for each in told)
    assert names(other) == set(PEOPLE)


@pytest.mark.parametrize("order", [slice(None, None, -1), slice(1, None), slice(None, -1)])
def test_parts_are_taken_in_in_any_order_and_a_lost_one_heals(pair, parts, stick, order):
    one, other = pair
    for part in parts[order]:
        assert take(other, part.path)[0].refused is None
    for part in parts:
        part.path.unlink()
    for _ in range(3):
        back_and_forth(one, other, stick)
    assert names(other) == set(PEOPLE)
    assert one.exchange.state_hash() == other.exchange.state_hash()
    assert write(one, stick) == write(other, stick) == ()
    assert other.checks.check().is_well


def test_with_a_gap_before_it_a_file_is_merged_and_the_gap_told(pair, parts):
    one, other = pair
    (told,) = take(other, parts[-1].path)
    assert (told.refused, told.is_whole) == (None, False)
    with other.store.reading() as tx:
        assert tx.exchange.peers.got_upto(ledger(other, one).site) == 0


def test_stopped_between_two_parts_it_begins_again(in_parts, pair, stick):
    one, other = pair
    enter(one, *PEOPLE)
    with pytest.raises(CancelledError):
        one.exchange.write_for_all(stick, Impatient("writing-file", passing=2))
    assert len(list(stick.iterdir())) == 2
    for _ in range(3):
        back_and_forth(one, other, stick)
    assert names(other) == set(PEOPLE)
    assert one.exchange.state_hash() == other.exchange.state_hash()
