"""Restricted tags: off until officers are named, and nowhere but with those officers."""

from __future__ import annotations

import json

import pytest

from station_app.bootstrap import Station
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountState, StaffDraft, StaffId
from station_app.domain.actors import Actor
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.keys import new_key
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.tags import Tag
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from station_app.services.progress import Silence
from station_app.store.access.authority import SignedIn
from station_app.store.transaction import Store
from tests.factories import TODAY, a_registration, a_resident, an_ask

CODE, OTHER = "correction", "psychosis"
WORDS = ("社区矫正", CODE)


def employed(station, name, *roles):
    key = StaffId(new_key())
    with station.store.transaction() as tx:
        tx.staff.add(key, StaffDraft(name=name, roles=frozenset(roles)), AccountState.ACTIVE)
    return key


def as_(station, key, name):
    rules, store = station.reference.roles, station.store
    authority = SignedIn(store.engine, key, rules=rules, clock=station.clock)
    actor = Actor(name=name, device="desk")
    entered = Store(store.engine, clock=station.clock, actor=actor, authority=authority)
    return Station(station.home, entered, station.clock)


@pytest.fixture
def officer(station):
    key = employed(station, "专责", Role.CLERK)
    station.restricted_tags.name_officers(CODE, [key])
    return as_(station, key, "专责")


@pytest.fixture
def other(station):
    return as_(station, employed(station, "窗口", Role.CLERK), "窗口")


@pytest.fixture
def person(station):
    return a_resident(station, "张三", address="幸福里3幢1单元201")


@pytest.fixture
def marked(officer, person):
    officer.restricted_tags.keep(person.id, [Tag(code=CODE, level="一级", source="司法所")])
    return person


def refused(work):
    with pytest.raises(RefusedError) as error:
        work()
    return error.value.reason


def audit_of(station):
    with station.store.reading() as tx:
        run = tx.session.connection().exec_driver_sql
        return run('SELECT "by", act, record_id, facts FROM audit_entry').all()


def test_restricted_tags_are_off_until_somebody_is_named(station, other, person):
    assert [each.is_on for each in station.restricted_tags.officers()] == [False] * 5
    assert other.restricted_tags.mine() == ()
    assert other.restricted_tags.of(person.id) == ()
    work = lambda: other.restricted_tags.keep(person.id, [Tag(code=CODE)])  # noqa: E731 - said once
    assert refused(work) == "tag.not-an-officer"


def test_an_officer_sees_and_gives_the_tag_he_is_named_for_and_no_other(officer, marked):
    (tag,) = officer.restricted_tags.of(marked.id)
    assert (tag.code, tag.level, tag.source) == (CODE, "一级", "司法所")
    assert officer.restricted_tags.residents(CODE) == (marked.id,)
    assert refused(lambda: officer.restricted_tags.residents(OTHER)) == "tag.not-an-officer"
    work = lambda: officer.restricted_tags.keep(marked.id, [Tag(code=OTHER)])  # noqa: E731 - as above
    assert refused(work) == "tag.not-an-officer"


def test_what_one_officer_keeps_leaves_the_tags_of_others_alone(station, officer, marked):
    second = employed(station, "卫生", Role.CLERK)
    station.restricted_tags.name_officers(OTHER, [second])
    doctor = as_(station, second, "卫生")
    doctor.restricted_tags.keep(marked.id, [Tag(code=OTHER)])
    officer.restricted_tags.keep(marked.id, [])
    assert officer.restricted_tags.of(marked.id) == ()
    assert [tag.code for tag in doctor.restricted_tags.of(marked.id)] == [OTHER]


def test_what_was_kept_is_changed_ended_and_brought_back(officer, marked):
    (tag,) = officer.restricted_tags.of(marked.id)
    done = officer.restricted_tags.keep(
        marked.id, [Tag(id=tag.id, code=CODE, level="二级", until=TODAY)]
    )
    (ended,) = officer.restricted_tags.of(marked.id)
    assert (ended.id, ended.level, ended.until) == (tag.id, "二级", TODAY)
    done.revert()
    assert [each.level for each in officer.restricted_tags.of(marked.id)] == ["一级"]
    with pytest.raises(ValidationFailedError):
        officer.restricted_tags.keep(
            marked.id, [Tag(code=CODE, since=TODAY, until=TODAY.replace(year=2020))]
        )


def test_who_is_named_no_more_sees_nothing_from_that_moment(station, officer, marked):
    done = station.restricted_tags.name_officers(CODE, [])
    assert officer.restricted_tags.of(marked.id) == ()
    done.revert()
    assert len(officer.restricted_tags.of(marked.id)) == 1
    assert refused(lambda: station.restricted_tags.name_officers("volunteer", [])) == (
        "tag.not-restricted"
    )


def test_nobody_else_meets_the_tag_in_lists_filters_counts_files_search_and_exports(
    station, other, marked, tmp_path
):
    everybody = ResidentFilter()
    (key,) = other.lists.keys(everybody)
    assert other.lists.lines([key])[key].tags == ()
    assert other.lists.counts(everybody).by_choice["tags"] == {}
    assert list(other.lists.keys(ResidentFilter(tags=(CODE,)))) == []
    file = other.lists.file(marked.id)
    assert (file.tags, file.history) == ((), station.lists.file(marked.id).history)
    assert not any(word in str(file) for word in WORDS)
    assert not any(word in str(other.search.find("张三")) for word in WORDS)
    other.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask())
    assert not any(word in (tmp_path / "a.csv").read_text("utf-8") for word in WORDS)


def test_the_record_of_the_person_does_not_show_that_anything_was_done(station, officer, person):
    before = station.lists.file(person.id)
    officer.restricted_tags.keep(person.id, [Tag(code=CODE)])
    assert station.lists.file(person.id) == before


def test_the_audit_tells_of_the_look_and_the_row_not_of_who_bears_the_tag(
    station, officer, marked, person
):
    nobody = a_resident(station, "李四", number="")
    officer.restricted_tags.of(marked.id)
    officer.restricted_tags.of(nobody.id)
    told = audit_of(station)
    looked = [(by, key) for by, act, key, _ in told if act == "restricted:tags:looked"]
    # both alike: whoever reads the audit learns nothing about either
    assert looked == [("专责@desk", marked.id), ("专责@desk", nobody.id)]
    (changed,) = [each for each in told if each[1] == "restricted:tags:changed"]
    assert changed[2] != marked.id
    restricted = [facts for _, act, _, facts in told if act.startswith("restricted:tags")]
    assert all(set(json.loads(facts)) <= {"hlc"} for facts in restricted)


@pytest.mark.parametrize("code", ["correction", "released", "drug", "psychosis", "petition"])
def test_by_the_way_of_other_tags_nobody_gives_one(station, person, code):
    keep, tag = station.residents.keep_tags, Tag(code=code)
    assert refused(lambda: keep(person.id, [tag], version=person.version)) == "tag.not-an-officer"
    entry = a_registration("李四", number="", tags=(Tag(code="volunteer"), tag))
    assert refused(lambda: station.residents.register(entry)) == "tag.not-an-officer"


def test_a_roster_brings_none_in_not_even_into_the_note(station, tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text(
        "姓名,性别,联系电话,人员标签,社区矫正\n张三,男,13800000001,志愿者、刑释人员,是\n"
        "李四,女,13800000002,精神障碍,\n",
        encoding="utf-8-sig",
    )
    done = station.imports.bring_in(station.imports.read(path, Silence()), Silence()).value
    assert done.added == 2
    for at in station.lists.keys(ResidentFilter()):
        line = station.lists.lines([at])[at]
        file = station.lists.file(line.id)
        assert set(line.tags) <= {"volunteer"}
        for word in ("矫正", "刑释", "精神"):
            assert word not in str(file)


def test_full_copies_get_the_tags_and_laptops_never(places, stick):
    station, desk = places.make("station", DeviceKind.STATION), places.make("desk")
    person = a_resident(station, "张三", address="幸福里3幢1单元201")
    with station.store.transaction() as tx:
        tx.restricted_tags.keep(person.id, [Tag(code=CODE, note="帮教")], [CODE])
    grid = station.places.grids()
    assert not grid
    laptop = places.make(
        "laptop", DeviceKind.LAPTOP, Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g1"}))
    )
    for device in (desk, laptop):
        places.acquaint(station, device)
    for _ in range(3):
        for each in (station, desk, laptop):
            each.exchange.exchange(stick)
    assert [bearers(each) for each in (station, desk, laptop)] == [(person.id,), (person.id,), ()]
    told = tables_told(station)
    assert "resident" in told
    assert "restricted_tag" not in told
    assert tables_told_to(laptop) & {"restricted_tag"} == set()


def bearers(station):
    with station.store.reading() as tx:
        return tx.restricted_tags.residents(CODE)


def tables_told(station):
    with station.store.transaction() as tx:
        tx.exchange.placing.refresh()
        return {table for table, *_ in tx.exchange.placing.sums()}


def tables_told_to(station):
    with station.store.reading() as tx:
        peers = [device.id for device in tx.exchange.devices.all()]
        return {
            each.table for peer in peers for each in tx.exchange.peers.ledger(peer).told_sums()
        }
