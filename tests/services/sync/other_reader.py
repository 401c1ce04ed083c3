"""A second reader of sync files, written from docs/sync-format.md and without our own code.

Slow and trusting: it shows that the page says enough, not how to read files from outside.
"""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
STAMPS = ("site", "ver", "hlc", "ctx")


def read(file, *, receiver_sealing, sender_signing):
    """Return the header and the payload, every packed list as a list."""
    assert file[:8] == bytes.fromhex("89535453594E430A")
    end = 12 + int.from_bytes(file[8:12], "big")
    header = file[12:end]
    sealed = file[end + 4 : -64]
    assert len(sealed) == int.from_bytes(file[end : end + 4], "big")
    signed = b"station sync file 1 signature\0" + hashlib.sha256(file[:-64]).digest()
    Ed25519PublicKey.from_public_bytes(sender_signing).verify(file[-64:], signed)
    plain = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305).decrypt(
        sealed,
        X25519PrivateKey.from_private_bytes(receiver_sealing),
        info=b"station sync file 1 payload\0" + hashlib.sha256(header).digest(),
    )
    return cbor2.loads(header), payload(cbor2.loads(zlib.decompress(plain, -15)))


def payload(packed):
    found = dict(packed)
    found["sites"] = texts(*reversed(packed["sites"]))
    count, sites, vers = packed["knowledge"]
    found["knowledge"] = dict(zip(numbers(sites, count), numbers(vers, count), strict=True))
    found["contexts"] = contexts(*packed["contexts"])
    found["tables"] = [table(*one) for one in packed["tables"]]
    count, *lists, a, a_values, b, b_values, deletions = packed["conflicts"]
    found["conflicts"] = [
        *(texts(one, count) for one in lists),
        stamps(a, count),
        values(a_values, count),
        stamps(b, count),
        values(b_values, count),
        numbers(deletions, count),
    ]
    count, names, areas, counts, digests = packed["sums"]
    found["sums"] = [
        texts(names, count),
        texts(areas, count),
        numbers(counts, count),
        numbers(digests, count),
    ]
    return found


def contexts(count, sites, numbered, sizes, total, known_sites, known_vers):
    known = list(zip(numbers(known_sites, total), numbers(known_vers, total), strict=True))
    ends = list(accumulate(numbers(sizes, count), initial=0))
    pieces = [dict(known[begin:end]) for begin, end in pairwise(ends)]
    return list(zip(numbers(sites, count), numbers(numbered, count), pieces, strict=True))


def table(name, keys, rows, cells, evicted):
    listed = texts(*reversed(keys))
    last = None
    if rows is not None:
        (count, places), life, turns, born, births, versions, columns = rows
        where = numbers(places, count)
        turned = stamps(turns, count)
        last = [dict(zip(where, part, strict=True)) for part in turned]
        rows = {
            "keys": [listed[place] for place in where],
            "life": numbers(life, count),
            "turns": turned,
            "births": list(zip(numbers(births, born), *stamps(versions, born), strict=True)),
            "columns": {
                column: values(packed, count, moments(turned)) for column, packed in columns
            },
        }
    blocks = {}
    for at, column, (count, places), packed, packed_values in cells:
        where = numbers(places, count)
        near = last and [[part.get(place, 0) for place in where] for part in last]
        found = stamps(packed, count, near)
        last = last or [{}, {}, {}, {}]
        for part, of_cells in zip(last, found, strict=True):
            part.update(zip(where, of_cells, strict=True))
        said = values(packed_values, count, moments(found))
        blocks[at] = (column, [listed[place] for place in where], said, found)
    gone = [listed[place] for place in numbers(evicted[1], evicted[0])]
    return name, rows, [blocks[at] for at in sorted(blocks)], gone


def moments(found):
    return [clock // 256 * 1000 for clock in found[2]]


def numbers(packed, count, near=None, order=None):
    form, base, planes, *first = packed
    many = count - len(first)
    width = len(planes) // many if many else 0
    found = [
        base + sum(planes[byte * many + place] << 8 * byte for byte in range(width))
        for place in range(many)
    ]
    if form == 2:
        return [number + other for number, other in zip(found, near, strict=True)]
    if form in {1, 3}:
        found = list(accumulate(found, initial=first[0]))
    if form == 3:
        found = [number for _, number in sorted(zip(order, found, strict=True))]
    return found


def stamps(packed, count, near=None):
    site, ver, hlc, ctx = packed
    near = near or [None] * 4
    sites, vers = numbers(site, count, near[0]), numbers(ver, count, near[1])
    order = sorted(range(count), key=lambda place: (sites[place], vers[place], place))
    return [sites, vers, numbers(hlc, count, near[2], order), numbers(ctx, count, near[3])]


def values(packed, count, near=None):
    kinds, *parts = packed
    is_alike = isinstance(kinds, int)
    kinds = bytes([kinds]) * count if is_alike else kinds
    with_parts = iter(parts)
    streams = {0: iter(lambda: None, 1), 4: iter(lambda: "", 1)}
    for kind in (1, 2, 3):
        if kind in kinds or (is_alike and parts and packed[0] == kind):
            part, many = next(with_parts), kinds.count(kind)
            streams[kind] = iter(_part(kind, part, many, near if is_alike else None))
    return [next(streams[kind]) for kind in kinds]


def _part(kind, part, count, near):
    if kind == 1:
        return numbers(part, count)
    if kind == 2:
        return texts(part, count, near)
    ends = list(accumulate(numbers(part[1], count), initial=0))
    return [part[0][begin:end] for begin, end in pairwise(ends)]


def texts(packed, count, near=None):
    form, *parts = packed
    return FORMS[form](parts, count, near)


def _joined(parts, _count, _near):
    return parts[0].decode().split("\0")


def _measured(parts, count, _near):
    ends = list(accumulate(numbers(parts[1], count), initial=0))
    whole = parts[0].decode()
    return [whole[begin:end] for begin, end in pairwise(ends)]


def _listed(parts, count, _near):
    listed = texts(parts[1], parts[0])
    return [listed[place] for place in numbers(parts[2], count)]


def _moments(parts, count, near):
    return [
        f"{EPOCH + timedelta(microseconds=number):%Y-%m-%dT%H:%M:%S.%f}Z"
        for number in numbers(parts[0], count, near)
    ]


def _days(parts, count, _near):
    return [date.fromordinal(number).isoformat() for number in numbers(parts[0], count)]


def _keys(parts, count, _near):
    heads = numbers(parts[0], count)
    return [
        f"{head:012x}" + bytes(parts[1][plane * count + place] for plane in range(10)).hex()
        for place, head in enumerate(heads)
    ]


def _digits(parts, count, _near):
    return [str(number).zfill(parts[0]) for number in numbers(parts[1], count)]


def _parted(parts, count, _near):
    marks, fitting, others = parts
    streams = {1: texts(fitting, marks.count(1)), 0: texts(others, count - marks.count(1))}
    streams = {mark: iter(stream) for mark, stream in streams.items()}
    return [next(streams[mark]) for mark in marks]


FORMS = (_joined, _measured, _listed, _moments, _days, _keys, _digits, _parted)
