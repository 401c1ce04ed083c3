"""Dwellings, households and certificates, found as records of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.addresses import read_address
from station_app.domain.changes import Done
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Verification
from station_app.domain.search.entries import Kind
from station_app.domain.search.hits import Part
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.residents.households import Move
from tests.factories import TODAY, a_registration, a_resident

HOME = "幸福里小区3幢2单元501室"
ELSEWHERE = "和平路18号301室"
FIRST = "石社证字〔2026〕第0001号"


def found(station, typed, kind=None, **more):
    hits = station.search.find(typed, **more)
    return [hit for hit in hits if kind is None or hit.kind is kind]


def told(hit):
    """Return what of a hit is marked: part and text."""
    texts = {Part.TITLE: hit.title, Part.SUBTITLE: hit.subtitle, Part.NUMBER: hit.number}
    return [
        (mark.part, texts[mark.part][mark.start : mark.start + mark.length]) for mark in hit.marks
    ]


@pytest.fixture
def head(station):
    """The head of household 00123, who lives in HOME."""
    parts = read_address(HOME).parts
    entry = replace(a_registration(), home=parts, founds=HouseholdDraft(number="00123"))
    return station.residents.resident(station.residents.register(entry).value)


@pytest.fixture
def household(station, head):
    (hit,) = found(station, "00123", Kind.HOUSEHOLD)
    return hit


@pytest.fixture
def issued(station):
    """A certificate of residence of 王小明."""
    station.settings.change(
        name="石头城社区综合服务站", word="石社证字", clerk="周敏", approver="吴强"
    )
    person = a_resident(station, "王小明", number="310000198502280022", address=ELSEWHERE)
    fact = Verification(on=TODAY, how="visit", by="周敏")
    station.residents.verify(person.id, fact, version=person.version)
    request = ResidenceRequest(resident_id=person.id, purpose="子女入学")
    return station.certificates.issue(request).value


def test_a_door_number_finds_who_lives_there_and_the_dwelling(station, head):
    people = [hit.kind for hit in found(station, "3-2-501")]
    assert people == [Kind.RESIDENT, Kind.DWELLING]
    (dwelling,) = found(station, "3-2-501", Kind.DWELLING)
    assert (dwelling.key, dwelling.title) == (head.living.dwelling_id, HOME)
    assert told(dwelling) == [(Part.TITLE, "3"), (Part.TITLE, "2"), (Part.TITLE, "501")]


def test_a_dwelling_nobody_lives_in_any_more_is_found(station, head, household):
    move = Move(to=read_address(ELSEWHERE).parts, on=TODAY)
    station.households.move_household(household.key, move)
    assert [hit.kind for hit in found(station, "3-2-501")] == [Kind.DWELLING]
    assert [hit.title for hit in found(station, "和平路18号301", Kind.DWELLING)] == [ELSEWHERE]


def test_a_household_is_found_by_its_number_with_home_and_head(household):
    assert (household.title, household.subtitle, household.head) == ("00123", HOME, "张三")
    assert told(household) == [(Part.TITLE, "00123")]


def test_a_household_that_moved_is_told_where_it_lives_now(station, household):
    move = Move(to=read_address(ELSEWHERE).parts, on=TODAY)
    done = station.households.move_household(household.key, move)
    assert [hit.subtitle for hit in found(station, "00123")] == [ELSEWHERE]
    done.revert()
    assert [hit.subtitle for hit in found(station, "00123")] == [HOME]


def test_a_household_given_another_number_is_found_by_that_only(station, household):
    done = station.households.correct(household.key, HouseholdDraft(number="00456"), version=1)
    assert found(station, "00123") == []
    assert [hit.key for hit in found(station, "00456")] == [household.key]
    done.revert()
    assert [hit.key for hit in found(station, "00123")] == [household.key]


def test_a_founding_taken_back_leaves_nothing_to_find(station):
    person = a_resident(station)
    done = station.households.found(
        person.id, HouseholdDraft(number="00789"), version=person.version
    )
    assert [hit.head for hit in found(station, "00789")] == ["张三"]
    assert isinstance(done.revert(), Done)
    assert found(station, "00789") == []
    assert station.checks.check().is_well


@pytest.mark.parametrize(
    ("typed", "part", "marked"),
    [
        (FIRST, Part.TITLE, [FIRST]),
        ("石社证字〔2026", Part.TITLE, ["石社证字", "2026"]),
        ("石社证字2026第0001号", Part.TITLE, [FIRST]),
        ("石社证", Part.TITLE, ["石社证"]),
        ("第0001号", Part.TITLE, ["第0001号"]),
        ("0001号", Part.TITLE, ["0001号"]),
        ("20260001", Part.NUMBER, ["20260001"]),
        ("2026-0001", Part.NUMBER, ["20260001"]),
        ("0001", Part.NUMBER, ["0001"]),
        ("王小明", Part.SUBTITLE, ["王小明"]),
    ],
)
def test_a_certificate_is_found_by_its_number_or_its_holder(station, issued, typed, part, marked):
    (hit,) = found(station, typed, Kind.CERTIFICATE)
    assert (hit.key, hit.title, hit.subtitle) == (issued.id, FIRST, "王小明")
    assert told(hit) == [(part, text) for text in marked]


def test_of_a_name_the_people_come_first(station, issued):
    kinds = [hit.kind for hit in found(station, "王小明")]
    assert kinds == [Kind.RESIDENT, Kind.CERTIFICATE]


def test_the_letters_of_a_certificates_number_are_no_name(station, issued):
    assert found(station, "石社证 第0002号") == []
    assert found(station, "石") == []


def test_a_void_certificate_is_found_as_void(station, issued):
    station.certificates.void(issued.id, "写错", version=1)
    (hit,) = found(station, FIRST)
    assert (hit.key, hit.is_void) == (issued.id, True)


def test_a_reprint_is_found_beside_the_void_certificate_it_stands_for(station, issued):
    again = station.certificates.reprint(issued.id, "遗失").value
    hits = found(station, "石社证字〔2026〕", Kind.CERTIFICATE)
    assert {(hit.key, hit.is_void) for hit in hits} == {(issued.id, True), (again.id, False)}


def test_places_are_kept_for_dwellings_where_many_live(station):
    for number in range(1, 31):
        a_resident(station, f"王{number}", number="", address=f"幸福里小区3幢2单元{number}01室")
    hits = found(station, "幸福里", limit=20)
    assert len(hits) == 20
    assert sum(hit.kind is Kind.DWELLING for hit in hits) >= 5


def test_a_station_is_in_order_when_every_record_is_found(station, head, issued):
    check = station.checks.check()
    assert check.is_well
    held = {"dwelling": 2, "household": 1, "certificate": 1, "case": 0, "task": 0}
    assert check.found == check.findable == held


@pytest.mark.parametrize("kind", [Kind.DWELLING, Kind.HOUSEHOLD, Kind.CERTIFICATE])
def test_a_record_the_search_does_not_know_is_missed(station, head, issued, kind):
    with station.store.transaction() as tx:
        tx.search.remove(1, kind)
    assert not station.checks.check().is_well


def test_what_is_taken_in_anew_is_the_same_and_stands_once(station, head, issued):
    (dwelling,) = found(station, "3-2-501", Kind.DWELLING)
    with station.store.transaction() as tx:
        before = tx.search.entry(dwelling.seq, Kind.DWELLING)
        tx.found.renew(Kind.DWELLING, [dwelling.key])
        assert tx.search.entry(dwelling.seq, Kind.DWELLING) == before
    assert station.checks.check().is_well
