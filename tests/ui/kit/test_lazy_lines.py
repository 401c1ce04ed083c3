from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from station_app.domain.errors import NotFoundError
from ui.kit.lazy_lines import BLOCK, MOST_BLOCKS, KeptBlocks, LazyLines


class Shelf:
    """Gives lines, and remembers which blocks it was asked for."""

    def __init__(self):
        self.asked = []
        self.gone = set()
        self.broken = False

    def lines(self, keys):
        if self.broken:
            raise NotFoundError(id="shelf")
        self.asked.append(keys[0] // BLOCK)
        return {key: f"line {key}" for key in keys if key not in self.gone}


def test_a_block_kept_is_fresh_until_it_grows_stale():
    blocks = KeptBlocks()
    blocks.keep(3, {"a": "A"})
    assert blocks.is_fresh(3)
    blocks.grow_stale()
    assert not blocks.is_fresh(3)
    assert 3 in blocks
    assert blocks.look(3) == {"a": "A"}


def test_a_stale_block_kept_again_is_fresh():
    blocks = KeptBlocks()
    blocks.keep(3, {"a": "A"})
    blocks.grow_stale()
    blocks.keep(3, {"a": "B"})
    assert blocks.is_fresh(3)
    assert blocks.look(3) == {"a": "B"}


def test_a_block_that_is_not_here_has_no_lines():
    blocks = KeptBlocks()
    assert blocks.look(1) == {}
    assert 1 not in blocks
    assert not blocks.is_fresh(1)


def test_cleared_nothing_is_here():
    blocks = KeptBlocks()
    blocks.keep(1, {"a": "A"})
    blocks.clear()
    assert 1 not in blocks


def test_a_block_looked_at_outlives_one_that_was_not():
    blocks = KeptBlocks()
    for block in range(MOST_BLOCKS):
        blocks.keep(block, {})
    blocks.look(0)
    blocks.keep(MOST_BLOCKS, {})
    assert 0 in blocks
    assert 1 not in blocks


def test_peeking_does_not_save_a_block():
    blocks = KeptBlocks()
    for block in range(MOST_BLOCKS):
        blocks.keep(block, {})
    blocks.peek(0)
    blocks.keep(MOST_BLOCKS, {})
    assert 0 not in blocks


@given(st.lists(st.tuples(st.sampled_from("klg"), st.integers(0, 3 * MOST_BLOCKS))))
def test_no_course_of_events_keeps_more_than_the_most(events):
    blocks = KeptBlocks()
    kept = set()
    for act, block in events:
        if act == "k":
            blocks.keep(block, {block: block})
            kept.add(block)
            assert blocks.is_fresh(block)
        elif act == "l":
            assert blocks.look(block) in ({}, {block: block})
        else:
            blocks.grow_stale()
    here = [block for block in range(3 * MOST_BLOCKS + 1) if block in blocks]
    assert set(here) <= kept
    assert len(here) == min(len(kept), MOST_BLOCKS)


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def direct(shelf, owner):
    """Lines that are fetched at once."""
    lines = LazyLines(shelf, None, owner)
    lines.begin(range(1000), {})
    return lines


@pytest.fixture
def lazy(shelf, owner, jobs):
    """Lines that are fetched in the background."""
    lines = LazyLines(shelf, jobs, owner)
    lines.begin(range(1000), {})
    return lines


def test_looking_whether_a_line_is_here_fetches_nothing(direct, shelf):
    assert direct.here(5) is None
    assert shelf.asked == []
    assert direct.line(5) == "line 5"
    assert direct.here(6) == "line 6"


def test_a_line_gone_from_the_store_is_not_awaited(direct, shelf):
    shelf.gone = {7}
    assert direct.is_awaited(7)
    assert direct.line(7) is None
    assert not direct.is_awaited(7)


def test_lines_that_came_with_the_keys_are_here(direct, shelf):
    direct.begin(range(10), {key: f"first {key}" for key in range(10)})
    assert direct.line(9) == "first 9"
    assert shelf.asked == []


def test_half_a_block_that_came_with_the_keys_is_fetched(direct, shelf):
    direct.begin(range(1000), dict.fromkeys(range(BLOCK + 1), "first"))
    assert direct.line(0) == "first"
    assert direct.line(BLOCK) == f"line {BLOCK}"
    assert shelf.asked == [1]


def test_lines_asked_for_by_key_come_in_that_order(direct, shelf):
    shelf.gone = {3}
    assert direct.fetch([5, 3, 1]) == ["line 5", "line 1"]


def test_other_keys_forget_the_former_lines(direct):
    direct.line(0)
    direct.begin(range(5), {})
    assert direct.here(0) is None


def test_it_is_told_which_rows_have_come(lazy, qtbot):
    with qtbot.waitSignal(lazy.arrived) as arrived:
        assert lazy.line(BLOCK) is None
    assert arrived.args == [BLOCK, 2 * BLOCK - 1]
    assert lazy.here(BLOCK) == f"line {BLOCK}"


def test_the_last_block_ends_with_the_last_row(lazy, qtbot):
    with qtbot.waitSignal(lazy.arrived) as arrived:
        lazy.line(999)
    assert arrived.args[1] == 999


def test_scrolling_upwards_fetches_the_block_above(lazy, shelf, qtbot):
    for row in (10 * BLOCK, 8 * BLOCK):
        with qtbot.waitSignal(lazy.arrived):
            lazy.line(row)
    qtbot.waitUntil(lambda: 7 in shelf.asked)
    assert 9 not in shelf.asked


def test_what_was_forgotten_stays_until_the_new_lines_come(lazy, qtbot):
    with qtbot.waitSignal(lazy.arrived):
        lazy.line(0)
    lazy.forget()
    with qtbot.waitSignal(lazy.arrived):
        assert lazy.line(0) == "line 0"


def test_after_a_failure_lines_can_be_asked_for_again(lazy, shelf, jobs, qtbot):
    shelf.broken = True
    with qtbot.waitSignal(jobs.failed_unheard):
        lazy.line(0)
    shelf.broken = False
    with qtbot.waitSignal(lazy.arrived):
        lazy.line(0)
    assert lazy.here(0) == "line 0"
