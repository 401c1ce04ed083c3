"""The row over the table: how many there are, in words, and what to do with them."""

from __future__ import annotations

import pytest

from station_app.domain.residents.filters import ResidentFilter
from tests.ui.residents.hands import wait_for_names
from ui.residents.list_bar import ListBar
from ui.residents.nobody import NobodyHere
from ui.residents.table import ResidentsTable
from ui.residents.words import Words


@pytest.fixture
def table(qtbot, station, context):
    words = Words(station)
    made = ResidentsTable(station, context, words)
    made.setParent(context.notices.parentWidget())
    words.setParent(made)
    return made


@pytest.fixture
def bar(qtbot, station, context, table):
    made = ListBar(station, context, table, ResidentFilter)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 people"), (1, "1 person"), (2, "2 people"), (1_234_567, "1,234,567 people")],
)
def test_everybody_is_counted_readably(bar, table, count, words):
    table.counted.emit(count)
    assert bar.count.text() == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 people found"), (1, "1 person found"), (2_000, "2,000 people found")],
)
def test_whom_a_filter_leaves_is_said_to_be_found(bar, table, count, words):
    table.show_filter(ResidentFilter(sexes=("2",)))
    table.counted.emit(count)
    assert bar.count.text() == words


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, ""), (2, "2 selected"), (12_345, "12,345 selected")]
)
def test_only_several_that_are_selected_are_counted(bar, table, count, words):
    table.view.selection_changed.emit(count)
    assert bar.selected.text() == words


def test_nobody_can_be_exported_from_an_empty_list_and_somebody_from_another(bar, table):
    table.counted.emit(0)
    assert bar.exports.toolTip() == "There is nobody to export."
    table.counted.emit(1)
    assert bar.exports.isEnabled()


def test_each_button_asks_for_its_own(qtbot, bar):
    with qtbot.waitSignal(bar.new_asked):
        bar.new_button.click()
    with qtbot.waitSignal(bar.places_asked):
        bar.places_button.click()


def test_lines_selected_are_counted_as_the_clerk_selects_them(three, page, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    page.table.view.selectAll()
    assert page.head.bar.selected.text() == "3 selected"
    page.table.view.clearSelection()
    assert page.head.bar.selected.text() == ""


@pytest.fixture
def nobody(qtbot):
    """The empty place; what is asked of it is kept by name."""
    asked = []
    made = NobodyHere(
        bring_in=lambda: asked.append("roster"),
        register=lambda: asked.append("new"),
        clear=lambda: asked.append("everybody"),
    )
    qtbot.addWidget(made)
    made.asked = asked
    return made


def offered(nobody):
    buttons = {"roster": nobody.bring_in, "new": nobody.register, "everybody": nobody.clear}
    return {name for name, button in buttons.items() if not button.isHidden()}


@pytest.mark.parametrize(
    ("chosen", "title", "offers"),
    [
        (ResidentFilter(), "Nobody is in the register yet", {"roster", "new"}),
        (ResidentFilter(sexes=("2",)), "Nobody fits these filters", {"everybody"}),
        (ResidentFilter(age_from=0), "Nobody fits these filters", {"everybody"}),
        (ResidentFilter(binned=True), "Nobody is in the bin", {"everybody"}),
        (ResidentFilter(binned=True, sexes=("2",)), "Nobody is in the bin", {"everybody"}),
    ],
)
def test_an_empty_table_says_why_and_leads_on(nobody, chosen, title, offers):
    nobody.explain(chosen)
    assert nobody.title.text() == title
    assert offered(nobody) == offers


def test_each_way_on_leads_to_its_own(nobody):
    nobody.explain(ResidentFilter())
    for button in (nobody.bring_in, nobody.register, nobody.clear):
        button.click()
    assert nobody.asked == ["roster", "new", "everybody"]
