"""Each column: its title, its text of a line, and the orders that can be asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from station_app.domain.residents.filters import Order
from station_app.domain.residents.people import LineNumber, ResidentId, ResidentLine
from station_app.domain.residents.standing import Standing
from tests.ui.residents.hands import wait_for_names
from ui.kit.columns import RIGHT
from ui.residents.columns import ORDERS, ResidentColumns
from ui.residents.words import Words

LINE = ResidentLine(
    seq=LineNumber(1),
    id=ResidentId("a"),
    name="白富",
    sex="1",
    born=date(1990, 1, 1),
    number="110000********0013",
    phone="138****0001",
    address="幸福里3幢1单元201室",
    household="0012",
    relation="02",
    standing=Standing.SETTLED,
    tags=("party_member", "volunteer"),
    grid="第一网格",
)
EMPTY = replace(
    LINE,
    sex="0",
    born=None,
    number="",
    phone="",
    address="",
    household="",
    relation="",
    standing=Standing.UNCLEAR,
    tags=(),
    grid="",
)
FULL_TEXTS = {
    "name": "白富",
    "sex": "男",
    "age": "36",
    "born": "1990-01-01",
    "address": "幸福里3幢1单元201室",
    "standing": "户籍人口",
    "tags": "党员 志愿者",
    "number": "110000********0013",
    "phone": "138****0001",
    "household": "0012",
    "relation": "户主",
    "grid": "第一网格",
}


@pytest.fixture
def columns(qtbot, station, clock):
    return {each.key: each for each in ResidentColumns(Words(station), clock).all()}


def plain(text):
    return text.replace("、", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("at", FULL_TEXTS)
def test_each_column_tells_its_fact(columns, at):
    assert plain(columns[at].seen(LINE)) == FULL_TEXTS[at]


@pytest.mark.parametrize("at", sorted(set(FULL_TEXTS) - {"name", "standing"}))
def test_what_is_not_known_is_left_empty(columns, at):
    assert columns[at].seen(EMPTY) == ""


def test_no_column_is_without_a_test(columns):
    assert set(columns) == set(FULL_TEXTS)


@pytest.mark.parametrize("at", FULL_TEXTS)
def test_each_column_has_a_title_of_its_own(columns, at):
    others = [each.title() for name, each in columns.items() if name != at]
    assert columns[at].title()
    assert columns[at].title() not in others


@pytest.mark.parametrize("standing", Standing)
def test_each_standing_is_a_badge_with_a_word_and_a_tone(columns, standing):
    (badge,) = columns["standing"].badges(replace(LINE, standing=standing))
    assert badge.text
    assert badge.tone


def test_tags_stand_in_badges_one_each(columns):
    assert [badge.text for badge in columns["tags"].badges(LINE)] == ["党员", "志愿者"]
    assert columns["tags"].tip(LINE) == "党员、志愿者"


@pytest.mark.parametrize("tag", ["correction", "drug", "psychosis", "petition", "released"])
def test_restricted_tags_are_in_no_badge_and_no_tip(columns, tag):
    line = replace(LINE, tags=(tag, "volunteer"))
    assert [badge.text for badge in columns["tags"].badges(line)] == ["志愿者"]
    assert columns["tags"].tip(line) == "志愿者"


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(2026, 3, 1), "0"),
        (date(2025, 3, 1), "1"),
        (date(2025, 3, 2), "0"),
        (date(2008, 3, 1), "18"),
        (date(2008, 3, 2), "17"),
        (date(2024, 2, 29), "2"),
        (None, ""),
    ],
)
def test_ages_are_full_years_today(columns, born, age):
    assert columns["age"].text(replace(LINE, born=born)) == age


def test_numbers_stand_right_and_only_age_is_a_number(columns):
    assert [key for key, each in columns.items() if each.align == RIGHT] == ["age"]


def test_every_sortable_column_has_an_order_of_the_store(columns):
    sortable = {key for key, each in columns.items() if each.sortable}
    assert sortable == set(ORDERS)
    assert set(ORDERS.values()) == {Order.NAME, Order.BORN, Order.ADDRESS}


@pytest.mark.parametrize(
    ("at", "first", "last"),
    [
        ("name", ["白富", "曾娜", "张三"], ["张三", "曾娜", "白富"]),
        ("age", ["张三", "白富", "曾娜"], ["曾娜", "白富", "张三"]),
        ("born", ["张三", "白富", "曾娜"], ["曾娜", "白富", "张三"]),
        ("address", ["白富", "曾娜", "张三"], ["曾娜", "白富", "张三"]),
    ],
)
def test_each_order_goes_both_ways(three, page, qtbot, at, first, last):
    header, model = page.table.view.horizontalHeader(), page.table.model
    section = [each.key for each in model.columns].index(at)
    page.table.view.show_sorted(at, descending=True)
    header.sectionClicked.emit(section)
    wait_for_names(qtbot, page, first)
    header.sectionClicked.emit(section)
    wait_for_names(qtbot, page, last)
    assert header.sortIndicatorSection() == section


@pytest.mark.parametrize("at", ["sex", "standing", "tags", "number", "phone", "grid"])
def test_a_column_without_order_leaves_the_sorting_alone(three, page, qtbot, at):
    model = page.table.model
    qtbot.waitUntil(lambda: model.rowCount() == len(three))
    section = [each.key for each in model.columns].index(at)
    page.table.view.horizontalHeader().sectionClicked.emit(section)
    assert page.table.enquiry.order is Order.NAME
    assert page.table.view.horizontalHeader().sortIndicatorSection() == 0


def test_birthdays_are_hidden_until_they_are_wanted(three, page):
    shown = [each.key for each in page.table.view.shown_columns()]
    assert "born" not in shown
    assert shown[0] == "name"


def test_recent_changes_show_no_arrow(station, three, page, qtbot, clock):
    clock.moment = clock.moment.replace(hour=10)
    station.residents.keep_tags(three[2].id, (), version=three[2].version)
    page.head.bar.lists.recent_asked.emit()
    qtbot.waitUntil(lambda: page.table.model.index(0, 0).data() == "张三")
    assert not page.table.view.horizontalHeader().isSortIndicatorShown()
    assert page.table.enquiry.order is Order.CHANGED


@pytest.mark.parametrize("column", ["name", "age", "address"])
def test_the_model_gives_each_title_to_the_header(three, page, column):
    model = page.table.model
    section = [each.key for each in model.columns].index(column)
    shown = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    assert shown == model.columns[section].title()
