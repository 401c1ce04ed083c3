"""What a code says of its paper, and the bytes that are signed (format SQZS1).

``algorithm, dictionary, key id`` stand before the packed part, so that nothing is
unpacked before the signature has held; behind it stand the 64 bytes of the signature.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from station_app.domain.errors import RefusedError
from station_app.domain.paper_code import cbor
from station_app.domain.paper_code.cbor import CodeMalformedError, Item
from station_app.domain.paper_code.digits import MOST_DIGITS, digits_of

if TYPE_CHECKING:
    from collections.abc import Mapping

TAG: Final = b"SQZS1\x00"
ED25519: Final = 1
KEY_ID: Final = 6
SIGNATURE: Final = 64
HEAD: Final = 2 + KEY_ID
MOST_UNPACKED: Final = 1024
MOST_FACTS: Final = 12
EPOCH: Final = date(1970, 1, 1)
LAST_DAY: Final = (date(2999, 12, 31) - EPOCH).days
CUT: Final = "…"
_CUTS: Final = (60, 40, 28, 16, 8)
_RAW: Final = -15


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Claims:
    """What a code says; it does not show itself when it is printed."""

    kind: int
    number: str
    issued_on: date
    valid_to: date
    document: str
    name: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A code taken apart, not yet believed."""

    algorithm: int
    dictionary: int
    key_id: str
    packed: bytes
    signed: bytes
    signature: bytes


def to_sign(claims: Claims, *, key_id: str, dictionary: int, words: bytes) -> bytes:
    """Return the bytes of *claims* that are signed, without :data:`TAG`."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9, zdict=words)
    packed = packer.compress(cbor.written(_items(claims))) + packer.flush()
    return bytes([ED25519, dictionary]) + bytes.fromhex(key_id) + packed


def fitted(claims: Claims, *, dictionary: int, words: bytes) -> Claims:
    """Return *claims* as much of which fits into a code; what is cut ends with ``…``.

    Raises :class:`RefusedError` ``code.too-long`` when even that does not help.
    """
    key_id, signature = "00" * KEY_ID, bytes(SIGNATURE)
    for most in _CUTS:
        shorter = replace(claims, facts=tuple(_cut(fact, most) for fact in claims.facts))
        data = to_sign(shorter, key_id=key_id, dictionary=dictionary, words=words)
        is_short = len(cbor.written(_items(shorter))) <= MOST_UNPACKED
        if is_short and len(digits_of(data + signature)) <= MOST_DIGITS:
            return shorter
    raise RefusedError("code.too-long")


def taken_apart(data: bytes) -> Parts:
    """Return the parts of the bytes of a code; CodeMalformedError if there is not room."""
    if len(data) <= HEAD + SIGNATURE:
        raise CodeMalformedError
    signed = data[:-SIGNATURE]
    return Parts(
        algorithm=signed[0],
        dictionary=signed[1],
        key_id=signed[2:HEAD].hex(),
        packed=signed[HEAD:],
        signed=signed,
        signature=data[-SIGNATURE:],
    )


def claims_of(parts: Parts, dictionaries: Mapping[int, bytes]) -> Claims:
    """Return what *parts* say; CodeMalformedError for any form but ours."""
    words = dictionaries.get(parts.dictionary)
    if words is None:
        raise CodeMalformedError
    return _claims(cbor.read(_unpacked(parts.packed, words)))


def _items(claims: Claims) -> tuple[Item, ...]:
    return (
        claims.kind,
        claims.number,
        (claims.issued_on - EPOCH).days,
        (claims.valid_to - EPOCH).days,
        claims.document,
        claims.name,
        claims.facts,
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + CUT


def _unpacked(packed: bytes, words: bytes) -> bytes:
    unpacker = zlib.decompressobj(_RAW, zdict=words)
    try:
        data = unpacker.decompress(packed, MOST_UNPACKED + 1)
    except zlib.error:
        raise CodeMalformedError from None
    if not unpacker.eof or unpacker.unused_data or len(data) > MOST_UNPACKED:
        raise CodeMalformedError
    return data


def _claims(item: Item) -> Claims:
    match item:
        case (
            int(kind),
            str(number),
            int(issued),
            int(until),
            str(document),
            str(name),
            tuple(facts),
        ):
            texts = _texts(number, document, name, *facts)
            return Claims(
                kind=kind,
                number=number,
                issued_on=_day(issued),
                valid_to=_day(until),
                document=document,
                name=name,
                facts=texts[3:],
            )
    raise CodeMalformedError


def _day(days: int) -> date:
    if days > LAST_DAY:
        raise CodeMalformedError
    return EPOCH + timedelta(days=days)


def _texts(*items: Item) -> tuple[str, ...]:
    """Return *items* if each is a text without control characters, and not too many."""
    texts = tuple(item for item in items if isinstance(item, str))
    if len(texts) != len(items) or len(texts) > MOST_FACTS + 3:
        raise CodeMalformedError
    if any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for text in texts for sign in text):
        raise CodeMalformedError
    return texts
