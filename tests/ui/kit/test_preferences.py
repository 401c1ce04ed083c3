from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings

from station_app.domain.paper_keys import new_paper_key
from ui.kit.fonts import interface_font
from ui.kit.languages import CHINESE, ENGLISH, Languages
from ui.kit.paper_key import PaperKeyPanel
from ui.kit.preferences import Preferences, load_preferences, save_preferences
from ui.kit.theme import Look


def test_a_new_device_follows_the_system():
    assert load_preferences() == Preferences()
    assert Preferences().look is Look.SYSTEM


def test_what_is_chosen_is_kept():
    chosen = Preferences(look=Look.DARK, scale=150, body=18, language="zh_CN")
    save_preferences(chosen)
    assert load_preferences() == chosen


@pytest.mark.parametrize(
    ("name", "value"),
    [("look", "pink"), ("scale", 7), ("scale", "many"), ("body", 400), ("language", "xx")],
)
def test_what_makes_no_sense_is_as_if_never_chosen(name, value):
    QSettings().setValue(f"window/{name}", value)
    assert load_preferences() == Preferences()


@pytest.fixture
def languages(qapp):
    made = Languages.of(qapp)
    yield made
    made.speak(ENGLISH)
    QLocale.setDefault(QLocale.c())


def test_a_chosen_language_is_spoken(languages):
    assert languages.speak(CHINESE) == CHINESE
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert languages.speak(ENGLISH) == ENGLISH
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_systems_language_decides_when_none_is_chosen(languages):
    assert languages.speak("") in {CHINESE, ENGLISH}


def test_the_interface_has_a_face_with_a_pixel_size(qapp):
    assert interface_font(16).pixelSize() == 16


@pytest.fixture
def panel(qtbot):
    made = PaperKeyPanel()
    qtbot.addWidget(made)
    return made


def test_the_group_asked_for_proves_the_paper(panel):
    paper = new_paper_key()
    panel.show_key(paper)
    assert panel.missing()
    panel.group.set_value(paper.groups[panel.asked_group()].lower())
    assert panel.missing() == ""


def test_another_group_proves_nothing(panel):
    paper = new_paper_key()
    panel.show_key(paper)
    wrong = next(g for g in paper.groups if g != paper.groups[panel.asked_group()])
    panel.group.set_value(wrong)
    assert panel.missing()


def test_a_forgotten_key_is_off_the_screen(panel):
    panel.show_key(new_paper_key())
    panel.forget()
    assert panel._grid.count() == 0
    assert panel.missing()


def test_printing_and_saving_are_asked_for_with_the_key(panel, qtbot):
    paper = new_paper_key()
    panel.show_key(paper)
    with qtbot.waitSignal(panel.print_asked) as asked:
        panel.print.click()
    assert asked.args == [paper]
    with qtbot.waitSignal(panel.save_asked) as asked:
        panel.save.click()
    assert asked.args == [paper]
