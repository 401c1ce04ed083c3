"""What a newer program has sent comes in with the upgrade, wherever its row lies by then."""

from __future__ import annotations

from dataclasses import replace

from station_app.domain.sync.bundle import RowBlock, Stamps, TableBlock
from station_app.store.sync.upgrading import take_in_known_now
from tests.sync.records import DECLARATION, enter, enter_town, remove

STAMP = Stamps(site=[0], ver=[50], hlc=[1], ctx=[0])


def without(bundle, *names):
    return replace(bundle, tables=[b for b in bundle.tables if b.table not in names])


def as_a_newer_one(bundle):
    """Let the notes of residents be a column that the receiver does not know."""
    return replace(bundle, tables=[_as_newer(block) for block in bundle.tables])


def _as_newer(block):
    if block.table != "resident":
        return block
    columns = dict(block.rows.columns)
    columns["colour"] = columns.pop("note")
    return replace(block, rows=replace(block.rows, columns=columns))


def upgrade(replica):
    replica.run("UPDATE sync_extra SET col = 'note' WHERE col = 'colour'")
    with replica.store.transaction() as tx:
        take_in_known_now(tx.exchange._sql, DECLARATION)


def notes(replica):
    return dict(replica.rows("SELECT id, note FROM resident"))


def people(desk, *keys):
    with desk.writing() as run:
        enter_town(run)
        for key in keys:
            enter(run, "resident", key, name="张三", dwelling_id="d1", note="绿")


def test_a_row_that_waits_keeps_what_was_not_known(pair):
    desk, laptop = pair
    people(desk, "r")
    bundle = replace(as_a_newer_one(desk.collect(laptop)), knowledge={})
    laptop.take_in(without(bundle, "dwelling"), desk)

    upgrade(laptop)
    laptop.take_in(without(bundle, "resident"), desk)

    assert notes(laptop) == {"r": "绿"}


def test_a_row_that_was_deleted_and_is_back_keeps_what_was_not_known(pair):
    desk, laptop = pair
    people(desk, "r")
    desk.run(
        "UPDATE sync_row SET life = 3, bsite = site, bver = ver, bhlc = hlc, bctx = ctx,"
        " ver = 900, lseq = 900 WHERE row = 'r'"
    )
    desk.run("UPDATE sync_clock SET counter = 900")
    laptop.take_in(as_a_newer_one(desk.collect(laptop)), desk)

    upgrade(laptop)

    assert notes(laptop) == {"r": "绿"}


def test_a_deleted_row_keeps_what_was_not_known_for_the_day_it_is_back(pair):
    desk, laptop = pair
    people(desk, "r")
    remove(desk.run, "resident", "r")
    laptop.take_in(as_a_newer_one(desk.collect(laptop)), desk)

    upgrade(laptop)

    assert laptop.value("SELECT json_extract(record, '$.note') FROM sync_aside") == "绿"


def test_bytes_of_a_deleted_row_stay_bytes(pair):
    desk, laptop = pair
    people(desk, "r")
    enter(desk.run, "attachment", "a", resident_id="r", name="照片")
    desk.run("INSERT INTO attachment_content VALUES ('a', ?)", b"\x01\xab")
    desk.run("DELETE FROM attachment_content")
    bundle = desk.collect(laptop)
    blocks = [
        replace(b, rows=replace(b.rows, columns={"colour": b.rows.columns["content"]}))
        if b.table == "attachment_content"
        else b
        for b in bundle.tables
    ]
    laptop.take_in(replace(bundle, tables=blocks), desk)
    laptop.run("UPDATE sync_extra SET col = 'content' WHERE col = 'colour'")

    with laptop.store.transaction() as tx:
        take_in_known_now(tx.exchange._sql, DECLARATION)

    assert laptop.value("SELECT json_extract(record, '$.content') FROM sync_aside") == "01AB"


def test_an_unknown_table_of_nothing_but_keys_does_not_stop_a_file(pair):
    desk, laptop = pair
    enter(desk.run, "estate", "e", name="幸福里")
    bundle = desk.collect(laptop)
    rows = RowBlock(keys=["k"], life=[1], turns=STAMP, births={}, columns={})

    merged = laptop.take_in(
        replace(bundle, tables=(*bundle.tables, TableBlock(table="mark", rows=rows))), desk
    )

    assert merged.added == 1
    assert laptop.rows("SELECT tbl, row, value FROM sync_extra") == [("mark", "k", "{}")]
