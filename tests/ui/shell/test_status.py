"""The line below the window: backups, the exchange, what was said."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QListWidget, QWidget

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
