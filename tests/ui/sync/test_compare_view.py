from __future__ import annotations

import pytest

from station_app.domain.places import GridDraft
from station_app.services.sync.comparing import Match
from tests.factories import a_resident
from tests.stations import back_and_forth

NUMBER = "310000198502280022"


@pytest.fixture
def compared(pair, a_page, tmp_path):
    """The comparison of a station that has exchanged with its desk."""
    one, other = pair
    one.places.draw_grid(GridDraft(code="1", name="一网格"))
    a_resident(one)
    back_and_forth(one, other, tmp_path)
    return shown(a_page(one))


def shown(hand):
    hand.page.show_view("compare")
    hand.wait(lambda: hand.page.compare.model is not None)
    return hand


def titles(view):
    return [column.title() for column in view.model.columns]


def cells(view, row):
    line = view.line_at(row)
    return [column.seen(line) for column in view.model.columns]


def test_what_is_here_stands_beside_what_is_there(compared):
    view = compared.page.compare
    assert titles(view) == ["Records", "Grid", "This computer", "二号窗口"]
    rows = [cells(view, row) for row in range(view.model.rowCount())]
    assert ["Residents", "No grid", "1", "1、The same"] in rows
    assert "as of its file" in view.told.text()


def test_before_the_first_file_it_is_said_what_to_do(pair, a_page):
    hand = shown(a_page(pair[0]))
    assert hand.page.compare.model.rowCount() == 0
    assert "Exchange with it once" in hand.page.compare.empty.text.text()


def test_without_a_difference_the_narrow_list_says_so(compared):
    view = compared.page.compare
    view.differing.setChecked(True)
    assert view.model.rowCount() == 0
    assert view.empty.title.text() == "No differences"


def test_a_difference_stands_first_and_is_opened_down_to_its_records(compared, pair, doings):
    a_resident(pair[0], "李四", number=NUMBER)
    view = compared.page.compare
    view.forget()
    compared.wait(lambda: view.line_at(0).match is not Match.EQUAL)
    row = next(
        row for row in range(view.model.rowCount()) if view.line_at(row).table == "resident"
    )
    view.table.opened.emit(view.model.key_at(row))
    compared.wait(view.panel.isVisible)
    assert view.panel.texts() == ["李四: Changed here, not confirmed there"]
    view.panel.findChild(type(compared.view.go), None)
    view.panel.record_asked.emit("resident", view.panel.records[0].resident)
    assert doings.opened == [("resident", view.panel.records[0].resident)]


def test_one_device_can_be_looked_at_alone(compared, places, pair, tmp_path):
    laptop = places.make("平板一号")
    places.acquaint(pair[0], laptop)
    back_and_forth(pair[0], laptop, tmp_path)
    view = compared.page.compare
    view.forget()
    compared.wait(lambda: len(view.model.columns) == 5)
    assert titles(view)[3:] == ["二号窗口", "平板一号"]
    view.device.setCurrentIndex(view.device.findText("平板一号"))
    view.device.activated.emit(view.device.currentIndex())
    compared.wait(lambda: titles(view)[3:] == ["平板一号"])
