from __future__ import annotations

import threading

import shiboken6
from PySide6.QtCore import QObject

from station_app.domain.changes import Done, Topic
from station_app.domain.errors import EditConflictError

TOUCHED = frozenset({Topic.RESIDENTS})


class Ledger:
    """A change that can be taken back."""

    def __init__(self):
        self.entries = []

    def add(self, entry):
        self.entries.append(entry)
        return Done(entry, TOUCHED, lambda: self.take_out(entry))

    def take_out(self, entry):
        self.entries.remove(entry)
        return Done(None, TOUCHED, lambda: self.add(entry))


def test_what_was_touched_is_told_to_all(operations, qtbot):
    ledger = Ledger()
    with qtbot.waitSignal(operations.touched) as touched:
        operations.perform(lambda _: ledger.add("a"), owner=operations)
    assert touched.args == [TOUCHED]


def test_a_labelled_change_is_named_with_its_undo(operations, qtbot):
    ledger = Ledger()
    with qtbot.waitSignal(operations.performed) as performed:
        operations.perform(lambda _: ledger.add("a"), owner=operations, label="Added a")
    label, step = performed.args
    assert label == step.label == operations.latest_label() == "Added a"


def test_a_change_without_a_way_back_is_named_without_undo(operations, qtbot):
    with qtbot.waitSignal(operations.performed) as performed:
        operations.perform(lambda _: Done(None, TOUCHED), owner=operations, label="Issued")
    assert performed.args == ["Issued", None]
    assert not operations.can_undo()


def test_the_value_reaches_who_asked(operations, qtbot):
    told = []
    operations.perform(lambda _: Ledger().add("a"), owner=operations, done=told.append)
    qtbot.waitUntil(lambda: told == ["a"])


def test_undo_takes_back_the_latest_and_says_what(operations, qtbot):
    ledger = Ledger()
    for entry in "ab":
        with qtbot.waitSignal(operations.performed):
            operations.perform(lambda _, e=entry: ledger.add(e), owner=operations, label=entry)
    with qtbot.waitSignal(operations.undone) as undone:
        operations.undo()
    assert undone.args == ["b"]
    assert ledger.entries == ["a"]


def test_undoing_twice_does_not_redo(operations, qtbot):
    ledger = Ledger()
    with qtbot.waitSignal(operations.performed):
        operations.perform(lambda _: ledger.add("a"), owner=operations, label="a")
    with qtbot.waitSignal(operations.undone):
        operations.undo()
    operations.undo()
    assert not operations.can_undo()
    assert ledger.entries == []


def test_an_earlier_change_can_be_taken_back_by_its_notice(operations, qtbot):
    ledger, steps = Ledger(), []
    operations.performed.connect(lambda _, step: steps.append(step))
    for entry in "ab":
        with qtbot.waitSignal(operations.performed):
            operations.perform(lambda _, e=entry: ledger.add(e), owner=operations, label=entry)
    with qtbot.waitSignal(operations.undone):
        operations.undo(steps[0])
    assert ledger.entries == ["b"]
    assert operations.latest_label() == "b"


def test_a_failure_without_a_listener_reaches_the_shell(operations, qtbot):
    def fail(_):
        raise EditConflictError(id="1")

    with qtbot.waitSignal(operations.failed_unheard) as heard:
        operations.perform(fail, owner=operations)
    assert isinstance(heard.args[0], EditConflictError)


def test_a_failure_of_a_closed_page_reaches_the_shell(operations, qtbot):
    go_on, told, page = threading.Event(), [], QObject()

    def fail(_):
        go_on.wait(5)
        raise EditConflictError(id="1")

    operations.perform(fail, owner=page, failed=told.append)
    shiboken6.delete(page)
    with qtbot.waitSignal(operations.failed_unheard):
        go_on.set()
    assert told == []


def test_start_and_end_are_told_of_the_same_job(operations, qtbot):
    seen = []
    operations.started.connect(seen.append)
    operations.ended.connect(seen.append)
    job = operations.perform(lambda _: Ledger().add("a"), owner=operations)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [job, job]
