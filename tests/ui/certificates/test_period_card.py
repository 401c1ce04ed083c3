from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.factories import TODAY
from ui.certificates.period_card import PeriodCard


@pytest.fixture
def card(qtbot, clock):
    made = PeriodCard("Register", clock)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def typed(card, since, until):
    card.since.set_value(since)
    card.until.set_value(until)
    card.until.finished.emit()


def test_the_present_month_is_chosen_at_first(card):
    assert card.names.value() == "month"
    assert card.period() == (TODAY.replace(day=1), TODAY)


def test_choosing_a_name_tells_its_days(card, qtbot):
    with qtbot.waitSignal(card.chosen):
        card.names.changed.emit("last-month")
    assert card.period() == (date(2026, 2, 1), date(2026, 2, 28))


def test_other_asks_for_days_before_anything_is_told(card, qtbot):
    with qtbot.assertNotEmitted(card.chosen):
        card.names.changed.emit("other")
    assert card.since.line.hasFocus()


@pytest.mark.parametrize(
    ("since", "until", "name"),
    [
        (date(2026, 1, 1), TODAY, "year"),
        (date(2026, 2, 1), date(2026, 2, 28), "last-month"),
        (date(2026, 2, 1), date(2026, 2, 27), "other"),
    ],
)
def test_days_typed_show_the_name_they_go_by(card, qtbot, since, until, name):
    with qtbot.waitSignal(card.chosen):
        typed(card, since, until)
    assert card.names.value() == name


def test_an_end_before_the_beginning_is_no_period(card):
    typed(card, TODAY, date(2025, 1, 1))
    assert card.period() is None
    assert "before the beginning" in card.until.problem()
    typed(card, TODAY, TODAY)
    assert card.period() == (TODAY, TODAY)
    assert card.until.problem() == ""


def test_a_named_period_grows_with_the_days(card, clock):
    assert not card.is_outdated()
    clock.moment = datetime(2026, 3, 9, 8, tzinfo=UTC)
    assert card.is_outdated()
    card.renew()
    assert card.period() == (date(2026, 3, 1), date(2026, 3, 9))
    assert not card.is_outdated()


def test_days_typed_are_never_outdated(card, clock):
    typed(card, date(2026, 2, 3), date(2026, 2, 4))
    clock.moment = datetime(2026, 3, 9, 8, tzinfo=UTC)
    card.renew()
    assert not card.is_outdated()
    assert card.period() == (date(2026, 2, 3), date(2026, 2, 4))


def test_enter_goes_from_the_first_day_to_the_last(card):
    card.since.line.setFocus()
    QTest.keyClick(card.since.line, Qt.Key.Key_Return)
    assert card.until.line.hasFocus()
