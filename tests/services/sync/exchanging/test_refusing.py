"""Files that are refused, and leave everything as it is."""

from __future__ import annotations

import pytest

from station_app.domain.errors import NotFoundError
from station_app.domain.sync.devices import DeviceState
from station_app.domain.sync.files import EXTENSION, Refusal
from station_app.services.sync import admitting
from tests.refusals import refused
from tests.services.sync.exchanging.files import enter, names, state, take, write
from tests.services.sync.stations import back_up, enrol, exchange, put_back
from tests.stations import card, own


def assert_refuses(station, path, reason):
    before = state(station)
    (told,) = take(station, path)
    assert (told.refused, told.file) == (reason, path.name)
    assert (told.added, told.changed, told.conflicts, told.removed) == (0, 0, 0, 0)
    assert state(station) == before
    return told


def test_a_file_is_not_taken_in_twice(pair, file, stick):
    _, other = pair
    take(other, file)
    told = assert_refuses(other, file, Refusal.TWICE)
    assert told.facts["number"] == 1
    assert assert_refuses(other, file.rename(stick / f"copy{EXTENSION}"), Refusal.TWICE)


def test_a_file_for_another_device_is_refused(places, pair, file):
    one, _ = pair
    third = places.make("另一窗口")
    places.introduce(third, one)
    told = assert_refuses(third, file, Refusal.FOREIGN_RECEIVER)
    assert (told.facts["receiver"], told.facts["sender"]) == ("窗口", "站")
    assert third.exchange.files_for_us(file.parent) == ()


def test_a_file_of_somebody_unknown_is_refused(places, pair, stick):
    _, other = pair
    stranger = places.make("陌生人")
    places.introduce(stranger, other)
    enter(stranger, "张三")
    told = assert_refuses(other, write(stranger, stick)[0].path, Refusal.UNKNOWN_SENDER)
    assert told.facts["sender"] == "陌生人"


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (DeviceState.SUSPENDED, Refusal.SUSPENDED),
        (DeviceState.LOST, Refusal.LOST),
        (DeviceState.RETIRED, Refusal.RETIRED),
    ],
)
def test_files_of_a_device_that_is_not_active_are_refused(places, pair, file, standing, reason):
    one, other = pair
    places.introduce(other, one, state=standing)
    assert_refuses(other, file, reason)
    assert refused(other.exchange.write, [own(one).id], file.parent) == "sync.device-not-active"
    assert other.exchange.write_for_all(file.parent).value == ()
    places.introduce(other, one)
    assert take(other, file)[0].refused is None


def test_a_file_that_is_not_signed_by_the_device_it_names_is_refused(places, pair, stick):
    one, other = pair
    stranger = places.make("陌生人")
    places.introduce(stranger, other)
    places.introduce(other, stranger, name="平板", keys=card(one).keys)
    enter(stranger, "张三")
    assert_refuses(other, write(stranger, stick)[0].path, Refusal.UNKNOWN_SENDER)


@pytest.fixture
def set_back(main, desk, stick):
    """A station whose whole disk is put back to before its last file, which had arrived."""
    enrol(main, desk, stick)
    exchange(main, desk, stick)
    copy, marker = back_up(main), main.home.site.read_bytes()
    enter(main.station, "冯云")
    (path,) = [each.path for each in write(main.station, stick)]
    assert take(desk.station, path)[0].refused is None
    put_back_with_marker(main, copy, marker)
    return main


def put_back_with_marker(machine, copy, marker):
    machine.station.close()
    machine.home.database.write_bytes(copy)
    machine.home.site.write_bytes(marker)
    machine.open_again()


def test_another_file_of_the_same_number_is_refused(set_back, desk, stick):
    enter(set_back.station, "褚卫")
    (file,) = write(set_back.station, stick)
    told = assert_refuses(desk.station, file.path, Refusal.ROLLED_BACK)
    assert told.facts["name"] == "石板社区服务站"


def test_a_file_that_follows_another_than_the_one_that_came_is_refused(set_back, desk, stick):
    for name in ("褚卫", "蒋沈"):
        enter(set_back.station, name)
        (file,) = write(set_back.station, stick)
    assert_refuses(desk.station, file.path, Refusal.ROLLED_BACK)


def test_a_store_put_back_without_its_marker_goes_on_as_another_site(main, desk, stick):
    enrol(main, desk, stick)
    exchange(main, desk, stick)
    copy = back_up(main)
    enter(main.station, "冯云")
    take(desk.station, write(main.station, stick)[0].path)
    put_back(main, copy)
    enter(main.station, "褚卫")
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    assert names(main.station) == names(desk.station) >= {"冯云", "褚卫"}
    assert main.station.exchange.state_hash() == desk.station.exchange.state_hash()


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.99])
def test_a_file_that_is_cut_is_refused(pair, file, share):
    _, other = pair
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    before = state(other)
    (told,) = take(other, file)
    assert told.refused in {Refusal.CUT, Refusal.NOT_OURS}
    assert state(other) == before
    file.write_bytes(data)
    assert take(other, file)[0].refused is None


@pytest.mark.parametrize("from_the_end", [1, 60, 200, 500])
def test_a_file_that_was_altered_is_refused(pair, file, from_the_end):
    _, other = pair
    data = bytearray(file.read_bytes())
    data[-from_the_end] ^= 1
    file.write_bytes(data)
    assert_refuses(other, file, Refusal.ALTERED)


def test_what_is_no_sync_file_is_refused(pair, stick):
    _, other = pair
    path = stick / f"letter{EXTENSION}"
    path.write_bytes("一封信".encode() * 100)
    assert_refuses(other, path, Refusal.NOT_OURS)


def test_a_file_that_is_too_large_is_refused_without_being_read(pair, stick):
    _, other = pair
    path = stick / f"large{EXTENSION}"
    with path.open("wb") as stream:
        stream.truncate(admitting.MOST_BYTES + 1)
    assert_refuses(other, path, Refusal.TOO_LARGE)


def test_a_file_that_is_gone_is_told_and_nothing_has_changed(pair, file):
    _, other = pair
    before = state(other)
    file.unlink()
    with pytest.raises(NotFoundError):
        take(other, file)
    assert state(other) == before


def test_one_refused_file_keeps_no_other_from_being_taken_in(pair, file, stick):
    _, other = pair
    letter = stick / f"0{EXTENSION}"
    letter.write_bytes(b"letter")
    told = {each.file: each.refused for each in take(other, letter, file)}
    assert told == {letter.name: Refusal.NOT_OURS, file.name: None}
    assert names(other) == {"张三"}
