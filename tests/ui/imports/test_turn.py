"""One job at a time: whoever begins anew hears no more of the one before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from station_app.domain.errors import CancelledError, RefusedError
from ui.imports.turn import Turn
from ui.kit.jobs import Job


@pytest.fixture
def turn():
    return Turn()


@pytest.fixture
def heard():
    return []


@pytest.fixture
def job(qapp):
    return Job(QObject(qapp))


def test_an_outcome_is_told_while_its_turn_lasts(turn, heard):
    turn.begin()
    turn.heard(heard.append)("file")
    assert heard == ["file"]


def test_what_comes_late_is_told_to_nobody(turn, heard):
    turn.begin()
    late = turn.heard(heard.append)
    turn.begin()
    late("file of before")
    assert heard == []


def test_the_next_turn_stops_the_job_of_the_one_before(turn, job):
    turn.begin()
    turn.watch(job)
    assert turn.is_busy()
    turn.begin()
    assert not turn.is_busy()
    with pytest.raises(CancelledError):
        job.step(1, 2)


def test_a_job_that_has_ended_is_not_stopped_by_the_next_turn(turn, job, heard):
    turn.begin()
    turn.watch(job)
    turn.heard(heard.append)("file")
    assert not turn.is_busy()
    turn.begin()
    job.step(1, 2)


def test_a_failure_within_the_turn_is_for_the_step(turn, heard):
    turn.begin()
    turn.told(heard.append, pytest.fail)(CancelledError())
    assert [type(each) for each in heard] == [CancelledError]


def test_a_failure_that_comes_late_is_for_the_shell(turn, heard):
    turn.begin()
    late = turn.told(pytest.fail, heard.append)
    turn.begin()
    late(RefusedError("file-damaged"))
    assert [each.reason for each in heard] == ["file-damaged"]


def test_that_a_job_nobody_wants_has_stopped_is_told_to_nobody(turn):
    turn.begin()
    late = turn.told(pytest.fail, pytest.fail)
    turn.begin()
    late(CancelledError())


def test_a_late_outcome_does_not_end_the_job_of_the_present_turn(turn, job, heard):
    turn.begin()
    late = turn.heard(heard.append), turn.told(heard.append, heard.append)
    turn.begin()
    turn.watch(job)
    late[0]("file of before")
    late[1](CancelledError())
    assert turn.is_busy()
