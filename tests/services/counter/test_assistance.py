"""Pre-checks on a real store: begun from the register, kept, undone, exchanged, on paper."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pypdfium2
import pytest

from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.assistance.draft import Asset, CheckDraft
from station_app.domain.counter.assistance.judging import ALONE
from station_app.domain.counter.assistance.members import (
    WHYS,
    Amount,
    Away,
    Counting,
    Dependence,
    Member,
    Tie,
    Work,
)
from station_app.domain.counter.assistance.telling import MISSING, REASONS, Verdict
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    ValidationFailedError,
)
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou
from station_app.domain.residents.tags import Tag
from station_app.domain.sync.devices import DeviceKind
from station_app.services.counter.dossier_words import DossierWords, yuan
from tests.factories import TODAY, a_draft, a_resident
from tests.stations import back_and_forth

ADDRESS = "幸福里3幢1单元101"
STANDARD = {"standard": 900_00, "standard_source": "某市公告"}


def someone(station, name, relation, born, **particulars):
    """Register somebody at the address; his number is nobody's."""
    told = a_draft(name, sex="1", born=born, **particulars)
    return a_resident(
        station, name, number="", address=ADDRESS, particulars=told, relation=relation
    )


@pytest.fixture
def family(station):
    """Return three who live together: the head, his wife, their son."""
    head = someone(station, "韩立", "02", date(1970, 1, 1), occupation="70")
    wife = someone(station, "孟芳", "10", date(1972, 1, 1), health="30")
    son = someone(station, "韩明", "20", date(2006, 1, 1), occupation="31")
    key = station.households.found(head.id, HouseholdDraft(number="1"), version=head.version).value
    station.households.join(wife.id, key, "10", version=wife.version)
    station.households.join(son.id, key, "20", version=son.version)
    return head.id, wife.id, son.id


def tagged(station, key, *tags):
    station.residents.keep_tags(key, tags, version=station.residents.resident(key).version)


def ties(begun):
    return {member.name: member.tie for member in begun.draft.members}


def told(draft, **more):
    """Return *draft* with everything told: nobody has anything."""
    members = tuple(replace(each, incomes_told=True) for each in draft.members)
    return replace(draft, members=members, assets_told=True, **{**STANDARD, **more})


def kept(station, key, **more):
    draft = told(station.assistance.begin(key).draft, **more)
    return station.assistance.keep(key, draft)


def acts(station):
    with station.store.reading() as tx:
        sql = "SELECT act FROM audit_entry WHERE act LIKE 'assistance:%' ORDER BY seq"
        return [act for (act,) in tx.session.connection().exec_driver_sql(sql)]


# begun from the register


def test_a_check_begins_with_the_family_the_register_has(station, family):
    begun = station.assistance.begin(family[0])
    assert ties(begun) == {"韩立": Tie.APPLICANT, "孟芳": Tie.SPOUSE, "韩明": Tie.CHILD}
    assert all(each.lives_along for each in begun.draft.members)
    assert begun.draft.is_registered_here is True
    assert begun.draft.received_on == TODAY
    assert begun.draft.members[0].work is Work.UNEMPLOYED
    assert begun.hints == (("无业人员",), ("有慢性病",), ("学生",))
    assert acts(station) == []


@pytest.mark.parametrize(
    ("applicant", "expected"),
    [
        (1, {"韩立": Tie.SPOUSE, "孟芳": Tie.APPLICANT, "韩明": Tie.CHILD}),
        (2, {"韩立": Tie.DUTY, "孟芳": Tie.DUTY, "韩明": Tie.APPLICANT}),
    ],
)
def test_ties_are_seen_from_whoever_applies(station, family, applicant, expected):
    assert ties(station.assistance.begin(family[applicant])) == expected


def test_a_tie_that_the_register_does_not_say_is_asked_about(station, family):
    nephew = someone(station, "韩小", "93", date(2000, 1, 1))
    household = station.residents.resident(family[0]).household_id
    station.households.join(nephew.id, household, "93", version=nephew.version)
    assert ties(station.assistance.begin(family[0]))["韩小"] is Tie.UNKNOWN
    assert ties(station.assistance.begin(nephew.id))["孟芳"] is Tie.UNKNOWN


def test_who_lives_alone_begins_alone(station):
    alone = a_resident(station, "独居", hukou=Hukou(is_local=None))
    begun = station.assistance.begin(alone.id)
    assert ties(begun) == {"独居": Tie.APPLICANT}
    assert begun.draft.is_registered_here is None


def test_the_dead_and_those_who_left_are_left_out(station, family):
    wife = station.residents.resident(family[1])
    station.residents.note_death(wife.id, TODAY, version=wife.version)
    assert "孟芳" not in ties(station.assistance.begin(family[0]))


def test_tags_are_hints_and_fill_in_what_they_say(station, family):
    tagged(
        station,
        family[0],
        Tag(code="disabled", level="四级"),
        Tag(code="disabled_limb", level="二级"),
        Tag(code="unemployed"),
        Tag(code="serious_illness"),
        Tag(code="party_member"),
        Tag(code="dibao", until=date(2020, 1, 1)),
    )
    begun = station.assistance.begin(family[0])
    head = begun.draft.members[0]
    assert (head.disability, head.level) == ("disabled_limb", 2)
    assert (head.work, head.is_seriously_ill) == (Work.UNEMPLOYED, True)
    assert begun.hints[0] == ("无业人员", "残疾人四级", "肢体残疾二级", "失业人员", "重病")


def test_a_tag_without_its_level_leaves_the_level_open(station, family):
    tagged(station, family[0], Tag(code="disabled_mind"))
    head = station.assistance.begin(family[0]).draft.members[0]
    assert (head.disability, head.level) == ("disabled_mind", 0)


def test_the_standard_is_typed_once(station, family):
    kept(station, family[0], area="sample-rural")
    draft = station.assistance.begin(family[1]).draft
    assert (draft.standard, draft.standard_source) == (900_00, "某市公告")
    assert draft.area == "sample-rural"


def test_of_somebody_who_is_not_there_there_is_nothing_to_begin(station):
    with pytest.raises(NotFoundError):
        station.assistance.begin("nobody")


# judged


def test_what_the_register_alone_tells_is_never_enough(station, family):
    found = station.assistance.judge(station.assistance.begin(family[0]).draft)
    assert found.judgement.verdict is Verdict.UNSAID
    codes = {each.code for each in found.judgement.missing}
    assert {"standard-not-compared", "incomes", "assets", "authorisation"} <= codes


def test_a_check_is_judged_as_of_the_day_it_was_received(station, family, clock):
    key = kept(station, family[0]).value
    before = station.assistance.judge(station.assistance.check(key).particulars)
    clock.moment = datetime(2031, 3, 1, 8, tzinfo=UTC)
    after = station.assistance.judge(station.assistance.check(key).particulars)
    assert before.day == after.day == TODAY
    assert after.judgement.verdict is before.judgement.verdict is Verdict.WITHIN


# kept


def test_a_check_that_is_kept_is_in_the_list_with_its_verdict(station, family):
    key = kept(station, family[0]).value
    [line] = station.assistance.lines()
    assert (line.check.id, line.check.name) == (key, "韩立")
    assert line.assessment.judgement.verdict is Verdict.WITHIN
    assert acts(station) == ["assistance:check:kept"]


def test_who_opens_a_check_is_noted(station, family):
    key = kept(station, family[0]).value
    found = station.assistance.check(key)
    assert found.particulars.members[0].name == "韩立"
    assert acts(station)[-1] == "assistance:check:opened"


def test_keeping_is_undone_and_done_again(station, family):
    undone = kept(station, family[0]).revert()
    assert station.assistance.lines() == []
    undone.revert()
    assert len(station.assistance.lines()) == 1
    assert acts(station)[-2:] == ["assistance:check:binned", "assistance:check:restored"]


def test_a_correction_is_undone(station, family):
    key = kept(station, family[0]).value
    draft = station.assistance.check(key).particulars
    done = station.assistance.correct(key, replace(draft, note="改"), version=1)
    assert station.assistance.check(key).particulars.note == "改"
    done.revert()
    assert station.assistance.check(key).particulars == draft


def test_second_of_two_edits_is_refused(station, family):
    key = kept(station, family[0]).value
    draft = station.assistance.check(key).particulars
    station.assistance.correct(key, replace(draft, note="甲"), version=1)
    with pytest.raises(EditConflictError):
        station.assistance.correct(key, replace(draft, note="乙"), version=1)
    assert station.assistance.check(key).particulars.note == "甲"


def test_a_check_in_the_bin_is_not_corrected(station, family):
    key = kept(station, family[0]).value
    draft = station.assistance.check(key).particulars
    station.assistance.put_into_bin(key)
    with pytest.raises(EditConflictError):
        station.assistance.correct(key, draft, version=2)


def test_a_slip_of_the_finger_is_refused_by_field(station, family):
    draft = told(station.assistance.begin(family[0]).draft, standard_source=" ")
    with pytest.raises(ValidationFailedError) as failed:
        station.assistance.keep(family[0], draft)
    assert [each.field for each in failed.value.problems] == ["standard_source"]
    assert station.assistance.lines() == []
    assert acts(station) == []


def test_a_check_is_not_kept_for_somebody_who_is_not_there(station):
    draft = CheckDraft(
        received_on=TODAY, members=(Member(name="某", tie=Tie.APPLICANT),), **STANDARD
    )
    with pytest.raises(NotFoundError):
        station.assistance.keep("nobody", draft)


def test_a_grid_worker_sees_no_check(station, family, monkeypatch):
    key = kept(station, family[0]).value
    monkeypatch.setattr(station.store.authority, "scope", lambda: frozenset({"a-grid"}))
    for ask in (
        station.assistance.lines,
        lambda: station.assistance.check(key),
        lambda: station.assistance.begin(family[0]),
    ):
        with pytest.raises(NotPermittedError):
            ask()


def test_no_income_and_no_illness_stands_in_the_audit(station, family):
    draft = told(station.assistance.begin(family[0]).draft)
    ill = replace(draft.members[0], health="尿毒症", incomes=(Amount(kind="wage", fen=123_456),))
    key = station.assistance.keep(
        family[0], replace(draft, members=(ill, *draft.members[1:]))
    ).value
    station.assistance.dossier(key)
    with station.store.reading() as tx:
        rows = tx.session.connection().exec_driver_sql("SELECT * FROM audit_entry").fetchall()
    text = str([tuple(row) for row in rows])
    assert "尿毒症" not in text
    assert "123456" not in text


def test_checks_travel_to_full_copies(places, stick):
    one, other = places.make("站", DeviceKind.STATION), places.make("台", DeviceKind.DESK)
    places.acquaint(one, other, segment=1)
    person = a_resident(one, "韩立")
    key = kept(one, person.id).value
    back_and_forth(one, other, stick)
    assert [line.check.id for line in other.assistance.lines()] == [key]
    assert other.assistance.check(key).particulars == one.assistance.check(key).particulars


# on paper


@pytest.fixture
def pages(station):
    """Return a function that gives the text of a paper."""
    station.settings.change(name="石头城社区服务站", phone="010-00000000")

    def read(paper):
        document = pypdfium2.PdfDocument(io.BytesIO(paper.pdf))
        texts = [page.get_textpage().get_text_bounded() for page in document]
        return "".join(texts).replace("\r\n", "").replace("\n", "")

    return read


def test_the_dossier_tells_what_is_held_what_is_missing_and_the_clock(station, family, pages):
    draft = told(station.assistance.begin(family[0]).draft)
    head = replace(
        draft.members[0],
        disability="disabled_limb",
        level=2,
        health="腰椎手术后",
        incomes=(Amount(kind="odd-jobs", fen=900_00), Amount(kind="relief", fen=1_234_56)),
        deductions=(Amount(kind="illness", fen=100_00),),
    )
    son = replace(draft.members[2], dependence=Dependence.STUDENT)
    wife = replace(draft.members[1], away=Away.PRISON)
    key = station.assistance.keep(
        family[0],
        replace(
            draft,
            members=(head, wife, son),
            assets=(Asset(kind="house", amount=1), Asset(kind="deposit", amount=5_000_00)),
            note="上门办理",
        ),
    ).value
    text = pages(station.assistance.dossier(key))
    expected = [
        *("石头城社区服务站", "韩立", "孟芳", "韩明", "可能符合低保条件", "上门办理"),
        *("400.00元至450.00元", "每人每月900.00元（某市公告）", "低于1,350.00元（标准的150%）"),
        *("零工、灵活就业收入", "1,234.56元", "不计入", "肢体残疾二级", "腰椎手术后"),
        *("全日制本科及以下在读", "在监狱服刑", "重病医疗的刚性支出", "5,000.00元"),
        *("凭证：零工、灵活就业收入", "学生证或者在读证明", "残疾人证"),
        *("2026年3月4日", "假定", "民发〔2021〕57号", "3个工作日", "30个工作日"),
        "预审意见不是审核确认决定",
    ]
    assert [each for each in expected if each not in text] == []


def test_no_identity_number_stands_on_any_paper(station, pages):
    person = a_resident(station, "韩立", number="110000199001010013")
    key = kept(station, person.id).value
    for paper in (station.assistance.dossier(key), station.assistance.authorisation(key)):
        assert "110000" not in pages(paper)


def test_who_is_counted_signs_the_authorisation(station, family, pages):
    draft = told(station.assistance.begin(family[0]).draft)
    apart = replace(draft.members[1], away=Away.MISSING)
    members = (draft.members[0], apart, draft.members[2])
    key = station.assistance.keep(family[0], replace(draft, members=members)).value
    text = pages(station.assistance.authorisation(key))
    assert "核对授权书" in text
    assert ("韩明" in text, "孟芳" in text) == (True, False)


def test_a_check_of_whom_nothing_is_known_can_be_drawn(station, pages):
    person = a_resident(station, "韩立")
    draft = station.assistance.begin(person.id).draft
    key = station.assistance.keep(person.id, draft).value
    text = pages(station.assistance.dossier(key))
    assert "暂时不能判断" in text
    assert "未经核对" in text


def test_who_may_apply_alone_has_a_part_of_his_own(station, family, pages):
    draft = told(station.assistance.begin(family[0]).draft)
    wage = (Amount(kind="wage", fen=3_000_00, is_proved=True),)
    head = replace(draft.members[0], incomes=wage, is_seriously_ill=True)
    son = replace(draft.members[2], dependence=Dependence.STUDENT)
    key = station.assistance.keep(
        family[0], replace(draft, members=(head, draft.members[1], son))
    ).value
    assert "患重特大疾病" in pages(station.assistance.dossier(key))
    poor = replace(head, incomes=())
    other = station.assistance.keep(
        family[0], replace(draft, members=(poor, draft.members[1], son))
    ).value
    assert "可以单独申请的人" not in pages(station.assistance.dossier(other))


@pytest.mark.parametrize(
    ("fen", "told"), [(0, "0.00"), (5, "0.05"), (899_99, "899.99"), (1_234_567_89, "1,234,567.89")]
)
def test_fen_are_told_as_yuan(fen, told):
    assert yuan(fen) == told


def test_what_is_just_below_the_standard_is_not_told_as_the_standard():
    assert yuan(Fraction(269_999, 3)) == "899.99"


def test_every_code_has_its_words_on_paper():
    words = DossierWords().told
    assert set(words["reasons"]) == set(REASONS)
    assert set(words["missing"]) == set(MISSING)
    assert set(words["whys"]) == set(WHYS)
    assert set(words["alone"]) == set(ALONE)
    assert set(words["verdicts"]) == set(Verdict)
    assert set(words["ties"]) == set(Tie)
    assert set(words["works"]) == set(Work)
    assert set(words["countings"]) == set(Counting)
    assert words["parts"].keys() >= words["headings"].keys()
    assert json.dumps(words, ensure_ascii=False).isprintable()
