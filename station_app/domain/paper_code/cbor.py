"""The part of CBOR (RFC 8949) that the code needs, in its one deterministic form.

Whole numbers, bytes, text and arrays, each as short as it can be. The same few lines
stand in ``resources/verify/code.js``: a reader that both can be sure of is worth more
here than a library that reads everything.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Item: TypeAlias = "int | bytes | str | tuple[Item, ...]"

NUMBER: Final = 0
BYTES: Final = 2
TEXT: Final = 3
ARRAY: Final = 4
DEEPEST: Final = 3
MOST: Final = 2**32 - 1


class CodeMalformedError(ValueError):
    """Bytes that are not in the one form a code is written in; a verdict is made of it."""


def written(item: Item, depth: int = 0) -> bytes:
    """Return *item* in its deterministic form."""
    if isinstance(item, tuple):
        if depth == DEEPEST:
            raise CodeMalformedError
        return _head(ARRAY, len(item)) + b"".join(written(each, depth + 1) for each in item)
    if isinstance(item, int):
        return _head(NUMBER, item)
    data = item.encode() if isinstance(item, str) else item
    return _head(TEXT if isinstance(item, str) else BYTES, len(data)) + data


def read(data: bytes) -> Item:
    """Return what *data* says; CodeMalformedError for any other form of the same."""
    reader = _Reader(data)
    item = reader.item(0)
    if reader.at != len(data):
        raise CodeMalformedError
    return item


def _head(kind: int, value: int) -> bytes:
    if not 0 <= value <= MOST:
        raise CodeMalformedError
    if value < 24:
        return bytes([kind << 5 | value])
    size = 1 if value < 2**8 else 2 if value < 2**16 else 4
    return bytes([kind << 5 | {1: 24, 2: 25, 4: 26}[size]]) + value.to_bytes(size, "big")


class _Reader:
    """Reads from the front; what is not there is malformed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def item(self, depth: int) -> Item:
        """Read the next item and all that is in it."""
        kind, value = self._head()
        if kind == NUMBER:
            return value
        if kind == BYTES:
            return self._taken(value)
        if kind == TEXT:
            return self._text(value)
        # More items than bytes left cannot be: said before room is made for them.
        if kind != ARRAY or depth == DEEPEST or value > len(self._data) - self.at:
            raise CodeMalformedError
        return tuple(self.item(depth + 1) for _ in range(value))

    def _head(self) -> tuple[int, int]:
        first = self._taken(1)[0]
        kind, short = first >> 5, first & 31
        if short < 24:
            return kind, short
        size = {24: 1, 25: 2, 26: 4}.get(short)
        if size is None:
            raise CodeMalformedError
        value = int.from_bytes(self._taken(size), "big")
        if value < {1: 24, 2: 2**8, 4: 2**16}[size]:
            raise CodeMalformedError
        return kind, value

    def _text(self, length: int) -> str:
        try:
            return self._taken(length).decode("utf-8")
        except UnicodeDecodeError:
            raise CodeMalformedError from None

    def _taken(self, length: int) -> bytes:
        if length > len(self._data) - self.at:
            raise CodeMalformedError
        self.at += length
        return self._data[self.at - length : self.at]
