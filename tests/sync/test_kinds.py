"""Values of a kind that a column cannot hold never reach it, and nothing else is lost by them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.sync.files import SyncFileRefusedError
from station_app.store.sync.upgrading import take_in_known_now
from tests.sync.records import DECLARATION, change, enter, enter_town
from tests.sync.replicas import exchange


@pytest.fixture
def town(pair):
    desk, _ = pair
    with desk.writing() as run:
        enter_town(run)
        enter(run, "resident", "r", name="张三", dwelling_id="d1")
    return pair


def saying(bundle, table, column, value):
    """Let *bundle* say *value* in *column*, whether of rows or of cells."""
    return replace(bundle, tables=[_saying(b, table, column, value) for b in bundle.tables])


def _saying(block, table, column, value):
    if block.table != table:
        return block
    rows = block.rows and replace(block.rows, columns={**block.rows.columns, column: [value]})
    cells = [replace(c, values=[value]) if c.column == column else c for c in block.cells]
    return replace(block, rows=rows, cells=cells)


@pytest.mark.parametrize(
    ("column", "value"), [("note", b"\xff"), ("note", 7), ("lives_here", "x"), ("born", 7)]
)
def test_a_row_with_a_value_of_another_kind_is_refused(town, column, value):
    desk, laptop = town
    bundle = saying(desk.collect(laptop), "resident", column, value)

    with pytest.raises(SyncFileRefusedError) as refused:
        laptop.take_in(bundle, desk)

    assert refused.value.facts["where"] == column
    assert laptop.rows("SELECT * FROM resident") == []


def test_a_cell_with_a_value_of_another_kind_is_refused(town):
    desk, laptop = town
    exchange(desk, laptop)
    change(desk.run, "resident", "r", note="x")
    bundle = saying(desk.collect(laptop), "resident", "note", b"\xff")

    with pytest.raises(SyncFileRefusedError):
        laptop.take_in(bundle, desk)

    assert laptop.value("SELECT note FROM resident") == ""


def test_nothing_where_something_has_to_stand_does_not_stop_a_file(town):
    desk, laptop = town
    exchange(desk, laptop)
    change(desk.run, "resident", "r", note="x")
    bundle = saying(desk.collect(laptop), "resident", "note", None)

    laptop.take_in(bundle, desk)

    assert laptop.value("SELECT note FROM resident") == ""


def test_what_was_kept_for_an_upgrade_does_not_keep_a_store_from_opening(town):
    desk, laptop = town
    change(desk.run, "resident", "r", note="x", employer="y")
    bundle = desk.collect(laptop)
    blocks = [
        replace(b, cells=[replace(c, column=f"new_{c.column}", values=[b"\xff"]) for c in b.cells])
        for b in bundle.tables
    ]
    laptop.take_in(replace(bundle, tables=blocks), desk)
    laptop.run("UPDATE sync_extra SET col = substr(col, 5) WHERE col IN ('new_note')")
    record = '{"name": 7, "changed_by": "x"}'
    laptop.run(
        "INSERT INTO sync_extra (tbl, row, col, value, life, site, ver, hlc, ctx, lseq)"
        " VALUES ('estate', 'new', '', ?, 1, 1, 1, 1, 0, 1)",
        record,
    )

    with laptop.store.transaction() as tx:
        take_in_known_now(tx.exchange._sql, DECLARATION)

    assert laptop.value("SELECT note FROM resident") == ""
    assert laptop.value("SELECT name FROM estate WHERE id = 'new'") == ""
