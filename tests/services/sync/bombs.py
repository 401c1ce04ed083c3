"""Payloads and files that ask for more than they bring: sixty of them, each with its name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib

import cbor2

from station_app.services.sync.frame import MAGIC
from station_app.services.sync.inside import deflate
from station_app.services.sync.payload import pack
from station_app.services.sync.strict import (
    FILE_BYTES,
    HIGHEST,
    LOWEST,
    PARTS,
    UNPACKED_BYTES,
    VALUES,
)
from tests.services.sync.bundles import a_bundle

MANY = 1 << 40
NONE = [0, 0, b""]
NO_STAMPS = [NONE, NONE, NONE, NONE]
ZSTD = bytes.fromhex("28b52ffd") + b"\xa4\0\0\0\x40" + bytes(200)
MEGABYTE = 1 << 20


def payload(**changes):
    """A payload that is sound but for *changes*."""
    return cbor2.dumps({**cbor2.loads(pack(a_bundle())), **changes}, canonical=True)


def table(**changes):
    """A payload of one table that is sound but for *changes*."""
    parts = {
        "name": "resident",
        "keys": [1, [0, b"a"]],
        "rows": None,
        "cells": [],
        "evicted": [0, NONE],
    }
    return payload(tables=[[*{**parts, **changes}.values()]])


def rows(**changes):
    """A payload of rows without one, but for *changes*."""
    parts = {
        "keys": [0, NONE],
        "life": NONE,
        "turns": NO_STAMPS,
        "born": 0,
        "births": NONE,
        "versions": NO_STAMPS,
        "columns": [],
    }
    return table(rows=[*{**parts, **changes}.values()])


def column(packed, count=1):
    """A payload of one column of *count* rows."""
    stamps = [NONE, [1, 1, b"", 0], NONE, NONE] if count > 1 else NO_STAMPS
    keys = [6, 8, [1, 1, b"", 0]]
    return payload(
        tables=[
            [
                "resident",
                [count, keys],
                None,
                [[0, "note", [count, [1, 1, b"", 0]], stamps, packed]],
                [0, NONE],
            ]
        ]
    )


def deflated_bombs():
    """Payloads that are no deflate of ours, or of too much."""
    stored = bytes.fromhex("000000ffff") * MEGABYTE
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bundle", bytes(8 * MEGABYTE))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    gigabyte = b"".join(packer.compress(bytes(16 * MEGABYTE)) for _ in range(64)) + packer.flush()
    good = deflate(pack(a_bundle()))
    return {
        "a gigabyte of zeros": gigabyte,
        "a byte more than may be": deflate(bytes(UNPACKED_BYTES + 1)),
        "deflated twice": deflate(good),
        "a gigabyte deflated twice": deflate(gigabyte),
        "nothing at all": b"",
        "nothing deflated": deflate(b""),
        "with a frame of zlib": zlib.compress(pack(a_bundle())),
        "gzip": gzip.compress(pack(a_bundle())),
        "bzip2": bz2.compress(pack(a_bundle())),
        "lzma": lzma.compress(pack(a_bundle())),
        "zstd": ZSTD,
        "zip": zipped.getvalue(),
        "SQLite": b"SQLite format 3\0" + bytes(4096),
        "empty blocks without end": stored,
        "cut in the middle": good[:-9],
        "with something behind": good + b"\0",
        "not deflated": pack(a_bundle()),
    }


def cbor_bombs():
    """Payloads of CBOR that grows, nests or is not ours."""
    deep = {}
    for _ in range(20):
        deep = {"a": deep}
    return {
        "lists without bottom": b"\x81" * MEGABYTE,
        "maps without bottom": b"\xa1\x61a" * MEGABYTE,
        "tags without bottom": b"\xc1" * MEGABYTE,
        "a list that announces everything": b"\x9b\x7f" + b"\xff" * 7,
        "a map that announces everything": b"\xbb\x7f" + b"\xff" * 7,
        "bytes that announce everything": b"\x5b\x7f" + b"\xff" * 7,
        "a list as long as the file, of nothing": b"\x9a\x03\xff\xff\xf0" + b"\x80" * 0x3FFFFF0,
        "maps beside maps": b"\x9a\x03\xff\xff\xf0" + b"\xa0" * 0x3FFFFF0,
        "numbers without end": b"\x9a\x03\xff\xff\xf0" + b"\0" * 0x3FFFFF0,
        "a giant number": b"\xc2\x5a\x00\x10\x00\x00" + b"\xff" * MEGABYTE,
        "a number with a giant exponent": cbor2.dumps({"a": cbor2.CBORTag(4, [10**9, 1])}),
        "a list within itself": bytes.fromhex("d81c81d81d00"),
        "an expression": b"\xd8\x23\x78\x18(a+)+" + b"a" * 19,
        "lists without an end": b"\x9f" * MEGABYTE,
        "a text without an end": b"\x7f" + b"\x61a" * MEGABYTE,
        "keys without end": _many_keys(),
        "a key twice": b"\xa2\x61a\x01\x61a\x01",
        "notes too deep": payload(notes=deep),
        "notes of nothing, many times": payload(notes={"a": [[]] * PARTS}),
        "a key of megabytes": payload(sites=[1, [0, b"k" * 32 * MEGABYTE]]),
    }


def _many_keys():
    count = PARTS // 2 + 1
    keys = b"".join(b"\x67%07d\0" % number for number in range(count))
    return b"\xba" + count.to_bytes(4, "big") + keys


def packing_bombs():
    """Payloads whose columns grow when they are unpacked."""
    text, names = [2, [0, b"a"]], [[f"c{number}", [0]] for number in range(300)]
    return {
        "sites without end": payload(sites=[MANY, [2, 1, [0, b"a"], NONE]]),
        "knowledge without end": payload(knowledge=[MANY, NONE, NONE]),
        "contexts without end": payload(contexts=[MANY, NONE, NONE, NONE, 0, NONE, NONE]),
        "contexts that know without end": payload(
            contexts=[1, NONE, NONE, [0, MANY, b""], MANY, NONE, NONE]
        ),
        "conflicts without end": payload(
            conflicts=[MANY, text, text, text, NO_STAMPS, [0], NO_STAMPS, [0], NONE]
        ),
        "sums without end": payload(sums=[MANY, text, text, NONE, NONE]),
        "keys of a table without end": table(keys=[MANY, [2, 1, [0, b"a"], NONE]]),
        "one row without end": rows(keys=[MANY, NONE]),
        "births without end": rows(born=MANY),
        "one row, more often than there is room": rows(keys=[VALUES, NONE]),
        "evicted without end": table(evicted=[MANY, NONE]),
        "less than none": table(evicted=[-1, NONE]),
        "columns of what there is no room for": rows(keys=[VALUES // 100, NONE], columns=names),
        "cells of a key without end": table(cells=[[0, "note", [MANY, NONE], NO_STAMPS, [0]]]),
        "blocks of nothing without end": table(
            cells=[[0, "note", [0, NONE], NO_STAMPS, [0]]] * 6_000
        ),
        "tables of nothing without end": payload(
            tables=[["t", [0, [1, b"", NONE]], None, [], [0, NONE]]] * 9_000
        ),
        "texts of nothing without end": column([2, [0, bytes(60 * MEGABYTE)]]),
        "texts that are longer than they are": column([2, [1, b"a", [0, MANY, b""]]]),
        "texts of less than nothing": column([2, [1, b"aa", [0, -1, b"\0\4"]]], 2),
        "a list of texts in a list of texts": column(
            [2, [2, 1, [2, 1, [2, 1, [0, b"a"], NONE], NONE], NONE]]
        ),
        "digits without end": column([2, [6, MANY, NONE]]),
        "a day after all days": column([2, [4, [0, HIGHEST, b""]]]),
        "a moment before all moments": column([2, [3, [0, LOWEST, b""]]]),
        "steps into the endless": column([1, [1, HIGHEST, b"\xff" * 8 * 99, HIGHEST]], 100),
    }


def framed_bombs():
    """Whole files that are no sync files, or announce what is not there."""
    return {
        "an endless header": MAGIC + b"\xff\xff\xff\xff" + bytes(100),
        "a header larger than may be": MAGIC + (8193).to_bytes(4, "big") + bytes(9000),
        "a header without bottom": MAGIC + (8000).to_bytes(4, "big") + b"\x81" * 9000,
        "a file larger than may be": MAGIC + bytes(FILE_BYTES),
        "a zip for a file": b"PK\3\4" + bytes(1000),
        "zstd for a file": ZSTD,
    }
