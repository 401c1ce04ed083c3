"""What a newer program has sent is kept as it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from station_app.domain.sync.bundle import CellBlock, RowBlock, Stamps, TableBlock
from tests.sync.records import enter
from tests.sync.sights import name_of

STAMP = Stamps(site=[0], ver=[50], hlc=[1], ctx=[0])


def of_a_newer_program(bundle, *blocks):
    return replace(bundle, tables=(*bundle.tables, *blocks))


@pytest.fixture
def file(pair):
    desk, laptop = pair
    enter(desk.run, "estate", "e", name="幸福里")
    return desk.collect(laptop)


def kept(replica):
    return replica.rows("SELECT tbl, row, col, value, ver FROM sync_extra ORDER BY tbl, col")


def test_a_column_that_is_not_known_is_kept(pair, file):
    desk, laptop = pair
    block = file.tables[0]
    wider = replace(block.rows, columns={**block.rows.columns, "colour": ["绿"]})
    newer = replace(file, tables=(replace(block, rows=wider),))

    laptop.take_in(newer, desk)

    assert name_of(laptop) == "幸福里"
    assert [line[:4] for line in kept(laptop)] == [("estate", "e", "colour", "绿")]


def test_a_cell_of_a_column_that_is_not_known_is_kept(pair, file):
    desk, laptop = pair
    cells = CellBlock(column="colour", keys=["e"], values=[b"\x01"], stamps=STAMP)

    laptop.take_in(of_a_newer_program(file, TableBlock(table="estate", cells=[cells])), desk)

    assert kept(laptop) == [("estate", "e", "colour", b"\x01", 50)]


def test_a_table_that_is_not_known_is_kept_whole(pair, file):
    desk, laptop = pair
    rows = RowBlock(
        keys=["n"], life=[1], turns=STAMP, births={}, columns={"name": ["x"], "paper": [b"\x02"]}
    )

    laptop.take_in(of_a_newer_program(file, TableBlock(table="visit", rows=rows)), desk)

    (line,) = kept(laptop)
    assert line[:3] == ("visit", "n", "")
    assert json.loads(line[3]) == {"name": "x", "paper": {"hex": "02"}}


def test_of_two_values_that_are_not_known_the_later_is_kept(pair, file):
    desk, laptop = pair
    for value, ver in (("新", 60), ("旧", 55)):
        stamp = Stamps(site=[0], ver=[ver], hlc=[ver], ctx=[0])
        cells = CellBlock(column="colour", keys=["e"], values=[value], stamps=stamp)
        laptop.take_in(of_a_newer_program(file, TableBlock(table="estate", cells=[cells])), desk)

    assert [line[3] for line in kept(laptop)] == ["新"]


def test_the_clock_goes_past_what_is_not_known_too(pair, file):
    desk, laptop = pair
    ahead = Stamps(site=[0], ver=[60], hlc=[1 << 60], ctx=[0])
    cells = CellBlock(column="colour", keys=["e"], values=["x"], stamps=ahead)

    laptop.take_in(of_a_newer_program(file, TableBlock(table="estate", cells=[cells])), desk)

    assert laptop.value("SELECT hlc FROM sync_clock") >= 1 << 60
