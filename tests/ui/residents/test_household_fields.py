"""The fields of the household that somebody new joins or founds."""

from __future__ import annotations

import pytest

from station_app.domain.residents.households import HouseholdDraft
from ui.residents.household_fields import HouseholdFields
from ui.residents.new_person import NEW_HOUSEHOLD
from ui.residents.words import Words


@pytest.fixture
def household(station, three):
    first = three[0]
    draft = HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id)
    key = station.households.found(first.id, draft, version=first.version).value
    return station.households.household(key)


@pytest.fixture
def fields(qtbot, station):
    words = Words(station)
    made = HouseholdFields(words, words)
    for each in (made.household, made.relation, made.number):
        qtbot.addWidget(each)
    return made


def asked(fields):
    return {
        name
        for name, field in (("relation", fields.relation), ("number", fields.number))
        if not field.isHidden()
    }


@pytest.mark.parametrize(("chosen", "wanted"), [("", set()), (NEW_HOUSEHOLD, {"number"})])
def test_only_what_the_choice_needs_is_asked_for(fields, chosen, wanted):
    fields.household.set_value(chosen)
    fields.show_chosen()
    assert asked(fields) == wanted


def test_a_household_to_join_asks_for_the_relation(fields, household):
    fields.offer((household,))
    fields.household.set_value(household.id)
    fields.show_chosen()
    assert asked(fields) == {"relation"}


def test_households_offered_later_do_not_take_a_choice_away(fields, household):
    fields.offer((household,))
    fields.household.set_value(household.id)
    fields.offer((household,))
    assert fields.household.value() == household.id
