"""The queue of cases and the page of one, on a real station."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QApplication, QLabel

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_flow import CaseEvent, CaseState
from station_app.domain.counter.case_lists import CaseView
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.ratings import Level
from station_app.domain.places import GridDraft
from tests.factories import a_resident
from tests.ui.fitting import complaints
from ui.counter.page import CounterPage

STEPS = {CaseEvent.RATE, CaseEvent.TICK, CaseEvent.CORRECT}  # no button of their own


def shown(qtbot, room, key):
    """Bring a case into sight and return its panel."""
    room.open_record("case", key)
    panel = room.cases.queue.panel
    qtbot.waitUntil(lambda: panel.case_page() is not None and panel.case_page().case.id == key)
    room.cases.queue.table.setFocus()
    return panel


def reached(qtbot, hands, panel, state):
    """Wait until the case in sight is in *state*, and shown so."""
    qtbot.waitUntil(lambda: hands.case(panel.key()).state is state)
    qtbot.waitUntil(lambda: panel.case_page().case.state is state)


def rows(queue, count):
    return lambda: queue.model.rowCount() == count


def told(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_an_empty_queue_says_what_to_do_first(qtbot, queue):
    qtbot.waitUntil(lambda: queue.empty.title.text() == "Nobody has come yet")
    assert "F2" in queue.empty.text.text()
    queue.empty.new.click()
    assert not queue.isVisible()


def test_parts_of_the_queue_tell_how_many(qtbot, room, queue, hands, clock):
    hands.accepted("一号")
    clock.moment += timedelta(days=120)
    hands.accepted("二号")
    hands.begun("三号")
    queue.refresh()
    qtbot.waitUntil(rows(queue, 3))
    views = queue.bar.views
    assert views[CaseView.MINE].text().split() == ["Mine", "3"]
    assert views[CaseView.OVERDUE].text().split() == ["Overdue", "1"]
    views[CaseView.OVERDUE].click()
    qtbot.waitUntil(rows(queue, 1))
    assert queue.model.line_at(0).applicant == "一号"
    assert [each.text for each in queue.columns._marks(queue.model.line_at(0))] == ["Overdue"]


def test_words_find_a_case_by_name_item_or_number(qtbot, queue, hands):
    key = hands.accepted("王秀英")
    hands.accepted("赵德柱", item=id_of_shipped("noise"))
    queue.refresh()
    qtbot.waitUntil(rows(queue, 2))
    for words in ("王秀", "最低生活", hands.case(key).number):
        queue.bar.text.setText(words)
        qtbot.waitUntil(rows(queue, 1))
        assert queue.model.keys() == [key]
    queue.bar.text.setText("没有的")
    qtbot.waitUntil(lambda: queue.empty.title.text() == "Nothing found")
    queue.empty.wider.click()
    qtbot.waitUntil(rows(queue, 2))


def test_chips_narrow_by_state_item_and_channel_one_item_at_a_time(qtbot, queue, hands):
    hands.accepted("王秀英")
    hands.begun("赵德柱", item=id_of_shipped("noise"), channel="phone")
    queue.refresh()
    qtbot.waitUntil(rows(queue, 2))
    queue.bar.states._take((CaseState.DRAFT,))
    qtbot.waitUntil(rows(queue, 1))
    queue.bar.states._take(())
    queue.bar.channels._take(("phone",))
    qtbot.waitUntil(rows(queue, 1))
    queue.bar.channels._take(("phone", "window"))
    assert queue.bar.channels.value() == ("window",)
    qtbot.waitUntil(
        lambda: queue.model.line_at(0) and queue.model.line_at(0).applicant == "王秀英"
    )


def test_chips_narrow_by_office_and_class_with_counts(qtbot, station, queue, hands):
    dibao, noise = hands.accepted("王秀英"), hands.begun("赵德柱", item=id_of_shipped("noise"))
    version = hands.case(dibao).version
    station.cases.transfer(dibao, "civil", "报批", version=version)
    queue.refresh()
    qtbot.waitUntil(rows(queue, 2))
    offices = [(each.code, each.count) for each in queue.bar.offices._choices]
    assert offices == [("civil", 1)]
    assert queue.bar.offices._choices[0].text == station.cases.rules().office("civil").name
    classes = {each.code: each for each in queue.bar.affairs._choices}
    affair = hands.case(noise).affair
    assert classes[affair].count == 1
    assert classes[affair].text == station.reference.table("affair").name_of(affair)
    queue.bar.offices._take(("civil",))
    qtbot.waitUntil(rows(queue, 1))
    queue.bar.offices._take(())
    qtbot.waitUntil(rows(queue, 2))
    queue.bar.affairs._take((affair,))
    qtbot.waitUntil(
        lambda: queue.model.line_at(0) and queue.model.line_at(0).applicant == "赵德柱"
    )
    assert queue.model.rowCount() == 1
    queue.bar.show_all()
    assert not queue.bar.is_narrowed()


def test_a_case_goes_from_the_window_to_an_office_and_to_its_end(qtbot, room, hands):
    key = hands.begun()
    panel = shown(qtbot, room, key)
    hands.press("F3", "Ctrl+Return")  # all papers, and accepted at once
    reached(qtbot, hands, panel, CaseState.ACCEPTED)
    hands.press("Alt+T")
    hands.type("minzhengju")
    hands.press("Return", "Return")
    hands.type("qing shenpi")
    hands.press("Ctrl+Return")
    reached(qtbot, hands, panel, CaseState.TRANSFERRED)
    assert "区民政局" in told(panel)
    hands.press("Alt+G")
    hands.type("ok")
    hands.press("Return", "Return")
    reached(qtbot, hands, panel, CaseState.IN_PROGRESS)
    hands.press("Alt+E", "Ctrl+Return")
    reached(qtbot, hands, panel, CaseState.CLOSED)
    assert hands.case(key).result == "granted"
    hands.press("Alt+N", "Ctrl+Return")
    reached(qtbot, hands, panel, CaseState.NOTIFIED)
    hands.press("Alt+L", "Ctrl+Return")
    reached(qtbot, hands, panel, CaseState.COLLECTED)
    assert hands.case(key).collected_by == "王秀英"
    text = told(panel)
    assert text.index("Collected") < text.rindex("Begun")


def test_a_step_is_refused_beside_its_field(qtbot, room, hands):
    panel = shown(qtbot, room, hands.accepted())
    hands.press("Alt+T", "Ctrl+Return")
    form = panel.acts.form
    qtbot.waitUntil(lambda: bool(form.fields["reason"].problem()))
    hands.press("Escape")
    assert form.isHidden()
    assert hands.case(panel.key()).state is CaseState.ACCEPTED


def test_a_case_is_handed_over_to_a_colleague_and_a_grid(qtbot, station, room, queue, hands):
    draft = GridDraft(code="110000001001001", name="第一网格", worker="赵网格")
    grid = station.places.draw_grid(draft).value
    panel = shown(qtbot, room, hands.accepted())
    qtbot.waitUntil(lambda: bool(panel.acts.questions.grids))
    hands.press("Alt+H")
    hands.type("Li")
    hands.press("Return")
    panel.acts.form.fields["grid_id"].set_value(grid)
    panel.acts.form.fields["reason"].set_value("入户核实")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: hands.case(panel.key()).desk.assignee == "Li")
    assert hands.case(panel.key()).desk.grid_id == grid
    qtbot.waitUntil(lambda: "Handed over: 测试员 → Li" in told(panel))


def test_a_reason_is_asked_for_where_the_flow_wants_one(qtbot, room, hands):
    panel = shown(qtbot, room, hands.accepted())
    hands.press("Alt+S")
    hands.type("ruhu")
    hands.press("Return", "Return")
    hands.type("x")
    hands.press("Return", "Return")
    reached(qtbot, hands, panel, CaseState.SUSPENDED)
    assert "still stopped" in told(panel)
    hands.press("Alt+K", "Down", "Return", "Ctrl+Return")
    reached(qtbot, hands, panel, CaseState.IN_PROGRESS)


def test_what_lacks_is_told_and_what_was_promised_is_kept(qtbot, room, hands):
    panel = shown(qtbot, room, hands.begun())
    hands.press("Alt+A")
    assert "申请书" in panel.acts.form.text.text()
    hands.type("Friday")
    hands.press("Ctrl+Return")
    reached(qtbot, hands, panel, CaseState.ACCEPTED)
    assert hands.case(panel.key()).promise == "Friday"


def test_several_ticks_in_a_row_are_one_step(qtbot, room, hands):
    panel = shown(qtbot, room, hands.begun())
    hands.press("Ctrl+M", "Space", "Down", "Space")
    qtbot.waitUntil(lambda: sum(each.originals for each in hands.case(panel.key()).ticks) > 1)
    assert [step.event for step in hands.cases.page(panel.key()).steps].count(CaseEvent.TICK) == 1


def test_a_step_pressed_while_ticks_settle_waits_for_them(qtbot, room, hands):
    panel = shown(qtbot, room, hands.begun())
    hands.press("Ctrl+M", "F3", "Alt+A")
    reached(qtbot, hands, panel, CaseState.ACCEPTED)
    assert hands.case(panel.key()).promise == ""


def test_what_cannot_be_done_says_why(qtbot, room, hands, doings):
    panel = shown(qtbot, room, hands.begun())
    panel.acts._fill_menu()
    offered = panel.acts.more.menu_shown.actions()
    assert offered
    assert not any(action.isEnabled() for action in offered)
    assert not panel.acts.buttons[CaseEvent.CLOSE].isVisible()
    hands.press("Alt+E")
    assert doings.failures[0].reason == "case.not-accepted-yet"


def test_every_step_there_is_has_its_words_and_key(room):
    words = room.cases.queue.steps.words
    assert set(words) == set(CaseEvent) - STEPS
    assert len({each.keys for each in words.values()}) == len(words)


def test_a_note_is_written_by_a_key_and_stands_in_the_history(qtbot, room, hands):
    key = hands.accepted()
    panel = shown(qtbot, room, key)
    hands.press("Alt+O")
    qtbot.waitUntil(panel.acts.form.isVisible)
    assert panel.acts.first() is not CaseEvent.NOTE
    hands.type("申请人来电")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: hands.cases.page(key).steps[-1].event is CaseEvent.NOTE)
    assert hands.cases.page(key).steps[-1].reason == "申请人来电"
    qtbot.waitUntil(lambda: "Noted" in told(panel.facts.history))


def test_what_was_done_is_taken_back(qtbot, room, hands, operations):
    panel = shown(qtbot, room, hands.accepted())
    hands.press("Alt+B")
    reached(qtbot, hands, panel, CaseState.IN_PROGRESS)
    operations.undo()
    reached(qtbot, hands, panel, CaseState.ACCEPTED)
    qtbot.waitUntil(lambda: "Taken back" in told(panel))


def test_several_are_closed_at_once_and_the_refused_said_by_number(qtbot, queue, hands):
    first, second = hands.accepted("一号"), hands.accepted("二号")
    draft = hands.begun("三号")
    queue.refresh()
    qtbot.waitUntil(rows(queue, 3))
    queue.table.setFocus()
    queue.table.selectAll()
    assert queue.chosen.title.text() == "Chosen: 3"
    queue.chosen.close_all.click()
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: hands.case(second).state is CaseState.CLOSED)
    assert hands.case(first).state is CaseState.CLOSED
    assert hands.case(draft).state is CaseState.DRAFT
    qtbot.waitUntil(queue.chosen.refused.isVisible)
    assert "三号" in queue.chosen.refused.text.text()


def test_several_are_told_at_once(qtbot, queue, hands):
    keys = [hands.accepted(name) for name in ("一号", "二号")]
    hands.cases.close_all(keys, "granted")
    queue.look_at(CaseView.TO_NOTIFY)
    qtbot.waitUntil(rows(queue, 2))
    queue.table.selectAll()
    queue.chosen.notify.click()
    qtbot.waitUntil(lambda: {hands.case(key).state for key in keys} == {CaseState.NOTIFIED})
    qtbot.waitUntil(lambda: queue.empty.title.text() == "Everybody has been told")


def test_what_was_entered_is_corrected(qtbot, room, hands):
    panel = shown(qtbot, room, hands.accepted(details="旧"))
    hands.press("Ctrl+E")
    form = room.cases.new.form
    qtbot.waitUntil(lambda: room.cases.is_entering() and form.is_settled())
    assert form.item.line.isReadOnly()
    form.details.set_value("新")
    form.save.click()
    qtbot.waitUntil(lambda: hands.case(panel.key()).particulars.details == "新")
    qtbot.waitUntil(lambda: "新" in told(panel))


def test_numbers_are_masked_until_they_are_asked_for(qtbot, station, room, hands):
    key = hands.begun(phone="13800001111")
    panel = shown(qtbot, room, key)
    assert "138****1111" in told(panel)
    assert "13800001111" not in told(panel)


def test_an_enquiry_is_discarded_and_brought_back(qtbot, room, queue, hands, operations):
    key = hands.begun()
    panel = shown(qtbot, room, key)
    qtbot.waitUntil(panel.discard.isVisible)
    panel.discard.click()
    qtbot.waitUntil(rows(queue, 0))
    qtbot.waitUntil(lambda: panel.key() is None)
    operations.undo()
    qtbot.waitUntil(rows(queue, 1))


def test_the_file_of_the_applicant_is_a_key_away(qtbot, station, room, hands, doings):
    person = a_resident(station)
    shown(qtbot, room, hands.begun(name="", resident_id=person.id))
    hands.press("Ctrl+O")
    assert doings.opened == [("resident", person.id)]


def test_whoever_may_not_look_at_cases_is_told_why(qtbot, station, context):
    context.gate.judge_by(lambda need: "No." if need is Permission.CASE_READ else "")
    page = CounterPage(station, context)
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    assert page.cases.queue.empty.title.text() == "No."
    assert not page.cases.queue.empty.new.isVisible()


def test_whoever_may_not_decide_cannot_decline(qtbot, room, hands, context):
    context.gate.judge_by(lambda need: "No." if need is Permission.CASE_DECIDE else "")
    assert not room.cases.queue.chosen.close_all.isEnabled()


def test_words_fit_in_both_languages(qtbot, language, hands, room):
    shown(qtbot, room, hands.accepted())
    assert complaints(room) == []
    room.open_record("new-case", "")
    assert complaints(room) == []


def test_a_finished_case_turns_the_screen_and_shows_that_it_was_rated(qtbot, room, hands):
    key = hands.accepted()
    panel = shown(qtbot, room, key)
    assert not panel.rate.isVisible()
    hands.cases.close(key, "granted", version=hands.case(key).version)
    hands.cases.notify(key, version=hands.case(key).version)
    panel.refresh()
    reached(qtbot, hands, panel, CaseState.NOTIFIED)
    assert complaints(room) == []
    panel.rate.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    turned = QApplication.activeModalWidget()
    turned.faces[Level.SATISFIED].click()
    turned.send.click()
    qtbot.waitUntil(lambda: hands.case(key).state is CaseState.RATED)
    turned.take_back()
    panel.refresh()
    reached(qtbot, hands, panel, CaseState.RATED)
    assert not panel.rate.isVisible()
