"""What stands around the rooms, on a small screen and on the same shown at 150 %."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect

from tests.ui.fitting import complaints_at
from tests.ui.shell.test_search_box import Finder, a_hit
from tests.ui.shell.test_window import a_room
from ui.kit.tokens import Tone
from ui.shell.results import HitRole
from ui.shell.window import Shell

LONG_NAME = "幸福里街道康藏路社区党群服务中心暨社区综合服务站"
SCREENS = ((1366, 768), (910, 512))


@pytest.fixture
def finder():
    return Finder()


@pytest.fixture
def shell(language, qtbot, jobs, operations, clock, finder):
    rooms = (
        a_room("residents", "resident"),
        a_room("certificates", "certificate"),
        a_room("settings", "settings", in_tabs=False),
    )
    made = Shell(rooms, search=finder, jobs=jobs, operations=operations, clock=clock)
    qtbot.addWidget(made)
    made.resize(*SCREENS[0])
    with qtbot.waitActive(made):
        made.show()
    made.show_first_room()
    return made


def unreadable(shell):
    return [each for size in SCREENS for each in complaints_at(shell, size)]


def test_head_and_foot_can_be_read(shell):
    shell.show_station(LONG_NAME, is_demo=True)
    shell.status.show_backup(datetime(2026, 2, 27, 8, tzinfo=UTC))
    assert unreadable(shell) == []


def test_without_a_backup_the_foot_can_be_read(shell):
    shell.status.show_backup(None)
    assert unreadable(shell) == []


def test_a_notice_with_its_way_back_can_be_read(shell, qtbot):
    shell.notices.say("已将幸福里小区3幢2单元501室的曾春海移入回收站", action="Undo", act=int)
    shell.notices.say("The settings were left as they were.", Tone.INFO)
    for size in SCREENS:
        shell.resize(*size)
        for notice in shell.notices.shown():
            words = notice.words
            qtbot.waitUntil(lambda w=words: w.height() >= w.heightForWidth(w.width()))
            corner = notice.mapTo(shell, notice.rect().topLeft())
            assert shell.rect().contains(QRect(corner, notice.size()))


def test_nothing_of_what_is_found_is_cut_in_half(shell, finder, qtbot):
    finder.answers = {"wang": [a_hit(str(number)) for number in range(20)]}
    for size in SCREENS:
        shell.resize(*size)
        shell.search.enter()
        shell.search.setText("")
        shell.search.setText("wang")
        qtbot.waitUntil(shell.search.results.isVisible)
        results = shell.search.results.list
        seen = results.viewport().rect()
        rows = [results.visualItemRect(results.item(row)) for row in range(results.count())]
        shown = [row.intersected(seen).height() for row in rows if row.intersects(seen)]
        # a pixel more or less is a rounding, not half a name
        assert all(height <= 1 or height >= rows[0].height() - 1 for height in shown)
        shell.search.leave()


def test_keys_to_what_was_found_stand_below_the_list_and_not_upon_it(shell, finder, qtbot):
    finder.answers = {"wang": [a_hit(str(number)) for number in range(20)]}
    shell.search.enter()
    shell.search.setText("wang")
    qtbot.waitUntil(shell.search.results.isVisible)
    results = shell.search.results
    assert results.hint.geometry().top() > results.list.geometry().bottom()
    assert results.list.item(1).data(HitRole) is not None


def test_the_sheet_of_keys_shows_all_of_them_without_scrolling(shell, qtbot):
    for size in SCREENS:
        shell.resize(*size)
        shell.key_sheet.toggle()
        sheet, bar = shell.key_sheet._sheet, shell.key_sheet._list.verticalScrollBar()
        assert complaints_at(sheet, sheet.size().toTuple()) == []
        assert bar.maximum() == 0
        assert shell.rect().contains(sheet.geometry())
        shell.key_sheet.toggle()


def test_the_button_of_the_settings_says_that_one_is_there(shell):
    assert not shell.header.settings.property("current")
    shell.open_record("settings", "")
    assert shell.header.settings.property("current")
    shell.show_room("residents")
    assert not shell.header.settings.property("current")


def test_a_found_place_lies_below_the_box_and_within_the_window(shell, finder, qtbot):
    finder.answers = {"wang": [a_hit("芳")]}
    shell.search.enter()
    shell.search.setText("wang")
    qtbot.waitUntil(shell.search.results.isVisible)
    box = QRect(shell.search.mapTo(shell, shell.search.rect().topLeft()), shell.search.size())
    place = shell.search.results.geometry()
    assert place.top() > box.bottom()
    assert (place.left(), place.width()) == (box.left(), box.width())
    assert shell.rect().contains(place)
