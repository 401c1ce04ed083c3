"""Certificates of any kind from the wish to the archive."""

from __future__ import annotations

import json
import random

import pytest

from station_app.domain.certificate_requests import (
    NEXT,
    Collector,
    Evidence,
    RequestDraft,
    Stage,
    Step,
)
from station_app.domain.certificates import Obstacle, State
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.paper_code.judging import Verdict
from station_app.services.certificates.preview import keywords_of
from tests.factories import TODAY, a_named, a_resident, visited
from tests.pdf_text import text_of
from tests.services.certificates.of_any_kind import answers_to

KINDS = (
    *("residence", "hardship", "activity", "volunteering", "repair_fund", "adoption"),
    *("adoption_proxy", "guardianship", "litigation_agent", "domestic_violence"),
    *("mediation", "honour"),
)
VISIT = Evidence(how="visit", on=TODAY, by="赵网格")


@pytest.fixture
def desk_of(station):
    """The requests of a station that has a name and people answering for it."""
    return a_named(station).certificate_requests


@pytest.fixture
def person(station):
    return visited(station, a_resident(station, "张三", address="幸福里小区3幢2单元501室"))


def a_draft(station, person, kind="hardship", **told):
    template = station.desk.templates[kind]
    usual = {"purpose": "申请临时救助", "answers": answers_to(template)}
    return RequestDraft(kind=kind, resident_id=person.id, **(usual | told))


@pytest.fixture
def at(station, desk_of, person):
    """Return a maker of requests that have come to a stage."""

    def come(stage, kind="hardship", **told):
        key = desk_of.draw_up(a_draft(station, person, kind, **told)).value
        for each in ROAD[: list(Stage).index(stage)]:
            each(station, key)
        return key

    return come


def version(station, key):
    return station.certificate_requests.request(key).version


def verify(station, key):
    station.certificate_requests.prove(key, VISIT)
    station.certificate_requests.verify(key, version=version(station, key))


def approve(station, key):
    return station.certificate_requests.approve(key, version=version(station, key)).value


def print_it(station, key):
    request = station.certificate_requests.request(key)
    station.certificates.note_given_out("x", printed=True, key=request.certificate_id)


def hand_over(station, key):
    collector = Collector(name="张三", is_checked=True)
    station.certificate_requests.hand_over(key, collector, version=version(station, key))


def archive(station, key):
    station.certificate_requests.archive(key, version=version(station, key))


def void(station, key):
    request = station.certificate_requests.request(key)
    if request.certificate_id is None:
        station.certificate_requests.withdraw(key, "不再需要", version=request.version)
    else:
        line = next(
            each for each in station.certificates.register() if each.id == request.certificate_id
        )
        station.certificates.void(line.id, "内容有误", version=line.version)


def correct(station, key):
    request = station.certificate_requests.request(key)
    station.certificate_requests.correct(key, request.draft, version=request.version)


def send_back(station, key):
    station.certificate_requests.send_back(key, "缺材料", version=version(station, key))


def reissue(station, key):
    request = station.certificate_requests.request(key)
    station.certificates.reprint(request.certificate_id or "", "遗失")


ROAD = (verify, approve, print_it, hand_over, archive, void)
ACTS = {
    Step.CORRECT: correct,
    Step.PROVE: lambda station, key: station.certificate_requests.prove(key, VISIT),
    Step.VERIFY: lambda station, key: station.certificate_requests.verify(
        key, version=version(station, key)
    ),
    Step.SEND_BACK: send_back,
    Step.APPROVE: approve,
    Step.PRINT: print_it,
    Step.COLLECT: hand_over,
    Step.TAKE_BACK: lambda station, key: station.certificate_requests.take_back(
        key, version=version(station, key)
    ),
    Step.ARCHIVE: archive,
    Step.REISSUE: reissue,
    Step.VOID: void,
}


def words_of(pdf):
    return "".join(text_of(pdf).split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_goes_from_the_wish_to_the_archive(station, desk_of, at, kind):
    key = at(Stage.ARCHIVED, kind)
    request = desk_of.request(key)
    assert request.stage is Stage.ARCHIVED
    assert (request.number, request.printed) == ("石社证字〔2026〕第0001号", 1)
    assert (request.handled_by, request.approved_by, request.approved_on) == (
        "王芳",
        "李强",
        TODAY,
    )
    assert request.collector == Collector(name="张三", is_checked=True)
    pdf = station.certificates.archived(request.certificate_id)
    words = words_of(pdf)
    assert "张三" in words
    assert request.number in words
    assert station.verifying.judge(keywords_of(pdf)).verdict is Verdict.VALID


def test_the_templates_are_offered_in_the_order_of_the_list(desk_of):
    assert [template.kind for template in desk_of.templates()] == list(KINDS)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("stage", Stage)
def test_each_step_at_each_stage_does_what_the_table_says(station, desk_of, at, stage, step):
    key = at(stage)
    after = NEXT[stage, step]
    if step is Step.VERIFY and stage is Stage.DRAFT:
        desk_of.prove(key, VISIT)
    if after is not None:
        ACTS[step](station, key)
        assert desk_of.request(key).stage is after
        return
    # printing notes that a paper left, whatever it is; it moves nothing by itself
    if step is not Step.PRINT:
        with pytest.raises((RefusedError, NotFoundError)):
            ACTS[step](station, key)
    assert desk_of.request(key).stage is stage


@pytest.mark.parametrize("seed", range(6))
def test_random_walks_keep_papers_numbers_and_stages_together(station, desk_of, at, seed):
    walker, keys = random.Random(seed), [at(Stage.DRAFT) for _ in range(2)]
    for _ in range(40):
        key, step = walker.choice(keys), walker.choice(list(Step))
        before = desk_of.request(key)
        after = NEXT[before.stage, step]
        if after is None or (step is Step.VERIFY and not before.evidence):
            continue
        ACTS[step](station, key)
        assert desk_of.request(key).stage is after
    lines = station.certificates.register()
    numbers = [line.number for line in lines]
    assert len(set(numbers)) == len(numbers)
    valid = {line.id for line in lines if line.state is State.ISSUED}
    requests = [desk_of.request(key) for key in keys]
    held = {each.certificate_id for each in requests if each.stage is not Stage.VOID}
    assert valid == held - {None}


def test_nothing_is_approved_without_evidence(station, desk_of, at):
    key = at(Stage.DRAFT)
    with pytest.raises(RefusedError) as refused:
        desk_of.verify(key, version=1)
    assert refused.value.reason == "certificate.no-evidence"


def test_nothing_has_a_number_before_it_is_approved(station, desk_of, at):
    key = at(Stage.VERIFIED)
    assert station.certificates.register() == ()
    assert desk_of.request(key).number == ""
    assert approve(station, key).number == "石社证字〔2026〕第0001号"


def test_whoever_keeps_the_seal_does_not_approve(station, desk_of, at):
    key = at(Stage.VERIFIED)
    station.settings.change(seal_keeper="李强")
    with pytest.raises(RefusedError) as refused:
        approve(station, key)
    assert refused.value.reason == "certificate.approver-keeps-seal"
    assert station.certificates.register() == ()


def test_the_seal_is_registered_with_all_copies(station, desk_of, at):
    key = at(Stage.APPROVED, "activity", copies=2)
    (use,) = station.certificates.seal_uses(since=TODAY, until=TODAY)
    assert (use.title, use.copies, use.kept_by) == ("参加社区（实践）活动证明", 4, "赵敏")
    assert use.number == desk_of.request(key).number


def test_what_is_sent_back_says_why_and_may_be_corrected(station, desk_of, at, person):
    key = at(Stage.VERIFIED)
    send_back(station, key)
    request = desk_of.request(key)
    assert (request.stage, request.reason, request.verified_on) == (Stage.DRAFT, "缺材料", None)
    desk_of.correct(
        key, a_draft(station, person, purpose="申请补助"), version=version(station, key)
    )
    desk_of.verify(key, version=version(station, key))
    assert desk_of.request(key).draft.purpose == "申请补助"


def test_what_is_handed_in_at_the_window_waits_for_approval(station, desk_of, person):
    key = desk_of.hand_in(a_draft(station, person), VISIT).value
    request = desk_of.request(key)
    assert (request.stage, request.evidence) == (Stage.VERIFIED, (VISIT,))


def test_what_was_sent_back_is_handed_in_again_by_who_saw_it_last(station, desk_of, at, person):
    key = at(Stage.VERIFIED)
    send_back(station, key)
    seen = desk_of.request(key)
    draft = a_draft(station, person, purpose="申请补助")
    desk_of.hand_in(draft, VISIT, again=seen)
    request = desk_of.request(key)
    assert (request.stage, request.reason) == (Stage.VERIFIED, "")
    assert request.draft.purpose == "申请补助"
    assert len(request.evidence) == 2
    with pytest.raises(RefusedError):
        desk_of.hand_in(draft, VISIT, again=seen)


def test_what_is_wrong_when_handing_in_is_told_all_at_once(station, desk_of, person):
    unproved = Evidence(how="", on=TODAY, by="")
    with pytest.raises(ValidationFailedError) as refused:
        desk_of.hand_in(a_draft(station, person, answers={}), unproved)
    fields = [each.field for each in refused.value.problems]
    assert fields == ["asked.members", "asked.cause", "how", "by"]
    assert desk_of.counts() == {}


def test_a_correction_keeps_kind_and_person(station, desk_of, at, person):
    key = at(Stage.DRAFT)
    with pytest.raises(RefusedError) as refused:
        desk_of.correct(key, a_draft(station, person, "activity"), version=1)
    assert refused.value.reason == "certificate.another-request"


def test_the_second_of_two_who_approve_is_refused(station, desk_of, at):
    key = at(Stage.VERIFIED)
    seen = version(station, key)
    desk_of.approve(key, version=seen)
    with pytest.raises(RefusedError):
        desk_of.approve(key, version=seen)
    assert len(station.certificates.register()) == 1


def test_an_approval_of_what_was_changed_since_spends_no_number(station, desk_of, at):
    key = at(Stage.VERIFIED)
    seen = version(station, key)
    send_back(station, key)
    desk_of.verify(key, version=version(station, key))
    with pytest.raises(EditConflictError):
        desk_of.approve(key, version=seen)
    assert station.certificates.register() == ()
    assert approve(station, key).number.endswith("第0001号")


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"purpose": " "}, ("purpose", "missing")),
        ({"answers": {}}, ("asked.members", "missing")),
        ({"copies": 10}, ("copies", "out-of-range")),
    ],
)
def test_what_is_wrong_with_a_request_is_told_by_field(station, desk_of, person, told, problem):
    with pytest.raises(ValidationFailedError) as refused:
        desk_of.draw_up(a_draft(station, person, **told))
    assert (refused.value.problems[0].field, refused.value.problems[0].code) == problem


def test_a_kind_there_is_no_template_of_is_refused(station, desk_of, person):
    with pytest.raises(RefusedError) as refused:
        desk_of.draw_up(RequestDraft(kind="marriage", resident_id=person.id, answers={}))
    assert refused.value.reason == "certificate.no-template"


def test_who_has_died_gets_no_paper_of_any_kind(station, desk_of, person):
    station.residents.note_death(person.id, TODAY, version=person.version)
    assert {offer.obstacle for offer in desk_of.offers(person.id)} == {Obstacle.DEAD}
    with pytest.raises(RefusedError) as refused:
        desk_of.preview(a_draft(station, person, "honour"))
    assert refused.value.reason == Obstacle.DEAD


def test_who_never_was_verified_gets_what_does_not_rest_on_it(station, desk_of):
    someone = a_resident(station, "李四", number="310000198502280022", address="幸福里1幢101室")
    offers = {offer.template.kind: offer.obstacle for offer in desk_of.offers(someone.id)}
    assert offers["residence"] is Obstacle.NEVER_VERIFIED
    assert offers["hardship"] is None


def test_facts_are_judged_again_when_it_is_approved(station, desk_of, at, person):
    key = at(Stage.VERIFIED)
    station.residents.note_death(person.id, TODAY, version=person.version)
    with pytest.raises(RefusedError) as refused:
        approve(station, key)
    assert refused.value.reason == Obstacle.DEAD


def test_a_preview_is_blank_where_nothing_is_answered_and_has_no_number(station, desk_of, person):
    words = words_of(desk_of.preview(a_draft(station, person, purpose="", answers={})).pdf)
    assert "＿＿＿＿" in words
    assert "未生效" in words
    assert "第0001号" not in words


def test_a_reprint_has_a_number_of_its_own_and_is_collected_anew(station, desk_of, at):
    key = at(Stage.COLLECTED)
    former = desk_of.request(key)
    issued = station.certificates.reprint(former.certificate_id, "遗失").value
    request = desk_of.request(key)
    assert (request.stage, request.number, request.printed) == (Stage.APPROVED, issued.number, 0)
    assert request.collector is None
    assert f"本证明系{former.number}的补发件，补发原因：遗失。" in words_of(issued.pdf)
    old = station.certificates.archived(former.certificate_id)
    assert station.verifying.judge(keywords_of(old)).verdict is Verdict.REVOKED


def test_copies_are_counted_as_they_are_printed(station, desk_of, at):
    key = at(Stage.PRINTED)
    print_it(station, key)
    assert desk_of.request(key).printed == 2


def test_what_was_answered_does_not_travel_with_the_certificate(station, desk_of, at):
    key = at(Stage.APPROVED, "domestic_violence")
    with station.store.reading() as tx:
        facts = tx.certificates.columns(desk_of.request(key).certificate_id)["facts"]
    assert set(json.loads(facts)) == {"certificate", "request"}
    assert "社区邻里互助" not in facts


def test_the_queue_shows_what_waits_and_counts_it(desk_of, at):
    first, second = at(Stage.VERIFIED), at(Stage.VERIFIED)
    at(Stage.DRAFT)
    assert [each.id for each in desk_of.waiting({Stage.VERIFIED})] == [second, first]
    assert desk_of.counts() == {Stage.VERIFIED: 2, Stage.DRAFT: 1}


def test_what_has_a_number_is_made_void_in_the_register_not_withdrawn(station, desk_of, at):
    key = at(Stage.APPROVED)
    with pytest.raises(RefusedError) as refused:
        desk_of.withdraw(key, "不再需要", version=version(station, key))
    assert refused.value.reason == "certificate.has-number"


@pytest.mark.parametrize(("reason", "code"), [(" ", "missing"), ("长" * 121, "too-long")])
def test_whoever_sends_back_or_withdraws_says_why_in_few_words(desk_of, at, reason, code):
    key = at(Stage.VERIFIED)
    for act in (desk_of.send_back, desk_of.withdraw):
        with pytest.raises(ValidationFailedError) as refused:
            act(key, reason, version=2)
        assert [problem.code for problem in refused.value.problems] == [code]


def test_a_preview_is_noted_once_a_person(station, desk_of, person):
    for _ in range(3):
        desk_of.preview(a_draft(station, person))
    with station.store.reading() as tx:
        assert tx.audit.count("certificate:request:previewed") == 1


def test_somebody_without_a_document_is_named_alone(station, desk_of):
    someone = a_resident(station, "李四", number="", address="幸福里1幢101室")
    words = words_of(desk_of.preview(a_draft(station, someone)).pdf)
    assert "兹证明李四" in words
    assert "证件号码11" not in words
