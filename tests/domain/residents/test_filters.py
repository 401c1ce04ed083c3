from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.residents.filters import DIMENSIONS, ResidentFilter

KEYS = st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple)
AGES = st.none() | st.integers(min_value=0, max_value=120)
FILTERS = st.builds(
    ResidentFilter,
    **dict.fromkeys(DIMENSIONS, KEYS),
    age_from=AGES,
    age_to=AGES,
    lacks_document=st.booleans(),
    binned=st.booleans(),
)


@given(FILTERS)
def test_a_filter_comes_back_from_a_file_as_it_was_kept(kept):
    assert ResidentFilter.from_data(json.loads(json.dumps(kept.as_data()))) == kept


def test_only_what_narrows_is_kept():
    assert ResidentFilter().as_data() == {}
    assert ResidentFilter(sexes=("2",), age_from=0).as_data() == {"sexes": ("2",), "age_from": 0}


def test_a_condition_of_a_newer_program_is_left_out():
    data = {"tags": ["party_member"], "blood": ["A"]}
    assert ResidentFilter.from_data(data) == ResidentFilter(tags=("party_member",))


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_what_can_be_counted_is_a_condition_of_several_choices(dimension):
    default = {each.name: each.default for each in fields(ResidentFilter)}
    assert default[dimension] == ()
