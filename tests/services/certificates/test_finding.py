"""Who asks for a certificate is found by name and number together, whatever document he shows."""

from __future__ import annotations

import pytest

from station_app.domain.certificates import Obstacle
from station_app.domain.errors import RefusedError
from station_app.domain.identity.documents import DocumentKind
from tests.factories import a_document, a_resident

Kind = DocumentKind


def somebody_with(station, number, kind, name="陈大文"):
    person = a_resident(station, name, number="", address="幸福里小区3幢2单元501室")
    document = a_document(number, kind=kind)
    station.residents.keep_documents(person.id, [document], version=person.version)
    return person


@pytest.mark.parametrize(
    ("kind", "number", "typed"),
    [
        (Kind.HM_PERMIT, "H12345678", "h1234 5678"),
        (Kind.HMT_RESIDENCE, "81000019920315001X", "810000 19920315 001x"),
        (Kind.TW_PERMIT, "01234567", "0123-4567"),
        (Kind.FOREIGN_PERMANENT, "931392198304110014", "931392198304110014"),
        (Kind.FOREIGN_PERMANENT_OLD, "JPN310083041115", "jpn310083041115"),
        (Kind.FOREIGN_PASSPORT, "AB1234567", "ab 1234567"),
        (Kind.OFFICER, "南字第 12-345 号", "南字第 12-345 号"),
        (Kind.OTHER, "e-17", " e-17 "),
        (Kind.LEGACY_ID, "110000900101001", "110000 900101 001"),
    ],
)
def test_any_document_leads_to_its_holder(station, kind, number, typed):
    person = somebody_with(station, number, kind)
    assert station.certificates.find("陈大文", typed).resident.id == person.id


def test_the_number_of_the_first_card_leads_to_the_holder_of_the_second(station):
    person = a_resident(station, "张三", number="110000199001010013")
    assert station.certificates.find("张三", "110000900101001").resident.id == person.id


def test_the_number_of_the_second_card_leads_to_who_is_kept_with_the_first(station):
    person = somebody_with(station, "110000900101001", Kind.LEGACY_ID)
    assert station.certificates.find("陈大文", "110000199001010013").resident.id == person.id


def test_a_namesake_with_the_same_other_number_is_never_guessed(station):
    for kind in (Kind.FOREIGN_PASSPORT, Kind.OTHER):
        somebody_with(station, "AB1234567", kind)
    with pytest.raises(RefusedError) as refused:
        station.certificates.find("陈大文", "AB1234567")
    assert refused.value.reason == Obstacle.NO_MATCH


def test_the_one_of_two_holders_who_bears_the_name_is_found(station):
    somebody_with(station, "AB1234567", Kind.FOREIGN_PASSPORT, name="陈大明")
    person = somebody_with(station, "AB1234567", Kind.OTHER)
    assert station.certificates.find("陈大文", "AB1234567").resident.id == person.id


@pytest.mark.parametrize("number", ["", " ", "无"])
def test_without_a_number_nobody_is_found_by_his_name(station, number):
    a_resident(station, "张三", number="")
    with pytest.raises(RefusedError) as refused:
        station.certificates.find("张三", number)
    assert refused.value.reason == Obstacle.NO_MATCH


def test_somebody_in_the_bin_is_not_found(station):
    person = a_resident(station)
    station.residents.put_into_bin(person.id, version=person.version)
    with pytest.raises(RefusedError):
        station.certificates.find("张三", "110000199001010013")
