from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from station_app.shipped import RESOURCES
from ui.kit.theme import Look, Theme, style_sheet
from ui.kit.tokens import DARK, LIGHT, Tokens


@pytest.fixture
def theme(qapp):
    yield Theme.current()
    Theme.current().choose(Look.LIGHT)


def test_there_is_one_theme(theme):
    assert Theme.current() is theme


@pytest.mark.parametrize("is_dark", [False, True])
def test_no_token_is_left_unfilled(is_dark):
    sheet = style_sheet(Tokens(palette=DARK if is_dark else LIGHT, is_dark=is_dark))
    assert "@" not in sheet
    assert re.search(r"\d px", sheet.replace("1px solid", "")) is None


@pytest.mark.parametrize("is_dark", [False, True])
def test_every_picture_of_the_style_sheet_is_there(is_dark):
    sheet = style_sheet(Tokens(is_dark=is_dark))
    pictures = re.findall(r"url\(([^)]+)\)", sheet)
    assert pictures
    for picture in pictures:
        assert (RESOURCES / "images" / picture.rsplit("/", 1)[1]).exists()


def test_the_dark_look_reaches_the_palette(theme):
    theme.choose(Look.DARK)
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    assert ground.name() == DARK.window
    assert theme.tokens.is_dark


def test_whoever_paints_hears_of_a_change(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose(Look.DARK)


def test_body_size_reaches_the_font_of_the_program(theme):
    theme.choose(Look.LIGHT, body=18)
    assert QApplication.font().pixelSize() == 18


def test_a_chosen_look_does_not_follow_the_system(theme, qapp):
    theme.choose(Look.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.tokens.is_dark
