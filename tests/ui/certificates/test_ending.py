"""The board of certificates that end, with the next step; the report of numbers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.certificates import Validity
from station_app.services.certificates.issuing import ResidenceRequest
from tests.ui.fitting import complaints
from ui.certificates.page import REGISTER


@pytest.fixture
def issued(named_station, person):
    request = ResidenceRequest(resident_id=person.id, purpose="办理子女入学")
    return named_station.certificates.issue(request).value


@pytest.fixture
def register(page, issued, clock, qtbot):
    clock.moment += timedelta(days=25)
    page.show_view(REGISTER)
    qtbot.waitUntil(lambda: page.register.count.text() == "Certificates: 1")
    return page.register


def choose(register, validity):
    register.bar.states.set_value(validity)
    register.bar.states.changed.emit(validity)


def test_how_many_end_soon_is_said_before_anybody_asks(register, qtbot):
    segment = register.bar.states.segment(Validity.SOON)
    qtbot.waitUntil(lambda: segment.text() == "Ends soon 1")
    assert register.bar.states.segment(Validity.OVER).text() == "Ended"


def test_the_board_shows_those_that_end_and_words_narrow_it(register, qtbot):
    choose(register, Validity.OVER)
    qtbot.waitUntil(lambda: register.count.text() == "Certificates: 0")
    choose(register, Validity.SOON)
    qtbot.waitUntil(lambda: register.count.text() == "Certificates: 1")
    register.bar.text.setText("没有")
    qtbot.waitUntil(lambda: register.count.text() == "Certificates: 0")


def test_renewing_begins_another_for_the_same_person_with_its_purpose(register, page, qtbot):
    register.table.go_to(register.model.key_at(0))
    register._show_current()
    acts = register.panel.acts
    qtbot.waitUntil(acts.renew.isVisible)
    assert register.panel.state.text() == "Ends soon"
    acts.renew.click()
    form = page.issuing.form
    qtbot.waitUntil(lambda: form.isVisible() and form.purpose.value() == "办理子女入学")
    assert page.issuing.applicant.case.resident.particulars.name == "张三"
    qtbot.waitUntil(lambda: page.issuing.panel.handout() is not None)


def test_what_does_not_end_soon_is_not_offered_to_be_renewed(page, issued, qtbot):
    page.show_view(REGISTER)
    page.register.show_certificate(issued.id)
    qtbot.waitUntil(lambda: page.register.panel._line is not None)
    assert page.register.panel.acts.renew.isHidden()


def test_without_a_hole_it_is_said_that_no_number_is_missing(register, qtbot):
    register.bar.numbers.click()
    qtbot.waitUntil(lambda: register.numbers.count.text() == "Numbers given: 1, missing: 0")
    assert register.numbers.empty.isVisible()


def test_a_hole_is_named_with_who_and_why(register, named_station, issued, qtbot):
    with named_station.store.transaction() as tx:
        tx.numbering.next_serial("石社证字", 2026)  # given, and no certificate with it
    register.show_numbers()
    qtbot.waitUntil(lambda: register.numbers.count.text() == "Numbers given: 1, missing: 1")
    model = register.numbers.model
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "0002")
    told = [model.index(0, column).data() for column in range(model.columnCount())]
    assert any("nothing takes a number away" in str(each) for each in told)
    register.numbers.which.set_value("all")
    register.numbers.which.changed.emit("all")
    assert model.rowCount() == 2


def test_the_report_is_saved_as_a_list(register, desk, qtbot):
    register.show_numbers()
    qtbot.waitUntil(lambda: register.numbers.export.isEnabled() and bool(register.numbers._report))
    register.numbers.export.click()
    qtbot.waitUntil(lambda: any(desk.folder.glob("*.xlsx")))


def test_escape_goes_back_to_the_register(register, qtbot):
    register.show_numbers()
    QTest.keyClick(register.numbers, Qt.Key.Key_Escape)
    assert register.bar.isVisible()


@pytest.mark.parametrize("numbers", [False, True])
def test_nothing_is_cut_off(register, page, numbers, qtbot):
    if numbers:
        register.show_numbers()
    page.views.setFocus()
    assert complaints(page) == []
