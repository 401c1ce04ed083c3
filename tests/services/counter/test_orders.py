"""Orders on a real encrypted store: entered as cases, answered, sent back, called back about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.case_flow import CaseEvent, CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.orders import ANONYMOUS, CallBack, OrderDraft
from station_app.domain.counter.ratings import Level
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
)
from station_app.domain.search.entries import Kind
from tests.authority import as_seen_by, employ
from tests.factories import TODAY, a_registration
from tests.refusals import refused, wrong

DAY = timedelta(days=1)
CONTENT = "楼下商铺夜间施工，噪声扰民，希望协调。"
DRAFT = OrderDraft(
    source="12345",
    number="DH-2026-0001",
    received_on=TODAY,
    received_time="09:30",
    kind="complaint",
    category="noise",
    content=CONTENT,
    place="幸福里小区3幢",
    caller="王建国",
    phone="14200000001",
)
PETITION = replace(DRAFT, source="petition", number="XF-1")
CALLED = CallBack(is_reached=True, is_solved=True, level=Level.SATISFIED, called_on=TODAY)


def entered(station, **change):
    return station.orders.enter(replace(DRAFT, **change)).value


def at(station, key):
    return station.cases.page(key).case


def order(station, key):
    return station.orders.of_case(key)


def take(station, key, method, *said):
    return getattr(station.orders, method)(key, *said, version=order(station, key).version)


def undo(done):
    return done.revert()


def found(station, text):
    return [hit.key for hit in station.search.find(text) if hit.kind is Kind.CASE]


def test_an_order_is_a_case_that_lies_with_whoever_entered_it(station):
    key = entered(station)
    case = at(station, key)
    assert case.state is CaseState.ACCEPTED
    assert case.item == "12345热线：噪声扰民"
    assert case.number
    told = case.particulars
    assert (told.applicant, told.phone, told.where) == ("王建国", "14200000001", DRAFT.place)
    assert told.details == CONTENT
    assert key in station.cases.keys(CaseFilter(view=CaseView.MINE))
    (line,) = station.orders.lines([key]).values()
    assert (line.case.item, line.order.number) == (case.item, DRAFT.number)


def test_it_is_due_in_five_working_days_from_when_its_source_received_it(station):
    received = TODAY - 3 * DAY
    due = station.orders.usual_due("12345", received)
    key = entered(station, received_on=received)
    assert at(station, key).dues.first == due
    assert station.cases.lines([key])[key].due_on == due.day


def test_the_day_that_the_source_asks_for_stands_in_the_place_of_the_rule(station):
    key = entered(station, due_on=TODAY + DAY)
    assert at(station, key).dues.first.day == TODAY + DAY


def test_an_order_overdue_at_its_source_is_overdue_as_soon_as_it_is_entered(station):
    key = entered(station, received_on=TODAY - 30 * DAY)
    assert key in station.cases.keys(CaseFilter(view=CaseView.OVERDUE))


def test_a_petition_is_received_first_and_to_be_told_within_fifteen_days(station):
    key = station.orders.enter(PETITION).value
    case = at(station, key)
    assert case.state is CaseState.RECEIVED
    assert case.dues.first.day >= TODAY + 15 * DAY
    station.cases.accept(key, version=case.version)
    due = at(station, key).dues.first.day
    assert TODAY + 60 * DAY <= due < TODAY + 70 * DAY


def test_a_number_of_a_source_is_entered_once_and_the_case_is_named(station):
    key = entered(station)
    with pytest.raises(RefusedError) as error:
        entered(station, number=" dh 2026 0001")
    assert error.value.reason == "order.entered-already"
    assert error.value.facts["number"] == at(station, key).number
    assert error.value.facts["case"] == key
    other = entered(station, number=DRAFT.number, source="12333")  # another source's own
    again = entered(station, number="")
    assert len({key, other, again, entered(station, number="")}) == 4


def test_a_number_whose_entry_was_undone_may_be_entered_again(station):
    done = station.orders.enter(DRAFT)
    undo(done)
    with pytest.raises(NotFoundError):
        at(station, done.value)
    assert entered(station) != done.value


def test_whoever_stays_unknown_is_called_so_and_somebody_of_the_register_by_his_name(station):
    key = entered(station, is_anonymous=True, phone="")
    assert at(station, key).particulars.applicant == ANONYMOUS
    assert order(station, key).is_anonymous
    person = station.residents.register(a_registration("欧阳雪梅")).value
    known = entered(station, number="2", resident_id=person, caller="")
    assert at(station, known).particulars.applicant == "欧阳雪梅"
    assert [line.id for line in station.cases.of_resident(person)] == [known]


def test_it_is_found_by_the_number_of_its_source_everywhere(station):
    key = entered(station)
    entered(station, number="DH-2026-0002")
    for text in ("DH-2026-0001", "dh20260001", "20260001"):
        assert key in found(station, text), text
    for text in ("DH-2026-0001", "DH20260001"):
        assert station.cases.keys(CaseFilter(view=CaseView.ALL, text=text)) == [key]
    assert len(station.cases.keys(CaseFilter(view=CaseView.ALL, channel="order"))) == 2


def test_a_correction_changes_the_case_too_and_is_taken_back_whole(station):
    key = entered(station)
    former, case = order(station, key), at(station, key)
    told = replace(
        DRAFT, number="DH-9", category="parking", caller="李红", content="占道停车", handler="陈静"
    )
    done = take(station, key, "correct", told)
    now = at(station, key)
    assert (now.item, now.particulars.applicant) == ("12345热线：停车", "李红")
    assert (now.desk.assignee, order(station, key).number) == ("陈静", "DH-9")
    assert found(station, "DH-9") == [key]
    undo(done)
    again = at(station, key)
    assert (again.item, again.particulars, again.desk) == (case.item, case.particulars, case.desk)
    assert replace(order(station, key), version=1) == former
    assert found(station, "DH-9") == []


def test_an_order_does_not_become_a_petition(station):
    key = entered(station)
    assert refused(take, station, key, "correct", PETITION) == "case.item-fixed"


def test_a_number_may_be_corrected_into_itself_but_not_into_that_of_another(station):
    key, other = entered(station), entered(station, number="2")
    take(station, key, "correct", replace(DRAFT, content="改"))
    told = replace(DRAFT, content="改")
    assert refused(take, station, other, "correct", told) == "order.entered-already"


def test_it_goes_the_way_of_a_case_and_the_answer_closes_it(station):
    key = entered(station)
    cases = station.cases
    cases.transfer(key, "street-city", "请处置", version=at(station, key).version)
    cases.give_back(key, "已到现场劝阻", version=at(station, key).version)
    done = take(station, key, "answer", "  已协调商铺22时后停工。 ")
    case = at(station, key)
    assert (case.state, case.result) == (CaseState.CLOSED, "answered")
    assert case.result_note == order(station, key).answer == "已协调商铺22时后停工。"
    assert order(station, key).answered_on == TODAY
    undo(done)
    assert at(station, key).state is CaseState.IN_PROGRESS
    assert order(station, key).answer == ""


def test_a_long_answer_stands_whole_in_the_case(station):
    key = entered(station)
    take(station, key, "answer", "答" * 2000)
    assert len(at(station, key).result_note) == 2000
    other = entered(station, number="2")
    assert wrong(take, station, other, "answer", "答" * 2001) == [("answer", "too-long")]
    assert wrong(take, station, other, "answer", " ") == [("answer", "missing")]


def test_the_answer_to_what_was_closed_already_is_kept_with_it(station):
    key = entered(station)
    station.cases.close(key, "granted", version=at(station, key).version)
    version = at(station, key).version
    undo(take(station, key, "answer", "已办"))
    take(station, key, "answer", "已办结")
    assert at(station, key).version == version
    assert order(station, key).answer == "已办结"


def test_what_was_misdirected_goes_back_with_its_reason(station):
    key = entered(station)
    assert wrong(take, station, key, "send_back", "") == [("code", "missing")]
    done = take(station, key, "send_back", "other-area", "属邻近社区")
    case = at(station, key)
    assert (case.state, case.result) == (CaseState.CLOSED, "sent-back")
    assert case.result_note == "不在本辖区：属邻近社区"
    assert order(station, key).returned == "other-area"
    undo(done)
    assert (at(station, key).state, order(station, key).returned) == (CaseState.ACCEPTED, "")


def test_a_petition_that_was_not_accepted_yet_is_declined_by_whoever_may(station):
    key = station.orders.enter(PETITION).value
    clerk = as_seen_by(station, employ(station, Role.CLERK, "李红"))
    version = order(station, key).version
    with pytest.raises(NotPermittedError):
        clerk.orders.send_back(key, "court", version=version)
    station.orders.send_back(key, "court", version=version)
    assert at(station, key).state is CaseState.DECLINED


def test_more_time_is_given_once_and_no_more_than_the_source_allows(station):
    key = entered(station)
    first = at(station, key).dues.first.day
    longest = station.orders.longest(key)
    assert longest > first
    with pytest.raises(RefusedError) as error:
        take(station, key, "extend", longest + DAY, "材料待核")
    assert (error.value.reason, error.value.facts["until"]) == ("order.no-longer", longest)
    assert wrong(take, station, key, "extend", first, "材料待核") == [("until", "too-early")]
    assert wrong(take, station, key, "extend", longest, " ") == [("reason", "missing")]
    done = take(station, key, "extend", longest, "材料待核")
    assert at(station, key).dues.first.day == longest
    assert refused(take, station, key, "extend", longest, "再延") == "order.extended-already"
    undo(done)
    assert at(station, key).dues.first.day == first
    assert station.orders.longest(key) == longest


def test_a_petition_may_take_thirty_days_more_than_its_sixty(station):
    key = station.orders.enter(PETITION).value
    assert station.orders.longest(key) is None
    assert refused(take, station, key, "extend", TODAY + 90 * DAY, "复杂") == "order.not-to-extend"
    station.cases.accept(key, version=at(station, key).version)
    due = at(station, key).dues.first.day
    assert due + 30 * DAY <= station.orders.longest(key) <= due + 39 * DAY
    take(station, key, "extend", due + 30 * DAY, "复杂")
    assert at(station, key).dues.first.day == due + 30 * DAY


def test_while_its_clock_stands_an_order_is_due_on_no_day(station):
    key = entered(station)
    first = at(station, key).dues.first
    station.cases.suspend(key, "force", "停电", version=at(station, key).version)
    assert at(station, key).dues.first is None
    station.cases.resume(key, "来电", version=at(station, key).version)
    assert at(station, key).dues.first == first


def test_calling_back_says_whether_it_is_solved_once_it_was_answered(station):
    key = entered(station)
    assert refused(take, station, key, "call_back", CALLED) == "order.not-answered-yet"
    take(station, key, "answer", "已办")
    unsolved = replace(CALLED, is_solved=None)
    assert wrong(take, station, key, "call_back", unsolved) == [("is_solved", "missing")]
    done = take(station, key, "call_back", CALLED)
    assert order(station, key).call == CALLED
    undo(done)
    assert order(station, key).call == CallBack()
    nobody = replace(CALLED, is_reached=False, note=" 关机 ")
    take(station, key, "call_back", nobody)
    kept = CallBack(is_reached=False, called_on=TODAY, note="关机")
    assert order(station, key).call == kept


def test_what_somebody_else_has_changed_since_is_not_overwritten(station):
    key = entered(station)
    take(station, key, "answer", "已办")
    with pytest.raises(EditConflictError):
        station.orders.answer(key, "又", version=1)
    done = take(station, key, "call_back", CALLED)
    take(station, key, "call_back", replace(CALLED, note="二次"))
    with pytest.raises(EditConflictError):
        undo(done)


def test_a_case_that_is_no_order_tells_so(station):
    from station_app.domain.counter.cases import CaseDraft  # noqa: PLC0415 - of this test alone
    from station_app.domain.counter.items import id_of_shipped  # noqa: PLC0415

    draft = CaseDraft(item_id=id_of_shipped("noise"), applicant="张三")
    key = station.cases.draft(draft).value
    assert station.orders.of_case(key) is None
    assert station.orders.lines([key]) == {}
    with pytest.raises(NotFoundError):
        station.orders.answer(key, "已办", version=1)


def test_every_step_of_an_order_stands_in_the_history_of_its_case(station):
    key = entered(station)
    take(station, key, "extend", station.orders.longest(key), "材料待核")
    take(station, key, "answer", "已办")
    events = [str(step.event) for step in station.cases.page(key).steps]
    assert events == ["drafted", CaseEvent.ACCEPT, CaseEvent.CORRECT, CaseEvent.CLOSE]
