from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou
from station_app.domain.residents.tags import Tag
from tests.factories import a_draft, a_resident
from tests.ui.residents.hands import act_on_file, shown_page

SECOND_NUMBER = "320000194001010028"


@pytest.fixture
def three(station):
    """Three people: two in one building, one registered elsewhere and without document."""
    return (
        a_resident(
            station,
            "白富",
            address="幸福里3幢1单元201",
            tags=(Tag(code="party_member"),),
            particulars=a_draft("白富", sex="1", born=date(1990, 1, 1), phone="13800000001"),
        ),
        a_resident(
            station,
            "曾娜",
            number="",
            address="幸福里3幢1单元202",
            hukou=Hukou(is_local=False),
            particulars=a_draft("曾娜", sex="2", born=date(2014, 5, 5)),
        ),
        a_resident(
            station,
            "张三",
            number=SECOND_NUMBER,
            particulars=a_draft("张三", sex="2", born=date(1940, 1, 1)),
        ),
    )


@pytest.fixture
def household(station, three):
    """A household of the first two, headed by the first."""
    first, second, _ = three
    key = station.households.found(
        first.id,
        HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id),
        version=first.version,
    ).value
    station.households.join(second.id, key, "10", version=second.version)
    return key


@pytest.fixture(scope="module")
def rooms():
    """Rooms that outlive a single test, closed after the module."""
    made = []
    yield made
    for room in made:
        room.close()


@pytest.fixture
def page(qtbot, station, context):
    return shown_page(qtbot, station, context)


@pytest.fixture
def open_file(qtbot, page):
    """Return a way to open somebody's file and wait for it."""

    def open_(person):
        page.show_person(person.id)
        qtbot.waitUntil(lambda: page.file.key() == person.id)
        return page.file

    return open_


@pytest.fixture
def open_task(qtbot, page, open_file):
    """Return a way to open a task over somebody, and wait for its form."""

    def open_(person, act):
        open_file(person)
        act_on_file(page, act)
        qtbot.waitUntil(lambda: page.side.task() is not None)
        return page.side.task()

    return open_


@pytest.fixture
def save(qtbot, page):
    """Return a way to save the task at work and wait until it has gone."""

    def save_():
        task = page.side.task()
        with qtbot.waitSignal(task.ended):
            task.submit()

    return save_
