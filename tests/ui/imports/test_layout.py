"""Every step of bringing a roster in, on a small screen and on the same shown at 150 %."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint

from tests.ui.fitting import ENLARGED, USUAL, complaints
from tests.ui.imports.conftest import HEAD, ZHANG
from ui.imports.counts import CountCard
from ui.kit.words import ElidedLabel


@pytest.fixture(autouse=True)
def _spoken(language):
    """Build every page in either language."""


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


def right_edge(widget, page):
    return widget.mapTo(page, QPoint(widget.width(), 0)).x()


def test_the_numbers_of_the_trial_stay_within_the_page(qtbot, wizard, roster):
    wizard.to_forecast(roster)
    page, step = wizard.page, wizard.page.forecast_step
    page.resize(*ENLARGED)
    qtbot.waitUntil(lambda: right_edge(step.refused, page) < page.width())
    cards = step.numbers.findChildren(CountCard)
    assert right_edge(cards[-1], page) == right_edge(step.refused, page)
    assert len({each.y() for each in cards}) == 1


def test_the_fields_of_the_columns_end_as_far_from_the_edge_as_the_titles_begin(wizard, a_book):
    wizard.to_columns(a_book(居民=[HEAD[:-1], ZHANG[:-1]]))
    card = wizard.page.columns_step.card
    wizard.page.resize(*USUAL)
    wizard.wait(lambda: wizard.page.size().toTuple() == USUAL)
    titles = card.findChildren(ElidedLabel)

    def edges():
        begin = min(each.mapTo(card, QPoint()).x() for each in titles)
        return {card.width() - right_edge(each, card) for each in card.fields.values()}, {begin}

    wizard.wait(lambda: len(set(map(frozenset, edges()))) == 1)


def test_what_is_in_can_only_be_finished_and_nothing_lies_over_the_button(wizard, roster):
    context = wizard.page.task.context
    context.operations.performed.connect(lambda label, _: context.notices.say(label))
    wizard.to_forecast(roster)
    assert wizard.page.wizard.leave.isVisible()
    wizard.bring_in()
    assert not wizard.page.wizard.leave.isVisible()
    assert wizard.page.wizard.next.isVisible()
    assert context.notices.shown() == []


def test_the_steps_are_listed_at_even_distances(wizard, roster):
    for go_on in (lambda: wizard.to_columns(roster), wizard.try_out, wizard.bring_in):
        go_on()
        places = [words.y() for _, words in wizard.page.wizard._list._rows]
        assert len({then - here for here, then in pairwise(places)}) == 1
