from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from station_app.domain.access.permissions import Permission
from ui.settings.second_places import SecondPlacesCard


@pytest.fixture
def card(qtbot, founded, context):
    made = SecondPlacesCard(founded.second_places, context)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    return made


def remark(card):
    (row,) = card.rows.values()
    return row.remark.text()


def choose(card, qtbot, folder):
    with qtbot.waitSignal(card.changed):
        card.choose(folder)
    qtbot.waitUntil(lambda: len(card.rows) == 1)


def test_without_a_place_it_is_said_what_one_is_for(card, qtbot):
    qtbot.waitUntil(card.none.isVisible)
    assert "Choose a stick" in card.none.text()


def test_a_place_that_was_chosen_gets_the_newest_backup_at_once(card, qtbot, founded, stick):
    founded.keeping.back_up()
    choose(card, qtbot, stick)
    assert remark(card).startswith("Holds the newest backup")
    assert not card.none.isVisible()


def test_of_a_stick_that_is_away_the_last_copy_is_told(card, qtbot, founded, stick):
    founded.keeping.back_up()
    choose(card, qtbot, stick)
    shutil.rmtree(stick)
    card.refresh()
    qtbot.waitUntil(lambda: remark(card).startswith("Not plugged in. The last copy"))


def test_a_place_that_is_behind_says_when_it_follows(card, qtbot, founded, stick, clock):
    founded.keeping.back_up()
    choose(card, qtbot, stick)
    clock.moment += timedelta(minutes=1)
    founded.keeping.back_up()
    card.refresh()
    qtbot.waitUntil(lambda: "within a minute" in remark(card))
    card.carry()
    qtbot.waitUntil(lambda: remark(card).startswith("Holds the newest backup"))


def test_a_forgotten_place_comes_back_with_undo(card, qtbot, founded, stick, context):
    founded.keeping.back_up()
    choose(card, qtbot, stick)
    (button,) = card.forget_buttons.values()
    with qtbot.waitSignal(card.changed):
        button.click()
    qtbot.waitUntil(lambda: not card.rows)
    with qtbot.waitSignal(card.changed):
        assert context.notices.press_latest()
    qtbot.waitUntil(lambda: len(card.rows) == 1)


def test_a_folder_of_the_station_is_refused_and_another_can_be_chosen(
    card, qtbot, founded, doings
):
    card.choose(founded.home.backups)
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert doings.failures[0].reason == "backup.place-within"
    assert card.add.isEnabled()


def test_who_may_give_no_backups_out_can_neither_choose_nor_forget_a_place_and_is_told_why(
    card, qtbot, founded, stick, context
):
    founded.keeping.back_up()
    choose(card, qtbot, stick)
    why = "Only an administrator may do this."
    context.gate.judge_by(lambda asked: why if asked is Permission.BACKUP_GIVE_OUT else "")

    def gated():
        return [card.add, *card.forget_buttons.values()]

    assert [(each.isEnabled(), each.toolTip()) for each in gated()] == [(False, why)] * 2
    with qtbot.waitSignal(card.changed):
        card.carry()
    qtbot.waitUntil(lambda: len(card.rows) == 1)
    assert [(each.isEnabled(), each.toolTip()) for each in gated()] == [(False, why)] * 2
    context.gate.judge_by(lambda _: "")
    assert all(each.isEnabled() for each in gated())
