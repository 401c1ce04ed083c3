"""Numbers brought into sight: each time written down, and only of whom is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.kit.masked import MaskedLabel
from ui.residents.disclosure import Disclosure
from ui.residents.shown_person import ShownPerson


@pytest.fixture
def shown(qtbot, station, three, context):
    person = ShownPerson(context, QObject(context.jobs))
    person.file = station.lists.file(three[0].id)
    return person


@pytest.fixture
def numbers(station, context, shown):
    return Disclosure(station, context, shown)


def looks(station):
    """Return how often a telephone was looked at in full, as the audit has it."""
    with station.store.reading() as tx:
        return sum(tx.audit.count(f"resident:{field}:shown") for field in ("phone", "other_phone"))


def in_sight(qtbot):
    label = MaskedLabel("138****0001", is_copied=True)
    qtbot.addWidget(label)
    label.show()
    return label


def until_idle(qtbot, jobs):
    qtbot.waitUntil(lambda: not jobs._running)


def test_a_number_is_shown_in_its_label(qtbot, numbers):
    label = in_sight(qtbot)
    numbers.reveal("phone", label)
    qtbot.waitUntil(label.is_revealed)
    assert label.value_label.text() == "13800000001"


def test_a_number_copied_is_written_down_and_told(qtbot, station, numbers, context):
    numbers.copy("phone", in_sight(qtbot))
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "13800000001")
    assert "30 seconds" in context.notices.kept[-1].text
    with station.store.reading() as tx:
        assert tx.audit.count("resident:phone:copied") == 1


def test_a_label_gone_meanwhile_hears_nothing(qtbot, numbers, jobs):
    label = MaskedLabel("138****0001")
    numbers.reveal("phone", label)
    label.deleteLater()
    until_idle(qtbot, jobs)


def test_a_form_opens_after_every_number_in_it_was_written_down(qtbot, station, numbers, shown):
    opened, before = [], looks(station)
    shown.task_asked.connect(opened.append)
    numbers.open_task(("phone", "other_phone"), lambda file: file.resident.id)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [shown.resident().id]
    assert looks(station) == before + 2


def test_nobody_shown_opens_nothing_and_writes_nothing(qtbot, station, numbers, shown, jobs):
    opened, before = [], looks(station)
    shown.task_asked.connect(opened.append)
    shown.file = None
    numbers.open_task(("phone",), lambda file: file)
    until_idle(qtbot, jobs)
    assert opened == []
    assert looks(station) == before


def test_somebody_in_the_bin_is_not_looked_at(qtbot, station, three, numbers, shown, jobs):
    station.residents.put_into_bin(three[0].id, version=three[0].version)
    shown.file = station.lists.file(three[0].id)
    before = looks(station)
    numbers.open_task(("phone",), lambda file: file)
    until_idle(qtbot, jobs)
    assert looks(station) == before


def test_who_is_shown_meanwhile_is_not_opened_with_numbers_nobody_wrote_down(
    qtbot, station, three, numbers, shown, jobs
):
    opened = []
    shown.task_asked.connect(opened.append)
    numbers.open_task(("phone",), lambda file: file.resident.id)
    shown.file = station.lists.file(three[1].id)
    until_idle(qtbot, jobs)
    assert opened == []


def test_the_same_person_read_anew_meanwhile_is_opened(qtbot, station, three, numbers, shown):
    opened = []
    shown.task_asked.connect(opened.append)
    numbers.open_task(("phone",), lambda file: file.resident.id)
    shown.file = station.lists.file(three[0].id)
    qtbot.waitUntil(lambda: opened == [three[0].id])
