"""Merging: any bundles, in any order, any number of times, with losses."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest

from tests.sync.records import change, enter, enter_town, remove
from tests.sync.replicas import exchange, send
from tests.sync.sights import (
    conflicts,
    content,
    everything,
    lives,
    name_of,
    told,
    versions,
    waiting,
)

YEARS = timedelta(days=3652)


@pytest.fixture
def shared(pair):
    """Two devices that hold the same estate and know it of one another."""
    desk, laptop = pair
    enter(desk.run, "estate", "e", name="幸福里")
    exchange(desk, laptop)
    return pair


def test_what_was_entered_arrives_once(pair):
    desk, laptop = pair
    with desk.writing() as run:
        enter_town(run)

    first, second = send(desk, laptop), send(desk, laptop)

    assert (first.added, second.added, second.changed) == (7, 0, 0)
    assert everything(desk) == everything(laptop)


def test_a_later_edit_replaces_an_earlier_one_without_a_conflict(shared):
    desk, laptop = shared
    change(desk.run, "estate", "e", name="一")
    send(desk, laptop)
    change(laptop.run, "estate", "e", name="二")

    send(laptop, desk)

    assert name_of(desk) == "二"
    assert conflicts(desk) == {}


def test_what_was_seen_does_not_come_back_from_a_third(three):
    desk, laptop, station = three
    enter(desk.run, "estate", "e", name="一")
    exchange(*three)
    change(laptop.run, "estate", "e", name="二")
    old = desk.collect(station)
    send(laptop, station)

    station.take_in(old, desk)

    assert name_of(station) == "二"


def test_a_file_taken_in_twice_changes_nothing_more(shared):
    desk, laptop = shared
    change(desk.run, "estate", "e", name="一")
    file = desk.collect(laptop)
    laptop.take_in(file, desk)
    before, counter = everything(laptop), laptop.value("SELECT counter FROM sync_clock")

    again = laptop.take_in(file, desk)

    assert (again.added, again.changed, again.conflicts) == (0, 0, 0)
    assert everything(laptop) == before
    assert laptop.value("SELECT counter FROM sync_clock") == counter


def test_an_old_file_after_a_newer_one_changes_nothing(shared):
    desk, laptop = shared
    change(desk.run, "estate", "e", name="一")
    old = desk.collect(laptop)
    change(desk.run, "estate", "e", name="二")
    remove_later = desk.collect(laptop)
    laptop.take_in(remove_later, desk)

    laptop.take_in(old, desk)

    assert name_of(laptop) == "二"


def test_what_a_lost_file_held_is_sent_again(shared):
    desk, laptop = shared
    change(desk.run, "estate", "e", name="一")
    desk.collect(laptop)
    enter(desk.run, "estate", "f", name="又")

    send(desk, laptop)

    assert name_of(laptop) == "一"


def test_nothing_is_sent_again_once_it_is_acknowledged(shared):
    desk, laptop = shared
    change(desk.run, "estate", "e", name="一")
    send(desk, laptop)
    send(laptop, desk)

    assert desk.collect(laptop).counts()["cells"] == 0


def test_what_a_receiver_has_from_another_is_not_sent(three):
    desk, laptop, station = three
    enter(desk.run, "estate", "e", name="一")
    send(desk, laptop)
    send(desk, station)
    send(laptop, station)

    assert station.collect(laptop).counts()["rows"] == 0


def test_a_file_that_begins_beyond_what_was_taken_in_claims_no_knowledge(shared):
    desk, laptop = shared
    backup = laptop.backup()
    change(desk.run, "estate", "e", name="一")
    exchange(desk, laptop)
    enter(desk.run, "estate", "f", name="又")
    late = desk.collect(laptop)
    laptop.restore(backup)

    laptop.take_in(late, desk)
    change(laptop.run, "estate", "e", name="他")
    exchange(desk, laptop)

    assert name_of(laptop, "f") == "又"
    assert told(desk) == told(laptop)
    assert {tuple(sorted(line[3:])) for line in told(desk)} == {("一", "他")}


def test_files_in_any_order_end_in_the_same(replica):
    ends = []
    for place, order in enumerate(permutations(range(3))):
        desk, laptop = replica(f"desk{place}"), replica(f"laptop{place}")
        files = []
        for name in ("一", "二", "三"):
            enter(desk.run, "estate", f"e{name}", name=name)
            change(desk.run, "estate", "e一", name=name)
            files.append(desk.collect(laptop))

        for turn in order:
            laptop.take_in(files[turn], desk)

        ends.append(content(laptop, ["estate"]))
    assert all(end == ends[0] for end in ends)


def test_a_row_deleted_there_goes_here(shared):
    desk, laptop = shared
    remove(desk.run, "estate", "e")

    merged = send(desk, laptop)

    assert content(laptop) == {}
    assert [(each.table, each.key) for each in merged.removed] == [("estate", "e")]
    assert conflicts(laptop) == {}


def test_a_row_put_back_after_its_deletion_was_seen_comes_back(shared):
    desk, laptop = shared
    remove(desk.run, "estate", "e")
    send(desk, laptop)
    enter(laptop.run, "estate", "e", name="再")

    exchange(desk, laptop)

    assert name_of(desk) == "再"
    assert everything(desk) == everything(laptop)
    assert conflicts(desk) == {}


def test_a_replaced_row_takes_the_place_of_the_old_one(shared):
    desk, laptop = shared
    enter(desk.run, "estate", "e", verb="INSERT OR REPLACE", name="换")

    exchange(desk, laptop)

    assert name_of(laptop) == "换"
    assert everything(desk) == everything(laptop)
    assert conflicts(desk) == {}


def test_a_child_that_comes_before_its_parent_waits_and_returns(three):
    desk, laptop, station = three
    enter(desk.run, "resident", "r", name="张三")
    send(desk, laptop)
    enter(laptop.run, "document", "p", resident_id="r", number="1")
    laptop.run("UPDATE sync_peer_known SET ver = ver + 9")  # as if told by the station
    laptop.run(
        "INSERT INTO sync_peer_known (device, site, ver)"
        " SELECT 'station', n, 99 FROM sync_site WHERE key = ?",
        desk.site,
    )

    early = send(laptop, station)

    assert early.waiting == 1
    assert waiting(station) == [("document", "p")]
    assert ("document", "p") not in content(station)

    late = send(desk, station)

    assert late.waiting == 0
    assert late.touched["document"] == ["p"]
    assert content(station) == content(laptop)


def test_a_child_whose_parent_was_deleted_elsewhere_waits_on_both(pair):
    desk, laptop = pair
    enter(desk.run, "resident", "r", name="张三")
    exchange(desk, laptop)
    remove(desk.run, "resident", "r")
    enter(laptop.run, "document", "p", resident_id="r", number="1")

    exchange(desk, laptop)

    assert everything(desk) == everything(laptop)
    assert waiting(desk) == waiting(laptop) == [("document", "p")]

    enter(desk.run, "resident", "r", name="张三")
    exchange(desk, laptop)

    assert waiting(desk) == waiting(laptop) == []
    assert content(laptop)["document", "p"]["number"] == "1"


def test_a_row_moved_to_a_parent_that_was_deleted_waits(pair):
    desk, laptop = pair
    with desk.writing() as run:
        enter_town(run)
        enter(run, "household", "h", dwelling_id="d1")
    exchange(desk, laptop)
    remove(desk.run, "dwelling", "d2")
    change(laptop.run, "household", "h", dwelling_id="d2")

    exchange(desk, laptop)

    assert everything(desk) == everything(laptop)
    assert waiting(desk) == waiting(laptop) == [("household", "h")]


@pytest.mark.parametrize("error", [-YEARS, YEARS], ids=["behind", "ahead"])
def test_a_clock_that_is_years_wrong_decides_nothing_that_was_seen(shared, error):
    desk, laptop = shared
    laptop.clock.error = error
    change(laptop.run, "estate", "e", name="一")
    send(laptop, desk)
    change(desk.run, "estate", "e", name="二")
    send(desk, laptop)
    assert name_of(laptop) == "二"
    change(laptop.run, "estate", "e", name="三")

    send(laptop, desk)

    assert name_of(desk) == "三"
    assert conflicts(desk) == {}


def test_a_clock_never_goes_back_behind_what_was_taken_in(shared):
    desk, laptop = shared
    laptop.clock.error = YEARS
    change(laptop.run, "estate", "e", name="一")
    send(laptop, desk)

    change(desk.run, "estate", "e", name="二")

    later, earlier = (each.value("SELECT max(hlc) FROM sync_cell") for each in (desk, laptop))
    assert later > earlier


def test_a_clock_set_back_never_stamps_earlier_than_before(shared):
    desk, _ = shared
    change(desk.run, "estate", "e", name="一")
    before = desk.value("SELECT max(hlc) FROM sync_cell")
    desk.clock.error = -YEARS

    change(desk.run, "estate", "e", name="二")

    assert desk.value("SELECT max(hlc) FROM sync_cell") > before


def test_merging_that_is_broken_off_changes_nothing(shared):
    desk, laptop = shared
    change(desk.run, "estate", "e", name="一")
    enter(desk.run, "estate", "f", name="又")
    file = desk.collect(laptop)
    before = everything(laptop), laptop.rows("SELECT * FROM sync_clock")

    for phase in ("laying-out", "judging", "writing"):

        def step(at, phase=phase):
            if at == phase:
                raise InterruptedError

        with pytest.raises(InterruptedError):
            laptop.take_in(file, desk, step=step)
        after = everything(laptop), laptop.rows("SELECT * FROM sync_clock")
        assert after[0] == before[0]
        assert after[1][0][2] == before[1][0][2]

    laptop.take_in(file, desk)
    assert everything(laptop) == everything(desk)


def test_a_row_with_versions_of_its_own_arrives_whole_at_a_new_device(three):
    desk, laptop, station = three
    enter(desk.run, "estate", "e", name="一")
    exchange(desk, laptop)
    change(laptop.run, "estate", "e", name="二")
    exchange(desk, laptop)

    send(desk, station)

    assert lives(station) == lives(desk)
    assert versions(station) == versions(desk)
    assert conflicts(station) == {}
