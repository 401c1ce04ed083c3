"""Lists of whole numbers as bytes: what is alike comes to lie side by side.

A list is written as offsets from its least number (``PLAIN``), as offsets of the
steps from number to number (``STEPS``), of the steps in the order of another list
(``ALONG``), or of the differences from another list (``BESIDE``). Offsets lie in
planes, all lowest bytes first: planes that hardly change vanish when the whole is
deflated. How long a list is stands elsewhere, so lists of one block cannot differ.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections import deque
from itertools import accumulate
from operator import add, sub
from typing import TYPE_CHECKING, Any

from station_app.services.sync.strict import HIGHEST, LOWEST, refuse, shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PLAIN, STEPS, BESIDE, ALONG = range(4)
SAMPLE = 512
FEW = 24

_BITS = 64


def pack_numbers(
    values: Sequence[int],
    former: Sequence[int] | None = None,
    order: Callable[[], Sequence[int]] | None = None,
) -> list[Any]:
    """Return *values* as small as we can.

    *former* are numbers that may be close to them, one for each; *order* returns
    an order of their places in which they may ascend slowly.
    """
    if not values:
        return [PLAIN, 0, b""]
    low, high = min(values), max(values)
    if low < LOWEST or high > HIGHEST:
        raise ValueError("a number of more than 64 bits")
    form, offsets = PLAIN, values
    if low != high:
        form, offsets = _best(values, former, order)
    base = min(offsets, default=0)
    packed = [form, base, planes(offsets, base)]
    if form in {STEPS, ALONG}:
        packed.append(values[order()[0] if form == ALONG and order else 0])
    return packed


def unpack_numbers(
    packed: object,
    count: int,
    former: Sequence[int] | None = None,
    order: Callable[[], Sequence[int]] | None = None,
) -> Sequence[int]:
    """Return the *count* numbers that :func:`pack_numbers` has packed."""
    if type(packed) is list and len(packed) == 4:
        values = _unpack_chain(packed, count, order)
    else:
        form, base, data = shape(packed, int, int, bytes)
        offsets = from_planes(data, count)
        values = list(map(base.__add__, offsets)) if base else offsets.tolist()
        if form == BESIDE and former is not None:
            values = list(map(add, values, former))
        elif form != PLAIN:
            refuse("form")
    if values and (max(values) > HIGHEST or min(values) < LOWEST):
        refuse("number")
    return values


def planes(values: Sequence[int], base: int) -> bytes:
    """Return the bytes of all offsets of *values* from *base*, the lowest bytes first."""
    offsets = array("Q", [value - base for value in values] if base else values)
    width = (max(offsets, default=0).bit_length() + 7) // 8
    if sys.byteorder == "big":
        offsets.byteswap()
    data = offsets.tobytes()
    return b"".join(data[place::8] for place in range(width))


def from_planes(data: bytes, count: int) -> array[int]:
    """Return the *count* numbers of no sign that :func:`planes` has laid apart."""
    if len(data) > 8 * count or (count and len(data) % count):
        refuse("planes")
    whole = bytearray(8 * count)
    for place in range(len(data) // count if count else 0):
        whole[place::8] = data[place * count : (place + 1) * count]
    numbers = array("Q")
    numbers.frombytes(whole)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _unpack_chain(
    packed: object, count: int, order: Callable[[], Sequence[int]] | None
) -> list[int]:
    form, base, data, first = shape(packed, int, int, bytes, int)
    if not count:
        refuse("form")
    steps = map(base.__add__, from_planes(data, count - 1))
    values = list(accumulate(steps, initial=first))
    if form == ALONG and order is not None:
        in_order, values = values, [0] * count
        deque(map(values.__setitem__, order(), in_order), maxlen=0)
    elif form != STEPS:
        refuse("form")
    return values


def _best(
    values: Sequence[int],
    former: Sequence[int] | None,
    order: Callable[[], Sequence[int]] | None,
) -> tuple[int, Sequence[int]]:
    """Return the form that makes *values* smallest, by a look at some of them, and its offsets."""
    # from the middle: the ends of a sorted column are not like the rest of it
    begin = max(0, (len(values) - SAMPLE) // 2)
    sample = values[begin : begin + SAMPLE]
    sizes = {PLAIN: _size(sample), STEPS: _size(_steps(sample))}
    if former is not None:
        sizes[BESIDE] = _size(list(map(sub, sample, former[begin : begin + SAMPLE])))
    ordered: Sequence[int] = ()
    # sorting is dear: only where nothing else comes below a byte a number
    if order is not None and min(sizes.values()) > len(sample):
        ordered = _steps(list(map(values.__getitem__, order())))
        sizes[ALONG] = _size(ordered[begin : begin + SAMPLE])
    form = min(sizes, key=sizes.__getitem__)
    offsets: Sequence[int] = values
    if form == STEPS:
        offsets = _steps(values)
    elif form == BESIDE and former is not None:
        offsets = list(map(sub, values, former))
    elif form == ALONG:
        offsets = ordered
    # Differences of what has 64 bits can have more.
    return (form, offsets) if _fits(offsets) else (PLAIN, values)


def _steps(values: Sequence[int]) -> list[int]:
    return list(map(sub, values[1:], values))


def _fits(offsets: Sequence[int]) -> bool:
    base = min(offsets, default=0)
    return LOWEST <= base <= HIGHEST and not (max(offsets, default=0) - base) >> _BITS


def _size(offsets: Sequence[int]) -> int:
    if not _fits(offsets):
        return sys.maxsize
    data = planes(offsets, min(offsets, default=0))
    return len(data) if len(offsets) < FEW else len(zlib.compress(data, 1))
