"""Bundles and keys to seal, open and damage."""

from __future__ import annotations

from dataclasses import replace

from station_app.domain.sync.bundle import (
    Bundle,
    CellBlock,
    ConflictLine,
    Context,
    RowBlock,
    Stamps,
    Sum,
    TableBlock,
    Version,
)
from station_app.domain.sync.files import Header
from station_app.services.sync.sealing import new_device_keys

SITES = ("0192f0c8a5b27c3d9e8f001122334455", "0192f0c8a5b27c3d9e8f001122334466")
CLOCK = 1_772_352_000_000 << 8
KEYS = tuple(f"0192f0c8a5b27c3d9e8f0011{number:08x}" for number in range(6))
LAPTOP, STATION, STRANGER = new_device_keys(), new_device_keys(), new_device_keys()


def stamps(count, *, site=0, ver=1):
    return Stamps(
        site=[site] * count,
        ver=list(range(ver, ver + count)),
        hlc=[CLOCK + (place << 8) for place in range(count)],
        ctx=[1] * count,
    )


def cells(column, values, *, ver=1):
    count = len(values)
    return CellBlock(
        column=column, keys=list(KEYS[:count]), values=values, stamps=stamps(count, ver=ver)
    )


def a_bundle(**changes):
    """A small bundle with something of everything."""
    rows = RowBlock(
        keys=list(KEYS[3:6]),
        life=[1, 2, 1],
        turns=stamps(3, ver=7),
        births={1: Version(1, 3, CLOCK, 0)},
        columns={
            "name": ["张三", "李四", "𠮷野"],
            "born": ["1990-01-01", None, "2001-12-31"],
            "lives_here": [1, 0, 1],
            "content": [b"\0\1", None, b""],
            "changed_at": ["2026-03-01T08:00:00.000000Z"] * 3,
        },
    )
    line = ConflictLine(
        table="resident",
        key=KEYS[0],
        column="phone",
        a=Version(0, 1, CLOCK, 1),
        a_value="13800000000",
        b=Version(1, 9, CLOCK + 5, 0),
        b_value=None,
        is_deletion=True,
    )
    bundle = Bundle(
        schema=12,
        site=0,
        sites=list(SITES),
        base=40,
        top=52,
        acked_site=SITES[1],
        acked=17,
        knowledge={0: 12, 1: 9},
        contexts=[
            Context(site=0, number=1, known={0: 3, 1: 9}),
            Context(site=1, number=0, known={}),
        ],
        tables=[
            TableBlock(
                table="resident",
                rows=rows,
                cells=[
                    cells("phone", ["13800000000", "13900000001", ""]),
                    cells("note", ["常住", None, "搬走了\n下月回来"], ver=4),
                ],
                evicted=[KEYS[2], "old"],
            ),
            TableBlock(
                table="of_a_newer_program",
                cells=[cells("so_far_unknown", [-1, 2**62])],
                evicted=[],
            ),
        ],
        conflicts=[line],
        sums=[Sum(table="resident", area=KEYS[1], count=3, digest=2**60 + 1)],
        notes={"chain": b"\1" * 32, "told": [1, None, True, "甲"], "deeper": {"a": {}}},
    )
    return replace(bundle, **changes)


def a_header(bundle, **changes):
    """The header that belongs to *bundle*."""
    header = Header(
        sender="laptop",
        sender_name="三号本",
        site=bundle.sites[bundle.site],
        receiver="station",
        receiver_name="幸福里社区",
        number=3,
        former="ab" * 32,
        base=bundle.base,
        top=bundle.top,
        schema=bundle.schema,
        made_at="2026-03-01T08:00:00.000000Z",
        station="幸福里",
        counts=bundle.counts(),
    )
    return replace(header, **changes)
