"""The chip of ages: a band at a click, or ages of one's own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from station_app.domain.residents.people import OLDEST_AGE
from ui.kit.buttons import Button
from ui.residents.age_chip import ANY, BANDS, AgeChip

SPAN = next(iter(BANDS))


@pytest.fixture
def chip(qtbot):
    made = AgeChip(None)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(chip):
    told = []
    chip.changed.connect(lambda: told.append(chip.value()))
    return told


@pytest.fixture
def popup(chip):
    chip.open()
    yield chip._popup
    if chip._popup is not None:
        chip._popup.close()


def own(popup, first, last):
    popup.first.setValue(first)
    popup.last.setValue(last)
    popup.last.editingFinished.emit()


def test_nothing_chosen_is_any_age(chip):
    assert (chip.value(), chip.text()) == (ANY, "Age")


@pytest.mark.parametrize("span", BANDS)
def test_a_band_is_taken_at_a_click(chip, heard, popup, span):
    popup.bands[span].click()
    assert heard == [span]


def test_ages_of_ones_own_are_taken(chip, heard, popup):
    own(popup, 18, 35)
    assert heard == [(18, 35)]
    assert chip.text() == "Age: 18–35"


def test_ages_typed_the_wrong_way_round_are_turned(heard, popup):
    own(popup, 60, 18)
    assert heard == [(18, 60)]


def test_up_to_the_oldest_is_without_an_end(chip, heard, popup):
    own(popup, 80, OLDEST_AGE)
    assert heard == [(80, None)]
    assert chip.text() == "Age: 80+"


def test_boxes_nobody_has_touched_are_no_filter(heard, popup):
    popup.first.editingFinished.emit()
    assert heard == []


def test_ages_left_as_they_were_are_not_told_again(heard, popup):
    for _ in range(2):
        own(popup, 18, 35)
    assert heard == [(18, 35)]


def test_clearing_is_any_age_again(qtbot, chip, heard):
    chip.set_value(SPAN)
    chip.open()
    (clear,) = chip._popup.findChildren(Button)
    clear.click()
    assert heard == [ANY]
    assert chip.text() == "Age"


def test_ages_taken_before_stand_in_the_boxes(chip):
    chip.set_value((18, None))
    chip.open()
    assert (chip._popup.first.value(), chip._popup.last.value()) == (18, OLDEST_AGE)
    chip._popup.close()


def test_counts_that_come_late_are_shown_while_it_is_open(chip, popup):
    before = popup.bands[SPAN].text()
    chip.set_counts({SPAN: 1_234})
    assert popup.bands[SPAN].text() == f"{before}   1,234"


def test_the_band_that_is_taken_has_a_tick(chip):
    chip.set_value(SPAN)
    chip.open()
    ticked = [each.text() for each in chip._popup.findChildren(QPushButton) if "✓" in each.text()]
    assert len(ticked) == 1
    chip._popup.close()


def test_a_list_that_was_closed_hears_no_counts(qtbot, chip):
    chip.open()
    chip._popup.close()
    qtbot.waitUntil(lambda: chip._popup is None)
    chip.set_counts({SPAN: 5})
    assert chip.value() == ANY
