from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread

from station_app.domain.errors import CancelledError, NotFoundError
from ui.kit.jobs import JobRunner, Lane


@pytest.fixture
def owner():
    return QObject()


def test_work_is_done_elsewhere_and_told_here(jobs, owner, qtbot):
    told = []
    here = threading.current_thread()
    jobs.start(
        lambda _: threading.current_thread(),
        owner=owner,
        done=lambda there: told.append((there, QThread.currentThread())),
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is not here
    assert told[0][1] is owner.thread()


def test_a_failure_is_told_to_who_asked(jobs, owner, qtbot):
    told = []

    def fail(_):
        raise NotFoundError(id="1")

    jobs.start(fail, owner=owner, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], NotFoundError)


def test_a_failure_nobody_asked_about_reaches_the_shell(jobs, owner, qtbot):
    def fail(_):
        raise NotFoundError(id="1")

    with qtbot.waitSignal(jobs.failed_unheard) as heard:
        jobs.start(fail, owner=owner, done=lambda _: None)
    assert isinstance(heard.args[0], NotFoundError)


def test_cancelled_work_stops_at_its_next_step(jobs, owner, qtbot):
    told, go_on = [], threading.Event()

    def work(progress):
        progress.step(1, 10)
        go_on.wait(5)
        progress.step(2, 10)

    job = jobs.start(work, owner=owner, done=told.append, failed=told.append)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], CancelledError)


def test_cancelled_before_its_turn_it_never_begins(jobs, owner, qtbot):
    told, begun, go_on = [], [], threading.Event()
    jobs.start(lambda _: go_on.wait(5), owner=owner, done=lambda _: None)
    job = jobs.start(begun.append, owner=owner, done=told.append, failed=told.append)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert begun == []


def test_an_outcome_for_a_closed_page_is_dropped(jobs, qtbot):
    told, go_on = [], threading.Event()
    page = QObject()
    jobs.start(lambda _: go_on.wait(5), owner=page, done=told.append)
    shiboken6.delete(page)
    with qtbot.waitSignal(jobs.busy_changed, check_params_cb=lambda busy: not busy):
        go_on.set()
    assert told == []


def test_the_read_lane_answers_while_a_write_is_under_way(jobs, owner, qtbot):
    told, go_on = [], threading.Event()
    jobs.start(
        lambda _: go_on.wait(5), owner=owner, done=lambda _: told.append("w"), lane=Lane.WRITE
    )
    jobs.start(lambda _: None, owner=owner, done=lambda _: told.append("r"), lane=Lane.READ)
    qtbot.waitUntil(lambda: told == ["r"])
    go_on.set()
    qtbot.waitUntil(lambda: told == ["r", "w"])


def test_reads_are_told_in_the_order_asked(jobs, owner, qtbot):
    told = []
    for number in range(20):
        jobs.start(lambda _, n=number: n, owner=owner, done=told.append)
    qtbot.waitUntil(lambda: len(told) == 20)
    assert told == list(range(20))


def test_a_phase_stays_until_the_next_is_named(jobs, owner, qtbot):
    told = []

    def work(progress):
        progress.step(0, 2, "reading")
        progress.step(1, 2)

    job = jobs.start(work, owner=owner, done=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert (job.latest.phase, job.latest.done) == ("reading", 1)


def test_after_closing_nothing_begins_and_nobody_is_told(qtbot):
    runner, told = JobRunner(), []
    runner.start(lambda _: "before", owner=runner, done=told.append)
    runner.close()
    runner.start(lambda _: "after", owner=runner, done=told.append)
    with qtbot.waitSignal(runner.busy_changed):
        pass
    assert told == []


def test_closing_waits_for_the_last_job(qtbot):
    runner, ended = JobRunner(), []
    started = threading.Event()

    def work(_):
        started.set()
        ended.append(True)

    runner.start(work, owner=runner, done=lambda _: None)
    started.wait(5)
    runner.close()
    assert ended == [True]
