from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.kit.preferences import Preferences, load_preferences, save_preferences
from ui.kit.theme import Look
from ui.settings.appearance import BODIES, AppearanceCard


@pytest.fixture
def card(qtbot):
    """Make a card on a device on which *preferences* were chosen before."""

    def make(preferences=None):
        if preferences is not None:
            save_preferences(preferences)
        made = AppearanceCard()
        qtbot.addWidget(made)
        made.resize(700, 500)
        with qtbot.waitActive(made):
            made.show()
        return made

    return make


def test_what_was_chosen_before_is_shown(card):
    chosen = Preferences(look=Look.DARK, body=18, scale=150, language="zh_CN")
    shown = card(chosen)
    assert shown.look.value() == Look.DARK
    assert shown.body_size.value() == "18"
    assert shown.scale.currentData() == 150
    assert shown.language.currentData() == "zh_CN"


@pytest.mark.parametrize(("kept", "shown"), [(13, {"12", "14"}), (17, {"16", "18"})])
def test_a_size_between_two_is_shown_as_the_nearest(card, kept, shown):
    assert card(Preferences(body=kept)).body_size.value() in shown


def test_showing_what_is_kept_changes_nothing(card):
    chosen = Preferences(body=13, scale=125, language="en")
    card(chosen)
    assert load_preferences() == chosen


def test_one_choice_leaves_the_others_as_they_were(card, qtbot):
    shown = card(Preferences(body=18, scale=175, language="en"))
    with qtbot.waitSignal(shown.looks_changed):
        shown.look._group.button(1).click()
    assert load_preferences() == Preferences(look=Look.LIGHT, body=18, scale=175, language="en")


def test_each_size_can_be_reached_by_the_arrow_keys(card):
    shown = card(Preferences(body=BODIES[0]))
    told = []
    shown.looks_changed.connect(lambda preferences: told.append(preferences.body))
    for _ in BODIES[1:]:
        QTest.keyClick(shown.body_size, Qt.Key.Key_Right)
    assert told == list(BODIES[1:])


def test_the_scale_changes_no_look_at_once(card, qtbot):
    shown = card()
    with qtbot.assertNotEmitted(shown.looks_changed):
        shown.scale.setCurrentIndex(1)
        shown.scale.activated.emit(1)
    assert load_preferences().scale == 125


def test_restarting_is_offered_only_once_the_scale_was_changed(card):
    shown = card()
    assert not shown.restart.isVisible()
    shown.scale.activated.emit(1)
    assert shown.restart.isVisible()


def test_the_language_in_force_chosen_again_builds_no_window_anew(card, qtbot):
    shown = card(Preferences(language="en"))
    with qtbot.assertNotEmitted(shown.language_changed):
        shown.language.activated.emit(shown.language.currentIndex())


def test_each_language_is_written_in_itself(card):
    shown = card()
    words = [shown.language.itemText(at) for at in range(shown.language.count())]
    assert words[1:] == ["English", "简体中文"]


def test_every_control_has_a_name_for_screen_readers(card):
    shown = card()
    controls = (shown.look, shown.body_size, shown.scale, shown.language)
    assert all(control.accessibleName() for control in controls)
