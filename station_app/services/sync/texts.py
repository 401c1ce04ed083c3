"""Lists of texts as bytes: keys, moments, days and digits as what they are, others joined.

Every form gives back exactly what was packed. A form is chosen by looking; what fits
none is joined, with a NUL between texts or, if that occurs in one, with a list of
lengths. Texts most of which have one shape are parted into those and the others.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, compress, pairwise
from typing import TYPE_CHECKING, Any

from station_app.services.sync.numbers import FEW, pack_numbers, unpack_numbers
from station_app.services.sync.strict import refuse, shape, utf8

if TYPE_CHECKING:
    from collections.abc import Sequence

JOINED, MEASURED, LISTED, MOMENTS, DAYS, KEYS, DIGITS, PARTED = range(8)

_SHAPES = {
    27: (MOMENTS, r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}\.[0-9]{6}Z"),
    10: (DAYS, r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    32: (KEYS, r"[0-9a-f]{32}"),
}
_MOST_DIGITS = 18
_SAMPLE = 64
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = 1_000_000
_LAST_MOMENT = 253_402_300_799_999_999  # 9999-12-31T23:59:59.999999Z
_FIRST_MOMENT = -62_135_596_800_000_000  # 0001-01-01T00:00:00.000000Z
_LAST_DAY = date.max.toordinal()
_KEY_HEAD, _KEY_BYTES = 6, 16


def pack_texts(texts: Sequence[str], beside: Sequence[int] | None = None) -> list[Any]:
    """Return *texts* as small as we can.

    *beside* are moments in microseconds, one for each text, near which moments
    among the texts may lie.
    """
    different = dict.fromkeys(texts)
    if 0 < len(different) * 2 <= len(texts):
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
    return _pack_alike(texts, beside) or _pack_parted(texts) or _pack_joined(texts)


def _pack_joined(texts: Sequence[str]) -> list[Any]:
    whole = "\0".join(texts)
    if texts and whole.count("\0") == len(texts) - 1:
        return [JOINED, whole.encode()]
    return [MEASURED, "".join(texts).encode(), pack_numbers([*map(len, texts)])]


def _shape_of(text: str) -> tuple[int, str] | None:
    """Return the form for texts that look like *text*, and how they look."""
    length = len(text)
    if 0 < length <= _MOST_DIGITS and text.isascii() and text.isdecimal():
        return DIGITS, rf"[0-9]{{{length}}}"
    return _SHAPES.get(length)


def _pack_alike(texts: Sequence[str], beside: Sequence[int] | None) -> list[Any]:
    """Return *texts* of one shape as what they are, or nothing."""
    found = _shape_of(texts[0]) if texts else None
    whole = "\0".join([*texts, ""]) if found else ""
    if found is None or not re.fullmatch(rf"(?:{found[1]}\0)+", whole):
        return []
    if found[0] == DIGITS:
        return [DIGITS, len(texts[0]), pack_numbers([*map(int, texts)])]
    if found[0] == KEYS:
        return [KEYS, *_pack_keys(whole)]
    return _pack_dates(found[0], texts, beside)


def _pack_dates(form: int, texts: Sequence[str], beside: Sequence[int] | None) -> list[Any]:
    # A thirtieth of February looks like a day, too.
    with suppress(ValueError):
        if form == DAYS:
            return [DAYS, pack_numbers([date.fromisoformat(text).toordinal() for text in texts])]
        return [MOMENTS, pack_numbers([*map(microseconds, texts)], beside)]
    return []


def _pack_parted(texts: Sequence[str]) -> list[Any]:
    """Return *texts*, most of which have one shape, as those and the others, or nothing."""
    seen = Counter(map(_shape_of, texts[:_SAMPLE])).most_common(1)
    found = seen[0][0] if seen else None
    if found is None or len(texts) < FEW:
        return []
    # by its whole length: the sample only proposes the shape
    fits = bytes(map(bool, map(re.compile(found[1]).fullmatch, texts)))
    alike = list(compress(texts, fits))
    packed = _pack_alike(alike, None) if 2 * len(alike) > len(texts) else []
    others = [text for text, fit in zip(texts, fits, strict=True) if not fit]
    return [PARTED, fits, packed, _pack_joined(others)] if packed else []


def _unpack_plainly(packed: object, count: int, beside: Sequence[int] | None) -> Sequence[str]:
    if type(packed) is not list or not packed or type(packed[0]) is not int:
        refuse("texts")
    if packed[0] == PARTED:
        return _unpack_parted(packed, count)
    if packed[0] in {JOINED, MEASURED}:
        return _unpack_joined(packed, count)
    return _unpack_alike(packed, count, beside)


def _unpack_joined(packed: list[Any], count: int) -> Sequence[str]:
    if packed[0] == MEASURED:
        _, data, lengths = shape(packed, int, bytes, list)
        return cut(utf8(data), unpack_numbers(lengths, count))
    form, data = shape(packed, int, bytes)
    # Counted first: to part them makes a text of each.
    if form != JOINED or data.count(0) + 1 != count:
        refuse("joined")
    return utf8(data).split("\0")


def _unpack_alike(packed: list[Any], count: int, beside: Sequence[int] | None) -> Sequence[str]:
    form, numbers = packed[0], packed[-1]
    if form == KEYS:
        return _unpack_keys(shape(packed, int, list, bytes), count)
    if form == DIGITS:
        return _digits(shape(packed, int, int, list), count)
    shape(packed, int, list)
    if form == MOMENTS:
        return _moments(unpack_numbers(numbers, count, beside))
    if form != DAYS:
        refuse("form")
    return _days(unpack_numbers(numbers, count))


def _unpack_parted(packed: list[Any], count: int) -> Sequence[str]:
    _, fits, alike, others = shape(packed, int, bytes, list, list)
    if len(fits) != count or not {0, 1}.issuperset(fits) or not alike or not others:
        refuse("parted")
    fitting = fits.count(1)
    first = iter(_unpack_alike(alike, fitting, None))
    second = iter(_unpack_joined(others, count - fitting))
    return [next(first) if fit else next(second) for fit in fits]


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
