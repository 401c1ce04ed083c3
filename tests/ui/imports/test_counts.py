"""Counts of an import: big numbers side by side, reasons with the commonest first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from ui.imports.counts import CountCard, CountRow, ReasonList
from ui.kit.tokens import Tone
from ui.kit.words import Pill


@pytest.fixture
def row(qtbot):
    made = CountRow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reasons(qtbot):
    made = ReasonList("Set aside", Tone.WARN)
    qtbot.addWidget(made)
    return made


def cards(row):
    return [row.layout().itemAt(at).widget() for at in range(row.layout().count())]


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (999, "999"), (1_234_567, "1,234,567")])
def test_a_number_is_readable(qtbot, number, text):
    card = CountCard(number, "new", Tone.OK)
    qtbot.addWidget(card)
    assert card.findChildren(QLabel)[0].text() == text


@pytest.mark.parametrize(
    ("number", "tone", "is_coloured"),
    [(1, Tone.WARN, True), (0, Tone.WARN, False), (1, Tone.NEUTRAL, False)],
)
def test_only_what_has_happened_is_coloured(qtbot, number, tone, is_coloured):
    card = CountCard(number, "set aside", tone)
    qtbot.addWidget(card)
    assert bool(card.findChildren(Pill)) is is_coloured
    assert "set aside" in [
        each.text() for each in card.findChildren(QLabel) + card.findChildren(Pill)
    ]


def test_numbers_stand_side_by_side_in_their_order(row):
    row.show_numbers([(3, "new", Tone.OK), (2, "known", Tone.NEUTRAL), (1, "wrong", Tone.WARN)])
    assert [each.number for each in cards(row)] == [3, 2, 1]


def test_numbers_take_the_place_of_those_before(row):
    row.show_numbers([(3, "new", Tone.OK)])
    former = cards(row)
    row.show_numbers([(5, "new", Tone.OK), (0, "known", Tone.NEUTRAL)])
    assert [each.number for each in cards(row)] == [5, 0]
    assert former[0].parent() is None
    row.show_numbers([])
    assert cards(row) == []


def lines(reasons):
    """Return the reasons as read: words and count."""
    told = []
    for line in reasons._rows:
        words = [each.text() for each in line.findChildren(QLabel) if not isinstance(each, Pill)]
        told.append((words[0], line.findChild(Pill).text()))
    return told


def test_the_commonest_reason_stands_first_and_equals_in_one_order(reasons):
    reasons.show_counts({"no_id": 2, "id_length": 1_200, "id_date": 2})
    assert lines(reasons) == [
        ("ID number too short or too long", "1,200"),
        ("Impossible date in the ID number", "2"),
        ("No ID number", "2"),
    ]


def test_a_reason_of_a_newer_program_is_shown_as_it_is_called(reasons):
    reasons.show_counts({"weather": 1})
    assert lines(reasons) == [("weather", "1")]


def test_no_reason_at_all_hides_the_list_and_one_brings_it_back(reasons):
    reasons.show_counts({})
    assert reasons.isHidden()
    reasons.show_counts({"no_id": 1})
    assert not reasons.isHidden()
    assert len(lines(reasons)) == 1
