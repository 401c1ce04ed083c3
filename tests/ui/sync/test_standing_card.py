"""How it stands with each device, in numbers and words; nothing written is called done."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from station_app.domain.sync.devices import DeviceKind, DeviceState
from station_app.services.sync.standing import MOST_COUNTED, FileState, PastFile, Trouble
from tests.ui.sync.records import a_line, a_standing
from ui.kit.buttons import Button
from ui.kit.tokens import Tone
from ui.kit.words import Pill
from ui.sync.parts import Figure, Remark
from ui.sync.past_files import PastFiles
from ui.sync.standing_card import StandingCard

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def card(qtbot):
    made = StandingCard()
    qtbot.addWidget(made)
    return made


def states(card):
    """Return the pills beside the devices, those over the numbers left out."""
    return [each.text() for each in card._lines.findChildren(Pill)]


def read(card):
    return [each.text() for each in card._lines.findChildren(QLabel) if each.text()]


def test_everything_arrived_is_said_in_words(card):
    card.show_standing(a_standing(a_line()))
    assert states(card) == ["everything has arrived"]


def test_numbers_are_counted_for_the_whole(card):
    card.show_standing(a_standing(a_line(), unsent=1_234, unconfirmed=5, waiting=0))
    assert [each.number.text() for each in (card.unsent, card.unconfirmed, card.waiting)] == [
        "1,234",
        "5",
        "0",
    ]


def test_where_counting_has_ended_it_is_said(card):
    card.show_standing(a_standing(a_line(), unsent=MOST_COUNTED))
    assert card.unsent.number.text() == f"more than {MOST_COUNTED:,}"


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ({"standing": {"unsent": 3}}, ["3 not sent"]),
        ({"standing": {"unconfirmed": 4}}, ["4 without receipt"]),
        ({"standing": {"unsent": 3, "unconfirmed": 4}}, ["3 not sent", "4 without receipt"]),
        ({"state": DeviceState.LOST}, ["Lost"]),
        ({"state": DeviceState.SUSPENDED, "standing": {"unsent": 3}}, ["Suspended", "3 not sent"]),
        (
            {"standing": {"troubles": frozenset({Trouble.SILENT, Trouble.EXPIRED})}},
            ["Its day has passed", "Nothing came for two weeks"],
        ),
        (
            {"state": DeviceState.LOST, "standing": {"troubles": frozenset({Trouble.SILENT})}},
            ["Lost"],
        ),
    ],
)
def test_each_device_says_what_is_open_with_it(card, about, told):
    card.show_standing(a_standing(a_line(**about)))
    assert states(card) == told


def test_the_last_file_of_a_device_is_told_and_that_none_has_come(card):
    told = a_line("二号窗口", DeviceKind.DESK, standing={"got": 7, "got_at": NOON})
    card.show_standing(a_standing(a_line(), told))
    assert "no file of it has come yet" in read(card)
    assert any(each.startswith("last file from it: 7, ") for each in read(card))


def test_a_standing_told_anew_takes_the_place_of_the_former(card):
    card.show_standing(a_standing(a_line("甲"), a_line("乙", key="e")))
    card.show_standing(a_standing(a_line("丙")))
    assert [each for each in read(card) if each in "甲乙丙"] == ["丙"]


def test_conflicts_are_counted_and_lead_to_the_review(qtbot, card):
    card.show_conflicts(0)
    assert card.review.isHidden()
    card.show_conflicts(12)
    assert card.conflicts.number.text() == "12"
    assert not card.review.isHidden()
    with qtbot.waitSignal(card.review_asked):
        card.review.click()
    card.show_conflicts(0)
    assert card.review.isHidden()


def test_nothing_to_do_draws_no_eye(qtbot):
    figure = Figure("to review", Tone.DANGER)
    qtbot.addWidget(figure)
    figure.show()
    figure.show_count("0", is_open=False)
    at_rest = figure.pill.grab().toImage()
    figure.show_count("3", is_open=True)
    assert figure.number.text() == "3"
    assert figure.pill.grab().toImage() != at_rest
    figure.show_count("0", is_open=False)
    assert figure.pill.grab().toImage() == at_rest


def test_a_remark_with_nothing_more_to_say_has_no_second_line(qtbot):
    for more in ("", "No receipt yet."):
        remark = Remark(Tone.INFO, "file 4 is written", more=more)
        qtbot.addWidget(remark)
        assert remark.more.isHidden() is (more == "")


def test_a_remark_may_have_something_to_do(qtbot):
    button = Button("Undo")
    remark = Remark(Tone.OK, "file 3", button=button)
    qtbot.addWidget(remark)
    assert remark.isAncestorOf(button)


@pytest.fixture
def past(qtbot):
    made = PastFiles()
    qtbot.addWidget(made)
    return made


def a_file(sha256="s", *, is_ours=False, state=FileState.TAKEN, counts=None, can=False):
    return PastFile(
        sha256=sha256,
        is_ours=is_ours,
        device="二号窗口",
        number=3,
        at=NOON,
        name="a.stsync",
        counts=counts or {},
        state=state,
        can_be_taken_back=can,
    )


@pytest.mark.parametrize(
    ("file", "named", "counted"),
    [
        (a_file(), "From 二号窗口, 3", "a receipt, or nothing new"),
        (a_file(is_ours=True), "For 二号窗口, 3", "a receipt"),
        (
            a_file(is_ours=True, counts={"rows": 1_000, "cells": 234}),
            "For 二号窗口, 3",
            "1,234 changes",
        ),
        (
            a_file(counts={"added": 2, "conflicts": 1}),
            "From 二号窗口, 3",
            "2 added, 0 changed, 1 to review",
        ),
    ],
)
def test_a_file_so_far_says_whose_it_is_and_what_was_in_it(past, file, named, counted):
    past.show_files([file])
    told = [each.text() for each in past._grid.findChildren(QLabel)]
    assert named in told
    assert counted in told


@pytest.mark.parametrize("state", FileState)
def test_what_became_of_a_file_is_a_word(past, state):
    past.show_files([a_file(state=state)])
    (pill,) = past._grid.findChildren(Pill)
    assert pill.text() not in {"", state.value}


def test_only_what_can_be_taken_back_has_a_button_and_it_is_pressed_once(past):
    heard = []
    past.undo_asked.connect(heard.append)
    past.show_files([a_file("one"), a_file("two", can=True)])
    assert list(past.undo_buttons) == ["two"]
    for _ in range(2):
        past.undo_buttons["two"].click()
    assert heard == ["two"]
    past.can_be_undone("two")
    past.can_be_undone("one")
    past.undo_buttons["two"].click()
    assert heard == ["two", "two"]


def test_without_files_there_is_no_list(past):
    past.show_files([])
    assert past.isHidden()
    past.show_files([a_file()])
    assert not past.isHidden()
