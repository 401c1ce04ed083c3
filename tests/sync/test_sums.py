"""Sums by table and area: the same on copies that hold the same, whatever the way there."""

from __future__ import annotations

import pytest

from tests.sync.records import change, enter, enter_town, remove
from tests.sync.replicas import exchange, send
from tests.sync.sights import recounted, sums


@pytest.fixture
def town(pair):
    with pair[0].writing() as run:
        enter_town(run)
        enter(run, "resident", "r", name="张三", dwelling_id="d1")
        enter(run, "document", "p", resident_id="r", number="1")
    exchange(*pair)
    return pair


def test_equal_copies_have_equal_sums(town):
    desk, laptop = town

    assert sums(desk) == sums(laptop) == recounted(desk)
    assert desk.state_hash() == laptop.state_hash()


def test_one_changed_cell_makes_another_sum(town):
    desk, laptop = town
    change(desk.run, "resident", "r", note="x")

    assert desk.state_hash() != laptop.state_hash()


def test_sums_lie_in_the_grid_of_the_record(town):
    found = sums(town[0])

    assert found["resident", "g1"][0] == found["document", "g1"][0] == 1
    assert ("resident", "g2") not in found


def test_sums_move_with_a_building_that_comes_to_another_grid(town):
    desk, laptop = town
    change(desk.run, "building", "b1", grid_id="g2")

    found = sums(desk)

    assert found["document", "g2"][0] == 1
    assert found == recounted(desk)
    exchange(desk, laptop)
    assert sums(laptop) == found


def test_sums_of_deleted_and_returned_rows_are_those_of_a_recount(town):
    desk, laptop = town
    sums(desk)
    remove(desk.run, "resident", "r")
    assert sums(desk) == recounted(desk)
    enter(desk.run, "resident", "r", name="再", dwelling_id="d2")
    exchange(desk, laptop)

    assert sums(desk) == sums(laptop) == recounted(desk)


def test_sums_do_not_hold_rows_that_wait(town):
    desk, laptop = town
    enter(laptop.run, "document", "q", resident_id="r", number="2")
    sums(laptop)
    remove(desk.run, "resident", "r")
    exchange(desk, laptop)
    assert sums(desk) == sums(laptop) == recounted(laptop)

    enter(desk.run, "resident", "r", name="再", dwelling_id="d1")
    exchange(desk, laptop)

    assert sums(desk) == sums(laptop) == recounted(laptop)
    assert sums(laptop)["document", "g1"][0] == 1


def test_a_bundle_tells_the_sums_of_its_sender(town):
    desk, laptop = town

    send(desk, laptop)

    with laptop.store.transaction() as tx:
        told = tx.exchange.peers.ledger("desk").told_sums()
    assert {(each.table, each.area): (each.count, each.digest) for each in told} == sums(desk)
