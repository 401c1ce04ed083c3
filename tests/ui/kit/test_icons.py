from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui.kit.icons import TONE_ICONS, Icon, IconLabel, glyph, icon
from ui.kit.theme import Look, Theme
from ui.kit.tokens import DARK, LIGHT, Tone


def inked(picture):
    image = picture.toImage()
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("meaning", list(Icon))
def test_every_meaning_has_a_drawing(qapp, meaning):
    assert len(glyph(meaning)) == 1
    assert not icon(meaning).pixmap(QSize(24, 24)).toImage().isNull()


@pytest.mark.parametrize("meaning", list(Icon))
def test_every_drawing_leaves_ink(qapp, meaning):
    image = icon(meaning).pixmap(QSize(32, 32)).toImage()
    assert any(image.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))


def test_no_two_meanings_share_a_drawing():
    assert len({str(meaning) for meaning in Icon}) == len(Icon.__members__)


def test_an_icon_follows_the_theme_without_being_made_anew(qapp):
    made = icon(Icon.INFO)
    Theme.current().choose(Look.LIGHT)
    assert LIGHT.text in inked(made.pixmap(QSize(48, 48)))
    Theme.current().choose(Look.DARK)
    assert DARK.text in inked(made.pixmap(QSize(48, 48)))
    Theme.current().choose(Look.LIGHT)


def test_a_disabled_icon_is_pale(qapp):
    picture = icon(Icon.INFO).pixmap(QSize(48, 48), QIcon.Mode.Disabled)
    assert LIGHT.disabled in inked(picture)


def test_every_tone_has_its_icon():
    assert set(TONE_ICONS) == set(Tone)


def test_an_icon_label_has_the_size_asked_for(qtbot):
    label = IconLabel(Icon.PERSON, size=40)
    qtbot.addWidget(label)
    assert label.size() == QSize(40, 40)
