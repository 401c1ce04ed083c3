from __future__ import annotations

import pytest

from station_app.domain.errors import RefusedError
from station_app.domain.residents.households import HouseholdDraft
from tests.factories import a_registration, a_resident

NUMBER = "00007"


def test_nobody_comes_back_from_the_bin_to_a_number_that_is_anothers_by_now(station):
    first = a_resident(station)
    station.residents.put_into_bin(first.id, version=first.version)
    second = a_resident(station, "李四")
    with pytest.raises(RefusedError) as refused:
        station.residents.take_from_bin(first.id, version=first.version + 1)
    assert refused.value.reason == "resident.same-number"
    assert refused.value.facts["holder"] == second.id


def test_a_registration_taken_back_frees_the_number_of_its_household(station):
    entry = a_registration(founds=HouseholdDraft(number=NUMBER))
    station.residents.register(entry).revert()
    again = station.residents.register(entry).value
    assert station.residents.resident(again).relation == "02"
