"""Papers about own data: everything that is held, nothing that may not be told."""

from __future__ import annotations

import json
from dataclasses import replace

import pypdfium2
import pytest
from openpyxl import load_workbook

from station_app.domain.certificate_requests import RequestDraft
from station_app.domain.certificates import number_of
from station_app.domain.counter.assistance.members import Amount
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.residents.tags import Tag
from station_app.domain.rights.consents import NoticeDraft, WithdrawalDraft
from station_app.domain.rights.requests import Asker, Event, Kind
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.progress import Silence
from station_app.services.rights.requests import Step
from station_app.services.rights.telling import WORD, OwnDataRequest
from station_app.shipped import RESOURCES
from tests.factories import TODAY, a_draft, a_resident, an_ask

NUMBER = "110000199001010013"


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


@pytest.fixture(autouse=True)
def _named(station):
    with station.store.transaction() as tx:
        tx.settings.put({"name": "石头城社区服务站", "clerk": "王丽", "phone": "025-00000000"})


def asked_by(person, **more):
    told = {"purpose": "本人查询", "check": "original", "in_full": True}
    return OwnDataRequest(resident_id=person.id, **told | more)


def record(station, person, **more):
    return text_of(station.telling.own_data(asked_by(person, **more)).value.pdf)


def test_everything_that_is_held_is_told(station, person, consented, asked, tmp_path):
    station.attachments.attach(person.id, "租赁合同.pdf", b"%PDF-1.7")
    notice = NoticeDraft(edition="2026-1", on=TODAY, way="paper", by="王丽")
    station.consents.give_notice(person.id, notice)
    consented(person, "sharing", recipient="区民政局")
    asked(person)
    station.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask("节日慰问"))
    case = CaseDraft(item_id=id_of_shipped("minimum-living"), resident_id=person.id)
    number = station.cases.receive(station.cases.draft(case).value, version=1).value
    draft = station.assistance.begin(person.id).draft
    wage = Amount(kind="odd-jobs", fen=812_00)
    member = replace(draft.members[0], incomes=(wage,), health="腰伤")
    station.assistance.keep(person.id, replace(draft, members=(member,)))
    text = record(station, person)
    for told in (
        *("申请人", "零工、灵活就业收入812.00元", "腰伤"),
        *("张三", NUMBER, "14200000001", "棉纺厂", "残疾人", "二级", "志愿者", "重病"),
        *(
            "租赁合同.pdf",
            "告知书（2026-1）",
            "提供给其他单位",
            "区民政局",
            "权申字〔2026〕第0001号",
        ),
        *(number, "最低生活保障申请协助", "已收件"),
        *("名册导出", "节日慰问", "本人查询", "核对本人证件原件", "王丽"),
    ):
        assert told in text, told
    assert number_of(word=WORD, year=2026, serial=1) in text


def test_every_state_of_a_case_has_its_word_on_the_paper():
    path = RESOURCES / "exports" / "own_data.json"
    words = json.loads(path.read_text(encoding="utf-8"))["case_states"]
    assert set(words) == set(CaseState)


def test_numbers_are_told_in_full_only_to_whom_identity_was_checked(station, person, acts):
    with pytest.raises(RefusedError) as refused:
        station.telling.own_data(asked_by(person, check=""))
    assert refused.value.reason == "rights.identity-not-checked"
    text = record(station, person, check="", in_full=False)
    assert NUMBER not in text
    assert "14200000001" not in text
    assert "号码未完整列示" in text
    assert acts()[-1] == "resident:own-data:printed"


def test_a_purpose_is_needed_and_nothing_is_numbered_without(station, person, acts):
    before = len(acts())
    for purpose in ("", "长" * 61):
        with pytest.raises(ValidationFailedError):
            station.telling.own_data(asked_by(person, purpose=purpose))
    assert len(acts()) == before
    assert station.telling.own_data(asked_by(person)).value.number.endswith("第0001号")


def test_restricted_tags_are_neither_named_nor_counted_by_who_is_no_officer(station):
    person = a_resident(station, tags=(Tag(code="dibao"),))
    with station.store.transaction() as tx:
        tx.restricted_tags.keep(person.id, [Tag(code="petition")], ["petition"])
    text = record(station, person)
    assert "信访" not in text
    assert "低保" in text
    assert "依专门规定保存" not in text


def test_what_is_withheld_is_named_without_its_content(station, person, consented):
    key = consented(person, "care").value
    station.consents.withdraw(key, WithdrawalDraft(on=TODAY), version=1)
    text = record(station, person)
    assert "残疾人" in text
    assert "（已停止使用，依法保存）" in text
    assert "二级" not in text


def test_what_was_asked_for_and_has_no_number_is_told(station, person):
    asked = RequestDraft(
        kind="honour",
        resident_id=person.id,
        purpose="表彰大会",
        answers={"occasion": "评选", "award": "和谐家庭"},
    )
    station.certificate_requests.draw_up(asked)
    text = record(station, person)
    assert "表彰大会" in text
    assert "申请中" in text


def test_who_looked_is_told_by_name_and_count(station, person):
    station.residents.reveal(person.id, "phone")
    station.residents.reveal(person.id, "phone")
    assert "测试员2" in record(station, person)


def test_the_others_of_the_household_are_counted_not_named(station, person):
    other = a_resident(station, "李四", number="320000194001010028")
    seen = station.residents.resident(person.id)
    from station_app.domain.residents.households import HouseholdDraft  # noqa: PLC0415

    home = station.households.found(person.id, HouseholdDraft(number="7"), version=seen.version)
    station.households.join(other.id, home.value, "10", version=other.version)
    text = record(station, person)
    assert "李四" not in text
    assert "2人" in text


def test_a_character_no_font_has_keeps_the_paper_from_being_made(station, acts):
    person = a_resident(station, "张三", particulars=a_draft("张三", note="\U0001f600"))
    before = len(acts())
    with pytest.raises(GlyphMissingError):
        station.telling.own_data(asked_by(person))
    assert len(acts()) == before
    assert station.telling.notice().pages >= 1


def test_the_same_facts_make_the_same_bytes(station):
    assert station.telling.notice("张三").pdf == station.telling.notice("张三").pdf


def test_the_notice_names_every_kind_of_data_and_every_purpose(station):
    text = text_of(station.telling.notice("张三").pdf)
    rules = station.reference.rights
    for entry in (*rules.groups, *rules.purposes):
        assert entry.name in text
    for told in (rules.edition, "15个工作日内答复", "石头城社区服务站", "025-00000000", "张三："):
        assert told in text


def test_a_copy_is_a_book_of_texts_with_its_mark(station, person, tmp_path):
    path = tmp_path / "本人.xlsx"
    number = station.telling.save_copy(asked_by(person), path).value
    sheet = load_workbook(path).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    values = [cell.value for cell in cells]
    assert NUMBER in values
    assert number in values[0]
    assert "本人查询" in values[0]


def test_a_copy_to_be_taken_elsewhere_reads_back(station, person, tmp_path, acts):
    path = tmp_path / "本人.json"
    number = station.telling.save_copy(asked_by(person, in_full=False), path).value
    told = json.loads(path.read_text(encoding="utf-8"))
    assert (told["number"], told["name"]) == (number, "张三")
    documents = next(part for part in told["parts"] if "证件" in part["title"])
    assert documents["rows"][0]["号码"] == "110000********0013"
    assert NUMBER not in path.read_text(encoding="utf-8")
    assert acts()[-1] == "resident:own-data:given-out"


def test_other_endings_are_refused_before_anything_is_noted(station, person, tmp_path, acts):
    before = len(acts())
    with pytest.raises(RefusedError) as refused:
        station.telling.save_copy(asked_by(person), tmp_path / "a.docx")
    assert refused.value.reason == "rights.file-kind"
    assert len(acts()) == before


def test_an_answer_says_what_was_asked_and_what_is_answered(station, person, asked):
    key = asked(person, Kind.CORRECT).value
    with pytest.raises(RefusedError):
        station.telling.answer(key)
    station.requests.advance(key, Event.ANSWER, Step(answer="电话已更正。"), version=1)
    text = text_of(station.telling.answer(key).pdf)
    for told in ("张三：", "更正", "电话已更正。", "权申字〔2026〕第0001号", "王丽"):
        assert told in text


def test_a_refusal_names_its_ground_in_law(station, person, asked):
    key = asked(person, asker=Asker.AGENT, asker_name="李四", proof="委托书").value
    station.requests.advance(key, Event.REFUSE, Step(ground="law_keeps"), version=1)
    text = text_of(station.telling.answer(key).pdf)
    assert "李四：" in text
    assert "个人信息保护法第47条第2款" in text
