"""Bad ratings followed up by keyboard, the figures of a period, both of them printed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.bad_ratings import Finding, MatterEvent, MatterState
from station_app.domain.counter.items import id_of_shipped
from tests.factories import TODAY
from tests.ui.fitting import complaints
from ui.counter.page import RATINGS, CounterPage
from ui.counter.ratings_view import FIGURES

NOISE = id_of_shipped("noise")


@pytest.fixture
def rated(station, hands):
    """Return what has a case rated, and returns its key."""

    def rate(level, *reasons, name="王秀英"):
        key = hands.accepted(name, item=NOISE)
        cases = station.cases
        cases.close(key, "answered", version=hands.case(key).version)
        cases.notify(key, version=hands.case(key).version)
        turn = station.ratings.turn(key, version=hands.case(key).version)
        station.ratings.give(turn, level, reasons)
        return key

    return rate


@pytest.fixture
def ratings(room):
    return room.ratings


def shown(qtbot, room, count):
    room.show_view(RATINGS)
    matters = room.ratings.matters
    qtbot.waitUntil(lambda: matters.model.rowCount() == count)
    if count:
        qtbot.waitUntil(lambda: matters.panel.matter() is not None)
    matters.table.setFocus()
    return matters


def told(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def reached(qtbot, station, panel, key, state):
    qtbot.waitUntil(lambda: station.ratings.matter(key).matter.state is state)
    qtbot.waitUntil(lambda: panel.matter() is not None and panel.matter().matter.state is state)


def test_without_a_bad_rating_the_page_says_when_there_would_be_one(qtbot, room, ratings):
    matters = shown(qtbot, room, 0)
    qtbot.waitUntil(lambda: matters.empty.title.text() == "No bad rating")


def test_a_bad_rating_shows_both_deadlines_and_why(qtbot, room, station, rated, clock):
    key = rated(1, "slow")
    matters = shown(qtbot, room, 1)
    qtbot.waitUntil(lambda: "Took or waited too long" in told(matters.panel))
    dues = station.ratings.matter(key).dues
    for day in (dues.contact.day, dues.correct.day):
        assert f"by {day.isoformat()}" in told(matters.panel)
    clock.moment += timedelta(days=5)
    matters.refresh()
    qtbot.waitUntil(lambda: "Overdue" in matters.model.columns[3].seen(matters.model.line_at(0)))


def test_a_bad_rating_is_settled_by_keyboard_alone(qtbot, room, station, rated, hands):
    key = rated(2, "unclear")
    matters = shown(qtbot, room, 1)
    panel = matters.panel
    hands.press("Alt+C")
    hands.type("已致电，居民希望一次讲清")
    hands.press("Ctrl+Return")
    reached(qtbot, station, panel, key, MatterState.CONTACTED)
    hands.press("Ctrl+Return")
    hands.type("窗口没有一次告知")
    hands.press("Ctrl+Return")
    reached(qtbot, station, panel, key, MatterState.CORRECTING)
    hands.press("Alt+E")
    hands.type("已培训，张贴清单")
    hands.press("Ctrl+Return")
    reached(qtbot, station, panel, key, MatterState.ANSWERING)
    hands.press("Alt+U")
    hands.type("满意")
    hands.press("Tab", "Ctrl+Return")
    qtbot.waitUntil(lambda: station.ratings.matter(key).matter.state is MatterState.DONE)
    matter = station.ratings.matter(key).matter
    assert (matter.finding, matter.cause) == (Finding.VALID, "窗口没有一次告知")
    assert (matter.measure, matter.answer) == ("已培训，张贴清单", "satisfied")
    qtbot.waitUntil(lambda: matters.model.rowCount() == 0)
    qtbot.waitUntil(lambda: matters.empty.title.text() == "All bad ratings are settled")
    matters.chips["done"].click()
    qtbot.waitUntil(lambda: matters.model.rowCount() == 1)


def test_whoever_served_sees_why_he_may_not_call_it_a_mistake(qtbot, room, station, rated):
    key = rated(1)
    station.ratings.contact(key, "已致电", TODAY, version=1)
    panel = shown(qtbot, room, 1).panel
    button = panel.acts.buttons[MatterEvent.DISMISS.value]
    assert button.isVisible()
    assert not button.isEnabled()
    assert button.toolTip() == "rule.refused"  # as the context of tests words it
    assert not panel.acts.buttons[MatterEvent.CALL_BACK.value].isVisible()


def test_what_is_not_said_is_asked_for_beside_its_field(qtbot, room, station, rated, hands):
    key = rated(1)
    panel = shown(qtbot, room, 1).panel
    hands.press("Alt+C")
    hands.press("Ctrl+Return")
    field = panel.acts.form.fields["contact_note"]
    qtbot.waitUntil(lambda: field.problem() == "This is needed.")
    assert station.ratings.matter(key).matter.state is MatterState.NEW


def test_the_case_of_a_bad_rating_is_one_click_away(qtbot, room, rated, doings):
    key = rated(1)
    shown(qtbot, room, 1).panel.case.click()
    assert doings.opened[-1] == ("case", key)


def test_figures_are_shown_by_item_and_by_person_and_printed(qtbot, room, rated, ratings, saved):
    rated(5, "fast")
    rated(1, "slow", name="张三")
    room.show_view(RATINGS)
    ratings.show_part(FIGURES)
    cards = ratings.figures.cards
    qtbot.waitUntil(lambda: "50.0 % (1/2)" in told(cards.whole))
    assert "噪声扰民投诉" in told(cards.items)
    assert "bad: 1" in told(cards.people)
    ratings.figures.show_paper()
    panel = ratings.figures.body.paper.panel
    qtbot.waitUntil(lambda: panel.handout() is not None)
    panel.save()
    qtbot.waitUntil(saved.exists)
    assert saved.read_bytes() == panel.handout().pdf


def test_a_period_without_ratings_says_how_they_come(qtbot, room, ratings):
    room.show_view(RATINGS)
    ratings.show_part(FIGURES)
    cards = ratings.figures.cards
    qtbot.waitUntil(cards.empty.isVisible)
    assert "Alt+J" in cards.empty.text.text()


def test_whoever_does_not_decide_reads_no_ratings(room, context):
    segment = room.views.segments.segment(RATINGS)
    context.gate.judge_by(lambda asked: "no" if asked is Permission.CASE_DECIDE else "")
    assert not segment.isEnabled()
    context.gate.judge_by(lambda _: "")


@pytest.mark.usefixtures("language")
def test_nothing_is_cut_off_in_either_language(qtbot, station, context, rated):
    rated(1, "slow", "unclear")
    page = CounterPage(station, context)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    matters = shown(qtbot, page, 1)
    matters.panel.acts.press_first()
    assert complaints(page) == []
    page.ratings.show_part(FIGURES)
    qtbot.waitUntil(page.ratings.figures.cards.page.isVisible)
    assert complaints(page) == []
