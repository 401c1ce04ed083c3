from __future__ import annotations

import threading
from array import array

import pytest
from PySide6.QtCore import Qt

from ui.kit.columns import Column
from ui.kit.lazy_lines import BLOCK, MOST_BLOCKS
from ui.kit.lazy_table import AwaitedRole, LazyTableModel, LineRole


class Shelf:
    """Gives lines, and remembers what it was asked for."""

    def __init__(self):
        self.asked = []
        self.gone = set()
        self.edition = ""
        self.threads = set()

    def lines(self, keys):
        self.asked.append(list(keys))
        self.threads.add(threading.current_thread())
        return {key: f"line {key}{self.edition}" for key in keys if key not in self.gone}


COLUMNS = (
    Column(key="text", title=lambda: "Text", text=lambda line: line),
    Column(key="length", title=lambda: "Length", text=lambda line: str(len(line)), tip=str.upper),
)


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def direct(qapp, shelf):
    """A model that fetches at once."""
    return LazyTableModel(shelf, COLUMNS)


@pytest.fixture
def lazy(jobs, shelf):
    """A model that fetches in the background."""
    return LazyTableModel(shelf, COLUMNS, jobs=jobs)


def text(model, row, column=0):
    return model.data(model.index(row, column))


def test_the_model_keeps_the_rules_of_qt(direct, qtmodeltester):
    direct.show_keys(range(200))
    qtmodeltester.check(direct)


def test_the_lazy_model_keeps_the_rules_of_qt(lazy, qtmodeltester):
    lazy.show_keys(range(200))
    qtmodeltester.check(lazy)


def test_nothing_is_fetched_before_it_is_looked_at(direct, shelf):
    direct.show_keys(array("q", range(1_000_000)))
    assert direct.rowCount() == 1_000_000
    assert shelf.asked == []


def test_lines_come_in_whole_blocks(direct, shelf):
    direct.show_keys(range(1_000))
    assert text(direct, 70) == "line 70"
    assert shelf.asked == [list(range(BLOCK, 2 * BLOCK))]


def test_a_block_is_fetched_once(direct, shelf):
    direct.show_keys(range(1_000))
    for row in range(BLOCK):
        text(direct, row, 1)
    assert len(shelf.asked) == 1


def test_blocks_not_looked_at_for_longest_are_forgotten(direct, shelf):
    direct.show_keys(range(BLOCK * (MOST_BLOCKS + 2)))
    text(direct, 0)
    for block in range(1, MOST_BLOCKS + 1):
        text(direct, block * BLOCK)
        text(direct, 0)  # stays in use
    asked = len(shelf.asked)
    text(direct, 0)
    assert len(shelf.asked) == asked
    text(direct, BLOCK)
    assert len(shelf.asked) == asked + 1


def test_a_key_that_is_gone_shows_nothing(direct, shelf):
    shelf.gone = {3}
    direct.show_keys(range(10))
    assert text(direct, 3) is None
    assert direct.data(direct.index(3, 0), AwaitedRole) is False


def test_the_line_itself_can_be_had(direct):
    direct.show_keys(range(10))
    assert direct.data(direct.index(4, 1), LineRole) == direct.line_at(4) == "line 4"
    assert direct.key_at(4) == 4


def test_tips_are_told_where_there_are_any(direct):
    direct.show_keys(range(10))
    tip = Qt.ItemDataRole.ToolTipRole
    assert direct.data(direct.index(4, 0), tip) is None
    assert direct.data(direct.index(4, 1), tip) == "LINE 4"


def test_a_key_is_found_in_its_row(direct):
    direct.show_keys(array("q", [7, 5, 3]))
    assert direct.row_of(3) == 2
    assert direct.row_of(4) == -1


def test_titles_are_asked_for_when_shown(direct):
    horizontal = Qt.Orientation.Horizontal
    titles = [direct.headerData(section, horizontal) for section in range(3)]
    assert titles == ["Text", "Length", None]


def test_in_the_background_a_line_is_first_awaited_then_there(lazy, shelf, qtbot):
    lazy.show_keys(range(10))
    assert text(lazy, 0) is None
    assert lazy.data(lazy.index(0, 0), AwaitedRole) is True
    with qtbot.waitSignal(lazy.dataChanged):
        pass
    assert text(lazy, 0) == "line 0"
    assert threading.current_thread() not in shelf.threads


def test_the_next_block_is_fetched_ahead(lazy, shelf, qtbot):
    lazy.show_keys(range(BLOCK * 5))
    text(lazy, BLOCK * 2)
    qtbot.waitUntil(lambda: lazy.line_at(BLOCK * 3) is not None)
    text(lazy, BLOCK)
    qtbot.waitUntil(lambda: lazy.line_at(0) is not None)


def test_no_more_than_the_next_block_is_fetched_ahead(lazy, shelf, qtbot, jobs):
    lazy.show_keys(range(BLOCK * 50))
    text(lazy, 0)
    qtbot.waitUntil(lambda: lazy.line_at(BLOCK) is not None)
    told = []
    jobs.start(lambda _: None, owner=lazy, done=told.append)
    qtbot.waitUntil(lambda: bool(told))  # whatever was asked for before it has been read
    assert len(shelf.asked) == 2


def test_blocks_scrolled_past_are_not_fetched(lazy, shelf, qtbot):
    lazy.show_keys(range(BLOCK * 1_000))
    for row in range(0, BLOCK * 1_000, BLOCK):
        text(lazy, row)
    last = BLOCK * 999
    qtbot.waitUntil(lambda: lazy.line_at(last) is not None)
    assert len(shelf.asked) < 10


def test_first_lines_are_shown_at_once(lazy, shelf):
    lazy.show_keys(range(1_000), first_lines={key: f"given {key}" for key in range(BLOCK)})
    assert text(lazy, 5) == "given 5"
    assert shelf.asked == []


def test_too_few_first_lines_are_fetched_with_the_rest(lazy, qtbot):
    lazy.show_keys(range(1_000), first_lines={0: "given 0"})
    assert text(lazy, 0) is None
    qtbot.waitUntil(lambda: text(lazy, 0) == "line 0")


def test_forgotten_lines_stay_in_sight_until_the_new_come(lazy, shelf, qtbot):
    lazy.show_keys(range(10))
    text(lazy, 0)
    qtbot.waitUntil(lambda: text(lazy, 0) == "line 0")
    shelf.edition = " changed"
    lazy.forget_lines()
    assert text(lazy, 0) == "line 0"
    qtbot.waitUntil(lambda: text(lazy, 0) == "line 0 changed")


def test_lines_of_former_keys_are_not_taken_for_the_new(lazy, shelf, qtbot):
    lazy.show_keys(range(10))
    text(lazy, 0)
    lazy.show_keys(range(500, 510))
    qtbot.waitUntil(lambda: text(lazy, 0) == "line 500")


def test_a_failing_source_is_told_to_the_shell(jobs, qtbot):
    class Broken:
        def lines(self, keys):
            raise OSError(len(keys))

    model = LazyTableModel(Broken(), COLUMNS, jobs=jobs)
    model.show_keys(range(10))
    with qtbot.waitSignal(jobs.failed_unheard):
        text(model, 0)
    assert text(model, 0) is None
