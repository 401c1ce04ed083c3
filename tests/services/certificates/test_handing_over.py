"""Many papers of a batch handed to one person as one act, and taken back as one."""

from __future__ import annotations

import pytest

from station_app.domain.certificate_requests import Collector, Evidence, RequestDraft, Stage
from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from tests.factories import TODAY, a_named, a_resident

VISIT = Evidence(how="visit", on=TODAY, by="王芳")
DRAFT = RequestDraft(
    kind="honour", resident_id="", answers={"occasion": "2026年度评选", "award": "优秀志愿者"}
)
HEAD = Collector(name=" 周队长 ", relation="社区志愿队", is_checked=True)


@pytest.fixture
def batches(station):
    return a_named(station).certificate_batches


@pytest.fixture
def printed(batches, station):
    people = [a_resident(station, f"{each}志愿", number="").id for each in "赵钱孙李"]
    key = batches.draw_up(DRAFT, people, VISIT, "2026年度优秀志愿者").value
    batches.approve(key)
    batches.note_given_out(key, printed=True)
    return key


def members(batches, key):
    return batches.batch(key).members


def keys_of(batches, key, *places):
    found = [each.request_id for each in members(batches, key)]
    return [found[place] for place in places] if places else found


def stages(batches, key):
    return [each.stage for each in members(batches, key)]


def acts(station, *wanted):
    sql = "SELECT act FROM audit_entry ORDER BY seq"
    with station.store.reading() as tx:
        found = tx.session.connection().exec_driver_sql(sql).scalars().all()
    return [act for act in found if act in wanted]


def test_all_of_a_batch_go_to_one_collector_and_each_of_them_says_so(batches, printed, station):
    outcome = batches.hand_over(printed, keys_of(batches, printed), HEAD).value
    assert (len(outcome.given), outcome.left) == (4, ())
    assert set(stages(batches, printed)) == {Stage.COLLECTED}
    for each in members(batches, printed):
        assert (each.collected_by, each.relation) == ("周队长", "社区志愿队")
        request = station.certificate_requests.request(each.request_id)
        assert (request.collector.name, request.collected_on) == ("周队长", TODAY)
        # as the list of certificates shows it
        line = station.certificates.lines([each.certificate_id])[each.certificate_id]
        assert (line.collected_by, line.relation) == ("周队长", "社区志愿队")
        assert line.collected_on == TODAY


def test_those_chosen_go_and_the_others_stay_at_the_window(batches, printed):
    batches.hand_over(printed, keys_of(batches, printed, 0, 2), HEAD)
    assert stages(batches, printed) == [
        *(Stage.COLLECTED, Stage.PRINTED, Stage.COLLECTED, Stage.PRINTED)
    ]
    assert [each.holder for each in batches.batch(printed).to_collect] == ["钱志愿", "李志愿"]


def test_who_is_void_or_gone_is_left_alone_and_named(batches, printed, station):
    first, second, *_ = members(batches, printed)
    line = station.certificates.lines([first.certificate_id])[first.certificate_id]
    station.certificates.void(first.certificate_id, "有误", version=line.version)
    himself = Collector(name="钱志愿", is_checked=True)
    station.certificate_requests.hand_over(second.request_id, himself, version=second.version)
    outcome = batches.hand_over(printed, keys_of(batches, printed), HEAD).value
    assert [(each.holder, each.stage) for each in outcome.left] == [
        *(("赵志愿", Stage.VOID), ("钱志愿", Stage.COLLECTED))
    ]
    assert stages(batches, printed) == [Stage.VOID, *[Stage.COLLECTED] * 3]
    assert members(batches, printed)[1].collected_by == "钱志愿"


def test_where_nothing_lies_at_the_window_nothing_is_noted(batches, printed, station):
    batches.hand_over(printed, keys_of(batches, printed), HEAD)
    with pytest.raises(RefusedError) as refused:
        batches.hand_over(printed, keys_of(batches, printed), HEAD)
    assert refused.value.reason == "certificate.batch-nothing-here"
    assert acts(station, "certificate:batch:collected") == ["certificate:batch:collected"]


def test_the_act_is_noted_once_and_each_paper_once(batches, printed, station):
    batches.hand_over(printed, keys_of(batches, printed, 0, 1, 2), HEAD)
    act, each = "certificate:batch:collected", "certificate:request:collected"
    assert acts(station, act, each) == [act, each, each, each]


@pytest.mark.parametrize(
    ("collector", "chosen", "wrong"),
    [
        (Collector(name=" ", is_checked=True), (0,), {"name"}),
        (Collector(name="周队长"), (0,), {"is_checked"}),
        (
            Collector(name="周" * 61, relation="x" * 61, is_checked=True),
            (0,),
            {"name", "relation"},
        ),
        (HEAD, None, {"members"}),
    ],
)
def test_what_is_wrong_is_told_by_field_and_nobody_is_handed_out(
    collector, chosen, wrong, batches, printed
):
    keys = keys_of(batches, printed, *chosen) if chosen else []
    with pytest.raises(ValidationFailedError) as refused:
        batches.hand_over(printed, keys, collector)
    assert {each.field for each in refused.value.problems} == wrong
    assert set(stages(batches, printed)) == {Stage.PRINTED}


def test_one_act_takes_all_of_it_back(batches, printed, station):
    done = batches.hand_over(printed, keys_of(batches, printed, 1, 3), HEAD)
    done.revert()
    assert set(stages(batches, printed)) == {Stage.PRINTED}
    assert {(each.collected_by, each.collected_on) for each in members(batches, printed)} == {
        ("", None)
    }
    taken = ["certificate:batch:uncollected", *["certificate:request:uncollected"] * 2]
    assert acts(station, *set(taken)) == taken
    # and they can be handed out again
    assert len(batches.hand_over(printed, keys_of(batches, printed), HEAD).value.given) == 4


def test_once_one_of_them_has_been_filed_nothing_of_it_is_taken_back(batches, printed, station):
    done = batches.hand_over(printed, keys_of(batches, printed), HEAD)
    last = members(batches, printed)[-1]
    station.certificate_requests.archive(last.request_id, version=last.version)
    with pytest.raises(EditConflictError):
        done.revert()
    assert stages(batches, printed) == [*[Stage.COLLECTED] * 3, Stage.ARCHIVED]


def test_a_single_hand_over_is_taken_back_too(batches, printed, station):
    first = members(batches, printed)[0]
    done = station.certificate_requests.hand_over(first.request_id, HEAD, version=first.version)
    done.revert()
    request = station.certificate_requests.request(first.request_id)
    assert (request.stage, request.collector, request.collected_on) == (Stage.PRINTED, None, None)


def test_what_lies_at_the_window_is_not_taken_back(batches, printed, station):
    first = members(batches, printed)[0]
    with pytest.raises(RefusedError) as refused:
        station.certificate_requests.take_back(first.request_id, version=first.version)
    assert refused.value.reason == "certificate.not-in-this-stage"
