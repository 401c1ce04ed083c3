from __future__ import annotations

from station_app.domain.sync.bundle import (
    Bundle,
    CellBlock,
    ConflictLine,
    RowBlock,
    Stamps,
    TableBlock,
    Version,
)

FIRST = Version(site=0, ver=1, hlc=256, ctx=0)


def stamps(count):
    return Stamps(
        site=[0] * count, ver=list(range(1, count + 1)), hlc=[256] * count, ctx=[0] * count
    )


def rows(*keys):
    return RowBlock(
        keys=keys,
        life=[1] * len(keys),
        turns=stamps(len(keys)),
        births={},
        columns={"name": ["曾小贤"] * len(keys)},
    )


def cells(column, *keys):
    return CellBlock(column=column, keys=keys, values=[""] * len(keys), stamps=stamps(len(keys)))


def a_bundle(**more):
    return Bundle(schema=1, site=0, sites=["a" * 32], base=0, top=9, **more)


def test_a_bundle_that_says_nothing_counts_nothing():
    assert a_bundle().counts() == {"rows": 0, "cells": 0, "evicted": 0, "conflicts": 0}


def test_rows_cells_and_evictions_are_counted_over_all_tables():
    bundle = a_bundle(
        tables=[
            TableBlock(
                table="resident",
                rows=rows("1", "2"),
                cells=[cells("phone", "3"), cells("note", "3", "4")],
            ),
            TableBlock(table="document", evicted=["5", "6", "7", "8"]),
            TableBlock(table="dwelling", rows=rows("9")),
        ]
    )
    assert bundle.counts() == {"rows": 3, "cells": 3, "evicted": 4, "conflicts": 0}


def test_conflicts_are_counted_one_by_one():
    line = ConflictLine(
        table="resident",
        key="1",
        column="phone",
        a=FIRST,
        a_value="1",
        b=FIRST._replace(site=1),
        b_value="2",
    )
    assert a_bundle(conflicts=[line, line]).counts()["conflicts"] == 2


def test_stamps_are_as_many_as_what_they_stamp():
    assert [len(stamps(count)) for count in (0, 1, 5)] == [0, 1, 5]
