"""The person whose file is shown, and how every act upon him begins."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from ui.residents.shown_person import ShownPerson


@pytest.fixture
def person(context):
    return ShownPerson(context, QObject(context.jobs))


@pytest.fixture
def asked(person):
    heard = []
    person.task_asked.connect(heard.append)
    return heard


def test_nobody_shown_is_not_blocked_and_asks_for_nothing(person, asked):
    person.open(lambda file: file)
    assert person.blocked() == ""
    assert asked == []
    with pytest.raises(LookupError):
        person.resident()


def test_a_task_is_made_over_the_file_that_is_shown(station, three, person, asked):
    person.file = station.lists.file(three[0].id)
    person.open(lambda file: file.resident.particulars.name)
    assert asked == ["白富"]


def test_nothing_is_made_over_somebody_in_the_bin(station, three, person, asked):
    station.residents.put_into_bin(three[0].id, version=three[0].version)
    person.file = station.lists.file(three[0].id)
    person.open(lambda file: file)
    assert person.blocked() == "In the bin. Put the record back first."
    assert asked == []


def test_who_is_shown_is_told_from_everybody_else(station, three, person):
    assert not person.is_shown(three[0].id)
    person.file = station.lists.file(three[0].id)
    assert person.is_shown(three[0].id)
    assert not person.is_shown(three[1].id)


def test_an_act_is_done_at_once_and_named_for_its_undo(qtbot, station, three, person, operations):
    file = station.lists.file(three[0].id)
    person.file = file
    person.perform(
        lambda _: station.residents.put_into_bin(three[0].id, version=three[0].version), "放入"
    )
    qtbot.waitUntil(lambda: operations.latest_label() == "放入")
    assert station.residents.resident(three[0].id).is_binned
