from __future__ import annotations

import pytest

from station_app.domain.changes import UNDO_DEPTH, Done, UndoHistory


@pytest.fixture
def history():
    return UndoHistory()


def a_change(name):
    """A change whose way back can be told from others."""
    return Done(name, frozenset(), lambda: Done(f"{name} taken back", frozenset()))


def test_the_latest_change_is_taken_back_first(history):
    for name in ("first", "second"):
        history.note(a_change(name), name)
    assert history.latest().label == "second"
    assert [history.take()().value for _ in range(2)] == ["second taken back", "first taken back"]
    assert not history.can_undo()
    assert history.latest() is None


def test_what_cannot_be_taken_back_is_not_remembered(history):
    assert history.note(Done("certificate", frozenset())) is None
    assert not history.can_undo()


def test_a_step_is_taken_back_out_of_turn_and_only_once(history):
    first, _ = history.note(a_change("first")), history.note(a_change("second"))
    assert history.take(first)().value == "first taken back"
    assert history.take()().value == "second taken back"
    assert not history.can_undo()


def test_a_notice_that_outlived_the_memory_still_takes_its_own_change_back(history):
    first = history.note(a_change("first"))
    for number in range(UNDO_DEPTH):
        history.note(a_change(str(number)))
    assert history.take(first)().value == "first taken back"
    assert history.latest().revert().value == f"{UNDO_DEPTH - 1} taken back"
