"""What a file may reach here: nothing that is not exchanged, and no forgetting in a full copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.sync.bundle import (
    CellBlock,
    ConflictLine,
    RowBlock,
    Stamps,
    TableBlock,
    Version,
)
from station_app.domain.sync.devices import DeviceId, DeviceKind, Scope
from station_app.store.sync.devices import OwnDevice
from tests.sync.records import enter, enter_town
from tests.sync.replicas import FIRST, exchange

STAMP = Stamps(site=[0], ver=[99], hlc=[5], ctx=[0])


@pytest.fixture
def town(pair):
    desk, laptop = pair
    with desk.writing() as run:
        enter_town(run)
        enter(run, "resident", "r", name="张三", dwelling_id="d1")
    exchange(desk, laptop)
    return pair


def with_block(desk, laptop, block, **more):
    return replace(desk.collect(laptop), tables=[block], **more)


def be(replica, kind, scope):
    with replica.store.transaction() as tx:
        tx.exchange.devices.keep_own(
            OwnDevice(
                id=DeviceId(replica.name),
                name=replica.name,
                kind=kind,
                signing=b"",
                sealing=b"",
                scope=scope,
            )
        )


def test_a_setting_of_this_device_is_not_brought_by_file(town):
    desk, laptop = town
    rows = RowBlock(
        keys=["word", "own"],
        life=[1, 1],
        turns=_twice(STAMP),
        births={},
        columns={"value": ["字", "x"]},
    )

    laptop.take_in(with_block(desk, laptop, TableBlock(table="setting", rows=rows)), desk)

    assert laptop.rows("SELECT key, value FROM setting") == [("word", "字")]
    assert laptop.rows("SELECT row FROM sync_row WHERE tbl = 1") == [("word",)]


def test_a_setting_of_this_device_is_not_changed_by_file(town):
    desk, laptop = town
    laptop.run("INSERT INTO setting (key, value) VALUES ('own', 'mine')")
    cells = CellBlock(column="value", keys=["own"], values=["x"], stamps=STAMP)
    a, b = Version(0, 98, 4, 0), Version(0, 99, 5, 0)
    line = ConflictLine(
        table="setting", key="own", column="value", a=a, a_value="x", b=b, b_value="y"
    )
    block = TableBlock(table="setting", cells=[cells])

    laptop.take_in(with_block(desk, laptop, block, conflicts=[line]), desk)

    assert laptop.rows("SELECT key, value FROM setting") == [("own", "mine")]
    assert laptop.rows("SELECT * FROM sync_conflict") == []


def test_a_full_copy_lets_go_of_nobody(town):
    desk, laptop = town
    be(desk, DeviceKind.STATION, Scope())

    desk.take_in(with_block(laptop, desk, TableBlock(table="resident", evicted=["r"])), laptop)

    assert desk.rows("SELECT id FROM resident") == [("r",)]
    assert desk.rows("SELECT * FROM sync_evict") == []


def test_a_partial_copy_lets_go_of_whom_it_is_told(town):
    desk, laptop = town
    be(laptop, DeviceKind.LAPTOP, FIRST)

    laptop.take_in(with_block(desk, laptop, TableBlock(table="resident", evicted=["r"])), desk)

    assert laptop.rows("SELECT id FROM resident") == []


def _twice(stamps):
    return Stamps(site=[0, 0], ver=[98, *stamps.ver], hlc=[5, 5], ctx=[0, 0])
