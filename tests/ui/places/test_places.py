"""Grids and buildings: drawn, corrected, discarded, assigned, counted; each undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from station_app.domain.errors import Problem
from station_app.domain.places import Building, BuildingId, EstateId, GridDraft
from tests.factories import a_resident
from tests.ui.residents.hands import CTRL, press, says
from ui.kit.buttons import Button, IconButton
from ui.places.grid_form import GridForm
from ui.places.panel import PlacesPanel
from ui.places.picture import BuildingLine, read_picture

ADDRESSES = ("幸福里3幢1单元201", "幸福里3幢1单元202", "幸福里5幢1单元101", "前进里5幢301")
WHOLE = GridDraft(
    code="001",
    name="第一网格",
    worker="李四",
    worker_phone="13800000001",
    supervision_phone="12345",
)


@pytest.fixture
def people(station):
    for place, address in enumerate(ADDRESSES):
        a_resident(station, f"住户{'甲乙丙丁'[place]}", number="", address=address)


@pytest.fixture
def panel(qtbot, station, people, context):
    panel = PlacesPanel(station, context)
    qtbot.addWidget(panel)
    panel.resize(600, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(lambda: len(panel.picture.buildings) == 3)
    return panel


@pytest.fixture
def grid(station, panel, qtbot):
    """A grid drawn before anybody looked."""
    key = station.places.draw_grid(WHOLE).value
    panel.reload()
    qtbot.waitUntil(lambda: len(panel.picture.grids) == 1)
    return key


def kept(station):
    return [each.particulars for each in station.places.grids()]


def card_buttons(panel, name):
    return [each for each in panel.grids.findChildren(IconButton) if each.toolTip() == name]


def building(panel, name):
    return next(each.building.id for each in panel.picture.buildings if each.name() == name)


@pytest.mark.parametrize("field", ["code", "name", "worker", "worker_phone", "supervision_phone"])
def test_each_field_of_a_grid_is_kept_and_shown_again(station, panel, qtbot, field):
    panel.draw_grid()
    panel.form.fill(WHOLE)
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: kept(station) == [WHOLE])
    qtbot.waitUntil(lambda: bool(panel.picture.grids))
    panel.correct_grid(panel.picture.grids[0].grid.id)
    assert panel.form.fields[field].value() == getattr(WHOLE, field)


def test_ctrl_enter_draws_the_grid(station, panel, qtbot, operations):
    panel.draw_grid()
    name = panel.form.fields["name"]
    name.set_value("第二网格")
    press(qtbot, name.editor, Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: operations.latest_label() == "Drew the grid 第二网格")


def test_enter_goes_through_the_form(panel, qtbot):
    panel.draw_grid()
    fields = list(panel.form.fields.values())
    qtbot.waitUntil(fields[0].isVisible)
    fields[0].editor.setFocus()
    for each in fields[1:]:
        press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Return)
        assert QApplication.focusWidget() is each.editor


def test_esc_leaves_an_empty_form_without_a_word(panel, qtbot, context):
    panel.draw_grid()
    press(qtbot, panel.form, Qt.Key.Key_Escape)
    assert panel.stack.currentWidget() is panel.grids
    assert not context.notices.shown()


@pytest.mark.parametrize("name", ["", " ", "\u3000"])
def test_a_grid_without_a_name_is_refused_beside_the_field(station, panel, qtbot, name):
    panel.draw_grid()
    panel.form.fields["code"].set_value("001")
    panel.form.fields["name"].set_value(name)
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: panel.form.note("name") == "Give the grid a name.")
    assert panel.stack.currentWidget() is panel.form
    assert kept(station) == []


@pytest.mark.parametrize("code", ["missing"])
def test_each_problem_of_a_grid_has_words(qtbot, code):
    form = GridForm()
    qtbot.addWidget(form)
    assert form.wording(Problem("name", code))


def test_a_correction_is_undone(station, panel, grid, qtbot, operations):
    panel.correct_grid(grid)
    panel.form.fields["worker"].set_value("王五")
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: kept(station)[0].worker == "王五")
    qtbot.waitUntil(lambda: operations.latest_label() == "Corrected 第一网格")
    operations.undo()
    qtbot.waitUntil(lambda: kept(station) == [WHOLE])


def test_a_discarded_grid_comes_back_with_its_buildings(station, panel, grid, qtbot, operations):
    held = [building(panel, "3幢")]
    panel.assign(held, grid)
    qtbot.waitUntil(lambda: panel.picture.grids[0].people == 2)
    panel.discard_grid(grid)
    qtbot.waitUntil(lambda: panel.picture.grids == ())
    assert operations.latest_label() == "Discarded the grid 第一网格"
    operations.undo()
    qtbot.waitUntil(lambda: bool(panel.picture.grids))
    assert [each.id for each in station.places.buildings() if each.grid_id == grid] == held


def test_an_assignment_is_undone(station, panel, grid, qtbot, operations):
    panel.assign([building(panel, "3幢")], grid)
    qtbot.waitUntil(lambda: panel.picture.grids[0].buildings == 1)
    assert operations.latest_label() == "Assigned 1 buildings to 第一网格"
    operations.undo()
    qtbot.waitUntil(lambda: panel.picture.grids[0].buildings == 0)


def test_buildings_are_taken_out_of_a_grid(panel, grid, qtbot, operations):
    both = [each.building.id for each in panel.picture.buildings]
    panel.assign(both, grid)
    qtbot.waitUntil(lambda: panel.picture.grids[0].people == 4)
    panel.assign(both[:1], "")
    qtbot.waitUntil(lambda: panel.picture.grids[0].buildings == 2)
    assert operations.latest_label() == "Assigned 1 buildings to no grid"


@pytest.mark.parametrize(
    ("chosen", "buildings", "counted"),
    [(("3幢",), 1, 2), (("5幢",), 1, 1), (("3幢", "5幢"), 2, 3)],
)
def test_people_are_counted_through_their_buildings(
    panel, grid, qtbot, chosen, buildings, counted
):
    of_estate = [each for each in panel.picture.buildings if each.building.estate == "幸福里"]
    wanted = [each.building.id for each in of_estate if each.name() in chosen]
    panel.assign(wanted, grid)
    qtbot.waitUntil(lambda: panel.picture.grids[0].buildings == buildings)
    assert panel.picture.grids[0].people == counted
    qtbot.waitUntil(lambda: says(panel.grids, f"Buildings: {buildings} · People: {counted}"))


def test_a_new_neighbour_is_counted_at_once(station, panel, grid, qtbot, operations):
    panel.assign([building(panel, "3幢")], grid)
    qtbot.waitUntil(lambda: panel.picture.grids[0].people == 2)
    a_resident(station, "住户戊", number="", address="幸福里3幢1单元203")
    panel.reload()
    qtbot.waitUntil(lambda: panel.picture.grids[0].people == 3)


def test_a_card_says_who_answers_for_the_grid(panel, grid):
    assert says(panel.grids, "李四 · 13800000001")
    assert says(panel.grids, "001")


def test_a_grid_without_worker_says_so(station, panel, qtbot):
    station.places.draw_grid(GridDraft(name="空网格"))
    panel.reload()
    qtbot.waitUntil(lambda: says(panel.grids, "No grid worker is named."))


def test_no_grid_yet_says_what_to_do(panel):
    assert says(panel.grids, "No grid has been drawn yet.")
    draw = next(each for each in panel.grids.findChildren(Button) if each.text() == "Draw a grid")
    draw.click()
    assert panel.stack.currentWidget() is panel.form
    assert panel.title.text() == "Draw a grid"
    assert not panel.head.isVisible()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Correct the grid…", "form"), ("Discard the grid", "gone"), ("Show the people", "asked")],
)
def test_the_buttons_of_a_card(panel, grid, qtbot, name, expected):
    asked = []
    panel.place_asked.connect(lambda *told: asked.append(told))
    buttons = panel.grids.findChildren(IconButton)
    next(each for each in buttons if each.toolTip().startswith(name)).click()
    reached = {
        "form": lambda: panel.stack.currentWidget() is panel.form,
        "gone": lambda: panel.picture.grids == (),
        "asked": lambda: asked == [("grids", grid)],
    }[expected]
    qtbot.waitUntil(reached)


def test_a_grid_gone_meanwhile_is_told_and_nothing_typed_is_lost(
    station, panel, grid, qtbot, doings
):
    panel.correct_grid(grid)
    panel.form.fields["worker"].set_value("王五")
    station.places.discard_grid(grid)
    panel.form.submitted.emit()
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert doings.failures[0].code == "record.not-found"
    assert panel.form.fields["worker"].value() == "王五"


@pytest.mark.parametrize(
    ("mine", "theirs", "merged", "is_told"),
    [
        ({"worker": "王五"}, {}, {"worker": "王五"}, False),
        ({}, {"worker": "赵六"}, {"worker": "赵六"}, False),
        ({"worker": "王五"}, {"code": "002"}, {"worker": "王五", "code": "002"}, False),
        ({"worker": "王五"}, {"worker": "赵六"}, {"worker": "王五"}, True),
        ({"worker": "王五"}, {"worker": "王五"}, {"worker": "王五"}, False),
    ],
)
def test_each_way_two_can_meet_at_a_grid(qtbot, mine, theirs, merged, is_told):
    form = GridForm()
    qtbot.addWidget(form)
    form.show_draft(WHOLE)
    form.fill(replace(WHOLE, **mine))
    form.merge(replace(WHOLE, **theirs))
    assert form.draft() == replace(WHOLE, **merged)
    assert ("赵六" in form.note("worker")) is is_told


def test_a_grid_is_saved_once_however_often_a_key_is_pressed(station, panel, qtbot):
    panel.draw_grid()
    panel.form.fill(WHOLE)
    for _ in range(3):
        panel.form.submitted.emit()
    qtbot.waitUntil(lambda: panel.stack.currentWidget() is panel.grids)
    assert len(kept(station)) == 1


def items(panel):
    tree = panel.buildings.tree
    return {
        tree.topLevelItem(place).text(0): tree.topLevelItem(place)
        for place in range(tree.topLevelItemCount())
    }


def test_the_tree_counts_estates_and_buildings(panel):
    estates = items(panel)
    assert {name: item.text(1) for name, item in estates.items()} == {"幸福里": "3", "前进里": "1"}
    happy = estates["幸福里"]
    below = [(happy.child(at).text(0), happy.child(at).text(1)) for at in range(2)]
    assert below == [("3幢", "2"), ("5幢", "1")]


@pytest.mark.parametrize(
    ("selected", "said"),
    [
        ((), "Select buildings or whole estates (Ctrl or Shift for several)."),
        (("前进里",), "1 building selected"),
        (("幸福里",), "2 buildings selected"),
        (("幸福里", "前进里"), "3 buildings selected"),
    ],
)
def test_an_estate_stands_for_all_its_buildings(panel, selected, said):
    for name in selected:
        items(panel)[name].setSelected(True)
    assert panel.buildings.selected.text() == said


def test_a_building_and_its_estate_count_once(panel):
    happy = items(panel)["幸福里"]
    happy.setSelected(True)
    happy.child(0).setSelected(True)
    assert len(panel.buildings.chosen()) == 2


def test_an_open_estate_stays_open(panel, qtbot):
    items(panel)["幸福里"].setExpanded(True)
    panel.reload()
    before = panel.picture
    qtbot.waitUntil(lambda: panel.picture is not before)
    assert items(panel)["幸福里"].isExpanded()
    assert not items(panel)["前进里"].isExpanded()


@pytest.mark.parametrize("is_building", [False, True])
def test_enter_upon_a_place_asks_for_its_people(panel, qtbot, is_building):
    item = items(panel)["前进里"]
    if is_building:
        item = item.child(0)
    with qtbot.waitSignal(panel.place_asked) as asked:
        panel.buildings.tree.itemActivated.emit(item, 0)
    assert asked.args[0] == ("buildings" if is_building else "estates")


def test_no_grid_is_one_of_the_choices(panel, grid):
    texts = list(panel.buildings.grid._texts.values())
    assert texts == ["第一网格", "No grid"]


def test_assigning_by_hand_and_taking_out_again(station, panel, grid, qtbot):
    items(panel)["前进里"].setSelected(True)
    panel.buildings.grid.set_value(grid)
    panel.buildings.grid.changed.emit()
    panel.buildings.give.click()
    qtbot.waitUntil(lambda: panel.picture.grids[0].buildings == 1)
    items(panel)["前进里"].setSelected(True)
    panel.buildings.grid.set_value("-")
    panel.buildings.assign()
    qtbot.waitUntil(lambda: panel.picture.grids[0].buildings == 0)


@pytest.mark.parametrize(
    ("name", "estate", "shown"),
    [("3", "幸福里", "3幢"), ("A", "幸福里", "A座"), ("", "前进巷12号", "前进巷12号")],
)
def test_a_building_is_called_as_its_sign_has_it(name, estate, shown):
    made = Building(
        id=BuildingId("b"), estate_id=EstateId("e"), estate=estate, name=name, grid_id=""
    )
    assert BuildingLine(made, people=0, grid="").name() == shown


def test_the_picture_of_an_empty_station_is_empty(station):
    picture = read_picture(station)
    assert (picture.grids, picture.buildings) == ((), ())


def test_both_pages_are_reached_by_the_segments(panel, qtbot):
    panel._turn("buildings")
    assert panel.stack.currentWidget() is panel.buildings
    panel._turn("grids")
    assert panel.stack.currentWidget() is panel.grids
    assert panel.findChildren(QLabel)


@pytest.mark.parametrize("name", ["Show the people of this grid", "Correct the grid…"])
def test_each_icon_of_a_card_has_a_name(panel, grid, name):
    assert len(card_buttons(panel, name)) == 1
