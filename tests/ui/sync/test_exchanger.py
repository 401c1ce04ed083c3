"""One round at a time, whoever asks for it."""

from __future__ import annotations

import pytest

from station_app.domain.errors import RefusedError
from tests.factories import a_resident
from tests.ui.sync.conftest import WAIT_MS
from ui.sync.exchanger import Exchanger
from ui.sync.places import Place, PlaceKind


@pytest.fixture
def exchanger(pair, jobs, operations):
    made = Exchanger(pair[0], jobs, operations)
    made.setParent(jobs)
    return made


def a_folder(path):
    return Place(kind=PlaceKind.FOLDER, name=path.name, path=path)


def test_a_round_writes_for_the_other_and_is_told(qtbot, pair, exchanger, tmp_path):
    a_resident(pair[0], "曾小贤")
    with qtbot.waitSignal(exchanger.ended, timeout=WAIT_MS) as ended:
        assert exchanger.go_round(a_folder(tmp_path))
    assert [each.receiver for each in ended.args[0].written] == ["二号窗口"]
    assert not exchanger.is_busy


def test_a_second_round_is_not_begun_beside_the_first(qtbot, exchanger, tmp_path):
    with qtbot.waitSignal(exchanger.ended, timeout=WAIT_MS):
        assert exchanger.go_round(a_folder(tmp_path))
        assert not exchanger.go_round(a_folder(tmp_path))
        assert not exchanger.take_in([])


def test_a_folder_that_is_away_is_a_refusal_by_name_and_another_may_follow(
    qtbot, exchanger, tmp_path
):
    with qtbot.waitSignal(exchanger.failed, timeout=WAIT_MS) as failed:
        exchanger.go_round(a_folder(tmp_path / "共享"))
    error = failed.args[0]
    assert isinstance(error, RefusedError)
    assert (error.reason, error.facts["name"]) == ("exchange.place-away", "共享")
    with qtbot.waitSignal(exchanger.ended, timeout=WAIT_MS):
        assert exchanger.go_round(a_folder(tmp_path))


def test_the_folder_on_a_stick_is_made_with_the_first_file(qtbot, pair, exchanger, stick):
    a_resident(pair[0], "曾小贤")
    assert not stick.path.exists()
    with qtbot.waitSignal(exchanger.ended, timeout=WAIT_MS):
        exchanger.go_round(stick)
    assert len(list(stick.path.glob("*.stsync"))) == 1


def test_a_stick_pulled_out_makes_no_folder_where_it_was(qtbot, exchanger, stick):
    stick.look_in[0].rmdir()
    with qtbot.waitSignal(exchanger.failed, timeout=WAIT_MS):
        exchanger.go_round(stick)
    assert not stick.look_in[0].exists()


def test_work_that_has_begun_is_told_with_its_job(qtbot, exchanger, tmp_path):
    with (
        qtbot.waitSignal(exchanger.began, timeout=WAIT_MS) as began,
        qtbot.waitSignal(exchanger.ended, timeout=WAIT_MS),
    ):
        exchanger.go_round(a_folder(tmp_path))
    assert began.args[0].is_awaited()
