"""Columns as they stand in a sync file: values of any kind, versions, places in a list."""

from __future__ import annotations

from collections import deque
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.bundle import Stamps
from station_app.services.sync.numbers import pack_numbers, unpack_numbers
from station_app.services.sync.strict import refuse, shape
from station_app.services.sync.texts import cut, pack_texts, unpack_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.sync.bundle import Value

NOTHING, NUMBER, TEXT, BYTES, EMPTY = range(5)

_KINDS = {type(None): NOTHING, int: NUMBER, str: TEXT, bytes: BYTES}
_WITH_PARTS = (NUMBER, TEXT, BYTES)
_STAMP_PARTS = ("site", "ver", "hlc", "ctx")


def pack_values(values: Sequence[Value], beside: Sequence[int] | None = None) -> list[Any]:
    """Return *values*: their kinds, then one part for each kind that has content."""
    kinds = bytes([_KINDS.get(kind, 255) for kind in map(type, values)])
    if 255 in kinds:
        raise ValueError("a value that the store does not know")
    # in its own kind: among texts it would keep a column of numbers or keys from its form
    if "" in values:
        kinds = bytes(
            [EMPTY if value == "" else kind for value, kind in zip(values, kinds, strict=True)]
        )
    present = set(kinds)
    if len(present) == 1:
        (kind,) = present
        return [kind, *([_pack_part(kind, values, beside)] if kind in _WITH_PARTS else [])]
    parts = [
        _pack_part(kind, list(compress(values, _chosen(kinds, kind))), None)
        for kind in _WITH_PARTS
        if kind in present
    ]
    return [kinds, *parts]


def unpack_values(
    packed: object, count: int, beside: Sequence[int] | None = None
) -> Sequence[Value]:
    """Return the *count* values that :func:`pack_values` has packed."""
    if type(packed) is not list or not packed:
        refuse("values")
    kinds, *parts = packed
    if type(kinds) is int:
        return _unpack_alike(kinds, parts, count, beside)
    if type(kinds) is not bytes or len(kinds) != count or max(kinds, default=0) > EMPTY:
        refuse("kinds")
    present = [kind for kind in _WITH_PARTS if kind in kinds]
    if len(present) != len(parts):
        refuse("values")
    return _unpack_mixed(kinds, dict(zip(present, parts, strict=True)))


def pack_stamps(stamps: Stamps, former: Sequence[Sequence[int]] | None = None) -> list[Any]:
    """Return the four lists of *stamps*, told apart from the *former* four if given."""
    # made only if a form asks for it: sorting costs more than the packing of small columns
    order = _order(stamps.site, stamps.ver)
    return [
        pack_numbers(
            getattr(stamps, part),
            former[place] if former else None,
            order if part == "hlc" else None,
        )
        for place, part in enumerate(_STAMP_PARTS)
    ]


def unpack_stamps(
    packed: object, count: int, former: Sequence[Sequence[int]] | None = None
) -> Stamps:
    """Return the *count* versions that :func:`pack_stamps` has packed."""
    packed_site, packed_ver, packed_hlc, packed_ctx = shape(packed, list, list, list, list)
    known = former or (None, None, None, None)
    site = unpack_numbers(packed_site, count, known[0])
    ver = unpack_numbers(packed_ver, count, known[1])
    return Stamps(
        site=site,
        ver=ver,
        hlc=unpack_numbers(packed_hlc, count, known[2], _order(site, ver)),
        ctx=unpack_numbers(packed_ctx, count, known[3]),
    )


def _order(sites: Sequence[int], vers: Sequence[int]) -> Callable[[], Sequence[int]]:
    """Return what returns the places of versions as their sites made them: clocks ascend so."""

    @cache
    def places() -> Sequence[int]:
        by_ver = sorted(range(len(vers)), key=vers.__getitem__)
        return sorted(by_ver, key=sites.__getitem__) if len(set(sites)) > 1 else by_ver

    return places


def moments_of(stamps: Stamps) -> list[int]:
    """Return when the clocks of *stamps* stood so, in microseconds: records say so too."""
    return [(clock >> 8) * 1000 for clock in stamps.hlc]


def _chosen(kinds: bytes, kind: int) -> bytes:
    """Return a byte for each of *kinds*: not 0 where it is *kind*."""
    return kinds.translate(bytes(code == kind for code in range(256)))


def _unpack_alike(
    kind: int, parts: list[Any], count: int, beside: Sequence[int] | None
) -> Sequence[Value]:
    if kind in _WITH_PARTS:
        if len(parts) != 1:
            refuse("values")
        return _unpack_part(kind, parts[0], count, beside)
    if kind not in {NOTHING, EMPTY} or parts:
        refuse("values")
    return [None if kind == NOTHING else ""] * count


def _unpack_mixed(kinds: bytes, parts: dict[int, Any]) -> list[Value]:
    """Return the values of the kinds in *kinds*, taken from the part for each kind."""
    values: list[Value] = ["" if kind == EMPTY else None for kind in kinds]
    for kind, part in parts.items():
        places = compress(range(len(kinds)), _chosen(kinds, kind))
        found = _unpack_part(kind, part, kinds.count(kind), None)
        deque(map(values.__setitem__, places, found), maxlen=0)
    return values


def _pack_part(kind: int, values: Any, beside: Sequence[int] | None) -> list[Any]:
    if kind == NUMBER:
        return pack_numbers(values)
    if kind == TEXT:
        return pack_texts(values, beside)
    return [b"".join(values), pack_numbers([*map(len, values)])]


def _unpack_part(
    kind: int, packed: object, count: int, beside: Sequence[int] | None
) -> Sequence[Value]:
    if kind == NUMBER:
        return unpack_numbers(packed, count)
    if kind == TEXT:
        return unpack_texts(packed, count, beside)
    whole, lengths = shape(packed, bytes, list)
    return cut(whole, unpack_numbers(lengths, count))


class Kept:
    """The last version of each key of a table so far: the next one often is close to it."""

    def __init__(self, size: int) -> None:
        self._parts: list[Any] = []
        self._size = size
        self._is_ours = False

    def of(self, places: Sequence[int]) -> list[Sequence[int]] | None:
        """Return the versions kept at *places*; none before the first are."""
        if not self._parts:
            return None
        if self._is_all(places):
            return list(self._parts)
        return [list(map(part.__getitem__, places)) for part in self._parts]

    def keep(self, places: Sequence[int], stamps: Stamps) -> None:
        """Keep *stamps* at *places* from now on."""
        lists = [getattr(stamps, part) for part in _STAMP_PARTS]
        if self._is_all(places):
            # Those of the block itself: not to be changed, and copied at the next change.
            self._parts, self._is_ours = lists, False
            return
        # the lists are those of a block that was packed: changed in place they would alter the
        # bundle
        if not self._is_ours:
            self._parts = [list(part) for part in self._parts or [[0] * self._size] * 4]
            self._is_ours = True
        for part, values in zip(self._parts, lists, strict=True):
            deque(map(part.__setitem__, places, values), maxlen=0)

    def _is_all(self, places: Sequence[int]) -> bool:
        return len(places) == self._size and list(places) == list(range(self._size))
