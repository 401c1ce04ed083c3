from __future__ import annotations

import pytest

from station_app.domain.errors import CancelledError
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.rights.requests import View
from station_app.store.checking import check_store

COUNT = 300


class Stopped:
    """A progress that stops the work at its first step."""

    def step(self, *_told: object) -> None:
        raise CancelledError


@pytest.fixture
def filled(station):
    assert station.demo.fill(COUNT) == COUNT
    return station


def all_lines(station):
    return station.lists.lines(station.lists.keys(ResidentFilter()))


def test_as_many_are_in_the_register_as_were_asked_for(filled):
    assert filled.lists.counts(ResidentFilter()).total == COUNT


def test_store_is_sound_and_all_are_indexed(filled):
    check = check_store(filled.store.engine)
    assert check.faults == ()
    counts = check.counts
    assert counts["resident"] == COUNT
    assert counts["search_entry"] == COUNT + counts["dwelling"] + counts["household"]


def test_people_have_consented_and_asked(filled):
    assert filled.requests.counts()[View.ALL] == 10
    assert filled.requests.counts()[View.OVERDUE] == 1
    children = filled.guardians.children_lacking()
    assert children
    known = [filled.rights.of(line.id) for line in all_lines(filled).values()]
    assert sum(1 for rights in known if rights.consents) > COUNT // 2
    assert any(rights.guardians for rights in known)


def test_everybody_is_found_by_name(filled):
    line = next(iter(all_lines(filled).values()))
    assert line.id in {hit.key for hit in filled.search.find(line.name)}


def test_every_building_is_in_one_of_five_grids(station):
    station.demo.fill(1500)
    grids = {grid.id for grid in station.places.grids()}
    assert len(grids) == 5
    assert {building.grid_id for building in station.places.buildings()} == grids


def test_what_was_filled_in_can_be_corrected_like_any_other(filled):
    line = next(iter(all_lines(filled).values()))
    before = filled.residents.resident(line.id)
    done = filled.residents.correct(line.id, before.particulars, version=before.version)
    assert done.revert is not None
    assert filled.residents.resident(line.id).standing is before.standing


def test_whole_file_of_everybody_can_be_read(filled):
    for line in all_lines(filled).values():
        file = filled.lists.file(line.id)
        assert file.household is not None
        assert file.resident.relation


def test_some_have_a_history(filled):
    files = [filled.lists.file(line.id) for line in all_lines(filled).values()]
    assert any(change.field == "phone" for file in files for change in file.history)


def test_stopped_filling_leaves_the_register_empty(station):
    with pytest.raises(CancelledError):
        station.demo.fill(COUNT, progress=Stopped())
    assert station.lists.counts(ResidentFilter()).total == 0
