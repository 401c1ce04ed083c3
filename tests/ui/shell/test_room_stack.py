from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ui.kit.icons import Icon
from ui.shell.room import Room
from ui.shell.room_stack import RoomStack


class Page(QWidget):
    def __init__(self):
        super().__init__()
        self.is_unsaved = False

    def arrive(self):
        pass

    def open_record(self, kind, key):
        pass

    def has_unsaved(self):
        return self.is_unsaved


@pytest.fixture
def made():
    return []


@pytest.fixture
def stack(qtbot, made):
    def room(key, *kinds, in_tabs=True, page=Page):
        def build(_context):
            made.append(key)
            return page()

        return Room(
            key=key,
            title=key.title(),
            icon=Icon.PEOPLE,
            kinds=kinds,
            build=build,
            in_tabs=in_tabs,
        )

    window = QWidget()
    qtbot.addWidget(window)
    rooms = [
        room("residents", "resident", "household"),
        room("papers", "certificate", page=QWidget),
        room("settings", "settings", in_tabs=False),
    ]
    yield RoomStack(rooms, window)
    window.hide()


def test_no_page_is_made_before_it_is_looked_at(stack, made):
    assert stack.first() == "residents"
    assert stack.current() == ""
    assert made == []


def test_a_page_is_made_once(stack, made):
    first = stack.bring("residents", None)
    stack.bring("papers", None)
    assert stack.bring("residents", None) is first
    assert made == ["residents", "papers"]


def test_it_knows_which_room_is_in_sight(stack):
    stack.bring("papers", None)
    assert stack.current() == "papers"
    assert stack.is_shown("papers")
    assert not stack.is_shown("residents")


def test_records_lead_to_their_room(stack):
    assert stack.rooms_for("household") == ["residents"]
    assert stack.rooms_for("nothing") == []


def test_settings_have_no_tab(stack):
    assert [room.key for room in stack.tabs()] == ["residents", "papers"]


def test_rooms_with_something_typed_are_named(stack):
    stack.bring("residents", None).is_unsaved = True
    stack.bring("papers", None)
    assert stack.unsaved() == ["Residents"]
