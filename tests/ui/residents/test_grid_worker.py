"""The residents' page as a grid worker has it: his people, and whose they are."""

from __future__ import annotations

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.addresses import read_address
from station_app.domain.places import GridDraft
from station_app.domain.residents.households import HouseholdDraft
from station_app.services.residents.households import Move
from tests.authority import as_seen_by, employ
from tests.factories import a_resident
from tests.ui.residents.hands import names, says, shown_page, wait_for_file, wait_for_names
from ui.kit.buttons import Button
from ui.kit.surfaces import Banner
from ui.residents.file_menu import FileMenu
from ui.residents.likenesses import LikenessBanner

AWAY_NUMBER = "310000198502280022"


@pytest.fixture
def town(station):
    """Two people in one grid, one in another."""
    people = (
        a_resident(station, "白富", address="幸福里3幢201"),
        a_resident(station, "曾娜", number="", address="幸福里3幢202"),
        a_resident(station, "张三", number=AWAY_NUMBER, address="和平新村7幢701"),
    )
    grids = {}
    for building in station.places.buildings():
        name = "一网格" if building.name == "3" else "二网格"
        grids[name] = station.places.draw_grid(GridDraft(name=name)).value
        station.places.assign({building.id: grids[name]})
    return people, grids


@pytest.fixture
def worker(station, town):
    _, grids = town
    key = employ(station, Role.GRID_WORKER, "网格员", grids=(grids["一网格"],))
    return as_seen_by(station, key)


@pytest.fixture
def page(qtbot, worker, context):
    return shown_page(qtbot, worker, context)


def test_his_people_are_listed_and_the_head_says_whose_they_are(qtbot, page):
    wait_for_names(qtbot, page, ["白富", "曾娜"])
    qtbot.waitUntil(page.head.grids.isVisible)
    assert page.head.grids.words.text() == "Grids: 一网格 · others are not shown"


def test_whoever_sees_everybody_is_told_nothing_of_grids(qtbot, station, town, context):
    page = shown_page(qtbot, station, context)
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    assert not page.head.grids.isVisible()


def test_who_has_no_grid_yet_is_told_whom_to_ask(qtbot, station, town, context):
    page = shown_page(qtbot, as_seen_by(station, employ(station, Role.GRID_WORKER, "新")), context)
    qtbot.waitUntil(page.head.grids.isVisible)
    assert page.head.grids.words.text().endswith("Ask the station.")
    assert names(page) == []


def test_whom_he_moves_out_of_his_grids_he_lets_go_and_can_take_back(
    qtbot, page, worker, town, context, operations
):
    (person, *_), _ = town
    page.show_person(person.id)
    wait_for_file(qtbot, page, person)
    move = Move(to=read_address("和平新村7幢702").parts)
    operations.perform(
        lambda _: worker.households.move([person.id], move), owner=page, label="Moved 白富"
    )
    wait_for_names(qtbot, page, ["曾娜"])
    qtbot.waitUntil(lambda: page.file.key() == "")
    assert not page.side.isVisible()
    assert "白富 is outside your grids now" in context.notices.kept[-1].text
    operations.undo()
    wait_for_names(qtbot, page, ["白富", "曾娜"])


def test_a_number_kept_elsewhere_is_told_of_without_a_way_to_it(qtbot, worker):
    banner = LikenessBanner()
    qtbot.addWidget(banner)
    found = worker.residents.likenesses(name="张三", number=AWAY_NUMBER)
    banner.show_likenesses(found)
    (one,) = banner.findChildren(Banner)
    assert "Ask the station" in one.text.text()
    assert "张三" not in one.text.text()
    assert one.findChildren(Button) == []


def test_an_address_outside_is_refused_beside_its_field(qtbot, page):
    page.activateWindow()
    page.register()
    task = page.side.task()
    form = task.task.form
    form.fields["home"].set_value("和平新村7幢702")
    form.fields["name"].set_value("新人")
    form.fields["name"].editor.setFocus()
    qtbot.waitUntil(form.fields["name"].editor.hasFocus)
    with qtbot.waitSignal(form.checked):  # the name is left for the field to be mended
        task.submit()
    assert form.note("home").startswith("This address is in none of your grids.")


def test_a_household_elsewhere_is_said_to_be_there(qtbot, station, town, page):
    (person, _, away), _ = town
    household = station.households.found(away.id, HouseholdDraft(), version=away.version).value
    station.households.join(person.id, household, "20", version=person.version)
    page.show_person(person.id)
    wait_for_file(qtbot, page, person)
    acts = page.file.acts
    assert acts.person.file.household is None
    assert says(page.file, "The household is outside your grids.")
    menu = FileMenu(acts)
    qtbot.addWidget(menu)
    offers = menu._of_household(acts.person.file)
    assert {why for *_, why, _ in offers} == {"the household is outside your grids"}
