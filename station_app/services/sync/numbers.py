"""Lists of whole numbers as bytes: what is alike comes to lie side by side.

A list is written as offsets from its least number (``PLAIN``), as offsets of the
steps from number to number (``STEPS``), or as offsets of the differences from another
list that both sides have (``BESIDE``). Offsets lie in planes, all lowest bytes first:
planes that hardly change vanish when the whole is deflated. How long the list is
stands elsewhere, so lists of one block cannot differ in length.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from itertools import accumulate
from operator import add, sub
from typing import TYPE_CHECKING, Any

from station_app.services.sync.strict import HIGHEST, LOWEST, refuse, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN, STEPS, BESIDE = range(3)
SAMPLE = 512
FEW = 24


def pack_numbers(values: Sequence[int], former: Sequence[int] | None = None) -> list[Any]:
    """Return *values* as small as we can, told apart from *former* if that is smaller."""
    if not values:
        return [PLAIN, 0, b""]
    low, high = min(values), max(values)
    if low < LOWEST or high > HIGHEST:
        raise ValueError("a number of more than 64 bits")
    form = _best_form(values, former) if low != high else PLAIN
    offsets = _differences(form, values, former)
    base = min(offsets, default=0)
    # Steps between the ends of 64 bits need one more.
    if base < LOWEST or max(offsets, default=0) - base >> 64:
        return [PLAIN, low, planes(values, low)]
    packed = [form, base, planes(offsets, base)]
    return [*packed, values[0]] if form == STEPS else packed


def unpack_numbers(
    packed: object, count: int, former: Sequence[int] | None = None
) -> Sequence[int]:
    """Return the *count* numbers that :func:`pack_numbers` has packed."""
    if type(packed) is list and len(packed) == 4:
        form, base, data, first = shape(packed, int, int, bytes, int)
        if form != STEPS or not count:
            refuse("form")
        steps = list(map(base.__add__, from_planes(data, count - 1)))
        values = list(accumulate(steps, initial=first))
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


def _differences(form: int, values: Sequence[int], former: Sequence[int] | None) -> Sequence[int]:
    if form == STEPS:
        return list(map(sub, values[1:], values))
    if form == BESIDE and former is not None:
        return list(map(sub, values, former))
    return values


def _best_form(values: Sequence[int], former: Sequence[int] | None) -> int:
    begin = max(0, (len(values) - SAMPLE) // 2)
    sample = values[begin : begin + SAMPLE]
    beside = former[begin : begin + SAMPLE] if former is not None else None
    forms = (PLAIN, STEPS) if former is None else (PLAIN, BESIDE, STEPS)
    return min(forms, key=lambda form: _size(_differences(form, sample, beside)))


def _size(offsets: Sequence[int]) -> int:
    base = min(offsets, default=0)
    if max(offsets, default=0) - base >> 64:
        return sys.maxsize
    data = planes(offsets, base)
    return len(data) if len(offsets) < FEW else len(zlib.compress(data, 1))
