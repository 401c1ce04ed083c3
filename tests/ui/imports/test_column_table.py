"""The columns of one roster, set right by hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from station_app.services.imports.columns import ColumnMatch, MatchedBy, TableMatch
from ui.imports.column_table import ColumnTable
from ui.imports.words import LEAVE_OUT
from ui.kit.words import Pill


def a_column(at, title="姓名", field="name", by=MatchedBy.TITLE, **more):
    return ColumnMatch(
        column=at,
        title=title,
        field=field,
        by=by,
        hidden=more.get("hidden", False),
        samples=tuple(more.get("samples", ("张三",))),
    )


def a_match(*columns):
    return TableMatch(sheet="居民", fingerprint="f", columns=columns)


@pytest.fixture
def table(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    made = ColumnTable(window)
    made.resize(900, 600)
    window.show()
    yield made
    window.close()  # held until here: it would take the table along


@pytest.fixture
def corrected(table):
    heard = []
    table.corrected.connect(lambda column, field: heard.append((column, field)))
    return heard


def choose(table, column, field):
    table.fields[column].set_value(field)
    table.fields[column].finished.emit()


def read(table):
    return [each.text() for each in table.findChildren(QLabel) if each.text()]


def pills(table):
    return [each.text() for each in table.findChildren(Pill)]


def test_each_column_stands_with_what_is_in_it(table):
    table.show_match(a_match(a_column(0, samples="甲乙丙丁"), a_column(3, "电话", "phone")))
    assert list(table.fields) == [0, 3]
    assert "甲、乙、丙" in read(table)  # three of them are enough to know it by


def test_a_column_without_a_title_goes_by_its_place(table):
    table.show_match(a_match(a_column(4, title="")))
    assert "Column 5" in read(table)
    assert table.fields[4].editor.accessibleName() == "Column 5"


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (a_column(0), []),
        (a_column(0, hidden=True), 1),
        (a_column(0, by=MatchedBy.CONTENT), 1),
        (a_column(0, by=MatchedBy.HAND), 1),
        (a_column(0, field="", by=MatchedBy.NOBODY), 1),
    ],
)
def test_how_a_column_was_understood_is_said_unless_its_title_says_it(table, column, shown):
    table.show_match(a_match(column))
    assert len(pills(table)) == (shown or 0)
    assert all(pills(table))


def test_a_hidden_column_is_said_to_be_hidden(table):
    table.show_match(a_match(a_column(0, hidden=True)))
    assert pills(table)[0].endswith("hidden in the file")


def test_a_field_set_right_is_told_with_its_column(table, corrected):
    table.show_match(a_match(a_column(0), a_column(2, "电话", "phone")))
    choose(table, 2, "note")
    assert corrected == [(2, "note")]


def test_a_column_left_out_is_told_as_none(table, corrected):
    table.show_match(a_match(a_column(0)))
    choose(table, 0, LEAVE_OUT)
    assert corrected == [(0, "")]


@pytest.mark.parametrize("field", ["name", ""])
def test_a_field_left_as_it_was_is_not_told(table, corrected, field):
    table.show_match(a_match(a_column(0, field=field)))
    choose(table, 0, field or LEAVE_OUT)
    assert corrected == []


def test_words_that_are_no_field_are_not_told(qtbot, table, corrected):
    table.show_match(a_match(a_column(0)))
    field = table.fields[0]
    field.line.selectAll()
    qtbot.keyClicks(field.line, "zzzz")
    assert not field.is_readable()
    field.finished.emit()
    assert corrected == []


def test_a_field_taken_away_meanwhile_tells_nothing(table, corrected):
    table.show_match(a_match(a_column(0)))
    former = table.fields[0]
    table.show_match(a_match(a_column(0)))
    former.set_value("note")
    former.finished.emit()
    assert corrected == []


def test_a_column_of_one_tag_keeps_its_own_field(table):
    table.show_match(a_match(a_column(0, "党员", "tag:党员")))
    assert table.fields[0].value() == "tag:党员"


def test_no_match_leaves_no_field(table):
    table.show_match(a_match(a_column(0)))
    table.show_match(None)
    assert table.fields == {}
    assert table.column_with_cursor() is None


def test_it_is_known_in_which_column_the_cursor_is(qtbot, table):
    table.show_match(a_match(a_column(0), a_column(2, "电话", "phone")))
    with qtbot.waitActive(table.window()):
        table.window().activateWindow()
    table.fields[2].editor.setFocus()
    assert table.column_with_cursor() == 2
