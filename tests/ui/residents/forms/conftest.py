"""Each form of the room, opened to be looked at or to be saved."""

from __future__ import annotations

from functools import partial

import pytest

from tests.ui.residents.forms.works import three_at_home, typed_into
from tests.ui.residents.hands import act_on_file
from tests.ui.residents.rooms import a_room


@pytest.fixture
def room(rooms, tmp_path_factory, empty_store, key, qtbot):
    """The room of the module: for whoever looks and types, and saves nothing."""
    if not rooms:
        folder = tmp_path_factory.mktemp("typed") / "station"
        rooms.append(a_room(folder, empty_store, key, qtbot, settled=three_at_home))
    made = rooms[0]
    yield made
    made.page.side.leave()
    made.page.side.shelf.drafts.clear()
    made.context.notices.clear()


@pytest.fixture
def look(room, qtbot):
    """Return a way to open the form of a work in the room of the module."""

    def look_(work):
        person = room.people[work.who]
        # the window of a test before may still be the active one, and would keep the cursor
        room.page.activateWindow()
        qtbot.waitUntil(room.page.isActiveWindow)
        room.page.show_person(person.id)
        qtbot.waitUntil(lambda: room.page.file.key() == person.id)
        act_on_file(room.page, work.act)
        qtbot.waitUntil(lambda: room.page.side.task() is not None)
        task = room.page.side.task()
        first = next(iter(task.task.form.fields.values()))
        qtbot.waitUntil(first.isVisible)
        return task

    return look_


@pytest.fixture
def begin(household, three, open_task):
    """Return a way to open the form of a work."""
    return lambda work: open_task(three[work.who], work.act)


@pytest.fixture
def fill(three):
    """Return a way to fill a form so that it can be saved."""
    return partial(typed_into, three)
