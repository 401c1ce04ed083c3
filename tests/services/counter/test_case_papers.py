"""The papers of cases: which there are when, what stands on them, who may have them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.case_papers import CasePaperKind, papers_of, served_by
from station_app.domain.counter.cases import Agent, CaseDraft, Channel
from station_app.domain.counter.items import Material, id_of_shipped
from station_app.domain.counter.orders import OrderDraft
from station_app.domain.errors import RefusedError
from station_app.domain.places import GridDraft
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.certificates.preview import page_sizes
from station_app.services.counter.items import Start
from tests.authority import as_seen_by, employ
from tests.factories import TODAY, a_resident
from tests.pdf_text import text_of

K = CasePaperKind
DIBAO, NOISE = id_of_shipped("minimum-living"), id_of_shipped("noise")
NUMBER, MASKED = "110000199001010013", "110000********0013"
AGENT = Agent(
    name="李四",
    document_kind="resident_id",
    document="310000198502280022",
    relation="女儿",
    phone="14200005678",
    proof="委托书",
)
LONG = "阿卜杜热伊木·买买提艾力·吐尔逊江·阿卜杜克里木·玉素甫江·艾合买提江·买合木提·库尔班江·依"
A4, A5 = (210, 297), (148, 210)


@pytest.fixture(autouse=True)
def _particulars(station):
    station.settings.change(
        name="幸福里社区服务站", phone="025-00008420", complaint_phone="025-00008421"
    )


@pytest.fixture
def drafted(station):
    """Return what begins a case, and returns its key."""

    def begin(item=DIBAO, **more):
        told = {"item_id": item, "applicant": "张三", "document_kind": "resident_id"}
        return station.cases.draft(CaseDraft(**(told | {"document": NUMBER} | more))).value

    return begin


def do(station, key, method, *said, **more):
    """Take a step of the case as it stands now."""
    version = station.cases.page(key).case.version
    return getattr(station.cases, method)(key, *said, version=version, **more)


def bring(station, key, most=99):
    page = station.cases.page(key)
    ticks = [
        replace(each.tick, originals=2, copies=1)
        if each.tick.is_needed and at < most
        else each.tick
        for at, each in enumerate(page.materials)
    ]
    do(station, key, "tick", ticks)


def kinds(station, key):
    return [each.kind for each in station.case_papers.offered(key)]


def words(station, key, kind):
    """Return what stands on a paper, without blanks, as lines are broken anywhere."""
    return "".join(text_of(station.case_papers.draw(key, kind).pdf).split())


def test_a_case_has_more_papers_as_it_goes_on(station, drafted):
    key = drafted()
    assert kinds(station, key) == []
    do(station, key, "receive")
    assert kinds(station, key) == [K.RECEIPT]
    do(station, key, "ask_for_more")
    assert kinds(station, key) == [K.RECEIPT, K.NOTICE, K.DELIVERY]
    bring(station, key)
    do(station, key, "complete")
    do(station, key, "accept")
    assert kinds(station, key) == [K.RECEIPT, K.NOTICE, K.ACCEPTANCE, K.DELIVERY]
    do(station, key, "transfer", "street-affairs", "须由街道审核")
    assert kinds(station, key)[3:] == [K.TRANSFER, K.DELIVERY]
    do(station, key, "give_back", "缺收入证明")
    assert K.TRANSFER not in kinds(station, key)
    do(station, key, "close", "granted")
    assert kinds(station, key)[3:] == [K.CLOSING, K.DELIVERY]


def test_what_was_declined_was_neither_accepted_nor_closed(station, drafted):
    key = drafted()
    do(station, key, "decline", "不属于本社区")
    assert kinds(station, key) == [K.RECEIPT, K.REFUSAL, K.DELIVERY]


def test_what_was_withdrawn_has_no_notice_of_how_it_ended(station, drafted):
    key = drafted()
    do(station, key, "receive")
    do(station, key, "withdraw", "不办了")
    assert kinds(station, key) == [K.RECEIPT]


def test_what_was_taken_back_has_its_papers_no_more(station, drafted):
    key = drafted()
    done = do(station, key, "receive")
    done.revert()
    assert station.cases.page(key).case.number
    assert kinds(station, key) == []


def test_a_home_service_has_its_slip_from_the_first_word_on(station, drafted):
    key = drafted(channel=Channel.HOME, where="幸福里小区3幢2单元501室", agent=AGENT)
    assert kinds(station, key) == [K.HOME_SERVICE]
    told = words(station, key, K.HOME_SERVICE)
    for wanted in ("3幢2单元501室", "李四（女儿）", "居民户口簿", "服务对象签字", "服务人员签字"):
        assert wanted in told
    assert "办件编号" not in told


def test_a_paper_that_the_case_has_not_is_refused(station, drafted):
    key = drafted()
    for act in (
        lambda: station.case_papers.draw(key, K.RECEIPT),
        lambda: station.case_papers.note_given_out(key, K.RECEIPT, printed=True),
    ):
        with pytest.raises(RefusedError) as error:
            act()
        assert error.value.reason == "case.no-such-paper"


def test_the_receipt_is_there_in_two_copies_once_a_case_is_accepted(station, drafted):
    key = drafted(phone="14200000001", agent=AGENT)
    bring(station, key)
    number = do(station, key, "accept").value
    paper = station.case_papers.draw(key, K.RECEIPT)
    assert paper.pages == 2
    for size in page_sizes(paper.pdf):
        assert size == pytest.approx(A5, abs=0.1)
    told = words(station, key, K.RECEIPT)
    assert [told.count(each) for each in ("第一联申请人留存", "第二联服务站存档")] == [1, 1]
    for wanted in (
        f"办件编号：{number}",
        "最低生活保障申请协助",
        f"张三（居民身份证{MASKED}）",
        "142****0001",
        "李四（女儿），居民身份证310000********0022，电话142****5678，委托书",
        "居民户口簿原件2份，复印件1份",
        "3个工作日，2026年3月4日前（含当日）办结",
        "收件人测试员",
        "查询电话：025-00008420",
        "监督电话：025-00008421",
        "二〇二六年三月一日",
    ):
        assert told.count(wanted) == 2, wanted


def test_before_it_is_accepted_the_receipt_tells_from_when_the_days_count(station, drafted):
    key = drafted()
    bring(station, key, most=1)
    do(station, key, "receive")
    told = words(station, key, K.RECEIPT)
    assert "3个工作日，自受理之日起计算" in told
    assert "申请书" in told
    assert "居民户口簿" not in told


@pytest.mark.parametrize("kind", [K.RECEIPT, K.ACCEPTANCE, K.TRANSFER])
def test_a_day_that_may_still_change_is_marked(station, drafted, clock, kind):
    clock.moment = datetime(2026, 12, 30, 8, tzinfo=UTC)  # 2027 has no schedule yet
    key = drafted()
    bring(station, key)
    do(station, key, "accept")
    do(station, key, "transfer", "civil", "审核")
    assert "暂定" in words(station, key, kind)


@pytest.mark.parametrize("kind", [K.RECEIPT, K.ACCEPTANCE, K.TRANSFER])
def test_a_day_that_stands_is_not_marked(station, drafted, kind):
    key = drafted()
    bring(station, key)
    do(station, key, "accept")
    do(station, key, "transfer", "civil", "审核")
    assert "暂定" not in words(station, key, kind)


def test_the_notice_names_all_that_lacks_and_until_when(station, drafted):
    key = drafted()
    bring(station, key, most=3)
    do(station, key, "receive")
    notice = do(station, key, "ask_for_more", "核对授权书需全体签字。").value
    bring(station, key)
    told = words(station, key, K.NOTICE)  # still as it was told
    assert notice.lacking
    for each in notice.lacking:
        assert each.name in told
    assert "2026年3月20日前（含当日）补正" in told
    assert "说明：核对授权书需全体签字。" in told
    assert "居民户口簿" not in told


def test_a_promise_stands_on_receipt_and_acceptance(station, drafted):
    key = drafted()
    do(station, key, "accept", promise="三日内补交收入证明。")
    assert "已书面承诺补交：三日内补交收入证明。" in words(station, key, K.RECEIPT)
    assert "（三日内补交收入证明），按容缺受理办理" in words(station, key, K.ACCEPTANCE)


def test_a_stopped_clock_is_told_instead_of_a_day(station, drafted):
    key = drafted()
    bring(station, key)
    do(station, key, "accept")
    do(station, key, "suspend", "survey", "入户")
    told = words(station, key, K.ACCEPTANCE)
    assert "办理时限现因“入户调查、信息核对”暂停计算" in told
    assert "2026年3月4日" not in told


def test_the_refusal_says_why_and_where_to_complain(station, drafted):
    key = drafted(NOISE)
    do(station, key, "decline", "该事项由城市管理部门受理。")
    told = words(station, key, K.REFUSAL)
    assert "理由：该事项由城市管理部门受理。对本通知" in told
    assert "监督电话025-00008421" in told


def test_what_goes_to_an_office_tells_it_whose_case_it_is(station, drafted):
    key = drafted(details="老人行动不便。\n请上门。")
    bring(station, key)
    do(station, key, "accept")
    do(station, key, "transfer", "street-affairs", "须由街道审核")
    told = words(station, key, K.TRANSFER)
    for wanted in ("街道社会事务科：", "转办事由：须由街道审核。", "老人行动不便。请上门", MASKED):
        assert wanted in told
    assert "转办经办人：测试员" in told


def test_how_it_ended_and_that_it_was_handed_over(station, drafted, clock):
    key = drafted()
    bring(station, key)
    number = do(station, key, "accept").value
    clock.moment = datetime(2026, 3, 6, 8, tzinfo=UTC)
    do(station, key, "close", "refused", "人均收入高于标准")
    clock.moment = datetime(2026, 3, 9, 8, tzinfo=UTC)
    told = words(station, key, K.CLOSING)
    assert "办理结果：不同意。说明：人均收入高于标准。" in told
    assert "二〇二六年三月六日" in told  # not the day it is printed
    assert "打印日期：2026年3月9日" in told
    receipt = f"办结通知书（办件编号{number}，2026年3月6日）"
    assert receipt in words(station, key, K.DELIVERY)


def test_a_case_is_told_as_its_own_version_of_the_item_has_it(station, drafted):
    key = drafted()
    do(station, key, "receive")
    latest = station.items.item(DIBAO).versions[0]
    told = replace(latest.particulars, materials=(Material(name="新表"),))
    station.items.correct(DIBAO, told, Start(valid_from=TODAY, reason="新文件"), seen=latest.id)
    do(station, key, "ask_for_more")
    notice = words(station, key, K.NOTICE)
    assert "居民户口簿" in notice
    assert "新表" not in notice


def test_no_number_stands_in_full_on_any_paper(station, drafted):
    person = a_resident(station, "周文", number=NUMBER)
    key = drafted(
        resident_id=person.id,
        document="",
        document_kind="",
        agent=AGENT,
        channel=Channel.HOME,
        phone="14200000001",
        where="某处",
    )
    bring(station, key, most=2)
    do(station, key, "receive")
    do(station, key, "ask_for_more")
    bring(station, key)
    do(station, key, "complete")
    do(station, key, "accept")
    do(station, key, "transfer", "civil", "审核")
    do(station, key, "close", "granted")
    papers = kinds(station, key)
    assert set(papers) == set(K) - {K.REFUSAL, K.ANSWER}
    for kind in papers:
        told = words(station, key, kind)
        assert "周文" in told
        for number in (NUMBER, AGENT.document, AGENT.phone, "14200000001"):
            assert number not in told
    assert f"周文（居民身份证{MASKED}）" in words(station, key, K.RECEIPT)  # from the register


def test_a_long_name_stands_whole_on_every_paper(station, drafted):
    key = drafted(applicant=LONG, channel=Channel.HOME, where="某处" * 60, details="说明" * 400)
    bring(station, key, most=2)
    do(station, key, "receive")
    do(station, key, "ask_for_more", "请尽快" * 100)
    bring(station, key)
    do(station, key, "complete")
    do(station, key, "accept")
    do(station, key, "transfer", "civil", "审核" * 200)
    do(station, key, "close", "refused", "理由" * 200)
    for kind in kinds(station, key):
        told = words(station, key, kind).replace("\ufffe", "")
        assert LONG in told
        assert "…" not in told
    assert "说明" * 400 in words(station, key, K.TRANSFER).replace("\ufffe", "")


def test_a_character_no_font_has_stops_the_paper(station, drafted):
    key = drafted(applicant="李\ue000")
    do(station, key, "receive")
    with pytest.raises(GlyphMissingError):
        station.case_papers.draw(key, K.RECEIPT)


def test_all_but_the_receipt_are_as_large_as_offices_file_them(station, drafted):
    key = drafted()
    do(station, key, "decline", "不属于本社区")
    for kind in (K.REFUSAL, K.DELIVERY):
        [size] = page_sizes(station.case_papers.draw(key, kind).pdf)
        assert size == pytest.approx(A4, abs=0.1)


def test_giving_out_is_noted_with_number_and_title(station, drafted):
    key = drafted()
    number = do(station, key, "receive").value
    station.case_papers.draw(key, K.RECEIPT)  # looking at it is none
    station.case_papers.note_given_out(key, K.RECEIPT, printed=True)
    station.case_papers.note_given_out(key, K.RECEIPT, printed=False)
    sql = "SELECT act, facts FROM audit_entry WHERE act LIKE 'case:paper:%' ORDER BY seq"
    with station.store.reading() as tx:
        entries = tx.session.connection().exec_driver_sql(sql).all()
    assert [act for act, _ in entries] == ["case:paper:printed", "case:paper:saved"]
    for _, facts in entries:
        assert number in str(facts)
        assert "收件回执" in str(facts)


def test_who_may_not_see_a_case_has_no_papers_of_it(station, drafted):
    key = drafted()
    do(station, key, "receive")
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "网格员", grids=frozenset()))
    auditor = as_seen_by(station, employ(station, Role.AUDITOR, "审计"))
    for other in (worker, auditor):
        for act in (
            other.case_papers.offered,
            lambda k, o=other: o.case_papers.draw(k, K.RECEIPT),
        ):
            with pytest.raises(NotPermittedError):
                act(key)


def test_a_grid_worker_has_the_paper_of_a_case_handed_to_him_without_the_register(
    station, drafted
):
    person = a_resident(station, "周文", number=NUMBER)
    grid = station.places.draw_grid(GridDraft(code="320000009001001", name="第一网格")).value
    key = drafted(resident_id=person.id, document="", document_kind="")
    do(station, key, "receive")
    do(station, key, "hand_over", "网格员", "入户核实", grid_id=grid)
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "网格员", grids={grid}))
    told = words(worker, key, K.RECEIPT)
    assert "周文" in told
    assert MASKED not in told


def test_only_what_has_been_decided_is_served(station, drafted):
    key = drafted()
    do(station, key, "receive")
    case = station.cases.page(key).case
    assert served_by(case) is None
    assert served_by(replace(case, accepted_on=date(2026, 3, 2))) is K.ACCEPTANCE
    assert K.DELIVERY not in papers_of(case)


def test_the_answer_to_an_order_is_a_letter_with_the_numbers_of_both(station):
    draft = OrderDraft(
        source="12345",
        number="DH2026-0001",
        received_on=TODAY,
        kind="complaint",
        category="noise",
        content="夜间施工",
        caller="王建国",
    )
    key = station.orders.enter(draft).value
    assert K.ANSWER not in kinds(station, key)
    station.orders.answer(key, "已与商铺协调。\n22时后停止施工。", version=1)
    assert kinds(station, key)[-2:] == [K.ANSWER, K.DELIVERY]
    assert K.CLOSING not in kinds(station, key)
    told = words(station, key, K.ANSWER)
    number = station.cases.page(key).case.number
    for wanted in (
        *("答复书", "王建国：", f"办件编号：{number}", "来件编号：DH2026-0001"),
        *("通过12345热线反映的事项（投诉）", "已与商铺协调。22时后停止施工。对本答复"),
    ):
        assert wanted in told, wanted
    assert "答复书" in words(station, key, K.DELIVERY)
