"""Between newer programs an older one loses nothing: it keeps, passes on, and takes in later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.store.sync.declaration import Declaration
from station_app.store.sync.upgrading import take_in_known_now
from tests.sync.records import DECLARATION, change, enter, remove
from tests.sync.replicas import ALL
from tests.sync.sights import agree, name_of

LISTS = "SELECT id, name FROM saved_list ORDER BY id"


def without(of, *tables):
    """Return the declaration of an older program: *of* has no bin, there are no *tables*."""
    kept = [table for table in DECLARATION.tables if table.name not in tables]
    older = [
        replace(table, columns=tuple(each for each in table.columns if each.name != "deleted_at"))
        if table.name == of
        else table
        for table in kept
    ]
    return Declaration(tables=tuple(older), digest="older")


OLDER = without("estate", "saved_list")


class Version:
    """A replica that runs a program of some age."""

    def __init__(self, replica, declaration=DECLARATION):
        self.replica, self.declaration = replica, declaration
        self.run, self.rows, self.value = replica.run, replica.rows, replica.value

    def collect(self, other):
        with self.replica.store.transaction() as tx:
            tx.exchange.declaration = self.declaration
            device = self.replica.device(other.replica)
            return tx.exchange.collect(device, own_scope=ALL)

    def take_in(self, bundle, sender):
        with self.replica.store.transaction() as tx:
            tx.exchange.declaration = self.declaration
            return tx.exchange.take_in(bundle, self.replica.device(sender.replica))

    def send(self, other):
        bundle = self.collect(other)
        other.take_in(bundle, self)
        return bundle

    def upgrade(self):
        """Start the latest program on the store."""
        self.declaration = DECLARATION
        with self.replica.store.transaction() as tx:
            take_in_known_now(tx.exchange._sql, DECLARATION)

    def bin_of(self, key="e"):
        return self.value("SELECT deleted_at FROM estate WHERE id = ?", key)

    def kept(self):
        return self.rows("SELECT tbl, row, col, value FROM sync_extra ORDER BY tbl, row, col")

    def state_hash(self):
        return self.replica.state_hash()


@pytest.fixture
def newer(replica):
    return Version(replica("newer"))


@pytest.fixture
def older(replica):
    return Version(replica("older"), OLDER)


@pytest.fixture
def other(replica):
    """Another one with the latest program, which the first never meets."""
    return Version(replica("other"))


def blocks(bundle, table):
    return [block for block in bundle.tables if block.table == table]


def converge(*all_of_them):
    for _ in range(3):
        for one in all_of_them:
            for two in all_of_them:
                if one is not two:
                    one.send(two)


def assert_equal(*all_of_them):
    assert agree(*all_of_them)
    assert [each.kept() for each in all_of_them] == [[]] * len(all_of_them)


def test_a_row_with_a_column_that_is_not_known_comes_out_whole_at_the_other_end(
    newer, older, other
):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")

    newer.send(older)
    assert older.bin_of() is None
    assert older.kept() == [("estate", "e", "deleted_at", "2026-03-01")]
    older.send(other)

    assert (name_of(other), other.bin_of()) == ("幸福里", "2026-03-01")
    assert other.kept() == []
    assert newer.state_hash() == other.state_hash()


def test_a_cell_of_a_column_that_is_not_known_is_passed_on(newer, older, other):
    enter(newer.run, "estate", "e", name="幸福里")
    newer.send(older)
    older.send(other)
    change(newer.run, "estate", "e", name="翠竹园", deleted_at="2026-03-02")

    newer.send(older)
    bundle = older.send(other)

    assert len(blocks(bundle, "estate")) == 1
    assert {cells.column for cells in blocks(bundle, "estate")[0].cells} == {"name", "deleted_at"}
    assert (name_of(other), other.bin_of()) == ("翠竹园", "2026-03-02")


def test_a_table_that_is_not_known_is_passed_on_whole(newer, older, other):
    for n in range(3):
        enter(newer.run, "saved_list", f"s{n}", name=f"名单{n}")

    newer.send(older)
    assert older.rows(LISTS) == []
    bundle = older.send(other)

    assert len(blocks(bundle, "saved_list")) == 1
    assert other.rows(LISTS) == newer.rows(LISTS) != []
    assert newer.state_hash() == other.state_hash()


def test_what_is_changed_in_a_table_that_is_not_known_is_passed_on(newer, older, other):
    enter(newer.run, "saved_list", "s", name="名单")
    newer.send(older)
    older.send(other)
    change(newer.run, "saved_list", "s", name="老人")

    newer.send(older)
    older.send(other)

    assert other.rows(LISTS) == [("s", "老人")]


def test_what_dies_in_a_table_that_is_not_known_is_dead_at_the_other_end(newer, older, other):
    enter(newer.run, "saved_list", "s", name="名单")
    newer.send(older)
    older.send(other)
    remove(newer.run, "saved_list", "s")

    newer.send(older)
    older.send(other)

    assert other.rows(LISTS) == []
    assert newer.state_hash() == other.state_hash()


def test_what_was_passed_on_and_acknowledged_is_not_passed_on_again(newer, older, other):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    enter(newer.run, "saved_list", "s", name="名单")
    newer.send(older)
    older.send(other)
    other.send(older)

    assert older.collect(other).tables == []


def test_it_is_not_sent_back_to_where_it_came_from(newer, older):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    enter(newer.run, "saved_list", "s", name="名单")
    newer.send(older)

    assert older.collect(newer).tables == []


def test_after_the_upgrade_a_column_of_a_row_that_came_whole_stands_in_it(newer, older):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    newer.send(older)

    older.upgrade()

    assert older.bin_of() == "2026-03-01"
    assert_equal(newer, older)


def test_after_the_upgrade_a_cell_and_a_table_stand_where_they_belong(newer, older):
    enter(newer.run, "estate", "e", name="幸福里")
    enter(newer.run, "saved_list", "s", name="名单")
    newer.send(older)
    change(newer.run, "estate", "e", deleted_at="2026-03-02")
    change(newer.run, "saved_list", "s", name="老人")
    newer.send(older)

    older.upgrade()

    assert older.bin_of() == "2026-03-02"
    assert older.rows(LISTS) == [("s", "老人")]
    assert_equal(newer, older)


def test_what_was_dead_before_the_upgrade_does_not_come_back(newer, older):
    enter(newer.run, "saved_list", "s", name="名单")
    newer.send(older)
    remove(newer.run, "saved_list", "s")
    newer.send(older)

    older.upgrade()

    assert older.rows(LISTS) == []
    converge(newer, older)
    assert_equal(newer, older)


@pytest.mark.parametrize("first", ["newer", "other"])
def test_of_two_values_that_waited_the_right_one_stands(newer, older, other, first):
    enter(newer.run, "estate", "e", name="幸福里")
    for each in (older, other):
        newer.send(each)
    change(newer.run, "estate", "e", deleted_at="2026-03-02")
    newer.send(other)
    # written by one who had seen the former
    change(other.run, "estate", "e", deleted_at="2026-03-09")
    bundles = {"newer": (newer.collect(older), newer), "other": (other.collect(older), other)}
    for name in (first, *(bundles.keys() - {first})):
        older.take_in(*bundles[name])

    older.upgrade()
    converge(newer, older, other)

    assert {each.bin_of() for each in (newer, older, other)} == {"2026-03-09"}
    assert_equal(newer, older, other)


def test_of_two_that_had_not_seen_one_another_all_take_the_same(newer, older, other):
    enter(newer.run, "estate", "e", name="幸福里")
    for each in (older, other):
        newer.send(each)
    change(newer.run, "estate", "e", deleted_at="2026-03-02")
    change(other.run, "estate", "e", deleted_at="2026-03-09")
    for each in (newer, other):
        each.send(older)

    older.upgrade()
    converge(newer, older, other)

    assert len({each.bin_of() for each in (newer, older, other)}) == 1
    assert_equal(newer, older, other)


def test_an_edit_made_here_before_the_upgrade_stays(newer, older):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    newer.send(older)
    change(older.run, "estate", "e", name="翠竹园")

    older.upgrade()
    converge(newer, older)

    assert [name_of(each) for each in (newer, older)] == ["翠竹园"] * 2
    assert [each.bin_of() for each in (newer, older)] == ["2026-03-01"] * 2
    assert_equal(newer, older)


def test_a_row_an_older_program_deleted_and_a_newer_one_changed_meet_after_all(newer, older):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    newer.send(older)
    remove(older.run, "estate", "e")

    older.send(newer)
    older.upgrade()
    converge(newer, older)

    assert [each.rows("SELECT id FROM estate") for each in (newer, older)] == [[], []]
    assert_equal(newer, older)


def test_what_an_older_program_enters_has_the_usual_in_columns_it_does_not_know(newer, older):
    enter(older.run, "estate", "e", name="幸福里")

    older.send(newer)

    assert (name_of(newer), newer.bin_of()) == ("幸福里", None)
    older.upgrade()
    converge(newer, older)
    assert_equal(newer, older)


def test_an_edit_of_an_older_program_leaves_alone_what_it_does_not_know(newer, older):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    newer.send(older)
    change(older.run, "estate", "e", name="翠竹园")

    older.send(newer)

    assert (name_of(newer), newer.bin_of()) == ("翠竹园", "2026-03-01")


def test_an_edit_of_an_older_program_and_what_it_passes_on_arrive_together(newer, older, other):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    newer.send(older)
    change(older.run, "estate", "e", name="翠竹园")

    older.send(other)

    assert (name_of(other), other.bin_of()) == ("翠竹园", "2026-03-01")
    converge(newer, other)
    assert_equal(newer, other)


def test_two_older_programs_in_a_row_lose_nothing(newer, older, other, replica):
    second = Version(replica("second"), without("grid", "saved_list", "refusal_slip"))
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    enter(newer.run, "grid", "g", name="一网格", deleted_at="2026-03-02")
    enter(newer.run, "saved_list", "s", name="名单")
    enter(newer.run, "refusal_slip", "r", item="x")
    for one, two in ((newer, older), (older, second), (second, other)):
        one.send(two)

    assert newer.state_hash() == other.state_hash()
    assert other.bin_of() == "2026-03-01"
    assert other.rows("SELECT deleted_at FROM grid") == [("2026-03-02",)]
    assert other.rows("SELECT item FROM refusal_slip") == [("x",)]
    for each in (older, second):
        each.upgrade()
    converge(newer, older, second, other)
    assert_equal(newer, older, second, other)


def test_sums_are_equal_again_after_the_upgrade_although_nothing_more_was_said(newer, older):
    for n in range(5):
        enter(newer.run, "estate", f"e{n}", name=f"小区{n}", deleted_at=f"2026-03-0{n + 1}")
    newer.send(older)
    older.send(newer)

    older.upgrade()

    assert newer.state_hash() == older.state_hash()


def test_upgrading_twice_changes_nothing(newer, older):
    enter(newer.run, "estate", "e", name="幸福里", deleted_at="2026-03-01")
    newer.send(older)
    older.upgrade()
    before = older.rows("SELECT * FROM sync_row"), older.rows("SELECT * FROM estate")

    older.upgrade()

    assert (older.rows("SELECT * FROM sync_row"), older.rows("SELECT * FROM estate")) == before


def test_what_was_taken_in_by_the_upgrade_still_goes_to_those_who_wait_for_it(newer, older, other):
    enter(newer.run, "estate", "e", name="幸福里")
    for each in (older, other):
        newer.send(each)
    older.send(other)
    change(newer.run, "estate", "e", deleted_at="2026-03-02")
    enter(newer.run, "saved_list", "s", name="名单")
    newer.send(older)

    older.upgrade()
    older.send(other)

    assert other.bin_of() == "2026-03-02"
    assert other.rows(LISTS) == [("s", "名单")]
    assert_equal(newer, older, other)
