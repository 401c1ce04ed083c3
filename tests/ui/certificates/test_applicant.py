from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.factories import a_resident
from tests.ui.certificates.conftest import OTHER_NUMBER
from ui.certificates.applicant import Applicant
from ui.certificates.case import case_of


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def applicant(named_station, context, window):
    made = Applicant(named_station, context, window)
    made.fetched.connect(made.come)
    return made


@pytest.fixture
def case(named_station, person):
    return case_of(named_station, person.id)


def changed(context, station, person):
    fact = person.verified
    context.operations.perform(
        lambda _: station.residents.verify(person.id, fact, version=person.version),
        owner=context.jobs,
    )


def test_nobody_stands_at_the_window_at_first(applicant, doings):
    applicant.look_again()
    applicant.open_file()
    assert applicant.case is None
    assert doings.opened == []


def test_the_same_person_is_known_again(applicant, case, named_station):
    assert not applicant.come(case)
    assert applicant.come(case)
    assert not applicant.come(
        case_of(named_station, a_resident(named_station, "李四", number=OTHER_NUMBER).id)
    )


def test_a_change_of_the_record_is_seen_at_once(
    applicant, case, context, named_station, person, qtbot
):
    applicant.come(case)
    with qtbot.waitSignal(applicant.fetched) as fetched:
        changed(context, named_station, person)
    assert fetched.args[0].resident.version == person.version + 1


def test_out_of_sight_it_is_seen_when_somebody_looks(
    applicant, case, context, named_station, person, window, qtbot
):
    applicant.come(case)
    window.hide()
    with qtbot.waitSignal(context.operations.touched):
        changed(context, named_station, person)
    assert applicant.case is case
    with qtbot.waitSignal(applicant.fetched):
        applicant.look_if_stale()
    with qtbot.assertNotEmitted(applicant.fetched, wait=100):
        applicant.look_if_stale()


def test_who_has_gone_is_not_looked_after(applicant, case, context, named_station, person, qtbot):
    applicant.come(case)
    applicant.go()
    with qtbot.assertNotEmitted(applicant.fetched, wait=100):
        changed(context, named_station, person)


def test_the_file_that_is_opened_is_that_of_the_person(applicant, case, person, doings):
    applicant.come(case)
    applicant.open_file()
    assert doings.opened == [("resident", person.id)]
