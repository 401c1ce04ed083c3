"""What rests on something else: papers in a ring, records that a file taken back would part."""

from __future__ import annotations

import pytest

from station_app.domain.errors import RefusedError
from tests.sync.records import enter, enter_town, remove
from tests.sync.replicas import exchange, send, take_back, take_in_file


@pytest.fixture
def town(pair):
    desk, laptop = pair
    with desk.writing() as run:
        enter_town(run)
        enter(run, "household", "h", number="1", dwelling_id="d1")
        enter(run, "resident", "r", name="张三", dwelling_id="d1", household_id="h")
    exchange(desk, laptop)
    return pair


def residents(replica):
    return [key for (key,) in replica.rows("SELECT id FROM resident ORDER BY id")]


@pytest.mark.parametrize("ring", [("c1",), ("c1", "c2"), ("c1", "c2", "c3")])
def test_papers_that_replace_one_another_in_a_ring_go_with_their_holder(town, ring):
    desk, laptop = town
    for key in ring:
        enter(desk.run, "certificate", key, resident_id="r")
    for key, other in zip(ring, (*ring[1:], ring[0]), strict=True):
        desk.run("UPDATE certificate SET replaces_id = ? WHERE id = ?", other, key)
    exchange(desk, laptop)
    with desk.writing() as run:
        run("UPDATE certificate SET replaces_id = NULL WHERE id != 'c1'")
        run("DELETE FROM certificate")
        run("DELETE FROM resident")

    send(desk, laptop)

    assert residents(laptop) == []
    assert laptop.value("SELECT count(*) FROM certificate") == 0


def test_a_file_is_not_taken_back_under_what_was_entered_about_its_people(town):
    desk, laptop = town
    enter(desk.run, "resident", "new", name="李四", dwelling_id="d1")
    line = take_in_file(desk, laptop)
    enter(laptop.run, "document", "k", resident_id="new", kind="other", number="1")

    with pytest.raises(RefusedError) as refused:
        take_back(laptop, line)

    assert (refused.value.reason, refused.value.facts["rows"]) == ("sync.built-upon", 1)
    assert laptop.value("SELECT count(*) FROM document") == 1


def test_a_person_does_not_come_back_to_a_household_that_is_gone(town):
    desk, laptop = town
    remove(desk.run, "resident", "r")
    line = take_in_file(desk, laptop)
    remove(laptop.run, "household", "h")

    with pytest.raises(RefusedError) as refused:
        take_back(laptop, line)

    assert (refused.value.reason, refused.value.facts["rows"]) == ("sync.built-upon", 1)
    assert residents(laptop) == []


def test_a_file_goes_back_whole_where_all_that_refers_to_it_came_with_it(town):
    desk, laptop = town
    with desk.writing() as run:
        enter(run, "resident", "new", name="李四", dwelling_id="d1")
        enter(run, "document", "k", resident_id="new", kind="other", number="1")
        run("UPDATE resident SET household_id = NULL WHERE id = 'r'")
    line = take_in_file(desk, laptop)

    take_back(laptop, line)

    assert residents(laptop) == ["r"]
    assert laptop.value("SELECT household_id FROM resident") == "h"
