from __future__ import annotations

import shutil

import pytest

from station_app.domain.errors import CancelledError, RefusedError
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from station_app.domain.sync.files import Refusal
from tests.factories import a_resident
from tests.stations import own

NUMBER = "310000198502280022"


class Impatient:
    """Presses *Cancel* at the first step of a phase."""

    def __init__(self, phase):
        self._phase = phase

    def step(self, *counts):
        if counts[-1] == self._phase:
            raise CancelledError


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_round_takes_in_and_writes(pair, stick):
    one, other = pair
    a_resident(one)
    assert [each.receiver for each in one.rounds.go_round(stick).value.written] == ["窗口"]
    done = other.rounds.go_round(stick).value
    assert [(each.sender, each.added > 0) for each in done.taken] == [("站", True)]
    assert [each.receiver for each in done.written] == ["站"]
    assert done.failure is None
    assert done.has_news


def test_what_lies_there_whole_is_not_written_again(pair, stick):
    one, _ = pair
    a_resident(one)
    one.rounds.go_round(stick)
    again = one.rounds.go_round(stick).value
    assert again.written == ()
    assert [(each.receiver, each.number) for each in again.lying] == [("窗口", 1)]
    assert not again.has_news


@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_what_does_not_lie_there_whole_is_written_again(pair, stick, harm):
    one, _ = pair
    a_resident(one)
    path = one.rounds.go_round(stick).value.written[0].path
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1])
    assert [each.number for each in one.rounds.go_round(stick).value.written] == [2]


def test_another_folder_gets_a_file_of_its_own(pair, stick, tmp_path):
    one, _ = pair
    a_resident(one)
    one.rounds.go_round(stick)
    assert len(one.rounds.go_round(tmp_path / "other").value.written) == 1


def test_after_the_receipt_there_is_nothing_to_say(pair, stick):
    for _ in range(3):
        for station in pair:
            station.rounds.go_round(stick)
    for station in pair:
        assert not station.rounds.has_work(stick)
        assert not station.rounds.go_round(stick).value.has_news


def test_a_quiet_round_has_work_when_something_changes(pair, stick):
    one, other = pair
    for _ in range(3):
        for station in pair:
            station.rounds.go_round(stick)
    a_resident(one)
    assert one.rounds.has_work(stick)
    assert not other.rounds.has_work(stick)
    one.rounds.go_round(stick, is_thorough=False)
    assert not one.rounds.has_work(stick)
    assert other.rounds.has_work(stick)


def test_a_file_for_others_is_refused_when_it_is_given_by_hand(pair, stick):
    one, _ = pair
    a_resident(one)
    path = one.rounds.go_round(stick).value.written[0].path
    told = one.rounds.take_in([path]).value.taken[0]
    assert told.refused is Refusal.FOREIGN_RECEIVER


def test_a_stick_that_is_pulled_out_is_told_and_nothing_is_lost(pair, stick):
    one, other = pair
    a_resident(one)
    path = one.rounds.go_round(stick).value.written[0].path
    path.unlink()
    done = other.rounds.take_in([path]).value
    assert isinstance(done.failure, RefusedError)
    assert done.failure.reason == "file-missing"
    assert other.rounds.go_round(stick).value.failure is None


def test_what_came_in_stays_although_nothing_can_be_written(pair, stick):
    one, other = pair
    a_resident(one)
    path = one.rounds.go_round(stick).value.written[0].path
    (stick / "no-folder").write_bytes(b"")
    done = other.rounds.go_round(stick / "no-folder", look_in=[path.parent]).value
    assert len(done.taken) == 1
    assert done.failure.reason == "file-not-written"


def test_cancelled_before_writing_what_came_in_is_told(pair, stick):
    one, other = pair
    a_resident(one)
    one.rounds.go_round(stick)
    done = other.rounds.go_round(stick, Impatient("writing-file")).value
    assert (len(done.taken), done.written, done.is_stopped) == (1, (), True)


def test_cancelled_while_merging_nothing_has_changed(pair, stick):
    one, other = pair
    a_resident(one)
    one.rounds.go_round(stick)
    before = other.exchange.state_hash()
    done = other.rounds.go_round(stick, Impatient("deriving")).value
    assert (done.taken, done.is_stopped) == ((), True)
    assert other.exchange.state_hash() == before
    assert len(other.rounds.go_round(stick).value.taken) == 1


def test_files_dropped_in_any_order_are_taken_in_by_number(pair, stick, tmp_path):
    one, other = pair
    paths = []
    for name, number in (("张三", None), ("李四", NUMBER)):
        a_resident(one, name, **({"number": number} if number else {}))
        paths.append(one.rounds.go_round(tmp_path / name).value.written[0].path)
    paths = [shutil.copy(path, stick / f"{9 - at}.stsync") for at, path in enumerate(paths)]
    done = other.rounds.take_in([paths[1], paths[0]]).value
    assert [each.number for each in done.taken] == [1, 2]


def test_a_partial_copy_is_asked_for_what_left_it(places, stick):
    one, laptop = places.make("站", DeviceKind.STATION), places.make("平板", DeviceKind.LAPTOP)
    places.acquaint(one, laptop, scope=Scope(kind=ScopeKind.GRIDS))
    for _ in range(3):
        for station in (one, laptop):
            station.rounds.go_round(stick)
    assert one.standing.standing().device(own(laptop).id).got > 0
    assert files(stick)
    assert one.rounds.go_round(stick).value.written == ()


def test_a_folder_does_not_fill_up_with_what_has_arrived(pair, stick):
    one, other = pair
    for name, number in (("张三", None), ("李四", NUMBER), ("王五", "320000197001010013")):
        a_resident(one, name, **({"number": number} if number else {}))
        for station in (one, other, one):
            station.rounds.go_round(stick)
    for _ in range(3):
        for station in pair:
            station.rounds.go_round(stick)
    assert len(files(stick)) == 2
    assert other.checks.check().people == 3


def test_what_has_not_arrived_is_left_lying(pair, stick):
    one, _ = pair
    for name, number in (("张三", None), ("李四", NUMBER)):
        a_resident(one, name, **({"number": number} if number else {}))
        one.rounds.go_round(stick)
    assert len(files(stick)) == 2


def test_one_file_that_cannot_be_read_keeps_nobody_from_exchanging(pair, stick):
    one, other = pair
    a_resident(one)
    one.rounds.go_round(stick)
    (stick / "0-locked.stsync").mkdir()
    done = other.rounds.go_round(stick).value
    assert len(done.taken) == 1
    assert done.failure is None
