"""Every step of bringing a roster in, on a small screen and on the same shown at 150 %."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from tests.ui.fitting import complaints
from ui.kit.languages import Languages
from ui.kit.theme import Theme


@pytest.fixture(params=["en", "zh_CN"], autouse=True)
def language(request, qapp):
    """Speak a language before the page is built."""
    former = QLocale()
    Theme.current()
    Languages(qapp).speak(request.param)
    yield request.param
    QLocale.setDefault(former)


def test_the_first_visit_can_be_read(qtbot, page):
    qtbot.waitUntil(page.past.empty.isVisible)
    assert complaints(page) == []


def test_the_choice_of_a_file_can_be_read(page):
    page.begin()
    assert complaints(page) == []


def test_what_was_found_in_a_file_can_be_read(wizard, roster):
    wizard.read(roster)
    assert complaints(wizard.page) == []


def test_why_a_file_is_refused_can_be_read(wizard, a_text):
    wizard.refused(a_text("今天,天气\n很,好\n"))
    assert complaints(wizard.page) == []


def test_the_columns_can_be_read(wizard, roster):
    wizard.to_columns(roster)
    assert complaints(wizard.page) == []


def test_the_columns_of_two_sheets_can_be_read(wizard, two_sheets):
    wizard.to_columns(two_sheets)
    assert complaints(wizard.page) == []


def test_a_missing_column_of_names_can_be_read(wizard, roster):
    wizard.to_columns(roster)
    wizard.choose_field(1, "leave-out")
    assert complaints(wizard.page) == []


def test_the_trial_can_be_read(wizard, roster):
    wizard.to_forecast(roster)
    assert complaints(wizard.page) == []


def test_the_choice_for_known_people_can_be_read(wizard, known_roster):
    wizard.to_forecast(known_roster)
    assert len(wizard.page.forecast_step.policies.choices) > 1
    assert complaints(wizard.page) == []


def test_the_result_can_be_read(wizard, roster):
    wizard.to_result(roster)
    assert complaints(wizard.page) == []


def test_the_imports_so_far_can_be_read(wizard, roster):
    wizard.to_past(roster)
    assert complaints(wizard.page) == []
