"""Cases in the box of everything: by number, name and its sound, item; whose one may see."""

from __future__ import annotations

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role, RoleRules
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.search.entries import Kind
from tests.authority import as_seen_by, employ
from tests.factories import a_registration

DIBAO, NOISE = id_of_shipped("minimum-living"), id_of_shipped("noise")


@pytest.fixture
def received(station):
    """Return what begins and receives a case of somebody, and returns its key."""

    def begin(name="欧阳雪梅", item=NOISE, **more):
        draft = CaseDraft(item_id=item, applicant="" if more else name, **more)
        key = station.cases.draft(draft).value
        station.cases.receive(key, version=1)
        return key

    return begin


def found(station, text):
    return [hit.key for hit in station.search.find(text) if hit.kind is Kind.CASE]


def number(station, key):
    return station.cases.page(key).case.number


def test_a_case_is_found_by_its_number_in_any_wording(station, received):
    key = received()
    received("别人")
    whole = number(station, key)
    plain = whole.replace("-", "")
    for asked in (whole, plain, whole.replace("-", " "), plain[-6:], plain[:-1]):
        assert key in found(station, asked), asked
    assert found(station, plain) == [key]


@pytest.mark.parametrize(
    "asked", ["欧阳雪梅", "欧阳", "ouyangxuemei", "ouyang xue", "oyxm", "欧阳xm", "ouyangx"]
)
def test_a_case_is_found_by_the_name_of_the_applicant_and_its_sound(station, received, asked):
    key = received()
    received("张三")
    assert found(station, asked) == [key]


def test_a_case_is_found_by_its_item_and_by_other_names_of_it(station, received):
    key, other = received(item=DIBAO), received("张三")
    version = station.items.item(DIBAO).versions[-1].particulars
    for name in (version.name, *version.aliases):
        assert key in found(station, name), name
        assert other not in found(station, name)
    assert found(station, f"欧阳雪梅 {version.name}") == [key]


def test_what_is_told_of_a_case_is_its_item_and_number(station, received):
    key = received()
    (hit,) = [hit for hit in station.search.find("欧阳雪梅") if hit.kind is Kind.CASE]
    case = station.cases.page(key).case
    assert (hit.title, hit.subtitle, hit.head) == ("欧阳雪梅", case.item, case.number)


def test_the_latest_of_many_are_found_and_nobody_is_crowded_out(station, received):
    person = station.residents.register(a_registration("欧阳雪梅", number=None)).value
    keys = [received(resident_id=person) for _ in range(30)]
    hits = station.search.find("欧阳雪梅")
    assert [hit.key for hit in hits if hit.kind is Kind.RESIDENT] == [person]
    assert found(station, "欧阳雪梅") == keys[:-6:-1]
    people = [
        station.residents.register(a_registration(f"欧阳{each}", number=None)).value
        for each in "甲乙丙丁"
    ]
    hits = {hit.key for hit in station.search.find("欧阳") if hit.kind is Kind.RESIDENT}
    assert hits == {person, *people}


def test_a_case_is_found_by_what_stands_in_it_now(station, received):
    key = received()
    case = station.cases.page(key).case
    done = station.cases.correct(
        key, CaseDraft(item_id=NOISE, applicant="司马青"), version=case.version
    )
    assert (found(station, "欧阳雪梅"), found(station, "simaqing")) == ([], [key])
    done.revert()
    assert (found(station, "欧阳雪梅"), found(station, "simaqing")) == ([key], [])


def test_what_was_discarded_is_not_found_until_it_is_back(station):
    key = station.cases.draft(CaseDraft(item_id=NOISE, applicant="欧阳雪梅")).value
    discarded = station.cases.discard(key, version=1)
    assert found(station, "欧阳雪梅") == []
    discarded.revert()
    assert found(station, "欧阳雪梅") == [key]


def test_a_grid_worker_finds_the_cases_that_are_his(station, received):
    name = "网格员甲"
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, name, grids=("0" * 32,)))
    key = received()
    assert found(worker, "欧阳雪梅") == []
    station.cases.hand_over(key, name, "核实", version=station.cases.page(key).case.version)
    assert found(worker, "欧阳雪梅") == [key]
    assert found(worker, number(station, key)) == [key]


def test_whoever_may_not_look_at_cases_finds_none(station, received):
    received()
    usual = station.reference.roles
    rules = RoleRules({**usual.permissions, Role.CLERK: frozenset({Permission.RESIDENT_READ})})
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳"), rules=rules)
    assert found(clerk, "欧阳雪梅") == []
    assert found(station, "欧阳雪梅") != []


def test_the_check_of_the_station_counts_the_cases_that_can_be_found(station, received):
    received()
    report = station.checks.check()
    assert report.found["case"] == report.findable["case"] == 1
    assert report.is_sound
