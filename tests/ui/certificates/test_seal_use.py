from __future__ import annotations

from datetime import date

import pytest

from station_app.services.certificates.issuing import ResidenceRequest
from tests.factories import TODAY


@pytest.fixture
def seals(qtbot, page, named_station, person):
    named_station.certificates.issue(
        ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    )
    page.show_view("seal")
    qtbot.waitUntil(lambda: page.seals.panel.handout() is not None)
    return page.seals


def test_the_present_month_is_shown_first(seals):
    assert (seals.since.value(), seals.until.value()) == (TODAY.replace(day=1), TODAY)
    assert seals.count.text() == "Uses of the seal: 1"


def test_a_time_without_use_says_so(qtbot, seals):
    seals.periods.changed.emit("last-month")
    qtbot.waitUntil(lambda: seals.panel.handout() is None)
    assert seals.since.value() == date(2026, 2, 1)
    assert seals.until.value() == date(2026, 2, 28)


def test_days_typed_show_their_name_or_other(qtbot, seals):
    seals.since.set_value(date(2026, 1, 1))
    seals.since.finished.emit()
    assert seals.periods.value() == "year"
    seals.since.set_value(date(2026, 1, 5))
    seals.since.finished.emit()
    assert seals.periods.value() == "other"


def test_an_end_before_the_beginning_is_noted_beside_it(seals):
    seals.until.set_value(date(2020, 1, 1))
    seals.until.finished.emit()
    assert seals.until.problem() == "The end is before the beginning."


def test_a_day_left_empty_is_noted_beside_it(seals):
    seals.since.set_value(None)
    seals.since.finished.emit()
    assert seals.since.problem() == "On which day?"


def test_the_register_is_printed_and_saved(qtbot, page, seals, desk):
    seals.panel.print()
    seals.panel.save()
    saved = desk.folder / desk.asked_to_save[0]
    qtbot.waitUntil(saved.exists)
    assert desk.printed[0][2] == "seal-register"
    qtbot.waitUntil(desk.paper.exists)
