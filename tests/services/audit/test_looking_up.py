"""Entries are found by whom they are about, by whom they were made, when, and what was done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from station_app.domain.access.staff import NotPermittedError
from station_app.domain.audit.entries import ActKind, AuditFilter, is_undone, plain_act
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.progress import Silence
from tests.services.audit.world import World
from tests.services.imports import rosters
from tests.services.imports.bringing_in.people import person_of, someone


@pytest.fixture
def world(station, clock, tmp_path):
    words = {"name": "石板社区服务站", "code": "320000009001", "word": "石社证字"}
    station.settings.change(**words, clerk="王芳", approver="李明", seal_keeper="赵静")
    return World(station, tmp_path, clock, None)


def found(station, **wanted):
    """Return the acts of the entries wanted, the newest first."""
    keys = list(station.audit.keys(AuditFilter(**wanted)))
    lines = station.audit.lines(keys)
    return [lines[key].act for key in keys]


def test_what_a_paper_and_an_import_have_done_to_somebody_is_about_him(world):
    station = world.station
    path = rosters.xlsx(world.folder / "r.xlsx", {"a": rosters.station_layout([someone()])})
    station.imports.bring_in(station.imports.read(path, Silence()), Silence())
    person, _ = person_of(station, "110000199001010013")
    station.residents.put_into_bin(person.id, version=person.version)
    assert found(station, person=person.id) == [
        "resident:record:binned",
        "residents:import:brought-in",
    ]
    other = world.at_home()
    request = ResidenceRequest(resident_id=other.id, purpose="入学")
    key = station.certificates.issue(request).value.id
    station.certificates.archived(key)
    assert found(station, person=other.id)[:2] == [
        "certificate:residence:opened",
        "certificate:residence:issued",
    ]
    (newest, *_) = station.audit.keys(AuditFilter())
    entry = station.audit.lines([newest])[newest]
    assert (entry.about, entry.person, entry.who, entry.device) == (
        "冯云",
        other.id,
        "测试员",
        "desk",
    )


def test_all_that_is_asked_for_has_to_be_met(world):
    station = world.station
    person = world.person()
    station.residents.reveal(person.id, "document:0")
    world.clock.moment += timedelta(days=2)
    station.residents.reveal(person.id, "document:0")
    shown = "resident:document:shown"
    assert found(station, kinds=(ActKind.LOOK,)) == [shown, shown]
    assert found(station, acts=("resident:document:",), since=date(2026, 3, 2)) == [shown]
    assert found(station, until=date(2026, 3, 1), kinds=(ActKind.LOOK,)) == [shown]
    assert found(station, staff=("测试员",), devices=("desk",), acts=(shown,)) == [shown, shown]
    assert found(station, staff=("别人",)) == []
    assert found(station, person="0" * 32) == []
    assert found(station, person=person.id, kinds=(ActKind.CHANGE,)) == [
        "resident:record:registered"
    ]


def test_what_was_taken_back_is_found_with_what_was_done(world):
    person = world.person()
    draft = type(person.particulars)(name="周文", employer="学校")
    world.station.residents.correct(person.id, draft, version=person.version).revert().revert()
    acts = found(world.station, acts=("resident:record:corrected",))
    assert [is_undone(act) for act in acts] == [False, True, False]
    assert {plain_act(act) for act in acts} == {"resident:record:corrected"}


def test_who_signed_and_what_was_done_is_offered_once_each(world):
    for name in ("周文", "吴敏"):
        world.person(name, number="")
    offered = world.station.audit.offered()
    assert offered.staff == ("测试员",)
    assert offered.devices == ("desk",)
    assert offered.acts == ("resident:record:registered", "settings:station:changed")


def test_an_entry_that_was_tampered_with_is_shown_as_far_as_it_can_be(world):
    with world.station.store.transaction() as tx:
        run = tx.session.connection().exec_driver_sql
        run("DROP TRIGGER audit_entry_no_update")
        run("UPDATE audit_entry SET facts = 'no JSON', \"by\" = 'nobody' WHERE seq = 1")
    entry = world.station.audit.lines([1])[1]
    assert (dict(entry.facts), dict(entry.changes), entry.who, entry.device) == (
        {},
        {},
        "nobody",
        "",
    )


def test_somebody_is_found_by_name_pinyin_and_number(world):
    person = world.person()
    for text in ("周文", "zhouwen", "zw", "110000199001010013"):
        assert [hit.key for hit in world.station.audit.people(text)] == [person.id], text


def test_who_may_not_read_the_audit_reads_nothing_of_it(world):
    class Nothing:
        def require(self, permission):
            raise NotPermittedError(permission=permission)

    world.station.store.authority = Nothing()
    with pytest.raises(NotPermittedError):
        world.station.audit.keys(AuditFilter())
