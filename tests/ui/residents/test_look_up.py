"""What is looked up while somebody new is typed, and what is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from station_app.domain.addresses import read_address
from station_app.domain.residents.households import HouseholdDraft
from ui.residents import look_up
from ui.residents.look_up import LookUp
from ui.residents.new_person import NewPersonDraft


@pytest.fixture
def found(station, context, monkeypatch):
    """A look-up with little patience; what it finds is kept."""
    monkeypatch.setattr(look_up, "PAUSE_MS", 5)
    made = LookUp(station, context, QObject(context.jobs))
    made.people, made.households, made.pauses = [], [], []
    made.likenesses_found.connect(made.people.append)
    made.households_found.connect(made.households.append)
    made.paused.connect(lambda: made.pauses.append(1))
    return made


def typed(**values):
    return NewPersonDraft(kind="resident_id", **values)


def test_it_waits_for_the_typing_to_pause(qtbot, found):
    for _ in range(5):
        found.wait()
    qtbot.waitUntil(lambda: bool(found.pauses))
    with qtbot.assertNotEmitted(found.paused, wait=20):
        assert found.pauses == [1]


@pytest.mark.parametrize(
    "values", [{"name": "白富"}, {"number": "110000199001010013"}, {"name": "白富", "number": "1"}]
)
def test_who_may_be_there_already_is_found_by_name_or_number(qtbot, three, found, values):
    found.begin(typed(**values), None)
    qtbot.waitUntil(lambda: bool(found.people))
    assert [each.id for each in found.people[0]] == [three[0].id]


@pytest.mark.parametrize("name", ["", "白"])
def test_one_character_has_too_many_namesakes_to_be_looked_for(three, found, jobs, name):
    found.begin(typed(name=name), None)
    assert found.people == [()]
    assert not jobs._running


def test_nobody_alike_is_told_too(qtbot, three, found):
    found.begin(typed(name="欧阳询"), None)
    qtbot.waitUntil(lambda: [list(each) for each in found.people] == [[]])


def test_households_at_the_address_are_found(qtbot, station, three, found):
    first = three[0]
    draft = HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id)
    key = station.households.found(first.id, draft, version=first.version).value
    found.begin(typed(name="白"), read_address("幸福里3-1-201").parts)
    qtbot.waitUntil(lambda: bool(found.households))
    assert [each.id for each in found.households[0]] == [key]


@pytest.mark.parametrize("typed_home", ["", "幸福里", "幸福里3幢"])
def test_what_is_no_dwelling_yet_is_not_looked_for(found, jobs, typed_home):
    found.begin(typed(name="白"), read_address(typed_home).parts)
    assert not jobs._running
    assert found.households == []
