"""Orders in the window: entered by keyboard, found, answered, sent back, called back about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.orders import CallBack, OrderDraft
from station_app.domain.counter.ratings import Level
from tests.factories import TODAY, a_resident
from tests.ui.fitting import complaints
from ui.counter.order_card import ANSWER, CALL_BACK, DOUBLE, EXTEND, SEND_BACK
from ui.counter.order_form import NewOrder
from ui.counter.page import ORDERS, CounterPage

ALL = CaseFilter(view=CaseView.ALL, channel="order")
DRAFT = OrderDraft(
    source="12345",
    number="DH2026-0001",
    received_on=TODAY,
    received_time="09:30",
    kind="complaint",
    category="noise",
    content="楼下商铺夜间施工，噪声扰民，希望协调。",
    place="幸福里小区3幢",
    caller="王建国",
    phone="14200000001",
)


@pytest.fixture
def orders(room):
    room.show_view(ORDERS)
    return room.orders


@pytest.fixture
def entered(qtbot, station, orders):
    """Return the key of an order that is in sight."""
    key = station.orders.enter(DRAFT).value
    orders.queue.show_case(key)
    qtbot.waitUntil(orders.queue.panel.order.card.isVisible)
    orders.queue.table.setFocus()
    return key


def told(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def order(station, key):
    return station.orders.of_case(key)


def test_an_empty_queue_of_orders_says_what_to_do_first(qtbot, orders):
    qtbot.waitUntil(lambda: orders.queue.empty.title.text() == "No order has come yet")
    assert "Ctrl+N" in orders.queue.empty.text.text()
    orders.queue.empty.new.click()
    assert orders.is_entering()


def test_an_order_is_entered_from_the_keyboard_in_one_form(qtbot, station, orders, hands):
    hands.press("Ctrl+N")
    assert orders.is_entering()
    hands.press("Return")  # 12345 stands there
    hands.type("DH2026-0001")
    hands.press("Return", "Return")
    hands.type("09:30")
    hands.press("Return")
    hands.type("tousu")
    hands.press("Tab")
    hands.type("zaosheng")
    hands.press("Tab")
    QApplication.clipboard().setText("楼下商铺夜间施工，\n噪声扰民。")
    hands.press("Ctrl+V", "Tab")
    hands.type("幸福里小区3幢")
    hands.press("Return")
    hands.type("王建国")
    qtbot.waitUntil(lambda: not orders.new.form.person.is_looking())
    hands.press("Return")
    hands.type("14200000001")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: len(station.cases.keys(ALL)) == 1)
    (key,) = station.cases.keys(ALL)
    case = station.cases.page(key).case
    assert case.item == "12345热线：噪声扰民"
    assert case.particulars.details == "楼下商铺夜间施工，\n噪声扰民。"
    assert (case.particulars.applicant, case.particulars.phone) == ("王建国", "14200000001")
    assert order(station, key).number == "DH2026-0001"
    qtbot.waitUntil(lambda: orders.queue.panel.key() == key)
    assert not orders.is_entering()


def test_a_form_that_is_pasted_whole_fills_the_fields(qtbot, orders, hands):
    orders.begin()
    form = orders.new.form
    form.content.editor.setFocus()
    form.place.set_value("typed before")
    QApplication.clipboard().setText(
        "工单编号：DH-7\n来电人：王建国\n联系电话：14200000001\n类型：投诉\n地址：别处\n内容：夜间施工\n扰民"
    )
    hands.press("Ctrl+V")
    told = form.draft().draft
    assert (told.number, told.phone, told.kind) == ("DH-7", "14200000001", "complaint")
    assert (told.caller, told.content) == ("王建国", "夜间施工\n扰民")
    assert told.place == "typed before"
    assert form.content.note.text().startswith("Read from")


def test_a_caller_of_the_register_is_found(qtbot, station, orders, hands):
    person = a_resident(station)
    hands.press("Ctrl+N")
    form = orders.new.form
    form.person.line.setFocus()
    hands.type(person.particulars.name)
    hands.press("Return")
    qtbot.waitUntil(lambda: form.person.value() == person.id)
    assert form.draft().draft.resident_id == person.id


def test_a_number_that_was_entered_already_names_the_case(qtbot, station, orders, entered, doings):
    orders.begin()
    form = orders.new.form
    form.fill(NewOrder(draft=DRAFT, person="王建国"))
    form.submitted.emit()
    qtbot.waitUntil(lambda: bool(doings.failures))
    facts = doings.failures[-1].facts
    assert facts["number"] == station.cases.page(entered).case.number
    assert form.save.isEnabled()


def test_what_lacks_is_noted_beside_its_field(qtbot, orders):
    orders.begin()
    form = orders.new.form
    form.submitted.emit()
    qtbot.waitUntil(lambda: bool(form.note("content")))
    assert form.note("kind") == "This is needed."
    assert form.note("caller").startswith("Say who called")
    form.is_anonymous.box.setChecked(True)
    assert not form.person.isVisible()


def test_until_when_it_is_due_is_told_before_it_is_entered(station, orders):
    orders.begin()
    form = orders.new.form
    due = station.orders.usual_due("12345", TODAY).day.isoformat()
    assert due in form.due_on.note.text()


def test_the_queue_shows_the_number_of_the_source_and_what_it_is_about(qtbot, orders, entered):
    qtbot.waitUntil(lambda: orders.queue.model.rowCount() == 1)
    line = orders.queue.model.line_at(0)
    texts = {each.key: each.text(line) for each in orders.queue.columns.all()}
    assert texts["number"] == "DH2026-0001"
    assert (texts["kind"], texts["item"]) == ("投诉", "12345热线：噪声扰民")


def test_my_queue_of_cases_shows_it_with_its_source(qtbot, room, entered):
    room.show_view("cases")
    queue = room.cases.queue
    queue.look_at(CaseView.MINE)
    qtbot.waitUntil(lambda: queue.model.rowCount() == 1)
    qtbot.waitUntil(lambda: queue.model.line_at(0) is not None)
    assert queue.model.line_at(0).item.startswith("12345")


def test_the_answer_is_typed_in_place_and_closes_the_order(qtbot, station, orders, entered, hands):
    card = orders.queue.panel.order
    assert not card.acts.buttons[CALL_BACK].isVisible()
    hands.press("Alt+Y")
    hands.type("已协调，22时后停工。")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: station.cases.page(entered).case.state is CaseState.CLOSED)
    assert order(station, entered).answer == "已协调，22时后停工。"
    qtbot.waitUntil(lambda: card.acts.first() == CALL_BACK)
    qtbot.waitUntil(lambda: "已协调，22时后停工。" in told(card.card))


def test_calling_back_says_reached_solved_satisfied(qtbot, station, orders, entered, hands):
    station.orders.answer(entered, "已办", version=1)
    orders.queue.show_case(entered)
    card = orders.queue.panel.order
    qtbot.waitUntil(lambda: card.acts.first() == CALL_BACK)
    hands.press("Alt+U")
    for text in ("yes", "yes", "satisfied"):
        hands.type(text)
        hands.press("Tab")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: order(station, entered).call.called_on is not None)
    expected = CallBack(
        is_reached=True, is_solved=True, level=Level.SATISFIED, called_on=TODAY, note=""
    )
    assert order(station, entered).call == expected


def test_a_misdirected_order_goes_back_and_more_time_is_given_once(
    qtbot, station, orders, entered, hands
):
    card = orders.queue.panel.order
    hands.press("Alt+Z")
    hands.press("Return")
    hands.type("多部门协同")
    hands.press("Ctrl+Return")
    qtbot.waitUntil(lambda: order(station, entered).extended_on == TODAY)
    qtbot.waitUntil(lambda: not card.acts.buttons[EXTEND].isEnabled())
    assert "already" in card.acts.buttons[EXTEND].toolTip()
    hands.press("Alt+Q")
    hands.type("不在本辖区")
    hands.press("Tab", "Ctrl+Return")
    qtbot.waitUntil(lambda: order(station, entered).returned == "other-area")
    qtbot.waitUntil(lambda: not card.acts.buttons[SEND_BACK].isVisible())
    assert not card.acts.buttons[ANSWER].isVisible()


def test_an_order_is_corrected_in_its_own_form_from_either_queue(
    qtbot, station, room, orders, entered
):
    room.open_record("case", entered)
    panel = room.cases.queue.panel
    qtbot.waitUntil(lambda: panel.case_page() is not None)
    panel.ask_correction()
    qtbot.waitUntil(orders.is_entering)
    form = orders.new.form
    assert form.content.value() == DRAFT.content
    assert form.person.line.text() == "王建国"
    form.content.set_value("改了")
    form.submitted.emit()
    qtbot.waitUntil(lambda: station.cases.page(entered).case.particulars.details == "改了")


@pytest.mark.usefixtures("language")
def test_nothing_is_cut_off_in_either_language(qtbot, station, context):
    key = station.orders.enter(DRAFT).value
    page = CounterPage(station, context)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    page.show_view(ORDERS)
    page.orders.queue.show_case(key)
    qtbot.waitUntil(page.orders.queue.panel.order.card.isVisible)
    assert complaints(page) == []
    page.orders.begin()
    assert complaints(page) == []


@pytest.fixture
def both(station):
    """Two cases with one number, the second as it comes from a device that knew of no other."""
    keys = [station.orders.enter(replace(DRAFT, number=each)).value for each in ("1", "2")]
    with station.store.transaction() as tx:
        former = tx.orders.order(keys[1])
        tx.orders.change(former, replace(former, number="1"))
    return keys


def test_an_order_that_was_entered_twice_says_so_and_is_settled_from_the_keyboard(
    qtbot, station, both, orders, hands
):
    kept, double = both
    panel = orders.queue.panel
    qtbot.waitUntil(lambda: orders.queue.model.rowCount() == 2)
    qtbot.waitUntil(panel.order.card.isVisible)
    hands.press("Home")  # a Ctrl held in the test before would add the next line to those chosen
    orders.queue.show_case(double)
    number = station.cases.page(kept).case.number
    qtbot.waitUntil(lambda: number in told(panel.order.card))
    assert "Another device entered the same number" in told(panel.order.card)
    orders.queue.table.setFocus()
    hands.press("Alt+I")
    form = panel.order.acts.form
    qtbot.waitUntil(form.isVisible)
    assert form.fields["kept"].value() == kept
    form.act.setFocus()
    hands.press("Return")
    qtbot.waitUntil(lambda: order(station, double).double_of == kept)
    assert station.cases.page(double).case.state is CaseState.WITHDRAWN
    orders.queue.show_case(double)
    qtbot.waitUntil(lambda: "It is worked on instead of this one." in told(panel.order.card))
    assert DOUBLE not in shown_acts(panel)
    orders.queue.show_case(kept)
    qtbot.waitUntil(lambda: "This one is worked on instead of it." in told(panel.order.card))
    assert complaints(orders.window()) == []


def shown_acts(panel):
    return [code for code, each in panel.order.acts.buttons.items() if each.isVisible()]
