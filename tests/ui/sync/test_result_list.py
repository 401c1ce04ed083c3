"""What a round has done, file by file, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_app.domain.errors import RefusedError
from station_app.domain.sync.files import Refusal
from station_app.services.sync.exchanging import TakenIn, Written
from station_app.services.sync.rounds import Lying, Round
from tests.ui.sync.records import taken
from ui.shell.wording import sentence_of
from ui.sync.result_card import ResultList


@pytest.fixture
def result(qtbot):
    made = ResultList(sentence_of)
    qtbot.addWidget(made)
    return made


def shown(result, **done):
    result.show_round(Round(**done))
    return result.texts()


def written(number=4, **counts):
    return Written(
        device="d", receiver="网格平板", path=Path("a.stsync"), number=number, counts=counts
    )


def test_nothing_at_all_is_one_calm_line(result):
    assert shown(result) == ["Nothing new: no file here is for this computer, and all is sent."]


def test_a_file_taken_in_is_counted(result):
    (line,) = shown(result, taken=(taken(added=1_234, changed=5, conflicts=2),))
    assert line == "From 二号窗口, file 3: 1,234 added, 5 changed, 2 to review."


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"removed": 1_500}, "1,500 records have left this copy."),
        ({"waiting": 2}, "2 records wait for others, which come with a later file."),
        ({"is_whole": False}, "An earlier file has not come; what it held is sent again."),
        (
            {"facts": {"clock_ahead_hours": 30}},
            "The clock of that computer is 30 hours ahead: have it set right.",
        ),
    ],
)
def test_what_else_is_to_be_known_stands_beneath(result, facts, said):
    (line,) = shown(result, taken=(taken(**facts),))
    assert line.splitlines()[1] == said


def test_all_of_it_stands_in_one_line_beneath(result):
    (line,) = shown(result, taken=(taken(removed=1, waiting=2, is_whole=False),))
    assert line.splitlines()[1].count(".") == 3


@pytest.mark.parametrize("changed", [{"added": 1}, {"changed": 1}, {"removed": 1}])
def test_what_has_changed_anything_can_be_taken_back(qtbot, result, changed):
    shown(result, taken=(taken(**changed),))
    with qtbot.waitSignal(result.undo_asked) as asked:
        result.undo_buttons["s"].click()
    assert asked.args == ["s"]


def test_a_receipt_has_nothing_to_take_back(result):
    shown(result, taken=(taken(),))
    assert result.undo_buttons == {}


def test_a_file_is_taken_back_once(result):
    shown(result, taken=(taken(added=1),))
    heard = []
    result.undo_asked.connect(heard.append)
    for _ in range(2):
        result.undo_buttons["s"].click()
    assert heard == ["s"]
    result.can_be_undone("s")
    result.undo_buttons["s"].click()
    assert heard == ["s", "s"]


def test_a_file_that_was_taken_back_says_so(result):
    shown(result, taken=(taken(added=1),))
    result.taken_back("s")
    assert not result.undo_buttons["s"].isEnabled()
    assert result.undo_buttons["s"].toolTip() == "This file was taken back."


def test_a_file_of_another_round_is_nobodys_business(result):
    shown(result, taken=(taken(added=1),))
    result.taken_back("another")
    result.can_be_undone("another")
    assert result.undo_buttons["s"].isEnabled()


@pytest.mark.parametrize("refusal", Refusal)
def test_each_file_refused_is_named_with_its_reason_and_that_nothing_was_changed(result, refusal):
    refused = TakenIn(file="旧.stsync", refused=refusal, facts={"reason": refusal})
    (line,) = shown(result, taken=(refused,))
    first, why = line.splitlines()
    assert first == "旧.stsync was not taken in. Nothing was changed."
    assert why.endswith(".")
    assert "sync.refused" not in why
    assert "{" not in why


def test_each_reason_has_a_sentence_of_its_own(result):
    refused = [TakenIn(file="旧.stsync", refused=each) for each in Refusal]
    lines = shown(result, taken=tuple(refused))
    assert len({line.splitlines()[1] for line in lines}) == len(Refusal)


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({}, "For 网格平板: file 4 is written, a receipt."),
        ({"conflicts": 3}, "For 网格平板: file 4 is written, a receipt."),
        (
            {"rows": 1_000, "cells": 234},
            "For 网格平板: file 4 with 1,234 changes is written.\nNo receipt yet.",
        ),
    ],
)
def test_a_file_written_is_not_called_done(result, counts, line):
    assert shown(result, written=(written(**counts),)) == [line]


def test_a_file_that_says_it_all_already_is_not_written_again(result):
    lines = shown(result, lying=(Lying(receiver="网格平板", number=4),))
    assert lines == ["For 网格平板: file 4 lies here and says it all.\nNo receipt yet."]


@pytest.mark.parametrize(
    ("done", "kept"),
    [
        ({}, "Nothing was changed; everything waits for the next time."),
        (
            {"written": (written(),)},
            "What stands above is done and stays; the rest waits for the next time.",
        ),
    ],
)
def test_what_stopped_a_round_says_what_stays(result, done, kept):
    failed = shown(result, failure=RefusedError("exchange.place-away", name="KINGSTON"), **done)
    assert "KINGSTON" in failed[-1]
    assert failed[-1].endswith(kept)
    assert shown(result, is_stopped=True, **done)[-1] == f"Stopped.\n{kept}"


def test_files_stand_in_the_order_of_the_round(result):
    lines = shown(result, taken=(taken(number=1), taken(number=2)), written=(written(),))
    assert [line.split(":")[0] for line in lines] == [
        "From 二号窗口, file 1",
        "From 二号窗口, file 2",
        "For 网格平板",
    ]


def test_the_next_round_takes_the_place_of_the_former(result):
    shown(result, taken=(taken(added=1),))
    assert len(shown(result)) == 1
    assert result.undo_buttons == {}
    result.forget()
    assert result.isHidden()
    assert result.texts() == []
