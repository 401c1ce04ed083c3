from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.number_gaps import (
    Cause,
    Given,
    Giver,
    Hole,
    Sort,
    Tail,
    report_of,
    series_of,
)
from station_app.domain.sync.numbers import OF_BLOCK

WORD, YEAR = "石社证字", 2026
OWN = {0: Giver(name="一号窗口", incarnation=0, lasts={(WORD, YEAR): 4})}
LAPTOP = {1: Giver(name="一网格笔记本")}


def numbers(*serials, void=()):
    return [Given(WORD, YEAR, serial, serial in void) for serial in serials]


def stretches(given_numbers, givers=OWN):
    (series,) = series_of(given_numbers, givers)
    return series.stretches


def test_numbers_that_follow_one_another_have_no_hole():
    (only,) = stretches(numbers(1, 2, 3, 4, void=(2,)))
    assert (only.first, only.last, only.given, only.void, only.holes) == (1, 4, 4, 1, ())
    assert (only.giver, only.tail) == ("一号窗口", Tail.NONE)


def test_a_number_of_ones_own_that_is_not_here_was_taken_away():
    (only,) = stretches(numbers(1, 4))
    assert only.holes == (Hole(2, 3, Cause.GONE),)
    assert only.holes[0].count == 2


def test_also_the_first_and_the_last_may_be_gone():
    (only,) = stretches(numbers(2, 3))
    assert only.holes == (Hole(1, 1, Cause.GONE), Hole(4, 4, Cause.GONE))


def test_a_number_of_another_device_that_is_not_here_has_not_arrived():
    own, other = stretches(numbers(1, 2, 3, 4, 80_001, 80_004), OWN | LAPTOP)
    assert own.holes == ()
    assert (other.giver, other.segment, other.tail) == ("一网格笔记本", 1, Tail.ELSEWHERE)
    assert other.holes == (Hole(80_002, 80_003, Cause.NOT_ARRIVED),)


def test_what_was_given_before_a_copy_was_put_back_may_have_more_on_paper():
    givers = {0: Giver(name="一号窗口", incarnation=1, lasts={(WORD, YEAR): 10_002})}
    before, after = stretches(numbers(1, 2, 10_001, 10_002), givers)
    assert (before.tail, after.tail) == (Tail.PUT_BACK, Tail.NONE)
    assert before.holes == after.holes == ()


def test_a_segment_nobody_is_known_to_have_is_without_a_name():
    (only,) = stretches(numbers(160_001), OWN)
    assert (only.giver, only.segment, only.tail) == ("", 2, Tail.ELSEWHERE)


def test_a_number_given_twice_is_told_and_counted_once():
    (series,) = series_of(numbers(1, 2, 2, 3, 4), OWN)
    assert (series.doubles, series.given, series.missing) == ((2,), 4, 0)


def test_series_stand_by_year_and_word():
    mixed = [Given("乙", 2025, 1), Given("甲", 2026, 1), Given("乙", 2026, 1)]
    assert [(each.year, each.word) for each in series_of(mixed, {})] == [
        (2026, "乙"),
        (2026, "甲"),
        (2025, "乙"),
    ]


@given(st.sets(st.integers(1, 3 * OF_BLOCK).filter(lambda n: n % OF_BLOCK), min_size=1))
def test_given_and_missing_fill_every_block_up_to_its_last(serials):
    for each in stretches(numbers(*serials), LAPTOP):
        here = {serial for serial in serials if serial // OF_BLOCK == each.block}
        absent = {n for hole in each.holes for n in range(hole.first, hole.last + 1)}
        assert here | absent == set(range(each.block * OF_BLOCK + 1, each.last + 1))
        assert not here & absent


def report(given_numbers, givers=OWN | LAPTOP):
    return report_of(series_of(given_numbers, givers))


def test_the_report_tells_given_missing_and_double_numbers_in_their_order():
    lines = report(numbers(2, 3, 3, OF_BLOCK, OF_BLOCK + 2, void=(2,)))
    told = [(line.sort, line.first, line.last, line.count, line.giver) for line in lines]
    assert told[:4] == [
        (Sort.GIVEN, 2, 3, 2, "一号窗口"),
        (Sort.GONE, 1, 1, 1, "一号窗口"),
        (Sort.GONE, 4, 4, 1, "一号窗口"),
        (Sort.DOUBLE, 3, 3, 1, "一号窗口"),
    ]
    assert lines[0].void == 1


def test_what_another_device_may_have_given_has_no_end_and_no_count():
    tail = report(numbers(1, 2), LAPTOP | {0: Giver(name="二号窗口")})[-1]
    assert (tail.sort, tail.first, tail.last, tail.count) == (Sort.ELSEWHERE, 3, None, 0)


@given(st.lists(st.integers(1, 60), max_size=40))
def test_the_report_counts_what_the_series_count(serials):
    series = series_of(numbers(*serials), OWN)
    lines = report_of(series)
    given_ones = [line for line in lines if line.sort is Sort.GIVEN]
    missing = [line for line in lines if line.sort in {Sort.GONE, Sort.NOT_ARRIVED}]
    assert sum(line.count for line in given_ones) == sum(each.given for each in series)
    assert sum(line.count for line in missing) == sum(each.missing for each in series)
