"""Two edits conflict exactly when neither writer had seen the other's; both values are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.sync.records import change, enter, remove
from tests.sync.replicas import exchange, send
from tests.sync.sights import conflicts, content, everything, name_of, told


@pytest.fixture
def shared(three):
    """Three devices that hold the same resident and know it of one another."""
    enter(three[0].run, "resident", "r", name="张三")
    exchange(*three)
    return three


def both(desk, laptop, table="resident", key="r", *, here, there):
    """Let the desk write *here* and the laptop, which does not know it, *there*."""
    change(desk.run, table, key, **here)
    laptop.clock.error += timedelta(seconds=1)
    change(laptop.run, table, key, **there)


def test_two_values_neither_of_which_was_seen_are_both_kept(shared):
    both(*shared[:2], here={"name": "李"}, there={"name": "王"})

    exchange(*shared)

    assert name_of(shared[0], "r", "resident") == "王"
    assert [set(line[3:]) for line in told(shared[0])] == [{"李", "王"}]


def test_a_conflict_has_the_same_key_and_values_everywhere(shared):
    both(*shared[:2], here={"name": "李"}, there={"name": "王"})

    exchange(*shared)

    assert len(conflicts(shared[0])) == 1
    assert everything(shared[0]) == everything(shared[1]) == everything(shared[2])


def test_a_conflict_reaches_a_device_that_never_saw_the_value_that_lost(shared):
    desk, laptop, station = shared
    both(desk, laptop, here={"name": "李"}, there={"name": "王"})
    send(desk, laptop)

    send(laptop, station)

    assert conflicts(station) == conflicts(laptop) != {}


def test_the_same_value_written_twice_is_no_conflict(shared):
    both(*shared[:2], here={"name": "李"}, there={"name": "李"})

    exchange(*shared)

    assert conflicts(shared[0]) == {}
    assert everything(shared[0]) == everything(shared[1])


def test_different_cells_of_a_row_are_no_conflict(shared):
    both(*shared[:2], here={"name": "李"}, there={"note": "x"})

    exchange(*shared)

    assert conflicts(shared[0]) == {}
    row = content(shared[2])["resident", "r"]
    assert (row["name"], row["note"]) == ("李", "x")


def test_what_the_program_writes_never_conflicts(shared):
    both(*shared[:2], here={"changed_by": "甲"}, there={"changed_by": "乙"})

    exchange(*shared)

    assert conflicts(shared[0]) == {}
    assert everything(shared[0]) == everything(shared[1])


def test_two_who_put_a_record_into_the_bin_agree(shared):
    both(*shared[:2], here={"deleted_at": "2026-03-01"}, there={"deleted_at": "2026-03-02"})

    exchange(*shared)

    assert conflicts(shared[0]) == {}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_edit_beside_a_deletion_comes_to_review(shared, order):
    deleter, writer = shared[order[0]], shared[order[1]]
    remove(deleter.run, "resident", "r")
    change(writer.run, "resident", "r", name="李")

    exchange(*shared)

    assert told(shared[2]) == [("resident", "r", "name", "李", "deleted")]
    assert everything(shared[0]) == everything(shared[1]) == everything(shared[2])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_edit_beside_the_bin_comes_to_review(shared, order):
    binner, writer = shared[order[0]], shared[order[1]]
    change(binner.run, "resident", "r", deleted_at="2026-03-01")
    change(writer.run, "resident", "r", name="李")

    exchange(*shared)

    assert told(shared[2]) == [("resident", "r", "name", "李", "deleted")]
    assert everything(shared[0]) == everything(shared[1]) == everything(shared[2])


def test_an_edit_that_was_seen_before_the_deletion_is_no_conflict(shared):
    desk, laptop, _ = shared
    change(desk.run, "resident", "r", name="李")
    send(desk, laptop)
    remove(laptop.run, "resident", "r")

    exchange(*shared)

    assert conflicts(desk) == {}
    assert content(desk) == {}


def test_two_who_delete_the_same_row_agree(shared):
    for each in shared[:2]:
        remove(each.run, "resident", "r")

    exchange(*shared)

    assert conflicts(shared[0]) == {}
    assert everything(shared[0]) == everything(shared[1])


def test_a_deletion_beside_one_that_was_taken_back_comes_to_review(shared):
    desk, laptop, _ = shared
    remove(desk.run, "resident", "r")
    remove(laptop.run, "resident", "r")
    enter(laptop.run, "resident", "r", name="张三")

    exchange(*shared)

    assert content(desk)["resident", "r"]["name"] == "张三"
    assert {line[4] for line in told(desk)} == {"deleted"}
    assert everything(shared[0]) == everything(shared[1]) == everything(shared[2])


def test_a_deletion_that_was_seen_and_taken_back_is_no_conflict(shared):
    desk, laptop, _ = shared
    remove(desk.run, "resident", "r")
    send(desk, laptop)
    enter(laptop.run, "resident", "r", name="张三")

    exchange(*shared)

    assert conflicts(desk) == {}


def test_a_row_born_twice_is_judged_cell_by_cell(three):
    desk, laptop, _ = three
    enter(desk.run, "estate", "e", name="一", created_by="甲")
    enter(laptop.run, "estate", "e", name="二", created_by="乙")

    exchange(*three)

    assert [line[:3] for line in told(desk)] == [("estate", "e", "name")]
    assert everything(three[0]) == everything(three[1]) == everything(three[2])


def test_a_row_born_twice_alike_is_no_conflict(three):
    desk, laptop, _ = three
    for each in (desk, laptop):
        enter(each.run, "estate", "e", name="一")

    exchange(*three)

    assert conflicts(desk) == {}
    assert everything(three[0]) == everything(three[1]) == everything(three[2])


def test_a_row_born_twice_comes_to_a_third_with_both_values(three):
    desk, laptop, station = three
    enter(desk.run, "estate", "e", name="一")
    laptop.clock.error = timedelta(seconds=9)
    enter(laptop.run, "estate", "e", name="二")
    send(laptop, desk)

    send(desk, station)

    assert conflicts(station) == conflicts(desk)
    assert [set(line[3:]) for line in told(station)] == [{"一", "二"}]


def test_a_later_edit_by_who_had_seen_both_ends_a_conflict_everywhere(shared):
    desk, laptop, station = shared
    both(desk, laptop, here={"name": "李"}, there={"name": "王"})
    exchange(*shared)
    change(station.run, "resident", "r", name="赵")

    exchange(*shared)

    assert {name_of(each, "r", "resident") for each in shared} == {"赵"}
    assert len(conflicts(desk)) == 1
    assert everything(shared[0]) == everything(shared[1]) == everything(shared[2])


def test_the_clock_decides_which_of_two_concurrent_values_stands(shared):
    desk, laptop, _ = shared
    desk.clock.error = timedelta(days=3652)
    both(desk, laptop, here={"name": "李"}, there={"name": "王"})

    exchange(*shared)

    assert {name_of(each, "r", "resident") for each in shared} == {"李"}


def test_at_the_same_moment_the_key_of_the_site_decides_everywhere(shared):
    for each in shared:
        each.clock.error = timedelta(hours=1)
    for each, name in zip(shared, ("甲", "乙", "丙"), strict=True):
        change(each.run, "resident", "r", name=name)
    assert len({each.value("SELECT hlc FROM sync_clock") for each in shared}) == 1
    greatest = max(zip((each.site for each in shared), ("甲", "乙", "丙"), strict=True))[1]

    exchange(*shared)

    assert {name_of(each, "r", "resident") for each in shared} == {greatest}


def test_an_edit_of_each_of_three_is_in_the_list_or_stands(shared):
    for each, name in zip(shared, ("甲", "乙", "丙"), strict=True):
        change(each.run, "resident", "r", name=name)

    exchange(*shared)

    named = {name for line in told(shared[0]) for name in line[3:]}
    assert named == {"甲", "乙", "丙"}
    assert everything(shared[0]) == everything(shared[1]) == everything(shared[2])


def test_a_cell_edited_beside_a_second_birth_keeps_its_value_on_the_way_to_a_third(three):
    desk, laptop, station = three
    enter(desk.run, "estate", "e", name="一")
    laptop.clock.error = timedelta(seconds=9)
    enter(laptop.run, "estate", "e", name="二")
    desk.clock.error = timedelta(seconds=20)
    change(desk.run, "estate", "e", name="三")
    send(laptop, desk)

    send(desk, station)

    assert conflicts(station) == conflicts(desk)
    assert [set(line[3:]) for line in told(station)] == [{"二", "三"}]
