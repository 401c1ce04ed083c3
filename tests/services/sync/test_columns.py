"""Packed lists: whatever went in comes out, and what nobody has packed is refused."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_app.domain.sync.bundle import Stamps
from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.sync import numbers, texts
from station_app.services.sync.columns import (
    pack_stamps,
    pack_values,
    unpack_stamps,
    unpack_values,
)
from station_app.services.sync.numbers import pack_numbers, unpack_numbers
from station_app.services.sync.strict import HIGHEST, LOWEST, read
from station_app.services.sync.texts import pack_texts, unpack_texts
from station_app.services.sync.writing import write

WHOLE = st.integers(LOWEST, HIGHEST)
COUNTED = st.integers(0, HIGHEST)
TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
MOMENT = st.datetimes(timezones=st.just(UTC)).map(
    lambda moment: moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
)
DAY = st.dates().map(date.isoformat)
KEY = st.binary(min_size=16, max_size=16).map(bytes.hex)
DIGITS = st.text("0123456789", min_size=11, max_size=11)
MIXED = st.one_of(TEXT, MOMENT, DAY, KEY, DIGITS, st.sampled_from(["", "\0", "甲", "乙"]))
ALIKE = st.one_of(*(st.lists(kind, max_size=60) for kind in (TEXT, MOMENT, DAY, KEY, DIGITS)))
VALUE = st.one_of(st.none(), WHOLE, MIXED, st.binary(max_size=8))
EVERYTHING = st.one_of(st.lists(VALUE, max_size=60), ALIKE, st.lists(WHOLE, max_size=60))
MORE = settings(max_examples=400, deadline=None)


def carried(packed):
    """What a reader sees of *packed*."""
    return read(write(packed))


@MORE
@given(st.lists(WHOLE, max_size=60))
def test_numbers_come_back(values):
    assert list(unpack_numbers(carried(pack_numbers(values)), len(values))) == values


@MORE
@given(st.lists(st.tuples(WHOLE, WHOLE), max_size=60))
def test_numbers_come_back_beside_others(pairs):
    values, former = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    packed = carried(pack_numbers(values, former))
    assert list(unpack_numbers(packed, len(values), former)) == values


@pytest.mark.parametrize(
    "values",
    [
        [],
        [0],
        [LOWEST, HIGHEST],
        [HIGHEST, LOWEST, HIGHEST],
        list(range(5000)),
        [5] * 5000,
        [place * 7919 % 5000 for place in range(5000)],
        [-(2**40) - place**3 for place in range(300)],
    ],
)
def test_numbers_of_every_form_come_back(values):
    assert list(unpack_numbers(carried(pack_numbers(values)), len(values))) == values


def test_numbers_that_say_nothing_take_no_room():
    assert len(write(pack_numbers([7] * 100_000))) < 8
    assert len(write(pack_numbers(list(range(100_000))))) < 8


@pytest.mark.parametrize("number", [HIGHEST + 1, LOWEST - 1])
def test_numbers_of_more_than_64_bits_are_not_packed(number):
    with pytest.raises(ValueError, match="64 bits"):
        pack_numbers([number, 1])


@MORE
@given(ALIKE | st.lists(MIXED, max_size=60))
def test_texts_come_back(values):
    assert list(unpack_texts(carried(pack_texts(values)), len(values))) == values


@pytest.mark.parametrize(
    ("values", "form"),
    [
        (["张三", "李四"], texts.JOINED),
        (["a\0b", "c"], texts.MEASURED),
        ([], texts.MEASURED),
        (["甲", "乙"] * 9, texts.LISTED),
        (["2026-03-01T08:00:00.000000Z", "2026-03-01T08:00:00.000001Z"], texts.MOMENTS),
        (["2026-03-01T24:00:00.000000Z", "2026-03-01T08:00:00.000001Z"], texts.JOINED),
        (["2026-03-01", "0001-01-01", "9999-12-31"], texts.DAYS),
        (["2026-02-30", "2026-03-01"], texts.JOINED),
        (["0000-01-01", "2026-03-01"], texts.JOINED),
        (["00000000000", "13800000000"], texts.DIGITS),
        (["12", "1", "123"], texts.JOINED),
        (["١٢٣", "٣٢١"], texts.JOINED),
        (["0192f0c8a5b27c3d9e8f001122334455", "f" * 32], texts.KEYS),
        (["0192F0C8A5B27C3D9E8F001122334455", "F" * 32], texts.JOINED),
        ([f"{n:011d}" for n in range(40)] + ["0717-1234567"], texts.PARTED),
        ([f"{n:018d}" for n in range(40)] + ["11010519491231002X"], texts.PARTED),
    ],
)
def test_texts_are_packed_as_what_they_are(values, form):
    packed = pack_texts(values)
    assert packed[0] == form
    assert list(unpack_texts(carried(packed), len(values))) == values


@MORE
@given(EVERYTHING)
def test_values_come_back(values):
    back = unpack_values(carried(pack_values(values)), len(values))
    assert [(type(value), value) for value in back] == [(type(value), value) for value in values]


@pytest.mark.parametrize("value", [1.0, True, object(), [1], datetime(2026, 3, 1, tzinfo=UTC)])
def test_values_the_store_does_not_know_are_not_packed(value):
    with pytest.raises(ValueError, match="store"):
        pack_values([value])


def test_halves_of_surrogates_are_not_packed():
    with pytest.raises(ValueError, match="surrogates"):
        pack_values(["\ud800"])


@MORE
@given(
    st.lists(st.tuples(st.integers(0, 3), COUNTED, COUNTED, COUNTED), max_size=60),
    st.booleans(),
)
def test_versions_come_back(versions, is_near):
    site, ver, hlc, ctx = zip(*versions, strict=True) if versions else ((), (), (), ())
    stamps = Stamps(site=list(site), ver=list(ver), hlc=list(hlc), ctx=list(ctx))
    former = [list(hlc), list(ver), list(ver), list(site)] if is_near else None
    back = unpack_stamps(carried(pack_stamps(stamps, former)), len(versions), former)
    assert [*map(list, (back.site, back.ver, back.hlc, back.ctx))] == [
        *map(list, (site, ver, hlc, ctx))
    ]


def test_clocks_are_packed_along_the_order_of_their_site():
    count = 2000
    ver = random.Random(1).sample(range(count), count)
    stamps = Stamps(
        site=[place % 2 for place in range(count)],
        ver=ver,
        hlc=[number * 9_000_017 + number % 5 for number in ver],
        ctx=[0] * count,
    )
    packed = pack_stamps(stamps)
    assert packed[2][0] == numbers.ALONG
    assert list(unpack_stamps(carried(packed), count).hlc) == stamps.hlc


def test_moments_are_packed_beside_the_clock():
    at = [1_772_352_000_000_000 + random.Random(n).randrange(10**12) for n in range(500)]
    values = [texts._moments([number])[0] for number in at]
    beside = [number // 1000 * 1000 for number in at]
    packed = pack_values(values, beside)
    assert packed[1][1][0] == numbers.BESIDE
    assert list(unpack_values(carried(packed), 500, beside)) == values


NUMBERS = [0, 0, b""]


@pytest.mark.parametrize(
    ("packed", "count"),
    [
        (None, 0),
        ([], 0),
        ([0, 0], 1),
        ([0, 0, b"", 0], 1),
        ([0, True, b""], 1),
        ([0, 0, b"abc"], 2),
        ([0, 0, b"a"], 0),
        ([0, 0, b"a" * 18], 2),
        ([0, HIGHEST, b"\1"], 1),
        ([0, LOWEST, b"\0" * 8, 0], 2),
        ([1, 1, b"", 0], 0),
        ([1, HIGHEST, b"", 1], 2),
        ([1, 0, b"\0", 1], 1),
        ([2, 0, b""], 1),
        ([3, 0, b"", 1], 1),
        ([4, 0, b""], 1),
    ],
)
def test_numbers_nobody_has_packed_are_refused(packed, count):
    with pytest.raises(SyncFileRefusedError) as refused:
        unpack_numbers(packed, count)
    assert refused.value.reason is Refusal.MALFORMED


@pytest.mark.parametrize(
    ("packed", "count"),
    [
        (None, 0),
        ([], 0),
        ([0, b"a\0b"], 3),
        ([0, b"\xff"], 1),
        ([0, b"\xed\xa0\x80"], 1),  # half of a surrogate
        ([1, b"ab", [0, 1, b""]], 3),
        ([1, b"ab", [0, -1, b"\0\4"]], 2),
        ([2, 2, [0, b"a\0b"], [0, 2, b""]], 2),
        ([2, 2, [0, b"a\0b"], [0, -1, b""]], 2),
        ([2, 9, [0, b"a\0b"], NUMBERS], 2),
        ([2, -1, [0, b""], NUMBERS], 1),
        ([2, 1, [2, 1, [0, b"a"], NUMBERS], NUMBERS], 1),
        ([3, [0, HIGHEST, b""]], 1),
        ([3, [0, LOWEST, b""]], 1),
        ([4, [0, 0, b""]], 1),
        ([4, [0, 3_652_060, b""]], 1),
        ([5, [0, 1 << 48, b""], bytes(10)], 1),
        ([5, [0, -1, b""], bytes(10)], 1),
        ([5, NUMBERS, bytes(9)], 1),
        ([6, 0, NUMBERS], 1),
        ([6, 19, NUMBERS], 1),
        ([6, 1 << 40, NUMBERS], 1),
        ([6, 2, [0, 100, b""]], 1),
        ([6, 2, [0, -1, b""]], 1),
        ([7, b"\1\0", [6, 1, NUMBERS], [7, b"", [], []]], 2),
        ([7, b"\1\0", [0, b"a"], [0, b"a"]], 2),
        ([7, b"\1\2", [6, 1, NUMBERS], [0, b"a"]], 2),
        ([7, b"\1", [6, 1, NUMBERS], [0, b"a"]], 2),
        ([7, b"\1\0", [], []], 2),
        ([8, NUMBERS], 1),
    ],
)
def test_texts_nobody_has_packed_are_refused(packed, count):
    with pytest.raises(SyncFileRefusedError) as refused:
        unpack_texts(packed, count)
    assert refused.value.reason is Refusal.MALFORMED


@pytest.mark.parametrize(
    ("packed", "count"),
    [
        (None, 0),
        ([], 0),
        ([5], 1),
        ([-1], 1),
        ([True], 1),
        ([0, NUMBERS], 1),
        ([1], 1),
        ([1, NUMBERS, NUMBERS], 1),
        ([b"\1", NUMBERS], 2),
        ([b"\5"], 1),
        ([b"\1\2", NUMBERS], 2),
        ([b"\0", NUMBERS], 1),
        ([3, [b"abc", [0, 1, b""]]], 2),
        ([3, ["abc", [0, 3, b""]]], 1),
    ],
)
def test_values_nobody_has_packed_are_refused(packed, count):
    with pytest.raises(SyncFileRefusedError) as refused:
        unpack_values(packed, count)
    assert refused.value.reason is Refusal.MALFORMED
