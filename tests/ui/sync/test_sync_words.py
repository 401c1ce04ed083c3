"""What devices, states and counts are called: a word for each, and no code seen."""

from __future__ import annotations

import pytest

from station_app.domain.sync.devices import DeviceKind, DeviceState, Scope, ScopeKind
from station_app.services.sync.comparing import Cause, Match
from station_app.services.sync.standing import MOST_COUNTED, FileState, Trouble
from station_app.store.sync.declaration import read_declaration
from ui.sync import words

pytestmark = pytest.mark.usefixtures("language")

GRIDS = {"g1": "一号网格", "g2": "二号网格", "g3": "三号网格", "g4": "七号网格"}
TOLD = [
    (words.KINDS, DeviceKind),
    (words.STATES, DeviceState),
    (words.STATE_TONES, DeviceState),
    (words.TROUBLES, Trouble),
    (words.MATCHES, Match),
    (words.MATCH_TONES, Match),
    (words.CAUSES, Cause),
    (words.FILE_STATES, FileState),
    (words.FILE_TONES, FileState),
]


@pytest.mark.parametrize(("table", "codes"), TOLD)
def test_every_code_has_a_word_and_a_tone(table, codes):
    assert set(table) == set(codes)


@pytest.mark.parametrize("table", [words.KINDS, words.STATES, words.MATCHES, words.FILE_STATES])
def test_no_two_codes_are_called_alike(table):
    assert len({words.worded(table, code) for code in table}) == len(table)


def test_every_exchanged_table_has_a_name():
    assert set(words.TABLES) == {table.name for table in read_declaration().tables}


def test_a_code_of_a_newer_program_stands_for_itself():
    assert words.worded(words.TABLES, "weather") == "weather"


@pytest.mark.parametrize(("count", "digits"), [(0, "0"), (999, "999"), (1_234, "1,234")])
def test_counts_are_readable(count, digits):
    assert words.counted(count) == digits


def test_where_counting_has_ended_it_is_said():
    assert words.counted(MOST_COUNTED - 1) == f"{MOST_COUNTED - 1:,}"
    for count in (MOST_COUNTED, MOST_COUNTED + 5):
        assert f"{MOST_COUNTED:,}" in words.counted(count) != f"{MOST_COUNTED:,}"


def test_grids_are_told_by_name_in_one_order():
    scope = Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g2", "g1", "g4", "g3"}))
    assert words.scope_words(scope, GRIDS) == "一号网格、七号网格、三号网格、二号网格"


def test_grids_whose_names_are_not_known_yet_are_counted():
    scope = Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g1", "gone"}))
    told = words.scope_words(scope, GRIDS)
    assert "2" in told
    assert "一号网格" not in told


def test_each_kind_of_scope_is_told_apart():
    scopes = [Scope(), Scope(kind=ScopeKind.OWN), Scope(kind=ScopeKind.GRIDS)]
    told = [words.scope_words(scope, {}) for scope in scopes]
    assert all(told)
    assert len(set(told)) == 3


def test_an_unknown_phase_is_still_worded():
    assert words.phase_words("weather") == words.phase_words("reading-file")
    assert len({words.phase_words(phase) for phase in words.PHASES}) == len(words.PHASES)
