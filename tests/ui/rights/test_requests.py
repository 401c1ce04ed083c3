from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from station_app.domain.rights.requests import Event, Kind, State, View
from station_app.services.rights.requests import Step
from tests.factories import a_resident
from ui.rights.request_columns import RequestColumns

CTRL = Qt.KeyboardModifier.ControlModifier


def rows(page):
    return page.requests.model.rowCount()


def show(qtbot, page, key):
    page.requests.bar.chips[View.OPEN].click()
    page.open_record("rights-request", key)
    panel = page.requests.panel
    qtbot.waitUntil(lambda: panel.request() is not None and panel.request().id == key)
    return panel


def state(station, key):
    return station.requests.request(key).state


def test_an_empty_register_says_what_to_do_first(qtbot, page):
    qtbot.waitUntil(lambda: page.requests.empty.title.text() == "Nobody has asked yet")
    assert page.requests.empty.new.isVisible()
    page.requests.empty.new.click()
    assert page.requests.side.currentWidget() is page.requests.new


def test_views_narrow_the_register_and_tell_how_many(qtbot, page, station, asked):
    asked(received_on=date(2026, 1, 1))
    asked()
    done = asked()
    station.requests.advance(done, Event.ANSWER, Step(answer="已答复"), version=1)
    page.requests.refresh()
    qtbot.waitUntil(lambda: rows(page) == 2)
    chips = page.requests.bar.chips
    assert chips[View.OVERDUE].text().split() == ["Overdue", "1"]
    assert chips[View.ALL].text().split() == ["All", "3"]
    chips[View.OVERDUE].click()
    qtbot.waitUntil(lambda: rows(page) == 1)
    chips[View.DONE].click()
    first = page.requests.model.line_at
    qtbot.waitUntil(lambda: first(0) is not None and first(0).state is State.ANSWERED)


def test_a_day_in_a_year_without_a_schedule_is_called_provisional(qtbot, page, station, asked):
    key = asked(received_on=date(2026, 2, 27))
    request = station.requests.request(key)
    late = replace(request, due_on=date(2027, 1, 8))
    columns = RequestColumns(station.clock, station.reference.calendar, 3).all()
    [due] = [column for column in columns if column.key == "due"]
    marks = [
        [badge.text for badge in due.badges(each)]
        for each in (request, late, replace(late, answered_on=date(2026, 3, 1)))
    ]
    assert [("provisional" in each) for each in marks] == [False, True, False]


def test_words_that_find_nothing_say_so(qtbot, page, asked):
    asked()
    page.requests.refresh()
    qtbot.waitUntil(lambda: rows(page) == 1)
    page.requests.bar.text.setText("没有")
    qtbot.waitUntil(lambda: rows(page) == 0)
    assert page.requests.count.text() == "Requests: 0"


def test_a_request_is_entered_by_the_keyboard_alone(qtbot, page, station, person):
    a_resident(station, "李四", number="320000194001010028")
    qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
    form = page.requests.form
    qtbot.waitUntil(form.person.line.hasFocus)
    qtbot.keyClicks(form.person.line, "zhangsan")
    qtbot.waitUntil(form.person.found.isVisible)
    qtbot.keyClick(form.person.line, Qt.Key.Key_Return)
    assert form.person.value() == person.id
    form.kind.set_value(Kind.CONSULT)
    form.check.set_value("original")
    qtbot.keyClick(form.kind.editor, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.requests.panel.request() is not None)
    assert page.requests.panel.request().holder == "张三"
    assert page.requests.side.currentWidget() is page.requests.panel
    assert not page.has_unsaved()


def test_what_is_missing_is_noted_beside_its_field(qtbot, page):
    page.requests.begin()
    form = page.requests.form
    form.received.set_value(None)
    form.submitted.emit()
    qtbot.waitUntil(lambda: form.note("kind") != "")
    assert form.note("resident_id") == "Type a name or the end of a number, then choose."
    assert form.note("identity_check") == "Choose how you made sure who asks."
    assert form.note("received_on") == "This is needed."


def test_what_was_typed_is_not_lost_by_asking_again(qtbot, page):
    page.requests.begin()
    page.requests.form.details.set_value("请更正")
    assert page.has_unsaved()
    page.requests.begin()
    assert page.requests.form.details.value() == "请更正"


def test_only_helpers_are_asked_for_proof(page):
    page.requests.begin()
    form = page.requests.form
    assert not form.proof.isVisible()
    form.asker.set_value("agent")
    form.asker.finished.emit()
    assert form.proof.isVisible()


def test_an_answer_is_given_in_place_and_undone(qtbot, page, station, asked, operations):
    key = asked()
    panel = show(qtbot, page, key)
    panel.acts.steps[Event.ANSWER].click()
    assert panel.acts.form.isVisible()
    panel.acts.form.act.click()
    qtbot.waitUntil(lambda: panel.acts.form.answer.problem() != "")
    panel.acts.form.answer.set_value("已更正。")
    qtbot.keyClick(panel.acts.form, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: state(station, key) is State.ANSWERED)
    qtbot.waitUntil(lambda: not panel.acts.form.isVisible())
    # it has left the open ones, and stays in sight with its paper
    qtbot.waitUntil(lambda: panel.request().state is State.ANSWERED)
    qtbot.waitUntil(operations.can_undo)
    operations.undo()
    qtbot.waitUntil(lambda: state(station, key) is State.RECEIVED)


def test_a_refusal_asks_for_its_ground(qtbot, page, station, asked):
    key = asked()
    panel = show(qtbot, page, key)
    panel.acts.steps[Event.REFUSE].click()
    panel.acts.form.act.click()
    qtbot.waitUntil(lambda: panel.acts.form.ground.problem() != "")
    panel.acts.form.ground.set_value("not_held")
    panel.acts.form.act.click()
    qtbot.waitUntil(lambda: state(station, key) is State.REFUSED)


def test_steps_that_are_over_are_not_offered_and_say_why(qtbot, page, station, asked):
    key = asked()
    panel = show(qtbot, page, key)
    assert not panel.acts.paper.isEnabled()
    assert panel.acts.paper.toolTip() == "Answer or refuse the request first."
    station.requests.advance(key, Event.ANSWER, Step(answer="好"), version=1)
    page.requests.refresh()
    qtbot.waitUntil(lambda: panel.request().state is State.ANSWERED)
    assert panel.acts.paper.isEnabled()
    assert not panel.acts.steps[Event.BEGIN].isVisible()
    assert panel.acts.steps[Event.CLOSE].isVisible()
    assert panel.acts.work.toolTip() == "This request is over."


@pytest.mark.parametrize(
    ("kind", "opened"),
    [
        (Kind.CORRECT, "correct-for-request"),
        (Kind.SUPPLEMENT, "correct-for-request"),
        (Kind.WITHDRAW, "rights-of"),
    ],
)
def test_work_on_the_record_leads_to_it(qtbot, page, asked, doings, person, kind, opened):
    key = asked(kind)
    show(qtbot, page, key).acts.work.click()
    wanted = key if opened == "correct-for-request" else person.id
    assert doings.opened == [(opened, wanted)]


@pytest.mark.parametrize("kind", [Kind.CONSULT, Kind.COPY, Kind.TRANSFER, Kind.EXPLAIN])
def test_work_on_data_leads_to_the_paper(qtbot, page, asked, person, kind):
    key = asked(kind)
    show(qtbot, page, key).acts.work.click()
    assert page.views.view() is page.own
    assert page.own.person.value() == person.id
    assert page.own.check.value() == "original"
    assert page.own.purpose.value().startswith("权申字")


def test_a_deletion_tells_what_follows_before_it_is_done(
    qtbot, page, station, asked, person, operations
):
    show(qtbot, page, asked(Kind.DELETE)).acts.work.click()
    erasing = page.requests.erasing
    assert page.requests.side.currentWidget() is erasing
    assert erasing.act.toolTip() == "Tick at least one kind of data."
    erasing.boxes["contact"].set_value(True)
    erasing.boxes["disability"].set_value(True)
    qtbot.waitUntil(lambda: "残疾人" in erasing.follows.text.text())
    assert "Erased: 联系方式." in erasing.follows.text.text()
    erasing.act.click()
    qtbot.waitUntil(lambda: station.residents.resident(person.id).particulars.phone == "")
    qtbot.waitUntil(lambda: page.requests.side.currentWidget() is page.requests.panel)
    qtbot.waitUntil(operations.can_undo)
    operations.undo()
    qtbot.waitUntil(
        lambda: station.residents.resident(person.id).particulars.phone == "14200000001"
    )


def test_the_answer_paper_is_shown_to_be_handed_out(qtbot, page, station, asked):
    key = asked()
    station.requests.advance(key, Event.ANSWER, Step(answer="好"), version=1)
    show(qtbot, page, key).acts.paper.click()
    qtbot.waitUntil(lambda: page.own.panel.handout() is not None)
    assert page.own.panel.handout().kind == "rights-answer"


def test_history_is_told_in_the_clerks_words(qtbot, page, station, asked, person):
    key = asked(Kind.CORRECT)
    seen = station.residents.resident(person.id)
    changed = {**_fields(seen), "phone": "14200000055"}
    station.requests.correct_person(key, type(seen.particulars)(**changed), version=seen.version)
    panel = show(qtbot, page, key)
    qtbot.waitUntil(lambda: "Record corrected: 联系方式" in _words(panel.history))
    assert "Received" in _words(panel.history)


def _fields(person):
    particulars = person.particulars
    return {name: getattr(particulars, name) for name in particulars.__dataclass_fields__}


def _words(card):
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]
