"""The problems of a period in the window: ranked, drawn up, taken up, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from tests.factories import TODAY
from tests.ui.counter.test_orders_view import DRAFT
from tests.ui.fitting import complaints
from ui.counter.page import PROBLEMS, CounterPage

YEAR = str(TODAY.year)


@pytest.fixture
def entered(station):
    """Enter three orders: two about parking, one about noise."""
    for number, category in enumerate(("parking", "noise", "parking")):
        station.orders.enter(replace(DRAFT, number=str(number), category=category))


@pytest.fixture
def problems(room):
    return room.problems


def shown(qtbot, room, count):
    room.show_view(PROBLEMS)
    qtbot.waitUntil(lambda: room.problems.model.rowCount() == count)
    room.problems.table.setFocus()
    return room.problems


def texts(view, row):
    line = view.model.line_at(row)
    return {each.key: each.text(line) for each in view.model.columns}


def told(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_a_period_without_problems_says_what_is_counted(qtbot, room):
    view = shown(qtbot, room, 0)
    qtbot.waitUntil(lambda: view.empty.title.text() == "No problem in this period")
    qtbot.waitUntil(lambda: not view.draw_up.isEnabled())
    assert view.draw_up.toolTip() == "Nothing was counted in this period."
    assert view.print_button.toolTip() == "Draw the list up first."


@pytest.mark.usefixtures("entered")
def test_the_ranking_of_today_is_shown_before_a_list_is_drawn_up(qtbot, room):
    view = shown(qtbot, room, 2)
    assert (texts(view, 0)["category"], texts(view, 0)["matters"]) == ("停车", "2")
    assert not view.panel.acts.buttons["take-up"].isEnabled()
    assert "As it is today" in view.count.text()


@pytest.mark.usefixtures("entered")
def test_a_list_is_drawn_up_and_a_problem_taken_up_by_keyboard(qtbot, room, station, hands):
    view = shown(qtbot, room, 2)
    hands.press("Ctrl+D")
    qtbot.waitUntil(lambda: len(station.problems.entries(YEAR)) == 2)
    qtbot.waitUntil(view.panel.acts.buttons["take-up"].isEnabled)
    view.table.setFocus()
    hands.press("Ctrl+E")
    hands.type("陈静")
    hands.press("Return")
    hands.type("划定车位")
    hands.press("Tab")
    hands.type("2026-04-30")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: station.problems.entries(YEAR)[0].plan.owner == "陈静")
    qtbot.waitUntil(lambda: texts(view, 0)["target_on"] == "2026-04-30")
    qtbot.waitUntil(lambda: "划定车位" in told(view.panel))


@pytest.mark.usefixtures("entered")
def test_a_target_that_has_passed_is_marked(qtbot, room, station, clock):
    station.problems.draw_up(YEAR)
    entry = station.problems.entries(YEAR)[0]
    plan = replace(entry.plan, owner="陈静", target="划线", target_on=TODAY)
    station.problems.take_up(entry.id, plan, version=entry.version)
    view = shown(qtbot, room, 2)
    assert view._marks(view.model.line_at(0)) == []
    clock.moment += timedelta(days=1)
    assert [each.text for each in view._marks(view.model.line_at(0))] == ["Overdue"]


@pytest.mark.usefixtures("entered")
def test_the_list_and_what_came_back_are_printed(qtbot, room, station, saved):
    station.problems.draw_up(YEAR)
    (key, *_) = station.cases.keys()
    cases = station.cases
    cases.transfer(key, "street-city", "请处置", version=cases.page(key).case.version)
    cases.give_back(key, "不属职责", version=cases.page(key).case.version)
    view = shown(qtbot, room, 2)
    qtbot.waitUntil(lambda: "街道城市管理科 100.0 % (1/1)" in view.count.text())
    view.show_paper()
    panel = view.body.paper.panel
    qtbot.waitUntil(lambda: panel.handout() is not None)
    panel.save()
    qtbot.waitUntil(saved.exists)
    view.body.paper.closed.emit()
    assert not view.body.shows_paper()


@pytest.mark.usefixtures("language", "entered")
def test_nothing_is_cut_off_in_either_language(qtbot, station, context):
    station.problems.draw_up(YEAR)
    page = CounterPage(station, context)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    view = shown(qtbot, page, 2)
    view.panel.acts.press_first()
    assert complaints(page) == []
