"""Tasks from above in the box of everything: by name, sender, sound and number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.bootstrap import name_reader
from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role, RoleRules
from station_app.domain.counter.admission.tasks import ListType, Owner, TaskDraft
from station_app.domain.search.entries import KIND_BITS, Kind
from station_app.domain.search.hits import Part
from station_app.services.counter.task_finding import make_findable
from tests.authority import as_seen_by, employ
from tests.factories import TODAY, a_resident

FRAUD = TaskDraft(
    name="关于开展反诈宣传入户工作的通知",
    department="某某街道平安办",
    document="某街平〔2026〕12号",
    list_type=ListType.ASSIST,
    affair="social",
    owner=Owner.SERVICE,
    received_on=TODAY,
)
SHOPS = replace(FRAUD, name="商户信息摸排", department="经济发展科", document="")


@pytest.fixture
def desk(station):
    return station.admission


@pytest.fixture
def fraud(desk):
    return desk.enter(FRAUD).value


@pytest.fixture
def shops(desk):
    return desk.enter(SHOPS).value


def hits(station, text):
    return [hit for hit in station.search.find(text) if hit.kind is Kind.TASK]


def found(station, text):
    return [hit.key for hit in hits(station, text)]


def marked(hit):
    texts = {Part.TITLE: hit.title, Part.SUBTITLE: hit.subtitle, Part.NUMBER: hit.number}
    return {
        mark.part: texts[mark.part][mark.start : mark.start + mark.length] for mark in hit.marks
    }


@pytest.mark.parametrize(
    ("asked", "part", "text"),
    [
        ("关于开展", Part.TITLE, "关于开展"),
        ("反诈", Part.TITLE, "反诈"),
        ("fanzha", Part.TITLE, "反诈"),
        ("fzxc", Part.TITLE, "反诈宣传"),
        ("反诈xc", Part.TITLE, "反诈宣传"),
        ("fanzhaxuan", Part.TITLE, "反诈宣"),
        ("平安办", Part.SUBTITLE, "平安办"),
        ("pinganban", Part.SUBTITLE, "平安办"),
        ("pab", Part.SUBTITLE, "平安办"),
        ("某街平〔2026〕12号", Part.NUMBER, "某街平〔2026〕12号"),
    ],
)
def test_a_task_is_found_by_name_sender_and_number_however_it_is_typed(
    station, fraud, shops, asked, part, text
):
    (hit,) = hits(station, asked)
    assert (hit.key, hit.title, hit.subtitle) == (fraud, FRAUD.name, FRAUD.department)
    assert marked(hit) == {part: text}


def test_name_and_sender_together_tell_two_alike_apart(station, desk, fraud):
    other = desk.enter(replace(FRAUD, department="某某街道民政办")).value
    assert found(station, "反诈") == [other, fraud]
    assert found(station, "反诈 平安办") == [fraud]
    assert found(station, "fanzha mzb") == [other]


def test_it_is_found_by_the_number_of_its_approval_once_it_has_one(station, desk, fraud):
    assert found(station, "准字2026-8") == []
    desk.admit(fraud, "准字2026-8", "街道", TODAY, version=1)
    assert found(station, "准字2026-8") == [fraud]


def test_it_is_found_by_what_stands_in_it_now_and_not_while_it_lies_in_the_bin(
    station, desk, fraud
):
    done = desk.correct(fraud, replace(FRAUD, name="燃气安全检查"), version=1)
    assert (found(station, "反诈"), found(station, "ranqi")) == ([], [fraud])
    done.revert()
    assert (found(station, "反诈"), found(station, "ranqi")) == ([fraud], [])
    done = desk.put_into_bin(fraud)
    assert found(station, "反诈") == []
    done.revert()
    assert found(station, "反诈") == [fraud]


def test_the_latest_few_come_on_top_of_people_and_crowd_nobody_out(station, desk):
    person = a_resident(station, "反诈", number="").id
    keys = [desk.enter(replace(FRAUD, document=f"{at}号")).value for at in range(30)]
    people = [hit.key for hit in station.search.find("反诈") if hit.kind is Kind.RESIDENT]
    assert people == [person]
    assert found(station, "反诈") == keys[:-6:-1]


def test_a_single_letter_means_people(station, fraud):
    assert found(station, "f") == []
    assert found(station, "反") == []


def test_whoever_does_not_see_the_register_finds_no_task(station, fraud):
    usual = station.reference.roles
    rules = RoleRules({**usual.permissions, Role.CLERK: frozenset({Permission.RESIDENT_READ})})
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳"), rules=rules)
    assert found(clerk, "反诈") == []
    clerk = as_seen_by(station, employ(station, Role.CLERK, "李明"))
    assert found(clerk, "反诈") == [fraud]
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "张工"))
    assert found(worker, "反诈") == []


def test_the_check_of_the_station_counts_the_tasks_that_can_be_found(station, fraud, shops):
    report = station.checks.check()
    assert report.found["task"] == report.findable["task"] == 2
    assert report.is_sound


def test_tasks_kept_before_they_could_be_found_are_taken_in(station, fraud, shops):
    with station.store.transaction() as tx:
        seqs = [each.seq for each in tx.found.tasks([fraud, shops])]
        tx.search.remove_many(seqs, Kind.TASK)
    assert found(station, "反诈") == []
    make_findable(station.store, name_reader())  # as when a station is opened
    assert found(station, "fanzha") == [fraud]
    assert station.checks.check().is_sound


def test_forgetting_a_task_leaves_no_term_behind(station, desk, fraud, shops):
    desk.put_into_bin(fraud)
    desk.put_into_bin(shops)
    begin, end = Kind.TASK << KIND_BITS, (Kind.TASK + 1) << KIND_BITS
    sql = "SELECT count(*) FROM search_term WHERE target BETWEEN ? AND ?"
    with station.store.reading() as tx:
        assert tx.session.connection().exec_driver_sql(sql, (begin, end)).scalar_one() == 0
