"""A case taken in at the window by the keyboard, on a real station."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.items import id_of_shipped
from station_app.services.draft_records import draft_from
from tests.factories import a_resident
from ui.counter.page import CounterPage
from ui.kit.drafts import DraftBox
from ui.tour.keyboard import Keyboard

DIBAO = id_of_shipped("minimum-living")
ALL = CaseFilter(view=CaseView.ALL)


@pytest.fixture
def new(room):
    room.open_record("new-case", "")
    return room.cases.new


def only(station):
    """Return the one case there is."""
    [key] = station.cases.keys(ALL)
    return station.cases.page(key).case


def choose(qtbot, hands, new, person="zhangsan", item="zuidishenghuo"):
    """Type a person and an item, each with Enter."""
    hands.type(person)
    qtbot.waitUntil(lambda: not new.form.person.is_looking())
    hands.press("Return")
    hands.type(item)
    qtbot.waitUntil(lambda: not new.form.item.is_looking())
    hands.press("Return")
    qtbot.waitUntil(new.form.is_settled)


def test_a_known_person_with_all_papers_is_accepted(qtbot, station, hands, new):
    person = a_resident(station)
    choose(qtbot, hands, new)
    assert new.form.person.value() == person.id
    assert new.summary.lacking.title.text() == "To be brought (one-time notice)"
    assert "申请书" in new.summary.lacking.text.text()
    hands.press("F3")
    assert new.summary.lacking.title.text() == "All papers are there"
    assert new.form.save.text() == "Accept"
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: bool(station.cases.keys(ALL)))
    qtbot.waitUntil(lambda: only(station).state is CaseState.ACCEPTED)
    case = only(station)
    assert (case.particulars.resident_id, case.particulars.applicant) == (person.id, "张三")
    assert case.number.startswith("20260301-")


def test_a_paper_that_is_not_ours_is_told_beneath_the_item(qtbot, station, hands, new):
    a_resident(station)
    hands.type("zhangsan")
    qtbot.waitUntil(lambda: not new.form.person.is_looking())
    hands.press("Return")
    hands.type("danshen")
    note = new.form.item.note
    qtbot.waitUntil(lambda: "婚姻状况证明" in note.text(), timeout=15_000)
    new.form.item.line.selectAll()
    hands.type("zuidishenghuo")
    qtbot.waitUntil(lambda: "婚姻状况证明" not in note.text(), timeout=15_000)


def test_a_new_case_stands_in_the_queue_at_once(qtbot, station, hands, room, new):
    a_resident(station)
    choose(qtbot, hands, new)
    hands.press("F3")
    hands.press("Ctrl+Return")
    queue = room.cases.queue
    qtbot.waitUntil(queue.isVisible)
    qtbot.waitUntil(lambda: queue.panel.case_page() is not None)
    assert queue.panel.title.text() == "张三 · 最低生活保障申请协助"
    qtbot.waitUntil(lambda: queue.table.current_key() == queue.panel.key())


def test_keys_faster_than_the_search_wait_for_it(qtbot, station, hands, new):
    person = a_resident(station)
    hands.type("110000199001010013")
    hands.press("Return")
    hands.type("zuidishenghuo")
    hands.press("Return")
    hands.press("F3")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: bool(station.cases.keys(ALL)))
    qtbot.waitUntil(lambda: only(station).state is CaseState.ACCEPTED)
    assert only(station).particulars.resident_id == person.id


def test_what_waits_for_the_search_is_done_in_the_order_of_the_keys(qtbot, new):
    for early in range(0, 30, 4):
        done = []
        new.form.item.line.clear()
        qtbot.keyClicks(new.form.item.line, "q")
        qtbot.wait(early)
        new._when_settled(lambda done=done: done.append("F3"))
        qtbot.wait(15)
        new._when_settled(lambda done=done: done.append("Ctrl+Return"))
        assert done == []
        qtbot.waitUntil(lambda done=done: len(done) == 2)
        assert done == ["F3", "Ctrl+Return"]


def test_of_two_that_may_be_meant_one_has_to_be_chosen(qtbot, station, hands, new):
    a_resident(station)
    other = a_resident(station, number="320000195608150048")
    hands.type("zhangsan")
    hands.press("Return")  # before anybody was found
    qtbot.waitUntil(new.form.person.found.hasFocus)
    assert not new.form.person.value()
    rows = [new.form.person.found.item(row).text() for row in range(2)]
    new.form.person.found.setCurrentRow(next(at for at, row in enumerate(rows) if "320000" in row))
    hands.press("Return")
    assert new.form.person.value() == other.id


def test_what_lacks_is_received_and_told_once(qtbot, station, hands, new):
    a_resident(station)
    choose(qtbot, hands, new)
    assert new.form.save.text() == "Receive, tell what lacks"
    hands.press("Space")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: bool(station.cases.keys(ALL)))
    qtbot.waitUntil(lambda: only(station).state is CaseState.AWAITING)
    case = only(station)
    assert case.ticks[0].originals == 1
    assert case.notice is not None
    assert "申请书" not in {each.name for each in case.notice.lacking}


def test_somebody_not_in_the_register_is_kept_by_name(qtbot, station, hands, new):
    hands.type("欧阳远客")
    qtbot.waitUntil(lambda: not new.form.person.is_looking())
    qtbot.waitUntil(new.form.document.isVisible)
    assert "Nobody of the register" in new.form.person.note.text()
    new.form.item.line.setFocus()
    hands.type("zuidishenghuo")
    qtbot.waitUntil(lambda: not new.form.item.is_looking())
    new.keep.click()
    assert not station.cases.keys(ALL)  # the item was typed and not taken
    hands.press("Return")
    qtbot.waitUntil(new.form.is_settled)
    new.keep.click()
    qtbot.waitUntil(lambda: bool(station.cases.keys(ALL)))
    assert only(station).particulars.applicant == "欧阳远客"
    assert only(station).state is CaseState.DRAFT


def test_an_agent_is_asked_for_when_one_comes(qtbot, station, hands, new):
    a_resident(station)
    choose(qtbot, hands, new)
    name = new.form.fields["agent.name"]
    assert not name.isVisible()
    new.form.has_agent.set_value(True)
    assert name.isVisible()
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: new.form.note("agent.name") == "This is needed.")
    for field, value in (
        ("name", "李四"),
        ("relation", "子女"),
        ("document", "320000195608150048"),
    ):
        new.form.fields[f"agent.{field}"].set_value(value)
    new.form.fields["agent.document_kind"].set_value(
        station.reference.table("document").entries[0].code
    )
    new.form.save.click()
    qtbot.waitUntil(lambda: bool(station.cases.keys(ALL)))
    assert only(station).particulars.agent.name == "李四"


def test_nothing_typed_says_what_is_needed(qtbot, station, hands, new):
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: bool(new.form.note("item_id")))
    assert "for whom" in new.form.note("applicant")
    assert not station.cases.keys(ALL)


def test_what_was_typed_survives_the_end_of_the_program(qtbot, station, context, jobs, room):
    a_resident(station)
    box = DraftBox(lambda: station.drafts, jobs, draft_from, room)
    first = CounterPage(station, replace(context, drafts=box))
    qtbot.addWidget(first)
    with qtbot.waitActive(first):
        first.show()
        first.activateWindow()
    first.open_record("new-case", "")
    form, hands = first.cases.new, Keyboard(first)
    choose(qtbot, hands, form)
    hands.press("Space")
    form._drafts.keep()
    qtbot.waitUntil(lambda: bool(station.drafts.kept()))
    again = DraftBox(lambda: station.drafts, jobs, draft_from, room)
    with qtbot.waitSignal(again.found):
        again.look()
    second = CounterPage(station, replace(context, drafts=again))
    qtbot.addWidget(second)
    second.open_record("new-case", "")
    restored = second.cases.new.form
    qtbot.waitUntil(restored.is_settled)
    assert restored.person.line.text().startswith("张三")
    assert restored.materials.value()[0].originals == 1


def test_whoever_may_not_write_cases_is_told(qtbot, room, context):
    context.gate.judge_by(lambda need: "No." if need is Permission.CASE_WRITE else "")
    room.open_record("new-case", "")
    assert not room.cases.is_entering()
    assert not room.cases.queue.bar.new_button.isEnabled()


def test_a_person_comes_from_the_residents(qtbot, station, room):
    person = a_resident(station)
    room.open_record("case-for", person.id)
    form = room.cases.new.form
    qtbot.waitUntil(lambda: form.person.value() == person.id)
    assert form.item.line.hasFocus()
