from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from station_app.domain.changes import Done, Topic
from station_app.domain.errors import CancelledError, NotFoundError
from station_app.domain.search.entries import Kind
from tests.ui.shell.test_search_box import Finder, a_hit
from ui.kit.icons import Icon
from ui.shell.room import Room
from ui.shell.window import Shell

CTRL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """A room's page that keeps what the shell asked of it."""

    def __init__(self, context):
        super().__init__()
        self.context = context
        self.arrivals, self.records, self.unsaved = 0, [], False
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def arrive(self):
        self.arrivals += 1
        self.line.setFocus()

    def open_record(self, kind, key):
        self.records.append((kind, key))

    def has_unsaved(self):
        return self.unsaved


def a_room(key, *kinds, **others):
    return Room(key=key, title=key.title(), icon=Icon.PEOPLE, build=Page, kinds=kinds, **others)


@pytest.fixture
def finder():
    return Finder()


@pytest.fixture
def shell(qtbot, jobs, operations, clock, finder):
    rooms = (
        a_room("residents", "resident", "household"),
        a_room("certificates", "certificate"),
        a_room("settings", "settings", in_tabs=False),
    )
    made = Shell(rooms, search=finder, jobs=jobs, operations=operations, clock=clock)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
    made.show_first_room()
    return made


def press(shell, key, modifiers=CTRL):
    QTest.keyClick(shell, key, modifiers)


def notices(shell):
    return [notice.text() for notice in shell.notices.shown()]


def test_the_first_room_is_shown_and_no_other_is_made(shell):
    assert shell.current_room() == "residents"
    assert set(shell.stack._pages) == {"residents"}
    assert shell.stack.currentWidget().arrivals == 1


def test_a_tab_shows_its_room(shell):
    shell.header.tabs.setCurrentIndex(1)
    assert shell.current_room() == "certificates"


def test_only_rooms_that_exist_have_tabs(shell):
    assert [shell.header.tabs.tabText(at) for at in range(shell.header.tabs.count())] == [
        "Residents",
        "Certificates",
    ]


def test_ctrl_and_a_digit_show_a_room(shell):
    press(shell, Qt.Key.Key_2)
    assert shell.current_room() == "certificates"
    press(shell, Qt.Key.Key_1)
    assert shell.current_room() == "residents"


def test_the_settings_have_a_button_and_no_tab(shell):
    shell.header.settings.click()
    assert shell.current_room() == "settings"
    assert shell.header.tabs.property("away") is True
    shell.header.tabs.tabBarClicked.emit(0)
    assert shell.current_room() == "residents"


def test_a_record_is_opened_in_the_room_for_its_kind(shell):
    shell.context.open_record("certificate", "c1")
    assert shell.current_room() == "certificates"
    assert shell.stack.currentWidget().records == [("certificate", "c1")]


def test_what_is_found_is_opened(shell, finder, qtbot):
    finder.answers["x1"] = [a_hit("h1", Kind.HOUSEHOLD)]
    press(shell, Qt.Key.Key_K)
    assert shell.search.hasFocus()
    QTest.keyClicks(shell.search, "x1")
    qtbot.waitUntil(shell.search.results.isVisible)
    QTest.keyClick(shell.search, Qt.Key.Key_Return)
    assert shell.stack._pages["residents"].records == [("household", "h1")]


def test_a_change_is_named_with_undo(shell, operations, qtbot):
    told = []

    def revert():
        told.append("reverted")
        return Done(None, frozenset())

    operations.perform(lambda _: Done(None, frozenset(), revert), owner=shell, label="Moved")
    qtbot.waitUntil(lambda: notices(shell) == ["Moved"])
    shell.notices.shown()[0].action.click()
    qtbot.waitUntil(lambda: notices(shell) == ["Undone: Moved"])
    assert told == ["reverted"]


def test_ctrl_z_undoes_the_latest(shell, operations, qtbot):
    done = Done(None, frozenset(), lambda: Done(None, frozenset()))
    operations.perform(lambda _: done, owner=shell, label="Moved")
    qtbot.waitUntil(operations.can_undo)
    press(shell, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "Undone: Moved" in notices(shell))


def test_ctrl_z_with_nothing_to_undo_says_so(shell):
    press(shell, Qt.Key.Key_Z)
    assert notices(shell) == ["There is nothing to undo."]


def test_a_known_failure_is_a_sentence(shell, jobs, qtbot):
    jobs.failed_unheard.emit(NotFoundError(id="1"))
    assert notices(shell)[0].startswith("This record is not here any more.")


def test_a_stopped_work_is_silence(shell, qtbot):
    with qtbot.assertNotEmitted(shell.fault_met):
        shell.tell_failure(CancelledError())
    assert notices(shell) == []


def test_a_fault_is_told_as_one(shell, qtbot):
    with qtbot.waitSignal(shell.fault_met):
        shell.tell_failure(KeyError("x"))
    assert notices(shell) == []


def test_changed_settings_are_told(shell, operations, qtbot):
    with qtbot.waitSignal(shell.settings_touched):
        operations.touched.emit(frozenset({Topic.SETTINGS}))


def test_locking_is_asked_for_by_key_and_by_button(shell, qtbot):
    with qtbot.waitSignal(shell.lock_asked):
        press(shell, Qt.Key.Key_L)
    with qtbot.waitSignal(shell.lock_asked):
        shell.status.lock.click()


def test_all_keys_are_listed(shell):
    press(shell, Qt.Key.Key_Slash)
    assert shell.key_sheet.isVisible()


def test_rooms_with_something_unsaved_are_named(shell):
    assert shell.unsaved_rooms() == []
    shell.show_room("certificates").unsaved = True
    assert shell.unsaved_rooms() == ["Certificates"]


def test_the_station_is_named(shell):
    shell.show_station("幸福里社区综合服务站", is_demo=True)
    assert shell.header.name.text() == "幸福里社区综合服务站"
    assert shell.header.demo.isVisible()
    assert not shell.header.name.geometry().intersects(shell.header.demo.geometry())


@pytest.mark.parametrize("width", [800, 911, 1366, 1920])
def test_nothing_in_the_header_overlaps(shell, width, qtbot):
    shell.show_station("幸福里社区综合服务站", is_demo=True)
    shell.resize(width, 500)
    head = shell.header
    parts = [head.name, head.demo, shell.search, head.keys, head.settings]
    places = [part.geometry() for part in parts]
    assert all(one.right() < other.left() for one, other in pairwise(places))
    assert places[-1].right() <= width


def test_the_last_backup_is_said(shell, clock):
    shell.status.show_backup(clock.now() - timedelta(hours=2))
    assert shell.status.backup.text().startswith("Last backup: ")
    shell.status.show_backup(None)
    assert shell.status.backup.text() == "No backup yet"


def test_notices_can_be_read_again(shell, qtbot):
    shell.notices.say("Moved")
    shell.notices.clear()
    shell.status.said.click()
    menu = shell.status.findChild(QMenu)
    listed = menu.actions()[0].defaultWidget()
    assert listed.item(0).text().endswith("Moved")
    menu.close()


def test_long_changes_are_watched(shell, operations, qtbot):
    job = operations.perform(lambda _: Done(None, frozenset()), owner=shell)
    assert shell.status.jobs.is_watching(job)
    qtbot.waitUntil(lambda: not shell.status.jobs.is_watching(job))
