from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from station_app.domain.errors import CancelledError
from ui.kit.job_bar import JobBar


@pytest.fixture
def bar(qtbot):
    made = JobBar(phase_words={"reading": "Reading the file"}.get)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def long_job(jobs, bar):
    go_on = threading.Event()
    ended = []

    def work(progress):
        progress.step(1_200, 20_000, "reading")
        go_on.wait(10)
        progress.step(20_000, 20_000)

    job = jobs.start(work, owner=bar, done=ended.append, failed=ended.append)
    job.ended = ended
    yield job
    go_on.set()


def test_short_work_shows_no_bar(bar, long_job):
    bar.watch(long_job)
    assert not bar.isVisible()


def test_long_work_shows_phase_and_count(bar, long_job, qtbot):
    bar.watch(long_job)
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: bar.count.text() == "1,200 of 20,000")
    assert bar.phase.text() == "Reading the file"
    assert bar.bar.value() == 1_200


def test_cancel_stops_the_job_once(bar, long_job, qtbot):
    bar.watch(long_job)
    qtbot.waitUntil(bar.isVisible)
    qtbot.mouseClick(bar.stop, Qt.MouseButton.LeftButton)
    assert not bar.stop.isEnabled()
    with pytest.raises(CancelledError):
        long_job.step(2, 3)


def test_the_bar_goes_with_the_job(bar, long_job, qtbot):
    bar.watch(long_job)
    qtbot.waitUntil(bar.isVisible)
    bar.rest()
    assert not bar.isVisible()
    assert not bar.is_watching(long_job)
