"""What the chips over the table offer: places by name, counts where somebody is left."""

from __future__ import annotations

import pytest

from station_app.domain.places import GridDraft
from tests.factories import a_resident
from ui.residents.filter_bar import FilterBar
from ui.residents.words import Words


@pytest.fixture
def bar(qtbot, station, context):
    words = Words(station)
    made = FilterBar(station, context, words)
    words.setParent(made)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def chips(bar):
    return bar.chips


def offered(chip):
    return [each.text for each in chip._choices]


def test_places_are_offered_as_people_call_them(qtbot, station, three, chips, bar):
    a_resident(station, "丁", number="", address="幸福里A座301")
    a_resident(station, "戊", number="", address="前进里")
    station.places.draw_grid(GridDraft(name="一号网格"))
    bar.reload()
    qtbot.waitUntil(lambda: offered(chips["grids"]) == ["一号网格"])
    assert set(offered(chips["buildings"])) == {"幸福里3幢", "幸福里A座", "前进里"}
    assert set(offered(chips["estates"])) == {"幸福里", "前进里"}


def test_an_empty_station_offers_codes_and_no_places(qtbot, chips, bar):
    bar.reload()
    qtbot.waitUntil(lambda: offered(chips["sexes"]) == ["男", "女"])
    assert offered(chips["grids"]) == offered(chips["buildings"]) == []


def test_a_chip_that_opens_leaves_out_whoever_would_leave_nobody(qtbot, three, chips, bar):
    bar.reload()
    qtbot.waitUntil(lambda: bool(offered(chips["tags"])))
    chips["tags"].opening.emit()
    qtbot.waitUntil(lambda: len(offered(chips["tags"])) == 1)


def test_a_choice_that_is_taken_stays_though_nobody_is_left(qtbot, three, chips, bar):
    bar.reload()
    qtbot.waitUntil(lambda: bool(offered(chips["tags"])))
    chips["tags"].set_value(("volunteer",))
    chips["tags"].opening.emit()
    qtbot.waitUntil(lambda: len(offered(chips["tags"])) == 2)
