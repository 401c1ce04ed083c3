"""Grids and buildings with their people counted, and the form over a grid."""

from __future__ import annotations

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.errors import Problem
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from tests.authority import as_seen_by, employ
from tests.factories import a_resident
from ui.places.buildings import BuildingTree
from ui.places.grid_form import GridForm
from ui.places.picture import read_picture

LONG = "东方红社会主义新农村集中安置小区第一综合治理网格" * 3


@pytest.fixture
def people(station):
    for place, address in enumerate(("幸福里3幢201", "幸福里3幢202", "幸福里A座301", "前进里")):
        a_resident(station, f"住户{'甲乙丙丁'[place]}", number="", address=address)


def building_named(station, name):
    return next(each for each in station.places.buildings() if each.name == name)


@pytest.fixture
def grid(station, people):
    """A grid that has the third building."""
    key = station.places.draw_grid(GridDraft(name="一号网格", code="01")).value
    station.places.assign({building_named(station, "3").id: key})
    return key


def test_buildings_are_called_as_their_signs_have_it(station, people):
    lines = {line.name(): line.people for line in read_picture(station).buildings}
    assert lines == {"3幢": 2, "A座": 1, "前进里": 1}


def test_a_grid_counts_its_buildings_and_their_people(station, grid):
    (line,) = read_picture(station).grids
    assert (line.buildings, line.people) == (1, 2)


def test_people_outside_ones_grids_are_not_counted(qtbot, station, grid):
    station.places.draw_grid(GridDraft(name="二号网格", code="02"))
    worker = as_seen_by(station, employ(station, Role.GRID_WORKER, "网格员", grids=(grid,)))
    picture = read_picture(worker)
    assert {line.name(): line.people for line in picture.buildings} == {
        "3幢": 2,
        "A座": None,
        "前进里": None,
    }
    assert [(line.grid.particulars.name, line.people) for line in picture.grids] == [
        ("一号网格", 2),
        ("二号网格", None),
    ]
    tree = BuildingTree()
    qtbot.addWidget(tree)
    tree.show_picture(picture)
    estates = [tree.tree.topLevelItem(place) for place in range(2)]
    assert {item.text(0): item.text(1) for item in estates} == {"前进里": "–", "幸福里": "2"}


def test_a_building_names_its_grid_and_one_in_none_names_none(station, grid):
    names = {line.name(): line.grid for line in read_picture(station).buildings}
    assert names == {"3幢": "一号网格", "A座": "", "前进里": ""}


def test_a_grid_without_buildings_is_shown_with_nobody(station, people):
    station.places.draw_grid(GridDraft(name="空网格"))
    (line,) = read_picture(station).grids
    assert (line.buildings, line.people) == (0, 0)


def test_whoever_lies_in_the_bin_is_not_counted(station, grid):
    key = station.lists.key_of_line(next(iter(station.lists.keys(ResidentFilter()))))
    gone = station.residents.resident(key)
    station.residents.put_into_bin(key, version=gone.version)
    assert sum(line.people for line in read_picture(station).buildings) == 3


@pytest.fixture
def form(qtbot):
    made = GridForm()
    qtbot.addWidget(made)
    return made


def test_a_grid_is_shown_and_read_back_whole(form):
    draft = GridDraft(
        name=LONG,
        code="320000000000001",
        worker="欧阳娜仁托娅",
        worker_phone="138",
        supervision_phone="025",
    )
    form.show_draft(draft)
    assert form.draft() == draft
    assert not form.is_dirty()


def test_a_name_is_asked_for_in_words(form):
    form.show_draft(GridDraft())
    form.show_problems((Problem("name", "missing"),))
    assert form.note("name") == "Give the grid a name."


def test_what_only_they_changed_is_taken_and_what_only_we_changed_kept(form):
    form.show_draft(GridDraft(name="一号网格", worker="甲"))
    form.fields["worker"].set_value("乙")
    form.merge(GridDraft(name="第一网格", worker="甲", code="01"))
    assert form.draft() == GridDraft(name="第一网格", worker="乙", code="01")
    assert form.is_dirty()
    assert {form.note(name) for name in form.fields} == {""}


def test_where_both_have_changed_a_field_theirs_stands_beside_it(form):
    form.show_draft(GridDraft(name="一号网格", worker="甲"))
    form.fields["worker"].set_value("乙")
    form.merge(GridDraft(name="一号网格", worker="丙"))
    assert form.draft().worker == "乙"
    assert form.note("worker") == "Before: 甲. Somebody else has written: 丙"


def test_what_was_emptied_is_told_by_a_dash(form):
    form.show_draft(GridDraft(name="一号网格"))
    form.fields["worker"].set_value("乙")
    form.merge(GridDraft(name="一号网格", worker="丙"))
    assert form.note("worker") == "Before: –. Somebody else has written: 丙"


def test_both_having_written_the_same_is_no_difference(form):
    form.show_draft(GridDraft(name="一号网格"))
    form.fields["worker"].set_value("乙")
    form.merge(GridDraft(name="一号网格", worker="乙"))
    assert form.note("worker") == ""
    assert not form.is_dirty()
