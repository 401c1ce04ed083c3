from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from station_app.shipped import RESOURCES
from ui.kit.drawing import DRAWINGS, Drawing, drawn
from ui.kit.empty_state import LEAST_HEIGHT, EmptyState
from ui.kit.icons import Icon
from ui.kit.theme import Look, Theme
from ui.kit.tokens import DARK, LIGHT

NAMES = sorted(set(DRAWINGS.values()))


def inks(picture):
    image = picture.toImage()
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_inked_in_the_colours_of_the_look(qapp, name):
    Theme.current().choose(Look.LIGHT)
    light = drawn(name, QSize(320, 240))
    Theme.current().choose(Look.DARK)
    dark = drawn(name, QSize(320, 240))
    Theme.current().choose(Look.LIGHT)
    assert LIGHT.accent in inks(light)
    assert DARK.accent in inks(dark)


@pytest.mark.parametrize("path", sorted((RESOURCES / "images").glob("empty-*.svg")))
def test_every_colour_of_a_drawing_is_a_token(path):
    names = re.findall(r"@([a-z_]+)", path.read_text(encoding="utf-8"))
    assert names
    assert all(hasattr(LIGHT, name) for name in names)
    assert not re.search(r"#[0-9a-f]{3,6}", path.read_text(encoding="utf-8"))


def test_a_meaning_without_a_drawing_shows_its_icon(qtbot):
    made = Drawing(Icon.PHONE)
    qtbot.addWidget(made)
    assert not made.pixmap().isNull()
    before = made.size()
    made.show_meaning(Icon.PEOPLE)
    assert made.size() != before


def test_in_a_low_place_there_are_words_only(qtbot):
    empty = EmptyState(Icon.PEOPLE, "Nobody yet")
    qtbot.addWidget(empty)
    empty.resize(500, LEAST_HEIGHT + 100)
    empty.show()
    assert empty.picture.isVisible()
    empty.resize(500, LEAST_HEIGHT - 100)
    assert not empty.picture.isVisible()
    assert empty.title.isVisible()
