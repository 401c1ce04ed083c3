"""The lists of the window given out as workbooks, as the filters leave them, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.exports import ExportFilter
from tests.factories import TODAY
from tests.ui.counter.test_orders_view import DRAFT
from tests.ui.fitting import complaints
from ui.counter.page import ORDERS, PROBLEMS, RATINGS
from ui.counter.ratings_view import FIGURES
from ui.kit import export_panel


@pytest.fixture
def path(monkeypatch, tmp_path):
    """Where whoever is asked for a place says it shall be."""
    chosen = tmp_path / "list.xlsx"
    monkeypatch.setattr(export_panel, "choose_save_file", lambda *_asked, **_words: chosen)
    return chosen


@pytest.fixture
def entered(station):
    told = (("DH-1", "noise"), ("DH-2", "parking"), ("DH-3", "noise"))
    return [
        station.orders.enter(replace(DRAFT, number=number, category=category)).value
        for number, category in told
    ]


@pytest.fixture
def queue(qtbot, room, entered):
    room.show_view(ORDERS)
    queue = room.orders.queue
    queue.look_at(queue.bar.view().OPEN)
    qtbot.waitUntil(lambda: queue.model.rowCount() == 3)
    queue.table.setFocus()
    return queue


def panel_of(qtbot, queue, hands):
    hands.press("Ctrl+Shift+X")
    qtbot.waitUntil(lambda: isinstance(queue.side.currentWidget(), export_panel.ExportPanel))
    return queue.side.currentWidget()


def rows_of(path):
    sheet = openpyxl.load_workbook(path).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_orders_in_sight_go_out_once_it_is_said_to_whom(
    qtbot, queue, hands, path, station, context
):
    panel = panel_of(qtbot, queue, hands)
    assert panel.form.recipient.editor.hasFocus()
    assert panel.form.full.isHidden()
    hands.type("街道办")
    panel.form.purpose.set_value("核对")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(path.exists)
    mark, titles, *rows = rows_of(path)
    assert "街道办" in mark[0]
    assert titles[0] == "来源编号"
    assert {row[0] for row in rows} == {"DH-1", "DH-2", "DH-3"}
    (line,) = station.export_register.lines(ExportFilter())
    assert (line.list_kind, line.people) == ("orders", 3)
    qtbot.waitUntil(lambda: queue.side.currentWidget() is queue.panel)
    qtbot.waitUntil(queue.export_button.hasFocus)
    said = f"Exported 3 orders to list.xlsx, number {line.number}"
    assert said in [notice.text() for notice in context.notices.shown()]


def test_what_is_filtered_away_stays_here(qtbot, queue, hands, path):
    queue.bar.text.setText("DH-2")
    queue.refresh()
    qtbot.waitUntil(lambda: queue.model.rowCount() == 1)
    panel = panel_of(qtbot, queue, hands)
    panel.form.recipient.set_value("街道办")
    panel.form.purpose.set_value("核对")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(path.exists)
    assert [row[0] for row in rows_of(path)[2:]] == ["DH-2"]


def test_nothing_leaves_before_it_is_said_to_whom_and_esc_goes_back(qtbot, queue, hands, path):
    panel = panel_of(qtbot, queue, hands)
    hands.press("Ctrl+Return")
    assert panel.form.note("recipient")
    assert not path.exists()
    hands.press("Escape")
    qtbot.waitUntil(lambda: queue.side.currentWidget() is queue.panel)


def test_whoever_may_not_give_lists_out_is_told(qtbot, room, context, queue):
    context.gate.judge_by(lambda asked: "no" if asked is Permission.EXPORT_RESIDENTS else "")
    assert not queue.export_button.isEnabled()


def test_an_empty_queue_gives_nothing_out(qtbot, room, context, hands):
    room.show_view(ORDERS)
    qtbot.waitUntil(room.orders.queue.empty.isVisible)
    room.orders.queue.begin_export()
    assert [notice.text() for notice in context.notices.shown()] == ["No order is in sight."]


@pytest.mark.usefixtures("entered")
def test_the_problems_of_the_period_in_sight_are_saved_by_keyboard(qtbot, room, hands, tmp_path):
    room.show_view(PROBLEMS)
    view = room.problems
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    path, asked = tmp_path / "p.xlsx", []
    view.saver._choose = lambda *_a, **words: asked.append(words["suggested"]) or path
    view.table.setFocus()
    hands.press("Ctrl+S")
    qtbot.waitUntil(path.exists)
    assert asked == [f"重点问题清单 {TODAY.year}.xlsx"]
    assert rows_of(path)[2][:3] == ["1", "噪声扰民", "2"]


def test_where_nothing_was_counted_the_button_says_so(qtbot, room, context, hands):
    room.show_view(PROBLEMS)
    view = room.problems
    qtbot.waitUntil(lambda: not view.saver.button.isEnabled())
    assert view.saver.button.toolTip() == "Nothing was counted in this period."
    view.table.setFocus()
    hands.press("Ctrl+S")
    assert "Nothing was counted in this period." in [
        notice.text() for notice in context.notices.shown()
    ]


def test_figures_of_ratings_are_saved_for_the_period_in_sight(qtbot, room, hands, tmp_path):
    room.show_view(RATINGS)
    room.ratings.show_part(FIGURES)
    figures = room.ratings.figures
    qtbot.waitUntil(lambda: figures.period.days() is not None)
    path = tmp_path / "f"
    figures.saver._choose = lambda *_a, **_w: path
    hands.press("Ctrl+S")
    qtbot.waitUntil(path.with_suffix(".xlsx").exists)


def test_without_a_bad_rating_there_is_nothing_to_save(qtbot, room):
    room.show_view(RATINGS)
    matters = room.ratings.matters
    qtbot.waitUntil(lambda: not matters.saver.button.isEnabled())
    assert matters.saver.button.toolTip() == "No bad rating is in sight."


def test_nothing_is_cut_off_while_orders_are_given_out(qtbot, queue, hands, room):
    panel_of(qtbot, queue, hands)
    assert complaints(room) == []
