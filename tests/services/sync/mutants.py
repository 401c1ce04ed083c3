"""Sync files damaged in a thousand ways: from outside, and by a device that may send.

As a program it makes as many as it is told and prints what came of them, as JSON:
``python -m tests.services.sync.mutants outer 1000000``.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import cbor2

from station_app.domain.sync.bundle import Bundle, CellBlock, RowBlock, Stamps, TableBlock, Version
from station_app.domain.sync.files import SyncFileRefusedError
from station_app.services.sync.frame import frame, key_print, write_header
from station_app.services.sync.inside import deflate, read_inside
from station_app.services.sync.payload import pack
from station_app.services.sync.sealing import open_sealed, seal, seal_packed
from station_app.services.sync.soundness import check
from station_app.services.sync.strict import HIGHEST, LOWEST, VALUES
from station_app.services.sync.unpacking import unpack
from tests.services.sync.bundles import CLOCK, LAPTOP, SITES, STATION, STRANGER, a_bundle, a_header

SEALED_ONE_IN = 50
NUMBERS = (0, 1, -1, 2, 7, 255, 256, 1 << 16, 1 << 31, 1 << 40, HIGHEST, LOWEST, -7, 2_000_001)
LEAVES = (*NUMBERS, b"", b"\0", b"\1\0", "", "\0", "甲", None, True, [], {}, [0, 0, b""], [[]])


def a_varied_bundle(seed=1, count=30):
    """A bundle that every form of packing is used in."""
    chance = random.Random(seed)
    keys = sorted(f"{chance.getrandbits(128):032x}" for _ in range(count))
    vers = chance.sample(range(1, 9 * count), count)
    columns = {
        "phone": [f"13{chance.randrange(10**9):09d}" for _ in keys[:-1]] + ["0717-6543210"],
        "born": [f"19{chance.randrange(40, 99)}-0{chance.randrange(1, 9)}-11" for _ in keys],
        "note": [chance.choice(["", "独居", None, "a\0b"]) for _ in keys],
        "household_id": [f"{chance.getrandbits(128):032x}" for _ in keys],
        "changed_at": [f"2026-03-01T08:{n % 60:02d}:{n % 7:02d}.{n:06d}Z" for n in range(count)],
        "count": [chance.randrange(-9, 10**6) for _ in keys],
        "content": [chance.randbytes(chance.randrange(5)) for _ in keys],
        "kind": [chance.choice(["family", "group"]) for _ in keys],
        "name": ["王" + chance.choice("伟芳娜敏静丽") * (n % 3) + str(n) for n in range(count)],
    }
    stamps = Stamps(
        site=[number % 2 for number in vers],
        ver=vers,
        hlc=[CLOCK + number * 9_000_001 for number in vers],
        ctx=[1] * count,
    )
    rows = RowBlock(
        keys=keys, life=[1] * count, turns=stamps, births={3: Version(1, 2, 3, 4)}, columns=columns
    )
    cells = [
        CellBlock(column=name, keys=keys, values=values, stamps=stamps)
        for name, values in columns.items()
    ]
    return Bundle(
        schema=3,
        site=1,
        sites=list(SITES),
        base=1,
        top=9 * count,
        tables=[
            TableBlock(table="resident", rows=rows),
            TableBlock(table="household", cells=cells, evicted=["old"]),
        ],
    )


def damaged(data, other, chance):
    """Return *data* with something done to it that may happen to bytes."""
    place, far = chance.randrange(len(data)), chance.randrange(len(data))
    begin, end = sorted((place, far))
    span = chance.randrange(1, 40)
    doings = (
        lambda: (
            data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]
        ),
        lambda: data[:place] + chance.randbytes(1) + data[place + 1 :],
        lambda: data[:place],
        lambda: data[place:],
        lambda: data[:place] + data[place + span :],
        lambda: data[:place] + chance.randbytes(span) + data[place:],
        lambda: data[:place] + bytes(span) + data[place + span :],
        lambda: data[:place] + data[far : far + span] + data[place + span :],
        lambda: data[:begin] + data[end:] + data[begin:end],
        lambda: data[:place] + other[place:],
        lambda: data[:place] + other[far:],
        lambda: data + data[:place],
        lambda: data + chance.randbytes(span),
    )
    return chance.choice(doings)()


def regrown(value, chance, paths=None):
    """Return the CBOR tree *value* with a part of it put in another's place."""
    paths = paths or list(paths_of(value))
    path = chance.choice(paths)
    old = _at(value, path)
    graft = _at(value, chance.choice(paths)) if chance.random() < 0.3 else chance.choice(LEAVES)
    if type(old) is int and chance.random() < 0.5:
        graft = max(LOWEST, min(HIGHEST, old + chance.choice((1, -1, 255, old, -old))))
    elif type(old) is bytes and chance.random() < 0.6:
        graft = damaged(old, old[::-1], chance) if old else b"\0"
    elif type(old) is list and chance.random() < 0.5:
        graft = old[:-1] if chance.random() < 0.5 else [*old, *old[:1]]
    return _with(value, path, graft)


def paths_of(value, path=()):
    yield path
    if type(value) is list:
        for place, part in enumerate(value):
            yield from paths_of(part, (*path, place))
    elif type(value) is dict:
        for key, part in value.items():
            yield from paths_of(part, (*path, key))


def _at(value, path):
    for step in path:
        value = value[step]
    return value


def _with(value, path, graft):
    if not path:
        return graft
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], graft)
    return copy


def a_tiny_bundle():
    """A bundle of two cells: quickly read, so that many can be."""
    block = CellBlock(
        column="note",
        keys=["a", "b"],
        values=["独居", "13800000000"],
        stamps=Stamps(site=[0, 1], ver=[4, 2], hlc=[CLOCK, CLOCK + 9], ctx=[1, 2]),
    )
    table = TableBlock(table="resident", cells=[block], evicted=["c"])
    return Bundle(
        schema=1, site=0, sites=list(SITES), base=1, top=4, knowledge={0: 4, 1: 2}, tables=[table]
    )


class Outer:
    """Damage to whole files: none of them is to be taken in."""

    def __init__(self):
        bundles = [a_bundle(), a_varied_bundle(), a_bundle(conflicts=[], top=53)]
        self.files = [
            seal(a_header(bundle), bundle, sender=LAPTOP, receiver=STATION.public())
            for bundle in bundles
        ]
        strange = a_bundle()
        self.others = [
            *self.files,
            seal(a_header(strange), strange, sender=LAPTOP, receiver=STRANGER.public()),
            seal(a_header(strange), strange, sender=STRANGER, receiver=STATION.public()),
        ]
        self.whole = set(self.files)

    def __call__(self, chance):
        data = damaged(chance.choice(self.files), chance.choice(self.others), chance)
        for _ in range(chance.choice((0, 0, 0, 1, 3))):
            data = damaged(data or b"\0", chance.choice(self.others), chance)
        if data in self.whole:
            return "no-op"
        try:
            open_sealed(data, receiver=STATION, sender=LAPTOP.public())
        except SyncFileRefusedError as refused:
            return refused.reason.value
        return "accepted"


class Inner:
    """Payloads and headers made by a device that may send, and means harm."""

    def __init__(self):
        self.bundles = [a_tiny_bundle(), a_bundle(), a_varied_bundle()]
        self.headers = [a_header(bundle) for bundle in self.bundles]
        self.plains = [pack(bundle) for bundle in self.bundles]
        self.trees = [cbor2.loads(plain) for plain in self.plains]
        self.paths = [list(paths_of(tree)) for tree in self.trees]
        self.packed = [deflate(plain) for plain in self.plains]
        self.prints = (key_print(LAPTOP.public().signing), key_print(STATION.public().sealing))

    def __call__(self, chance):
        which = chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 1, 2))
        kind = chance.random()
        if kind < 0.05:
            return self._header(which, chance)
        if kind < 0.20:
            packed = damaged(self.packed[which], chance.choice(self.packed), chance)
        elif kind < 0.45:
            packed = _stored(damaged(self.plains[which], chance.choice(self.plains), chance))
        else:
            tree = regrown(self.trees[which], chance, self.paths[which])
            for _ in range(chance.choice((0, 0, 0, 0, 1, 2))):
                tree = regrown(tree, chance)
            packed = _stored(cbor2.dumps(tree, canonical=True))
        is_sealed = chance.randrange(SEALED_ONE_IN) == 0
        return self._outcome(which, packed, is_sealed=is_sealed)

    def _outcome(self, which, packed, *, is_sealed):
        header = self.headers[which]
        try:
            if is_sealed:
                data = seal_packed(header, packed, sender=LAPTOP, receiver=STATION.public())
                _, bundle = open_sealed(data, receiver=STATION, sender=LAPTOP.public())
            else:
                bundle = read_inside(header, packed)
        except SyncFileRefusedError as refused:
            return refused.reason.value
        if pack(bundle) == self.plains[which]:
            return "no-op"
        return "well-formed" if is_within_limits(bundle) else "beyond limits"

    def _header(self, which, chance):
        outside = write_header(self.headers[which], self.prints)
        tree = cbor2.loads(outside)
        changed = (
            damaged(outside, outside[::-1], chance)
            if chance.random() < 0.5
            else cbor2.dumps(regrown(tree, chance), canonical=True)
        )
        if changed == outside:
            return "no-op"
        data = _sealed_under(changed, self.packed[which])
        try:
            header, _ = open_sealed(data, receiver=STATION, sender=LAPTOP.public())
        except SyncFileRefusedError as refused:
            return refused.reason.value
        return "well-formed" if header != self.headers[which] else "accepted"


def _sealed_under(outside, packed):
    """Return a file with *outside* for a header, signed as it should be."""
    # The program itself would not seal this: the parts are put together by hand.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - see above
        Ed25519PrivateKey,
    )
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 - see above
        X25519PublicKey,
    )

    from station_app.services.sync import sealing  # noqa: PLC0415 - see above

    key = X25519PublicKey.from_public_bytes(STATION.public().sealing)
    framed = frame(outside, sealing._SUITE.encrypt(packed, key, info=sealing._info(outside)))
    signing = Ed25519PrivateKey.from_private_bytes(LAPTOP.signing)
    return framed + signing.sign(sealing._digest(framed))


def _stored(plain):
    packer = zlib.compressobj(0, zlib.DEFLATED, -15)
    return packer.compress(plain) + packer.flush()


def is_within_limits(bundle):
    """Whether *bundle*, which was taken, is what the format allows and packs again."""
    check(bundle)
    counts = bundle.counts()
    again = unpack(pack(bundle))
    return sum(counts.values()) <= VALUES and replace(again) == replace(bundle)


def run(kind, count, seed):
    """Return what came of *count* mutants."""
    mutant = {"outer": Outer, "inner": Inner}[kind]()
    outcomes = Counter()
    slowest = 0.0
    for number in range(count):
        chance = random.Random(seed + number)
        begun = time.perf_counter()
        try:
            outcomes[mutant(chance)] += 1
        except Exception as error:  # noqa: BLE001 - what must not happen is what is counted
            outcomes["unhandled"] += 1
            sys.stderr.write(f"{kind} {seed + number}: {error!r}\n")
        slowest = max(slowest, time.perf_counter() - begun)
    return {"outcomes": dict(outcomes), "slowest": round(slowest, 3)}


def main():
    kind, count, *rest = sys.argv[1:]
    begun = time.monotonic()
    found = run(kind, int(count), int(rest[0]) if rest else 0)
    found["seconds"] = round(time.monotonic() - begun, 1)
    found["megabytes"] = _peak_megabytes()
    sys.stdout.write(json.dumps(found) + "\n")


def _peak_megabytes():
    # not by getrusage: its figure begins with what the process that called us has held
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) // 1024


if __name__ == "__main__":
    main()
