from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.sync.numbers import (
    INCARNATIONS,
    OF_BLOCK,
    SEGMENTS_OF_INCARNATION,
    block_of,
    segment_after,
    serial_after,
)


def test_a_station_never_put_back_counts_from_one():
    block = block_of(0, 0)
    assert [serial_after(last, block) for last in (0, 1, 2)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("segment", "incarnation", "first"),
    [(0, 1, 10_001), (0, 7, 70_001), (1, 0, 80_001), (2, 3, 190_001)],
)
def test_each_incarnation_of_each_device_has_serials_of_its_own(segment, incarnation, first):
    assert serial_after(0, block_of(segment, incarnation)) == first


def test_no_two_blocks_share_a_serial():
    blocks = [block_of(*each) for each in itertools.product(range(5), range(INCARNATIONS))]
    assert len(set(blocks)) == len(blocks)
    ends = [(serial_after(0, block), (block + 1) * OF_BLOCK - 1) for block in blocks]
    assert all(end < first for (_, end), (first, _) in itertools.pairwise(ends))


def test_what_a_former_block_has_given_does_not_matter():
    assert serial_after(9_000, block_of(0, 1)) == 10_001


def test_a_block_that_is_used_up_gives_nothing():
    assert serial_after(9_998, 0) == 9_999
    assert serial_after(9_999, 0) is None
    assert serial_after(19_999, 1) is None


def test_the_eighth_time_a_store_is_put_back_there_is_no_block_left():
    assert block_of(3, INCARNATIONS - 1) is not None
    assert block_of(3, INCARNATIONS) is None


def test_a_new_segment_lasts_until_the_next_eight_incarnations_begin():
    assert block_of(4, 9, since=9) == 4 * INCARNATIONS + 1
    assert block_of(4, 15, since=9) == 4 * INCARNATIONS + 7
    assert block_of(4, 16, since=9) is None


def test_a_segment_begun_anew_after_a_put_back_gives_another_block():
    """A device with segment 4 is put back to a time before it had it, and is told it again."""
    assert block_of(4, 1, since=1) != block_of(4, 0, since=0)


def test_segments_rise_and_a_station_put_back_leaves_those_out_that_it_forgot():
    assert segment_after(0, 0) == 1
    assert segment_after(5, 0) == 6
    assert segment_after(5, 1) == SEGMENTS_OF_INCARNATION + 1
    assert segment_after(SEGMENTS_OF_INCARNATION + 1, 1) == SEGMENTS_OF_INCARNATION + 2


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 63), st.integers(0, 63))
def test_no_two_devices_of_whatever_incarnations_share_a_block(one, other, first, second):
    if (one, first % INCARNATIONS) == (other, second % INCARNATIONS):
        return
    assert block_of(one, first, since=first) != block_of(other, second, since=second)


@given(st.integers(0, 10**7), st.integers(0, 900))
def test_a_serial_is_of_its_block_and_beyond_the_last(last, block):
    serial = serial_after(last, block)
    if serial is None:
        assert last >= (block + 1) * OF_BLOCK - 1
    else:
        assert serial > last
        assert serial // OF_BLOCK == block
        assert serial % OF_BLOCK


@given(st.lists(st.booleans(), max_size=SEGMENTS_OF_INCARNATION - 1))
def test_no_segment_is_given_twice_by_a_station_that_forgets(put_backs):
    """Each time the station is put back it forgets whom it gave segments to."""
    incarnation, highest, told = 0, 0, []
    for is_put_back in put_backs:
        if is_put_back:
            incarnation, highest = incarnation + 1, 0
        highest = segment_after(highest, incarnation)
        told.append(highest)
    assert len(set(told)) == len(told)
