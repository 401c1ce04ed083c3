"""From a household or a dwelling to whose file is shown for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from station_app.domain.errors import NotFoundError
from station_app.domain.residents.households import HouseholdDraft
from ui.residents.leading import Leading, head_of, somebody_at


@pytest.fixture
def household(station, three):
    """A household of two; who was entered second heads it."""
    first, second, _ = three
    draft = HouseholdDraft(number="7", dwelling_id=second.living.dwelling_id)
    key = station.households.found(second.id, draft, version=second.version).value
    station.households.join(first.id, key, "10", version=first.version)
    return key


@pytest.fixture
def leading(station, context):
    return Leading(station, context, QObject(context.jobs))


def said(context):
    return [each.text for each in context.notices.kept]


def leave_all(station, key):
    for member in station.households.household(key).members:
        person = station.residents.resident(member.id)
        station.households.leave(person.id, version=person.version)


def test_a_household_is_found_by_its_head_whoever_was_entered_first(
    qtbot, three, household, leading
):
    with qtbot.waitSignal(leading.found) as found:
        leading.to_household(household)
    assert found.args == [three[1].id]


def test_a_household_everybody_has_left_says_so(qtbot, station, household, leading, context):
    leave_all(station, household)
    leading.to_household(household)
    qtbot.waitUntil(lambda: said(context) == ["This household has no members."])
    assert head_of(station, household) == ""


def test_a_dwelling_is_found_by_who_lives_there(qtbot, three, leading):
    with qtbot.waitSignal(leading.found) as found:
        leading.to_dwelling(three[0].living.dwelling_id)
    assert found.args == [three[0].id]


def test_a_dwelling_everybody_has_moved_from_says_so(qtbot, station, three, leading, context):
    home = three[0].living.dwelling_id
    station.residents.put_into_bin(three[0].id, version=three[0].version)
    leading.to_dwelling(home)
    qtbot.waitUntil(lambda: said(context) == ["Nobody lives at this address now."])
    assert somebody_at(station, home) == ""


def test_a_household_that_is_gone_is_left_to_the_shell(qtbot, leading, jobs):
    heard = []
    jobs.failed_unheard.connect(heard.append)
    leading.to_household("0" * 32)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], NotFoundError)
