from __future__ import annotations

import pytest

from station_app.domain.places import GridDraft
from tests.factories import a_resident
from ui.places.panel import PlacesPanel


@pytest.fixture
def people(station):
    for place, address in enumerate(("幸福里3幢1单元201", "幸福里3幢1单元202", "前进里5幢301")):
        a_resident(station, f"住户{'甲乙丙'[place]}", number="", address=address)


@pytest.fixture
def panel(qtbot, station, people, context):
    panel = PlacesPanel(station, context)
    qtbot.addWidget(panel)
    panel.resize(600, 600)
    panel.show()
    qtbot.waitUntil(lambda: len(panel.picture.buildings) == 2)
    return panel


def draw(panel, qtbot, name):
    panel.draw_grid()
    panel.form.fields["name"].set_value(name)
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: name in [line.grid.particulars.name for line in panel.picture.grids])


def test_a_grid_is_drawn_and_undone(station, panel, qtbot, operations):
    draw(panel, qtbot, "第一网格")
    assert panel.stack.currentWidget() is panel.grids
    operations.undo()
    qtbot.waitUntil(lambda: panel.picture.grids == ())


def test_a_grid_needs_a_name(panel, qtbot):
    panel.draw_grid()
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: panel.form.note("name") == "Give the grid a name.")


def test_buildings_are_assigned_and_people_counted(panel, qtbot):
    draw(panel, qtbot, "第一网格")
    grid = panel.picture.grids[0].grid.id
    estate = panel.buildings.tree.topLevelItem(1)
    assert (estate.text(0), estate.text(1)) == ("幸福里", "2")
    estate.setSelected(True)
    panel.buildings.grid.set_value(grid)
    panel.buildings.assign()
    qtbot.waitUntil(lambda: panel.picture.grids[0].people == 2)
    assert panel.picture.grids[0].buildings == 1
    assert panel.buildings.tree.topLevelItem(1).child(0).text(2) == "第一网格"


def test_nothing_is_assigned_before_something_is_chosen(panel):
    assert not panel.buildings.give.isEnabled()
    assert panel.buildings.give.toolTip() == "Select a building first."
    panel.buildings.tree.topLevelItem(0).setSelected(True)
    assert panel.buildings.give.toolTip() == "Choose a grid first."


def test_a_discarded_grid_leaves_its_buildings_in_none(station, panel, qtbot, operations):
    draw(panel, qtbot, "第一网格")
    grid = panel.picture.grids[0].grid.id
    panel.assign([line.building.id for line in panel.picture.buildings], grid)
    qtbot.waitUntil(lambda: panel.picture.grids[0].people == 3)
    panel.discard_grid(grid)
    qtbot.waitUntil(lambda: panel.picture.grids == ())
    assert {building.grid_id for building in station.places.buildings()} == {""}
    operations.undo()
    qtbot.waitUntil(lambda: bool(panel.picture.grids) and panel.picture.grids[0].people == 3)


def test_what_somebody_else_wrote_is_not_overwritten(station, panel, qtbot):
    draw(panel, qtbot, "第一网格")
    grid = panel.picture.grids[0].grid
    panel.correct_grid(grid.id)
    panel.form.fields["worker"].set_value("李四")
    station.places.correct_grid(
        grid.id, GridDraft(name="第一网格", worker="王五", code="001"), version=grid.version
    )
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: "王五" in panel.form.note("worker"))
    assert panel.form.fields["code"].value() == "001"
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: station.places.grids()[0].particulars.worker == "李四")
    assert station.places.grids()[0].particulars.code == "001"


def test_a_grid_left_unsaved_is_offered_back(panel, qtbot, context):
    panel.draw_grid()
    panel.form.fields["name"].set_value("第二网格")
    panel.form.left.emit()
    assert panel.stack.currentWidget() is panel.grids
    context.notices.press_latest()
    assert panel.form.fields["name"].value() == "第二网格"


def test_a_place_leads_to_its_people(panel, qtbot):
    item = panel.buildings.tree.topLevelItem(0)
    with qtbot.waitSignal(panel.place_asked) as asked:
        panel.buildings.tree.itemActivated.emit(item, 0)
    assert asked.args[0] == "estates"
