"""The line below the window: backups, the exchange, what was said."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QWidget

from station_app.domain.backups import BackupPlace, Urgency
from station_app.services.backup_standing import BackupStanding
from station_app.services.drills import DrillStanding
from station_app.services.second_places import PlaceStanding
from ui.kit.moments import moment_words
from ui.kit.notices import NoticeArea
from ui.shell.status import StatusBar


@pytest.fixture
def notices(qtbot, clock):
    window = QWidget()
    qtbot.addWidget(window)
    yield NoticeArea(window, clock)
    window.close()  # held until here: it would take the notices along


@pytest.fixture
def bar(qtbot, notices, clock):
    made = StatusBar(notices, clock)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 0), "Everything has arrived"),
        ((1_234, 0, 0, 0), "Not sent: 1,234"),
        ((0, 2, 0, 0), "No receipt yet: 2"),
        ((0, 0, 3, 0), "Waiting: 3"),
        ((0, 0, 0, 4), "To review: 4"),
        ((1, 2, 3, 4), "Not sent: 1 · No receipt yet: 2 · Waiting: 3 · To review: 4"),
    ],
)
def test_only_what_is_open_in_the_exchange_is_told(bar, counts, said):
    bar.show_exchange(counts)
    assert bar.exchange.text() == said
    assert bar.exchange.isVisible()


def test_a_station_of_one_computer_has_no_exchange_to_tell_of(bar):
    bar.show_exchange((1, 0, 0, 0))
    bar.show_exchange(None)
    assert bar.exchange.isHidden()
    assert bar.exchange_icon.isHidden()


def test_no_backup_is_told(bar):
    bar.show_backup(None)
    assert bar.backup.text() == "No backup yet"


@pytest.mark.parametrize(("hours", "is_stale"), [(0, False), (23, False), (24, True), (240, True)])
def test_a_backup_of_another_day_is_marked(bar, clock, hours, is_stale):
    bar.show_backup(None)
    marked = bar.backup_icon.grab().toImage()
    bar.show_backup(clock.now() - timedelta(hours=hours))
    assert bar.backup.text().startswith("Last backup: ")
    assert (bar.backup_icon.grab().toImage() == marked) is is_stale


def listed(bar):
    bar.said.click()
    found = bar.findChild(QListWidget)
    words = [found.item(row).text() for row in range(found.count())]
    found.parentWidget().close()
    return words


def test_what_was_said_can_be_read_again_the_latest_first(bar, notices):
    notices.say("放入回收站")
    notices.say("已恢复")
    notices.clear()
    assert [each.split()[-1] for each in listed(bar)] == ["已恢复", "放入回收站"]


def test_before_anything_was_said_the_list_says_so(bar):
    assert listed(bar) == ["Nothing has been said yet."]


def test_each_word_asks_for_its_own(qtbot, bar):
    bar.show_exchange((0, 0, 0, 0))
    for button, asked in (
        (bar.lock, bar.lock_asked),
        (bar.backup, bar.backup_asked),
        (bar.exchange, bar.exchange_asked),
    ):
        with qtbot.waitSignal(asked):
            button.click()


def a_standing(last, *, places=(), urgency=Urgency.NONE):
    return BackupStanding(
        last=last, places=tuple(places), drill=DrillStanding(last=last, urgency=urgency)
    )


def a_place(last, *, is_there=True, is_current=False, trouble=""):
    place = BackupPlace(id="1", name="blue", path=Path("blue"), last=last, trouble=trouble)
    return PlaceStanding(place=place, is_there=is_there, is_current=is_current, is_same_disk=False)


def test_a_place_that_has_the_newest_is_told_quietly(bar, clock):
    bar.show_keeping(a_standing(clock.moment, places=[a_place(clock.moment, is_current=True)]))
    assert bar.care.text() == "Also on blue"


def test_of_a_place_that_has_it_not_it_is_told_since_when(bar, clock):
    last = clock.moment
    for facts, said in (
        ({"is_there": False, "trouble": "away"}, "blue is missing since "),
        ({"trouble": "store.full"}, "blue is full since "),
        ({}, "blue is behind since "),
    ):
        bar.show_keeping(a_standing(last, places=[a_place(last, **facts)]))
        assert bar.care.text() == said + moment_words(last)


def test_a_drill_that_is_due_is_told_with_a_sign_and_a_late_one_first(bar, clock):
    bar.show_keeping(a_standing(clock.moment, urgency=Urgency.DUE))
    assert bar.care.text() == "Test the backup: due"
    behind = a_place(clock.moment)
    bar.show_keeping(a_standing(clock.moment, places=[behind], urgency=Urgency.LATE))
    assert bar.care.text() == "Test the backup: overdue"
    assert bar.care_icon.isVisible()


def test_without_places_and_drills_there_is_nothing_to_tell(bar, clock, qtbot):
    bar.show_keeping(a_standing(clock.moment))
    assert bar.care.isHidden()


def test_the_line_leads_to_the_settings(bar, clock, qtbot):
    bar.show_keeping(a_standing(clock.moment, urgency=Urgency.DUE))
    with qtbot.waitSignal(bar.care_asked):
        bar.care.click()
