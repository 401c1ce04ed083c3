"""CBOR as written by us and by nobody else: read strictly, within limits.

Only what the format needs is known: whole numbers of 64 bits, bytes, texts, lists,
maps with texts for keys, true, false and nothing. Every head has to be the shortest,
every length a definite one, keys have to ascend and may not repeat, nothing may
follow: for each value there is one sequence of bytes (RFC 8949, 4.2.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from station_app.domain.sync.files import Refusal, SyncFileRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

FILE_BYTES = 16 << 20
UNPACKED_BYTES = 64 << 20
HEADER_BYTES = 8 << 10
VALUES = 2_000_000
"""In all lists of a bundle, once they are unpacked."""
PARTS = 200_000
"""Of CBOR: a packed list is a few of them, however long it is."""
NESTING = 12
HIGHEST = (1 << 63) - 1
LOWEST = -(1 << 63)

_SIMPLE = {20: False, 21: True, 22: None}


def refuse(where: str, reason: Refusal = Refusal.MALFORMED) -> NoReturn:
    """Refuse the file for what was found at *where*, a word of docs/sync-format.md."""
    raise SyncFileRefusedError(reason, where=where)


def read(data: bytes) -> Any:
    """Return the value that *data* holds, or refuse the file."""
    reader = _Reader(data)
    value = reader.value(NESTING)
    if reader.at != len(data):
        refuse("trailing")
    return value


class _Reader:
    """One pass over the bytes; ``at`` is the place reached."""

    def __init__(self, data: bytes) -> None:
        self.at = 0
        self._data = data
        self._end = len(data)
        self._parts = PARTS
        self._kinds: tuple[Callable[[int, int], Any], ...] = (
            self._number,
            self._negative,
            self._bytes,
            self._text,
            self._list,
            self._map,
        )

    def value(self, depth: int) -> Any:
        """Return the value that begins here; lists and maps may be *depth* deep in it."""
        self._parts -= 1
        if self._parts < 0:
            refuse("parts", Refusal.TOO_LARGE)
        at = self.at
        if at >= self._end:
            refuse("end")
        self.at = at + 1
        head = self._data[at]
        major, short = head >> 5, head & 31
        if major < 6:
            return self._kinds[major](short if short < 24 else self._argument(short), depth)
        if major == 6 or short not in _SIMPLE:
            refuse("tag" if major == 6 else "simple")
        return _SIMPLE[short]

    def _take(self, length: int) -> bytes:
        begin = self.at
        self.at = end = begin + length
        if end > self._end:
            refuse("end")
        return self._data[begin:end]

    def _argument(self, short: int) -> int:
        if short > 27:
            refuse("indefinite")
        width = 1 << (short - 24)
        number = int.from_bytes(self._take(width), "big")
        # a longer head than needed is a second way to write the same value
        if number < (24 if width == 1 else 1 << (4 * width)):
            refuse("head")
        if number > HIGHEST:
            refuse("number")
        return number

    def _number(self, number: int, _depth: int) -> int:
        return number

    def _negative(self, number: int, _depth: int) -> int:
        return -1 - number

    def _bytes(self, length: int, _depth: int) -> bytes:
        return self._take(length)

    def _text(self, length: int, _depth: int) -> str:
        return utf8(self._take(length))

    def _list(self, length: int, depth: int) -> list[Any]:
        self._enter(length, depth)
        return [self.value(depth - 1) for _ in range(length)]

    def _map(self, length: int, depth: int) -> dict[str, Any]:
        self._enter(length * 2, depth)
        found: dict[str, Any] = {}
        former = b""
        for _ in range(length):
            begin = self.at
            key = self.value(0)
            written = self._data[begin : self.at]
            # by the bytes, as RFC 8949 orders them: ascending also means that none stands twice
            if type(key) is not str or written <= former:
                refuse("key")
            former = written
            found[key] = self.value(depth - 1)
        return found

    def _enter(self, parts: int, depth: int) -> None:
        if depth < 1:
            refuse("nesting")
        # Each part is a byte at least: what is announced has to be there.
        if parts > self._end - self.at:
            refuse("end")


def utf8(data: bytes) -> str:
    """Return the text that *data* is in UTF-8; halves of surrogates are none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        refuse("text")


def shape(packed: object, *kinds: type) -> list[Any]:
    """Return *packed* as a list of as many parts, of exactly these *kinds*."""
    if type(packed) is not list or tuple(map(type, packed)) != kinds:
        refuse("shape")
    return packed
