"""Somebody new as typed: what would be registered, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.addresses import read_address
from station_app.domain.identity.documents import DocumentKind
from tests.factories import TODAY
from ui.residents.new_person import NEW_HOUSEHOLD, NewPersonDraft

HOME = read_address("幸福里3幢1单元201").parts
DRAFT = NewPersonDraft(name="张三", number="110000199001010013", born=date(1990, 1, 1))


def codes(draft, home=HOME):
    return {(each.field, each.code) for each in draft.problems(home, today=TODAY)}


def test_a_name_and_a_number_are_enough():
    assert codes(DRAFT) == set()
    registration = DRAFT.registration(HOME)
    assert registration.particulars.name == "张三"
    assert [each.kind for each in registration.documents] == [DocumentKind.RESIDENT_ID]


def test_without_a_number_there_is_no_document():
    assert replace(DRAFT, number="").registration(HOME).documents == ()


@pytest.mark.parametrize(
    ("chosen", "is_local"), [("local", True), ("elsewhere", False), ("", None)]
)
def test_where_somebody_is_registered_may_stay_open(chosen, is_local):
    hukou = replace(DRAFT, registered=chosen, hukou_address="某镇").registration(HOME).hukou
    assert (hukou.is_local, hukou.address) == (is_local, "某镇")


def test_founding_a_household_takes_its_number_and_no_relation():
    draft = replace(DRAFT, household=NEW_HOUSEHOLD, household_number="9", relation="10")
    registration = draft.registration(HOME)
    assert registration.founds.number == "9"
    assert (registration.household_id, registration.relation) == ("", "")


def test_joining_a_household_founds_none_and_needs_a_relation():
    draft = replace(DRAFT, household="h1")
    assert codes(draft) == {("relation", "missing")}
    registration = replace(draft, relation="20").registration(HOME)
    assert registration.founds is None
    assert (registration.household_id, registration.relation) == ("h1", "20")


def test_a_wrong_number_is_told_at_its_field():
    wrong = codes(replace(DRAFT, number="110000199001010014"))
    assert {field for field, _ in wrong} == {"number"}


def test_an_address_needs_its_estate():
    assert ("home", "missing") in codes(DRAFT, read_address("3幢501").parts)
    assert codes(DRAFT, None) == set()
