from __future__ import annotations

import pytest

from station_app.domain.addresses import read_address
from station_app.domain.errors import EditConflictError, NotFoundError, ValidationFailedError
from station_app.domain.places import GridDraft

FIRST = GridDraft(code="110000001001001", name="第一网格", worker="赵网格")


def settle(station, text):
    with station.store.transaction() as tx:
        return tx.places.settle(read_address(text).parts)


def test_wordings_of_one_address_are_one_dwelling(station):
    keys = {
        settle(station, text)
        for text in ("幸福里小区3幢2单元501室", "幸福里小区 3号楼2单元501", "幸福里小区3-2-501")
    }
    assert len(keys) == 1


def test_buildings_are_ordered_by_the_value_of_their_number(station):
    for building in ("10", "2"):
        settle(station, f"幸福里小区{building}幢1单元101室")
    assert [building.name for building in station.places.buildings()] == ["2", "10"]


def test_dwellings_of_a_building_are_listed_as_one_walks(station):
    for room in ("1001", "201"):
        settle(station, f"幸福里小区2幢1单元{room}室")
    (building,) = station.places.buildings()
    assert [each.parts.room for each in station.places.dwellings_of(building.id)] == [
        "201",
        "1001",
    ]


def test_a_grid_is_drawn_corrected_and_taken_back(station):
    key = station.places.draw_grid(FIRST).value
    done = station.places.correct_grid(key, GridDraft(name="一网格"), version=1)
    assert station.places.grids()[0].particulars.name == "一网格"
    done.revert()
    assert station.places.grids()[0].particulars == FIRST


def test_second_of_two_edits_of_a_grid_is_refused(station):
    key = station.places.draw_grid(FIRST).value
    station.places.correct_grid(key, GridDraft(name="一网格"), version=1)
    with pytest.raises(EditConflictError):
        station.places.correct_grid(key, GridDraft(name="二网格"), version=1)


def test_a_grid_needs_a_name(station):
    with pytest.raises(ValidationFailedError):
        station.places.draw_grid(GridDraft(name=" "))


def test_discarding_a_grid_frees_its_buildings_and_undo_gives_them_back(station):
    settle(station, "幸福里小区2幢1单元101室")
    (building,) = station.places.buildings()
    key = station.places.draw_grid(FIRST).value
    station.places.assign({building.id: key})
    done = station.places.discard_grid(key)
    assert station.places.grids() == ()
    assert station.places.buildings()[0].grid_id == ""
    done.revert()
    assert station.places.buildings()[0].grid_id == key
    assert len(station.places.grids()) == 1


def test_a_grid_that_is_gone_is_not_corrected(station):
    key = station.places.draw_grid(FIRST).value
    station.places.discard_grid(key)
    with pytest.raises(NotFoundError):
        station.places.correct_grid(key, GridDraft(name="一网格"), version=1)


def test_drawing_a_grid_taken_back_leaves_no_building_in_it(station):
    settle(station, "幸福里小区3幢2单元501室")
    (building,) = station.places.buildings()
    drawn = station.places.draw_grid(FIRST)
    station.places.assign({building.id: drawn.value})
    drawn.revert()
    assert station.places.grids() == ()
    assert station.places.buildings()[0].grid_id == ""


def test_a_restored_grid_leaves_others_what_they_were_given_since(station):
    settle(station, "幸福里小区3幢2单元501室")
    (building,) = station.places.buildings()
    first = station.places.draw_grid(FIRST).value
    station.places.assign({building.id: first})
    discarded = station.places.discard_grid(first)
    second = station.places.draw_grid(GridDraft(name="第二网格")).value
    station.places.assign({building.id: second})
    discarded.revert()
    assert station.places.buildings()[0].grid_id == second


def test_assigning_buildings_is_taken_back_to_what_each_was_in(station):
    for building in ("1", "2"):
        settle(station, f"幸福里小区{building}幢1单元101室")
    first, second = (building.id for building in station.places.buildings())
    grid = station.places.draw_grid(FIRST).value
    station.places.assign({first: grid})
    other = station.places.draw_grid(GridDraft(name="第二网格")).value
    done = station.places.assign({first: other, second: other})
    done.revert()
    assert [building.grid_id for building in station.places.buildings()] == [grid, ""]


def test_a_dwelling_that_is_not_kept_is_told(station):
    key = settle(station, "幸福里小区2幢1单元101室")
    assert station.places.dwelling(key).text == "幸福里小区2幢1单元101室"
    with pytest.raises(NotFoundError):
        station.places.dwelling("0" * 32)
