"""Header, place and clipboard of a table, each without the others."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from station_app.domain.privacy.leaving import CONTROLS, DANGEROUS
from tests.hostile import HOSTILE
from ui.kit.columns import Column
from ui.kit.kept_columns import KeptColumns
from ui.kit.kept_place import KeptPlace
from ui.kit.lazy_table import LazyTableModel
from ui.kit.line_copy import MOST_COPIED, LineCopy
from ui.kit.row_table import RowTable
from ui.kit.table_header import TableHeader


class Numbers:
    def lines(self, keys):
        return {key: key for key in keys}


@pytest.fixture
def model(qapp):
    columns = (
        Column(key="n", title=lambda: "Number", text=str, sortable=True),
        Column(key="square", title=lambda: "Square", text=lambda n: f"{n}\t{n}"),
    )
    made = LazyTableModel(Numbers(), columns)
    made.show_keys(array("q", range(200)))
    return made


@pytest.fixture
def table(qtbot, model):
    made = RowTable()
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def header(table, model):
    made = TableHeader(model, table)
    table.setHorizontalHeader(made)
    return made


def test_clicking_a_title_sorts_upwards_then_downwards(header, qtbot):
    for descending in (False, True, False):
        with qtbot.waitSignal(header.sort_requested) as asked:
            header.sectionClicked.emit(0)
        assert asked.args == ["n", descending]


def test_a_column_that_cannot_be_sorted_asks_for_nothing(header, qtbot):
    header.show_sorted("n", descending=True)
    with qtbot.assertNotEmitted(header.sort_requested):
        header.sectionClicked.emit(1)
    assert header.sortIndicatorSection() == 0


def test_no_order_is_shown_before_one_was_told(header):
    header.sectionClicked.emit(1)
    assert not header.isSortIndicatorShown()


def test_the_cursor_comes_back_at_its_height(table, model):
    place = KeptPlace(model, table)
    table.selectRow(100)
    table.verticalScrollBar().setValue(95 * table.rowHeight(0))
    before = table.rowViewportPosition(100)
    model.show_keys(array("q", range(50, 200)))
    assert place.restore()
    assert model.key_at(table.currentIndex().row()) == 100
    assert table.rowViewportPosition(50) == before


def test_a_line_that_is_gone_leaves_the_table_at_its_top(table, model):
    place = KeptPlace(model, table)
    table.selectRow(100)
    model.show_keys(array("q", range(50)))
    assert not place.restore()
    assert table.verticalScrollBar().value() == 0


def test_a_place_is_put_back_once(table, model):
    place = KeptPlace(model, table)
    table.selectRow(3)
    model.show_keys(array("q", range(10)))
    assert place.restore()
    assert not place.restore()


@pytest.fixture
def copy(table, model):
    columns = KeptColumns(table.horizontalHeader(), model.columns, name="copied")
    return LineCopy(model, columns, None)


def test_a_tab_within_a_line_does_not_make_a_column(copy):
    copy.copy([3, 5])
    assert QGuiApplication.clipboard().text() == "Number\tSquare\n3\t3 3\n5\t5 5"


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_copied_is_run_by_whatever_it_is_put_into(table, text):
    column = Column(key="text", title=lambda: "Text", text=lambda _: text)
    model = LazyTableModel(Numbers(), [column], parent=table)
    table.setModel(model)
    model.show_keys([1])
    columns = KeptColumns(table.horizontalHeader(), model.columns, name="hostile")
    LineCopy(model, columns, None).copy([1])
    _, *cells = QGuiApplication.clipboard().text().split("\n")
    assert len(cells) == 1
    assert "\t" not in cells[0]
    assert not cells[0].startswith(DANGEROUS)
    assert not any(ord(sign) in CONTROLS for sign in cells[0])


def test_more_than_may_be_copied_is_an_export(copy, qtbot):
    QGuiApplication.clipboard().setText("before")
    with qtbot.waitSignal(copy.refused) as refused:
        copy.copy(range(MOST_COPIED + 1))
    assert refused.args == [MOST_COPIED]
    assert QGuiApplication.clipboard().text() == "before"
    with qtbot.waitSignal(copy.copied) as copied:
        copy.copy(range(MOST_COPIED))
    assert copied.args == [MOST_COPIED]


def test_nothing_chosen_leaves_the_clipboard_as_it_is(copy, qtbot):
    QGuiApplication.clipboard().setText("before")
    with qtbot.assertNotEmitted(copy.copied):
        copy.copy([])
    assert QGuiApplication.clipboard().text() == "before"


def test_rows_chosen_in_any_order_are_told_from_top_to_bottom(table):
    table.selectRow(7)
    mode = QTableView.SelectionMode.MultiSelection
    table.setSelectionMode(mode)
    table.selectRow(2)
    table.selectRow(3)
    assert list(table.selected_rows()) == [2, 3, 7]
    assert table.count_selected() == 3
