from __future__ import annotations

from itertools import product

import pytest

from station_app.domain.residents.standing import (
    LIVES_HERE,
    Standing,
    standing_of,
    standing_of_record,
)


@pytest.mark.parametrize(
    ("lives_here", "registered_here", "is_foreign", "expected"),
    [
        (True, True, False, Standing.SETTLED),
        (True, False, False, Standing.INCOMER),
        (True, None, False, Standing.UNCLEAR),
        (True, True, True, Standing.FOREIGN),
        (True, None, True, Standing.FOREIGN),
        (False, True, False, Standing.AWAY),
        (False, False, False, Standing.LEFT),
        (False, None, False, Standing.LEFT),
        (False, True, True, Standing.AWAY),
        (False, False, True, Standing.LEFT),
    ],
)
def test_standing_follows_from_both_addresses(lives_here, registered_here, is_foreign, expected):
    found = standing_of(
        is_dead=False,
        lives_here=lives_here,
        registered_here=registered_here,
        is_foreign=is_foreign,
    )
    assert found is expected


def test_death_outweighs_all_else():
    found = {
        standing_of(is_dead=True, lives_here=lives, registered_here=local, is_foreign=foreign)
        for lives, local, foreign in product((True, False), (True, False, None), (True, False))
    }
    assert found == {Standing.DEAD}


def test_whoever_lives_here_counts_as_living_here():
    found = {
        standing_of(is_dead=False, lives_here=True, registered_here=local, is_foreign=foreign)
        for local, foreign in product((True, False, None), (True, False))
    }
    assert found == LIVES_HERE


@pytest.mark.parametrize(
    ("columns", "kinds", "expected"),
    [
        ({}, (), Standing.UNCLEAR),
        ({"hukou_local": 1}, (), Standing.SETTLED),
        ({"hukou_local": 0}, (), Standing.INCOMER),
        ({"hukou_local": 0}, ("resident_id",), Standing.INCOMER),
        ({"hukou_local": 0}, ("resident_id", "foreign_passport"), Standing.FOREIGN),
        ({"hukou_local": True, "lives_here": 0}, (), Standing.AWAY),
        ({"hukou_local": None, "lives_here": False}, (), Standing.LEFT),
        ({"hukou_local": 1, "died_on": "2026-01-01"}, ("foreign_passport",), Standing.DEAD),
        ({"hukou_local": 1, "died_on": ""}, (), Standing.SETTLED),
    ],
)
def test_standing_is_read_from_a_record_as_the_store_keeps_it(columns, kinds, expected):
    assert standing_of_record(columns, kinds) is expected
