from __future__ import annotations

import threading

import pytest

from station_app.domain.errors import StoreBusyError
from tests.ui.shell.test_search_box import Finder, a_hit
from ui.shell.lookup import Lookup


@pytest.fixture
def finder():
    return Finder()


@pytest.fixture
def lookup(qtbot, jobs, finder):
    return Lookup(finder, jobs, jobs)


def test_only_the_last_of_what_is_typed_quickly_is_asked_for(lookup, finder, qtbot):
    finder.answers = {"wang": [a_hit("芳")]}
    with qtbot.waitSignal(lookup.found) as found:
        for text in ("w", "wa", "wang"):
            lookup.ask_soon(text)
    assert finder.asked == ["wang"]
    assert found.args == ["wang", [a_hit("芳")], None]


def test_asking_now_does_not_ask_again_later(lookup, finder, qtbot):
    lookup.ask_soon("wan")
    with qtbot.waitSignal(lookup.found):
        lookup.ask("wang")
    assert not lookup._patience.isActive()
    assert finder.asked == ["wang"]


def test_a_later_question_takes_the_place_of_that_under_way(lookup, finder, qtbot):
    told = []
    lookup.found.connect(lambda text, *_: told.append(text))
    finder.gate = threading.Event()
    lookup.ask("w")
    qtbot.waitUntil(lambda: finder.asked == ["w"])
    lookup.ask("wang")
    finder.gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["wang"]
    assert finder.cancelled == ["w"]


def test_stopping_leaves_nothing_to_be_asked(lookup, qtbot):
    lookup.ask_soon("wang")
    with qtbot.assertNotEmitted(lookup.found, wait=200):
        lookup.stop()


def test_a_store_that_is_busy_is_told_to_the_shell(lookup, finder, jobs, qtbot):
    finder.answers = {"wang": StoreBusyError()}
    with qtbot.waitSignal(jobs.failed_unheard) as failed:
        lookup.ask("wang")
    assert isinstance(failed.args[0], StoreBusyError)
