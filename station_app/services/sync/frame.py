"""The outside of a sync file: magic, header, sealed payload, signature, each of its length."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from station_app.domain.sync.files import FORMAT, Header, Refusal, SyncFileRefusedError
from station_app.services.sync import strict
from station_app.services.sync.strict import FILE_BYTES, HEADER_BYTES, HIGHEST, refuse
from station_app.services.sync.writing import write

if TYPE_CHECKING:
    from collections.abc import Iterable

MAGIC = b"\x89STSYNC\n"
"""Not a text, and told apart from one that was carried as a text."""
ALGORITHMS = {
    "pack": "deflate",
    "seal": "hpke-x25519-hkdf-sha256-chacha20poly1305",
    "sign": "ed25519-sha256",
}
SIGNATURE_BYTES = 64
PRINT_BYTES = 16

_LENGTH = 4
# What is shown of a file that nobody vouches for yet: no controls, no turning of directions.
_PLAIN = r"[^\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]"
_TEXTS = {
    "sender": _PLAIN + r"{1,64}",
    "receiver": _PLAIN + r"{1,64}",
    "site": _PLAIN + r"{1,64}",
    "sender_name": _PLAIN + r"{0,200}",
    "receiver_name": _PLAIN + r"{0,200}",
    "station": _PLAIN + r"{0,200}",
    "former": r"(?:[0-9a-f]{64})?",
    "made_at": r"[0-9]{4}(?:-[0-9]{2}){2}T[0-9]{2}(?::[0-9]{2}){2}(?:\.[0-9]{1,6})?(?:Z|\+00:00)",
}
_SHAPES = {name: re.compile(shape) for name, shape in _TEXTS.items()}
_NUMBERS = ("number", "base", "top", "schema", "part", "parts")
_MOST_COUNTS = 16
_NAMES = {field.name for field in fields(Header)}
_PRINTS = ("sender_key", "receiver_key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A file taken apart, nothing of it believed yet; prints tell keys, not devices, apart."""

    header: Header
    prints: tuple[bytes, bytes]
    outside: bytes
    sealed: bytes
    signature: bytes
    signed: bytes


def key_print(key: bytes) -> bytes:
    """Return by what a header names a public key."""
    return hashlib.sha256(key).digest()[:PRINT_BYTES]


def frame(outside: bytes, sealed: bytes) -> bytes:
    """Return the file with these parts, all but its signature."""
    lengths = [len(part).to_bytes(_LENGTH, "big") for part in (outside, sealed)]
    return b"".join((MAGIC, lengths[0], outside, lengths[1], sealed))


def write_header(header: Header, prints: tuple[bytes, bytes]) -> bytes:
    """Return *header* as it stands in a file; raises :class:`ValueError` for an unsound one."""
    told: dict[str, Any] = {name: getattr(header, name) for name in _NAMES}
    told["counts"] = dict(header.counts)
    try:
        _header_of(told)
    except SyncFileRefusedError as refused:
        raise ValueError(refused.facts["where"]) from refused
    outside = write({**told, **ALGORITHMS, **dict(zip(_PRINTS, prints, strict=True))})
    if len(outside) > HEADER_BYTES:
        raise ValueError("header")
    return outside


def take_apart(data: bytes) -> Frame:
    """Return the parts of the file *data*, or refuse it."""
    if len(data) > FILE_BYTES:
        refuse("file", Refusal.TOO_LARGE)
    if data[: len(MAGIC)] != MAGIC[: len(data)]:
        refuse("magic", Refusal.NOT_OURS)
    outside, at = _part(data, len(MAGIC), HEADER_BYTES)
    header, prints = read_outside(outside)
    sealed, at = _part(data, at, FILE_BYTES)
    signature = data[at:]
    if len(signature) < SIGNATURE_BYTES:
        refuse("signature", Refusal.CUT)
    if len(signature) > SIGNATURE_BYTES:
        refuse("trailing", Refusal.ALTERED)
    return Frame(
        header=header,
        prints=prints,
        outside=outside,
        sealed=sealed,
        signature=signature,
        signed=data[:at],
    )


def read_outside(outside: bytes) -> tuple[Header, tuple[bytes, bytes]]:
    """Return the header and the prints of the keys of sender and receiver."""
    told = strict.read(outside)
    if type(told) is not dict or type(told.get("format")) is not int:
        refuse("header")
    # before anything else is asked of it: a newer header may have other keys, and says so by this
    if told["format"] > FORMAT:
        refuse("format", Refusal.TOO_NEW)
    if told.keys() != _NAMES | ALGORITHMS.keys() | set(_PRINTS):
        refuse("header")
    # A newer program may know others; that it uses them, it has to say by the format.
    if any(told.pop(name) != known for name, known in ALGORITHMS.items()):
        refuse("algorithms")
    sender, receiver = (_print_of(told.pop(name)) for name in _PRINTS)
    return _header_of(told), (sender, receiver)


def _part(data: bytes, at: int, most: int) -> tuple[bytes, int]:
    begin = at + _LENGTH
    if begin > len(data):
        refuse("length", Refusal.CUT)
    length = int.from_bytes(data[at:begin], "big")
    if length > most:
        refuse("length", Refusal.TOO_LARGE)
    end = begin + length
    if end > len(data):
        refuse("part", Refusal.CUT)
    return data[begin:end], end


def _print_of(told: object) -> bytes:
    if type(told) is not bytes or len(told) != PRINT_BYTES:
        refuse("keys")
    return told


def _header_of(told: dict[str, Any]) -> Header:
    for name, shape in _SHAPES.items():
        if type(told[name]) is not str or not shape.fullmatch(told[name]):
            refuse(name)
    if not _are_counted(told[name] for name in _NUMBERS):
        refuse("numbers")
    if not _are_counts(told["counts"]):
        refuse("counts")
    header = Header(**told)
    if header.format != FORMAT or not _is_in_order(header):
        refuse("numbers")
    return header


def _is_in_order(header: Header) -> bool:
    is_part = 1 <= header.part <= header.parts
    return header.number >= 1 and header.base <= header.top and is_part


def _are_counts(told: object) -> bool:
    return type(told) is dict and len(told) <= _MOST_COUNTS and _are_counted(told.values())


def _are_counted(numbers: Iterable[object]) -> bool:
    # exactly int: true and false are numbers to Python, and no counts
    return all(type(number) is int and 0 <= number <= HIGHEST for number in numbers)
