"""Columns that give way where there is little room."""

from __future__ import annotations

import pytest

from ui.kit.columns import Column
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import LesserColumns
from ui.kit.table_view import TableView


class Nothing:
    def lines(self, _keys):
        return {}


def columns():
    return tuple(Column(key=key, title=lambda: "", text=str) for key in ("name", "place", "day"))


@pytest.fixture
def table(qtbot, jobs):
    made = TableView(LazyTableModel(Nothing(), columns()), name="lesser", jobs=jobs)
    qtbot.addWidget(made)
    return made


def hidden(table):
    return [
        key for key in ("name", "place", "day") if table.isColumnHidden(table.columns.section(key))
    ]


def test_columns_give_way_one_by_one_and_come_back(table):
    lesser = LesserColumns(table, {"day": 1000, "place": 800})
    for width, expected in ((1200, []), (900, ["day"]), (700, ["place", "day"]), (1000, [])):
        lesser.fit(width)
        assert hidden(table) == expected


def test_what_somebody_hid_stays_hidden(table):
    lesser = LesserColumns(table, {"day": 1000})
    table.setColumnHidden(table.columns.section("place"), True)
    lesser.fit(900)
    lesser.fit(1200)
    assert hidden(table) == ["place"]


def test_what_somebody_hid_does_not_come_back_with_the_room(table):
    lesser = LesserColumns(table, {"day": 1000, "place": 800})
    table.columns.show_column(table.columns.section("day"), on=False)
    for width in (700, 1200):
        lesser.fit(width)
    assert hidden(table) == ["day"]


def test_what_gave_way_in_a_narrow_window_is_there_in_the_next_wide_one(table, qtbot, jobs):
    LesserColumns(table, {"day": 1000, "place": 800}).fit(700)
    table.columns.show_column(table.columns.section("name"), on=True)  # kept as it stands now
    again = TableView(LazyTableModel(Nothing(), columns()), name="lesser", jobs=jobs)
    qtbot.addWidget(again)
    assert hidden(again) == []
