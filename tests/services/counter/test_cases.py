"""Cases on a real encrypted store, from the first word at the window to the archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.case_flow import NEXT, OPEN, CaseEvent, CaseState, Why
from station_app.domain.counter.case_numbers import case_number
from station_app.domain.counter.cases import CaseDraft, Channel, Undo, is_whole
from station_app.domain.counter.items import Material
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from station_app.services.counter.items import Start
from tests.authority import as_seen_by, employ
from tests.factories import TODAY, a_resident
from tests.refusals import refused
from tests.services.counter.case_desk import (
    AGENT,
    DIBAO,
    NOISE,
    accepted,
    acts,
    at,
    brought,
    do,
    events,
)


def test_a_case_goes_the_long_way_to_the_archive_with_a_history_without_a_gap(station, drafted):
    key = drafted()
    number = do(station, key, "receive").value
    do(station, key, "ask_for_more", "请尽快")
    brought(station, key)
    do(station, key, "complete")
    assert do(station, key, "accept").value == number
    do(station, key, "transfer", "street-affairs", "需街道审核")
    do(station, key, "give_back", "缺收入证明")
    do(station, key, "publish", TODAY + timedelta(days=7))
    do(station, key, "begin")
    do(station, key, "close", "granted")
    do(station, key, "notify", "电话")
    do(station, key, "collect", "张三")
    do(station, key, "archive")
    page = station.cases.page(key)
    assert page.case.state is CaseState.ARCHIVED
    assert is_whole(page.steps)
    assert events(station, key) == [
        *("drafted", "receive", "ask-more", "tick", "complete", "accept", "transfer"),
        *("give-back", "publish", "begin", "close", "notify", "collect", "archive"),
    ]
    assert {step.by for step in page.steps} == {"测试员@desk"}
    assert [step.to for step in page.steps if step.to] == ["街道社会事务科", "张三"]
    assert acts(station) == [f"case:record:{each}" for each in events(station, key)]
    assert len({step.id for step in page.steps}) == 14


def test_a_case_knows_what_it_rests_upon_and_who_answers_for_it(station, drafted):
    case = at(station, drafted())
    shipped = station.items.item(DIBAO).on(TODAY)
    assert (case.version_id, case.item) == (shipped.id, shipped.particulars.name)
    assert case.affair == shipped.particulars.affair
    assert case.responsible == shipped.particulars.responsible
    assert case.desk.assignee == station.cases.me() == "测试员"


def test_an_old_case_keeps_its_version_and_a_draft_takes_the_one_that_holds(station, drafted):
    old, draft = drafted(), drafted()
    accepted(station, old)
    brought(station, draft, 0)
    latest = station.items.item(DIBAO).versions[0]
    told = replace(
        latest.particulars,
        materials=(*latest.particulars.materials, Material(name="新表")),
    )
    newer = station.items.correct(
        DIBAO, told, Start(valid_from=TODAY, reason="新文件"), seen=latest.id
    ).value
    do(station, draft, "receive")
    assert at(station, old).version_id == latest.id
    page = station.cases.page(draft)
    assert page.case.version_id == newer
    assert page.materials[0].tick.originals == 9
    assert "新表" in [each.name for each in page.lacking]


def test_somebody_of_the_register_is_called_as_he_is_there(station, drafted):
    person = a_resident(station, "周文")
    key = drafted(applicant="某某", resident_id=person.id)
    assert at(station, key).particulars.applicant == "周文"
    assert [line.id for line in station.cases.of_resident(person.id)] == [key]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"item_id": ""}, "item_id"),
        ({"item_id": "x"}, "item_id"),
        ({"applicant": " "}, "applicant"),
        ({"channel": "pigeon"}, "channel"),
        ({"channel": Channel.HOME}, "where"),
        ({"details": "字" * 2001}, "details"),
        ({"document": "110000199001010010", "document_kind": "resident_id"}, "document"),
        ({"document": "1"}, "document_kind"),
        ({"agent": replace(AGENT, relation="")}, "agent.relation"),
        ({"agent": replace(AGENT, document="")}, "agent.document"),
        ({"agent": replace(AGENT, document="310000198502280021")}, "agent.document"),
        ({"agent": replace(AGENT, name="")}, "agent.name"),
    ],
)
def test_what_cannot_be_is_told_by_field(station, change, field):
    told = {"item_id": DIBAO, "applicant": "张三", **change}
    with pytest.raises(ValidationFailedError) as failed:
        station.cases.draft(CaseDraft(**told))
    assert [problem.field for problem in failed.value.problems] == [field]
    assert station.cases.keys() == []


def test_a_home_service_and_an_agent_are_kept(station, drafted):
    key = drafted(channel=Channel.HOME, where="幸福里3幢501", agent=AGENT, phone="14200000001")
    told = at(station, key).particulars
    assert (told.channel, told.where, told.agent) == ("home", "幸福里3幢501", AGENT)
    assert station.cases.reveal(key, "agent.document") == AGENT.document
    assert station.cases.reveal(key, "phone") == "14200000001"
    assert acts(station)[-1] == "case:number:shown"


def test_what_lacks_is_told_once_and_for_all(station, drafted):
    key = drafted()
    do(station, key, "receive")
    notice = do(station, key, "ask_for_more").value
    page = station.cases.page(key)
    assert page.case.notice == notice
    assert notice.lacking == page.lacking
    assert len(notice.lacking) >= 3
    brought(station, key, 0)
    do(station, key, "complete")
    assert do(station, key, "ask_for_more").value.lacking == page.lacking[1:]
    # a material that had not been told: it was known the first time
    ticks = [replace(each.tick, is_needed=True) for each in page.materials]
    do(station, key, "tick", ticks)
    do(station, key, "complete")
    assert refused(do, station, key, "ask_for_more") == "case.notice-once"


def test_what_lacks_keeps_it_from_being_accepted_unless_it_is_promised(station, drafted):
    key = drafted()
    assert refused(do, station, key, "accept") == "case.materials-lack"
    assert at(station, key).number == ""
    do(station, key, "accept", promise="三日内补交收入证明")
    case = at(station, key)
    assert (case.state, case.promise) == (CaseState.ACCEPTED, "三日内补交收入证明")
    brought(station, key)
    do(station, key, "begin")
    assert refused(do, station, drafted(NOISE), "ask_for_more") == Why.NOT_RECEIVED


def test_with_nothing_lacking_there_is_nothing_to_tell(station, drafted):
    key = drafted()
    brought(station, key)
    do(station, key, "receive")
    assert refused(do, station, key, "ask_for_more") == "case.nothing-lacks"


def test_numbers_follow_one_another_and_the_month(station, drafted, clock):
    given = [do(station, drafted(NOISE), "receive").value for _ in range(2)]
    clock.moment += timedelta(days=31)
    given.append(do(station, drafted(NOISE), "receive").value)
    assert [each[:-2] for each in given] == [
        "20260301-0-0001",
        "20260301-0-0002",
        "20260401-0-0001",
    ]
    key = station.cases.by_number(given[1].replace("-", ""))
    assert at(station, key).number == given[1]
    with pytest.raises(NotFoundError):
        station.cases.by_number(case_number(TODAY, 3))


def test_a_number_that_was_misread_is_told(station):
    assert refused(station.cases.by_number, "20260301-0-0001-0") == "case.number-misread"


def test_what_is_undone_is_as_before_and_both_stand_in_its_history(station, drafted):
    key = drafted()
    brought(station, key)
    before = at(station, key)
    done = do(station, key, "accept")
    done.revert()
    case = at(station, key)
    assert replace(case, version=0, number="") == replace(before, version=0)
    assert case.number == done.value
    assert events(station, key)[-2:] == ["accept", Undo.UNDONE]
    assert is_whole(station.cases.page(key).steps)
    assert do(station, key, "accept").value == done.value


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("begin", ()),
        ("transfer", ("civil", "审核")),
        ("hand_over", ("王网格", "上门核实")),
        ("suspend", ("special", "评估")),
        ("close", ("granted",)),
        ("withdraw", ("不办了",)),
    ],
)
def test_a_step_is_undone_only_until_the_next(station, drafted, method, said):
    key = drafted()
    accepted(station, key)
    before = at(station, key)
    done = do(station, key, method, *said)
    done.revert()
    assert replace(at(station, key), version=0) == replace(before, version=0)
    done = do(station, key, method, *said)
    done_next = {"close": ("notify", ()), "withdraw": ("archive", ())}
    follow, words = done_next.get(method, ("withdraw", ("不办了",)))
    do(station, key, follow, *words)
    with pytest.raises(EditConflictError):
        done.revert()


def test_two_who_saw_the_same_case_do_not_overwrite_one_another(station, drafted):
    key = drafted()
    accepted(station, key)
    seen = at(station, key).version
    station.cases.begin(key, version=seen)
    with pytest.raises(EditConflictError):
        station.cases.close(key, "granted", version=seen)
    assert at(station, key).state is CaseState.IN_PROGRESS


def test_what_is_closed_is_not_opened_again(station, drafted):
    key = drafted()
    accepted(station, key)
    do(station, key, "close", "refused", "不符合条件")
    case = at(station, key)
    assert (case.result, case.result_note, case.closed_on) == ("refused", "不符合条件", TODAY)
    for method, said in (("begin", ()), ("resume", ("x",)), ("withdraw", ("x",))):
        assert refused(do, station, key, method, *said) == Why.FINISHED


@pytest.mark.parametrize(
    ("method", "said", "field"),
    [
        ("transfer", ("civil", " "), "reason"),
        ("hand_over", ("", "x"), "to"),
        ("hand_over", ("王网格", ""), "reason"),
        ("suspend", ("nap", "x"), "code"),
        ("suspend", ("special", ""), "reason"),
        ("close", ("perhaps",), "result"),
        ("close", ("refused",), "note"),
        ("withdraw", ("",), "reason"),
        ("withdraw", ("字" * 401,), "reason"),
        ("tick", ([],), "materials"),
        ("publish", (TODAY,), "until"),
        ("collect", (" ",), "by"),
    ],
)
def test_a_step_says_what_it_lacks(station, drafted, method, said, field):
    key = drafted()
    accepted(station, key)
    before = at(station, key)
    with pytest.raises(ValidationFailedError) as failed:
        do(station, key, method, *said)
    assert [problem.field for problem in failed.value.problems] == [field]
    assert at(station, key) == before


def test_an_office_that_is_not_in_the_directory_gets_nothing(station, drafted):
    key = drafted()
    accepted(station, key)
    assert refused(do, station, key, "transfer", "nowhere", "x") == "case.no-such-office"
    do(station, key, "transfer", "civil", "审核")
    assert at(station, key).desk.office == "civil"
    do(station, key, "give_back", "已阅")
    assert at(station, key).desk.office == ""


def test_a_case_that_is_declined_has_a_number_a_reason_and_is_told(station, drafted):
    key = drafted()
    number = do(station, key, "decline", "不属于本社区").value
    case = at(station, key)
    assert (case.number, case.result, case.result_note) == (number, "declined", "不属于本社区")
    assert refused(do, station, key, "archive") == Why.NOT_NOTIFIED
    do(station, key, "notify")
    do(station, key, "archive")


def test_a_draft_is_discarded_and_brought_back_what_has_a_number_is_not(station, drafted):
    key = drafted()
    done = do(station, key, "discard")
    with pytest.raises(NotFoundError):
        station.cases.page(key)
    done.revert()
    assert at(station, key).state is CaseState.DRAFT
    do(station, key, "receive")
    assert refused(do, station, key, "discard") == "case.not-a-draft"


def test_another_item_is_another_case_once_it_is_no_draft(station, drafted):
    key = drafted()
    do(station, key, "correct", CaseDraft(item_id=NOISE, applicant="张三"))
    assert at(station, key).version_id == station.items.item(NOISE).on(TODAY).id
    do(station, key, "receive")
    told = CaseDraft(item_id=NOISE, applicant="张三丰")
    do(station, key, "correct", told).revert()
    do(station, key, "correct", told)
    assert at(station, key).particulars.applicant == "张三丰"
    assert refused(do, station, key, "correct", replace(told, item_id=DIBAO)) == "case.item-fixed"


def test_an_item_that_was_retired_is_offered_no_more_but_what_began_goes_on(station, drafted):
    key = drafted(NOISE)
    station.items.retire(NOISE, "归城管", version=0)
    do(station, key, "correct", CaseDraft(item_id=NOISE, applicant="李四"))
    with pytest.raises(ValidationFailedError):
        drafted(NOISE)


def test_both_names_of_a_handing_over_stand_in_its_history(station, drafted):
    key = drafted()
    do(station, key, "hand_over", "王网格", "上门核实")
    step = station.cases.page(key).steps[-1]
    assert (step.to, step.reason, step.before) == ("测试员 → 王网格", "上门核实", step.after)
    assert at(station, key).desk.assignee == "王网格"


def test_the_page_tells_what_may_be_done_next_and_why_the_rest_may_not(station, drafted):
    key = drafted()
    found = {each.event: each.why for each in station.cases.page(key).next}
    assert set(found) == set(CaseEvent)
    assert found[CaseEvent.RECEIVE] == ""
    assert found[CaseEvent.ACCEPT] == "case.materials-lack"
    assert found[CaseEvent.CLOSE] == Why.NOT_ACCEPTED
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳"))
    told = {each.event: each.why for each in clerk.cases.page(key).next}
    assert told[CaseEvent.DECLINE] == "access.not-permitted"
    with pytest.raises(NotPermittedError):
        clerk.cases.decline(key, "x", version=1)


WORDS = {
    "receive": (),
    "ask_for_more": (),
    "complete": (),
    "accept": (),
    "decline": ("不属于本社区",),
    "begin": (),
    "transfer": ("civil", "审核"),
    "give_back": ("已阅",),
    "hand_over": ("王网格", "上门"),
    "publish": (date(2027, 6, 1),),
    "suspend": ("special", "评估"),
    "resume": ("完成",),
    "close": ("granted",),
    "notify": (),
    "collect": ("张三",),
    "archive": (),
    "withdraw": ("不办了",),
    "lapse": (),
}


def test_cases_led_at_random_stand_where_their_steps_have_led_them(station, drafted, clock):
    """Every case is walked to its end, some steps being undone and days going by."""
    chance, cases, refused_steps = Random(3), station.cases, 0
    keys = [drafted(chance.choice([DIBAO, NOISE])) for _ in range(12)]
    for key in keys * 25:
        method = chance.choice(sorted(WORDS))
        before = at(station, key)
        try:
            done = do(station, key, method, *WORDS[method])
        except RefusedError:
            refused_steps += 1
            assert at(station, key) == before
            continue
        if chance.random() < 0.2:
            done.revert()
            assert replace(at(station, key), version=0, number="") == replace(
                before, version=0, number=""
            )
        if NEXT[at(station, key).state, CaseEvent.TICK] in OPEN and chance.random() < 0.3:
            brought(station, key)
        clock.moment += timedelta(days=chance.randrange(3))
    pages = [cases.page(key) for key in keys]
    assert refused_steps > 100
    for page in pages:
        assert is_whole(page.steps)
        assert page.steps[-1].after is page.case.state
        for step in page.steps:
            taken = NEXT.get((step.before, step.event), step.after)
            assert step.after is taken
    numbers = [page.case.number for page in pages if page.case.number]
    assert len(set(numbers)) == len(numbers) > 6
    assert len({page.case.state for page in pages}) > 4
