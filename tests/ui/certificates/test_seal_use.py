from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from station_app.services.certificates.issuing import ResidenceRequest
from tests.factories import TODAY
from tests.ui.certificates.conftest import text_of


@pytest.fixture
def seals(qtbot, page, named_station, person):
    named_station.certificates.issue(
        ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    )
    page.show_view("seal")
    qtbot.waitUntil(lambda: page.seals.panel.handout() is not None)
    return page.seals


def test_the_present_month_is_shown_first(seals):
    assert (seals.days.since.value(), seals.days.until.value()) == (TODAY.replace(day=1), TODAY)
    assert seals.count.text() == "Uses of the seal: 1"


def test_a_time_without_use_says_so(qtbot, seals):
    seals.days.names.changed.emit("last-month")
    qtbot.waitUntil(lambda: seals.panel.handout() is None)
    assert seals.days.since.value() == date(2026, 2, 1)
    assert seals.days.until.value() == date(2026, 2, 28)


def test_days_typed_show_their_name_or_other(qtbot, seals):
    seals.days.since.set_value(date(2026, 1, 1))
    seals.days.since.finished.emit()
    assert seals.days.names.value() == "year"
    seals.days.since.set_value(date(2026, 1, 5))
    seals.days.since.finished.emit()
    assert seals.days.names.value() == "other"


def test_an_end_before_the_beginning_is_noted_beside_it(seals):
    seals.days.until.set_value(date(2020, 1, 1))
    seals.days.until.finished.emit()
    assert seals.days.until.problem() == "The end is before the beginning."


def test_a_day_left_empty_is_noted_beside_it(seals):
    seals.days.since.set_value(None)
    seals.days.since.finished.emit()
    assert seals.days.since.problem() == "On which day?"


def test_the_register_is_printed_and_saved(qtbot, page, seals, desk):
    seals.panel.print()
    seals.panel.save()
    saved = desk.folder / desk.asked_to_save[0]
    qtbot.waitUntil(saved.exists)
    assert desk.printed[0][2] == "seal-register"
    qtbot.waitUntil(desk.paper.exists)


@pytest.mark.parametrize(
    ("code", "since", "until"),
    [
        ("month", date(2026, 3, 1), date(2026, 3, 1)),
        ("last-month", date(2026, 2, 1), date(2026, 2, 28)),
        ("year", date(2026, 1, 1), date(2026, 3, 1)),
    ],
)
def test_each_period_has_its_days(qtbot, seals, code, since, until):
    seals.days.names.set_value(code)
    seals.days.names.changed.emit(code)
    assert (seals.days.since.value(), seals.days.until.value()) == (since, until)


@pytest.mark.parametrize(
    ("today", "since", "until"),
    [
        (datetime(2026, 1, 5, 8, tzinfo=UTC), date(2025, 12, 1), date(2025, 12, 31)),
        (datetime(2028, 3, 31, 8, tzinfo=UTC), date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_last_month_is_right_in_january_and_in_leap_years(seals, clock, today, since, until):
    clock.moment = today
    seals.days.names.set_value("last-month")
    seals.days.names.changed.emit("last-month")
    assert (seals.days.since.value(), seals.days.until.value()) == (since, until)


def test_a_program_left_running_over_midnight_shows_the_new_day(qtbot, page, seals, clock):
    page.show_view("issue")
    clock.moment = clock.moment.replace(day=2)
    page.show_view("seal")
    assert seals.days.until.value() == date(2026, 3, 2)
    assert seals.days.since.value() == date(2026, 3, 1)


def test_days_typed_stay_whatever_the_clock_says(qtbot, page, seals, clock):
    seals.days.since.set_value(date(2026, 1, 5))
    seals.days.since.finished.emit()
    page.show_view("issue")
    clock.moment = clock.moment.replace(day=2)
    page.show_view("seal")
    assert (seals.days.since.value(), seals.days.until.value()) == (date(2026, 1, 5), TODAY)


def test_other_puts_the_cursor_on_the_first_day(seals):
    seals.days.names.changed.emit("other")
    assert seals.days.since.line.hasFocus()


def test_the_paper_lists_number_purpose_and_who_kept_the_seal(seals):
    told = text_of(seals.panel.handout().pdf)
    for words in ("石社证字〔2026〕第0001号", "办理入学手续", "赵敏", "李强", "王芳"):
        assert words in told


def test_a_wrong_period_keeps_the_register_that_is_shown(seals):
    shown = seals.panel.handout()
    seals.days.until.set_value(date(2020, 1, 1))
    seals.days.until.finished.emit()
    assert seals.panel.handout() is shown


def test_a_period_put_right_is_noted_no_longer(qtbot, seals):
    seals.days.until.set_value(date(2020, 1, 1))
    seals.days.until.finished.emit()
    seals.days.until.set_value(TODAY)
    seals.days.until.finished.emit()
    assert seals.days.until.problem() == ""


def test_a_certificate_issued_meanwhile_is_entered(qtbot, seals, context, named_station, person):
    request = ResidenceRequest(resident_id=person.id, purpose="办理图书证")
    context.operations.perform(lambda _: named_station.certificates.issue(request), owner=seals)
    qtbot.waitUntil(lambda: seals.count.text() == "Uses of the seal: 2")


def test_a_void_certificate_stays_in_the_register_of_the_seal(
    qtbot, page, seals, context, named_station
):
    (line,) = named_station.certificates.register()
    context.operations.perform(
        lambda _: named_station.certificates.void(line.id, "打印错误", version=line.version),
        owner=seals,
    )
    qtbot.waitUntil(lambda: named_station.certificates.register()[0].reason == "打印错误")
    assert seals.count.text() == "Uses of the seal: 1"


def test_nothing_is_counted_before_anything_was_issued(qtbot, page):
    page.show_view("seal")
    qtbot.waitUntil(lambda: page.seals.count.text() == "Uses of the seal: 0")
    assert page.seals.panel.handout() is None


def test_enter_goes_from_the_first_day_to_the_last(seals, keyboard):
    seals.days.since.line.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert seals.days.until.line.hasFocus()
