from __future__ import annotations

import pytest

from station_app.domain.residents.people import ResidentDraft
from station_app.services.residents.people import Registration

COUNT = 120


@pytest.fixture
def filled(station):
    station.demo.fill(COUNT)
    return station


def spoil(station, statement):
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql(statement)


def test_station_just_filled_is_well(filled):
    found = filled.checks.check()
    assert found.is_well
    assert (found.people, found.indexed) == (COUNT, COUNT)
    assert found.schema
    assert found.counts["resident"] == COUNT


def test_empty_station_is_well(station):
    assert station.checks.check().is_well


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE resident SET name_key = 'a' WHERE seq = 1", "misordered"),
        ("UPDATE resident SET standing = 'dead' WHERE died_on IS NULL", "misjudged"),
        ("UPDATE dwelling SET text = 'x' WHERE seq = 1", "misrendered"),
    ],
)
def test_derived_column_that_lies_is_found(filled, statement, what):
    spoil(filled, statement)
    found = filled.checks.check()
    assert not found.is_well
    assert getattr(found, what) > 0


def test_person_the_search_does_not_know_is_missed(filled):
    spoil(filled, "DELETE FROM search_entry WHERE target = 1")
    assert not filled.checks.check().is_well


def test_content_stays_the_same_while_nothing_is_changed(filled):
    assert filled.checks.content() == filled.checks.check().content


def test_content_differs_after_a_change(filled):
    before = filled.checks.content()
    filled.residents.register(Registration(particulars=ResidentDraft(name="单小明", sex="1")))
    assert filled.checks.content() != before


def test_looking_somebody_up_leaves_the_content_alone(filled):
    before = filled.checks.content()
    with filled.store.transaction() as tx:
        tx.audit.add("resident:phone:shown", "0" * 32)
    assert filled.checks.content() == before
