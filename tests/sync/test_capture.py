"""Every change is noted once, by whatever way it is written; merging notes nothing."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2

from station_app.bootstrap import Station
from tests.factories import a_registration
from tests.sync.records import change, enter, enter_town, remove
from tests.sync.replicas import send
from tests.sync.sights import lives, versions

COUNTER = "SELECT counter FROM sync_clock"


def noted(replica):
    """Return how many entries there are: of rows, and of cells."""
    return (
        replica.value("SELECT count(*) FROM sync_row"),
        replica.value("SELECT count(*) FROM sync_cell"),
    )


@pytest.fixture
def desk(replica):
    return replica("desk")


@pytest.fixture
def estate(desk):
    enter(desk.run, "estate", "e", name="幸福里")
    return desk


def test_a_row_is_one_entry_however_many_columns_it_has(desk):
    enter(desk.run, "resident", "r", name="张三")

    assert noted(desk) == (1, 0)
    assert lives(desk)["resident", "r"][0] == 1


def test_a_changed_cell_is_one_entry_however_often_it_is_changed(estate):
    change(estate.run, "estate", "e", name="一")
    change(estate.run, "estate", "e", name="二")

    assert noted(estate) == (1, 1)
    assert list(versions(estate)) == [("estate", "e", "name")]


def test_a_value_that_stays_what_it_was_is_not_noted(estate):
    before = estate.value(COUNTER)

    change(estate.run, "estate", "e", name="幸福里")

    assert estate.value(COUNTER) == before


def test_what_is_the_stores_own_is_not_noted(estate):
    change(estate.run, "estate", "e", version=7)

    assert noted(estate) == (1, 0)


def test_a_form_is_noted(desk):
    station = Station(desk.home, desk.store, desk.clock)

    station.residents.register(a_registration("李四"))

    tables = {table for table, _ in lives(desk)}
    assert {"resident", "document", "history"} <= tables


def test_bulk_is_noted_row_by_row(desk):
    with desk.writing() as run:
        for n in range(3):
            enter(run, "estate", f"e{n}", name="x")
    with desk.store.transaction() as tx:
        tx.bulk("UPDATE estate SET name = ? WHERE id = ?", [("y", "e0"), ("z", "e1")])

    assert noted(desk) == (3, 2)


def test_raw_sql_over_many_rows_is_noted_row_by_row(desk):
    with desk.writing() as run:
        for n in range(3):
            enter(run, "estate", f"e{n}", name="x")

    desk.run("UPDATE estate SET name = name || 'y' WHERE id != 'e0'")

    assert sorted(versions(desk)) == [("estate", "e1", "name"), ("estate", "e2", "name")]


def test_what_is_deleted_lies_aside_with_its_values(estate):
    remove(estate.run, "estate", "e")

    assert lives(estate)["estate", "e"][0] == 2
    assert "幸福里" in estate.value("SELECT record FROM sync_aside WHERE row = 'e'")


def test_rows_that_go_with_their_parent_are_noted(desk):
    enter(desk.run, "resident", "r", name="张三")
    enter(desk.run, "document", "p", resident_id="r", number="1")

    remove(desk.run, "resident", "r")

    assert lives(desk)["document", "p"][0] == 2


def test_an_upsert_is_noted_as_what_it_does(desk):
    sql = (
        "INSERT INTO setting (key, value) VALUES ('name', ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    )
    desk.run(sql, "一")
    assert noted(desk) == (1, 0)

    desk.run(sql, "二")

    assert noted(desk) == (1, 1)
    assert lives(desk)["setting", "name"][0] == 1


def test_settings_of_this_device_alone_are_not_noted(desk):
    desk.run("INSERT INTO setting (key, value) VALUES ('theme', 'dark')")

    assert noted(desk) == (0, 0)


def test_insert_or_replace_is_a_new_birth_of_a_living_row(estate):
    change(estate.run, "estate", "e", name="旧")
    former = lives(estate)["estate", "e"]

    enter(estate.run, "estate", "e", verb="INSERT OR REPLACE", name="新")

    life, turn, birth = lives(estate)["estate", "e"]
    assert (life, turn == birth) == (1, True)
    assert turn != former[1]
    assert noted(estate) == (1, 0)


def test_undo_of_a_deletion_is_a_birth_with_a_longer_life(estate):
    remove(estate.run, "estate", "e")

    enter(estate.run, "estate", "e", name="幸福里")

    assert lives(estate)["estate", "e"][0] == 3
    assert estate.value("SELECT count(*) FROM sync_aside") == 0


def test_the_key_of_a_record_never_changes(estate):
    with pytest.raises(dbapi2.IntegrityError, match="key of a record"):
        estate._connection.execute("UPDATE estate SET id = 'f' WHERE id = 'e'")


def test_nothing_is_noted_as_ours_while_a_bundle_is_merged(pair):
    desk, laptop = pair
    desk.run("INSERT INTO setting (key, value) VALUES ('name', '站')")
    with desk.writing() as run:
        enter_town(run)
    send(desk, laptop)
    change(desk.run, "estate", "e", name="新")
    remove(desk.run, "dwelling", "d1")

    send(desk, laptop)

    assert {turn[0] for _, turn, _ in lives(laptop).values()} == {desk.site}
    assert {dot[0] for dot in versions(laptop).values()} == {desk.site}


def test_what_is_written_after_a_merge_is_noted_again(pair):
    desk, laptop = pair
    enter(desk.run, "estate", "e", name="x")
    send(desk, laptop)

    change(laptop.run, "estate", "e", name="y")

    assert versions(laptop)["estate", "e", "name"][0] == laptop.site


def test_one_write_with_many_cells_has_a_version_for_each(estate):
    enter(estate.run, "resident", "r", name="张三")

    change(estate.run, "resident", "r", name="李四", note="x")

    found = versions(estate)
    assert found["resident", "r", "name"] != found["resident", "r", "note"]
