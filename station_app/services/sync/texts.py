"""Lists of texts as bytes: keys, moments, days and digits as what they are, others joined.

Every form gives back exactly what was packed. A form is chosen by looking; what fits
none is joined, with a NUL between texts or, if that occurs in one, with a list of lengths.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from station_app.services.sync.numbers import pack_numbers, unpack_numbers
from station_app.services.sync.strict import refuse, shape, utf8

if TYPE_CHECKING:
    from collections.abc import Sequence

JOINED, MEASURED, LISTED, MOMENTS, DAYS, KEYS, DIGITS = range(7)

_MOMENT = r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{6}Z"
_SHAPES = {
    length: re.compile(rf"(?:{pattern}\0)+", re.ASCII)
    for length, pattern in {27: _MOMENT, 10: r"\d{4}-\d\d-\d\d", 32: r"[0-9a-f]{32}"}.items()
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = 1_000_000
_LAST_MOMENT = 253_402_300_799_999_999  # 9999-12-31T23:59:59.999999Z
_FIRST_MOMENT = -62_135_596_800_000_000  # 0001-01-01T00:00:00.000000Z
_LAST_DAY = date.max.toordinal()
_MOST_DIGITS = 18
_KEY_HEAD, _KEY_BYTES = 6, 16


def pack_texts(texts: Sequence[str], beside: Sequence[int] | None = None) -> list[Any]:
    """Return *texts* as small as we can.

    *beside* are moments in microseconds, one for each text, near which moments
    among the texts may lie.
    """
    different = dict.fromkeys(texts)
    if len(different) * 2 <= len(texts):
        places = {text: place for place, text in enumerate(different)}
        packed = _pack_plainly(list(different), None)
        return [LISTED, len(different), packed, pack_numbers([*map(places.__getitem__, texts)])]
    return _pack_plainly(texts, beside)


def unpack_texts(packed: object, count: int, beside: Sequence[int] | None = None) -> Sequence[str]:
    """Return the *count* texts that :func:`pack_texts` has packed."""
    if type(packed) is list and packed and packed[0] == LISTED:
        _, size, listed, places = shape(packed, int, int, list, list)
        if size > count:
            refuse("listed")
        different = _unpack_plainly(listed, size, None)
        numbers = unpack_numbers(places, count)
        if count and not 0 <= min(numbers) <= max(numbers) < size:
            refuse("listed")
        return list(map(different.__getitem__, numbers))
    return _unpack_plainly(packed, count, beside)


def _pack_plainly(texts: Sequence[str], beside: Sequence[int] | None) -> list[Any]:
    whole = "\0".join(texts)
    length = len(texts[0]) if texts else 0
    if texts and len(whole) + 1 == (length + 1) * len(texts):
        packed = _pack_alike(texts, whole + "\0", length, beside)
        if packed:
            return packed
    if texts and whole.count("\0") == len(texts) - 1:
        return [JOINED, whole.encode()]
    return [MEASURED, "".join(texts).encode(), pack_numbers([*map(len, texts)])]


def _pack_alike(
    texts: Sequence[str], whole: str, length: int, beside: Sequence[int] | None
) -> list[Any]:
    """Return *texts*, of one *length*, in a form of their own, or nothing."""
    packed: list[Any] = []
    shape_of_all = _SHAPES.get(length)
    if 0 < length <= _MOST_DIGITS and re.fullmatch(rf"(?:[0-9]{{{length}}}\0)+", whole):
        packed = [DIGITS, length, pack_numbers([*map(int, texts)])]
    elif shape_of_all is None or not shape_of_all.fullmatch(whole):
        pass
    elif length == 32:
        packed = [KEYS, *_pack_keys(whole)]
    else:
        # A thirtieth of February looks like a day, too.
        with suppress(ValueError):
            packed = (
                [DAYS, pack_numbers([date.fromisoformat(text).toordinal() for text in texts])]
                if length == 10
                else [MOMENTS, pack_numbers([*map(microseconds, texts)], beside)]
            )
    return packed


def _unpack_plainly(packed: object, count: int, beside: Sequence[int] | None) -> Sequence[str]:
    form = packed[0] if type(packed) is list and packed else None
    if form == JOINED:
        texts = utf8(shape(packed, int, bytes)[1]).split("\0")
    elif form == MEASURED:
        _, data, lengths = shape(packed, int, bytes, list)
        texts = cut(utf8(data), unpack_numbers(lengths, count))
    elif form == MOMENTS:
        texts = _moments(unpack_numbers(shape(packed, int, list)[1], count, beside))
    elif form == DAYS:
        texts = _days(unpack_numbers(shape(packed, int, list)[1], count))
    elif form == KEYS:
        texts = _unpack_keys(shape(packed, int, list, bytes), count)
    elif form == DIGITS:
        texts = _digits(shape(packed, int, int, list), count)
    else:
        refuse("form")
    if len(texts) != count:
        refuse("count")
    return texts


def cut(whole: Any, lengths: Sequence[int]) -> list[Any]:
    """Return the pieces of *whole* that are as long as *lengths* say."""
    if lengths and min(lengths) < 0:
        refuse("lengths")
    ends = list(accumulate(lengths, initial=0))
    if ends[-1] != len(whole):
        refuse("lengths")
    return [whole[begin:end] for begin, end in pairwise(ends)]


def microseconds(moment: str) -> int:
    """Return *moment*, an ISO text, as microseconds since 1970."""
    passed = datetime.fromisoformat(moment) - _EPOCH
    return (passed.days * 86_400 + passed.seconds) * _SECOND + passed.microseconds


def _moments(numbers: Sequence[int]) -> list[str]:
    if numbers and not _FIRST_MOMENT <= min(numbers) <= max(numbers) <= _LAST_MOMENT:
        refuse("moments")
    return [
        (_EPOCH + timedelta(microseconds=number)).isoformat(timespec="microseconds")[:26] + "Z"
        for number in numbers
    ]


def _days(numbers: Sequence[int]) -> list[str]:
    if numbers and not 1 <= min(numbers) <= max(numbers) <= _LAST_DAY:
        refuse("days")
    return [date.fromordinal(number).isoformat() for number in numbers]


def _digits(packed: list[Any], count: int) -> list[str]:
    _, length, digits = packed
    if not 1 <= length <= _MOST_DIGITS:
        refuse("digits")
    numbers = unpack_numbers(digits, count)
    if count and not 0 <= min(numbers) <= max(numbers) < 10**length:
        refuse("digits")
    return list(map(f"{{:0{length}d}}".format, numbers))


def _pack_keys(whole: str) -> list[Any]:
    """Return 32 digits a key as the numbers they begin with, and planes of the rest.

    The first six bytes of a UUID of version 7 are the milliseconds of its making.
    """
    data = bytes.fromhex(whole.replace("\0", ""))
    heads = [
        int.from_bytes(data[place : place + _KEY_HEAD], "big")
        for place in range(0, len(data), _KEY_BYTES)
    ]
    rest = b"".join(data[place::_KEY_BYTES] for place in range(_KEY_HEAD, _KEY_BYTES))
    return [pack_numbers(heads), rest]


def _unpack_keys(packed: list[Any], count: int) -> list[str]:
    _, heads, rest = packed
    numbers = unpack_numbers(heads, count)
    if len(rest) != (_KEY_BYTES - _KEY_HEAD) * count:
        refuse("keys")
    if count and not 0 <= min(numbers) <= max(numbers) < 1 << 8 * _KEY_HEAD:
        refuse("keys")
    data = bytearray(_KEY_BYTES * count)
    high = b"".join([number.to_bytes(_KEY_HEAD, "big") for number in numbers])
    for place in range(_KEY_BYTES):
        plane = (
            high[place::_KEY_HEAD]
            if place < _KEY_HEAD
            else rest[(place - _KEY_HEAD) * count : (place - _KEY_HEAD + 1) * count]
        )
        data[place::_KEY_BYTES] = plane
    digits = data.hex()
    return [digits[place : place + 32] for place in range(0, len(digits), 32)]
