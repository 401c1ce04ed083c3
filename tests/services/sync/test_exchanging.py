"""Files for others and files of others: numbered, chained, taken in once or refused."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import pytest

from station_app.domain.errors import CancelledError, NotFoundError
from station_app.domain.sync.devices import DeviceKind, DeviceState
from station_app.domain.sync.files import EXTENSION, Refusal
from station_app.services.sync import admitting
from station_app.services.sync.sealing import read_header
from station_app.store.sync import portioning
from station_app.store.sync.sites import read_marker
from tests.factories import a_resident
from tests.services.sync.stations import back_up, enrol, exchange, put_back, refused
from tests.stations import card, own

KEPT = ("sync_row", "sync_cell", "sync_aside", "sync_peer", "sync_file", "sync_taken", "sync_site")
PEOPLE = ("张三", "李四", "王五", "赵六", "钱七", "孙八")


class Impatient:
    """Presses *Cancel* at a phase, after as many steps of it as are let pass."""

    def __init__(self, phase, passing=0):
        self._phase, self._passing = phase, passing

    def step(self, *counts):
        if counts[-1] == self._phase:
            self._passing -= 1
            if self._passing < 0:
                raise CancelledError


def enter(station, *names):
    for name in names:
        a_resident(station, name, number="")


def write(station, folder):
    return station.exchange.write_for_all(folder).value


def take(station, *paths):
    return station.exchange.take_in(paths).value


def header_of(path):
    return read_header(path.read_bytes())


def digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(station):
    with station.store.reading() as tx:
        found = tx.session.connection().exec_driver_sql("SELECT name FROM resident")
        return {name for (name,) in found}


def state(station):
    """Return all that a file that is refused must leave as it is."""
    hashed = station.exchange.state_hash()
    with station.store.reading() as tx:
        run = tx.session.connection().exec_driver_sql
        kept = [run(f"SELECT * FROM {name}").all() for name in KEPT]  # noqa: S608 - our own names
        return hashed, run("SELECT count(*) FROM audit_entry").scalar_one(), kept


def count(station, act):
    with station.store.reading() as tx:
        return tx.audit.count(act)


def lines(station, act):
    with station.store.reading() as tx:
        found = tx.session.connection().exec_driver_sql(
            "SELECT record_id, facts FROM audit_entry WHERE act = ? ORDER BY seq", (act,)
        )
        return [(key, json.loads(facts)) for key, facts in found]


def ledger(station, other):
    with station.store.reading() as tx:
        return tx.exchange.peers.ledger(own(other).id)


def assert_refuses(station, path, reason):
    before = state(station)
    (told,) = take(station, path)
    assert (told.refused, told.file) == (reason, path.name)
    assert (told.added, told.changed, told.conflicts, told.removed) == (0, 0, 0, 0)
    assert state(station) == before
    return told


@pytest.fixture
def file(pair, stick):
    """The path of a file from the station to the desk."""
    one, _ = pair
    enter(one, "张三")
    return write(one, stick)[0].path


def test_files_are_numbered_and_each_names_the_one_before(pair, stick):
    one, other = pair
    paths = []
    for name in PEOPLE[:3]:
        enter(one, name)
        paths += [each.path for each in write(one, stick)]
    headers = [header_of(path) for path in paths]
    assert [header.number for header in headers] == [1, 2, 3]
    assert [header.former for header in headers] == ["", *map(digest_of, paths[:2])]
    assert {header.receiver for header in headers} == {own(other).id}
    assert {(header.sender, header.sender_name) for header in headers} == {(own(one).id, "站")}
    assert len({header.site for header in headers}) == 1


def test_every_receiver_has_numbers_of_its_own(places, pair, stick):
    one, _ = pair
    enter(one, "张三")
    write(one, stick)
    places.introduce(one, places.make("另一窗口"))
    enter(one, "李四")
    written = {each.receiver: each.number for each in write(one, stick)}
    assert written == {"窗口": 2, "另一窗口": 1}


def test_a_file_is_cumulative_until_it_is_acknowledged(pair, stick):
    one, other = pair
    enter(one, "张三")
    first = write(one, stick)[0]
    enter(one, "李四")
    second = write(one, stick)[0]
    assert second.counts["rows"] > first.counts["rows"]
    first.path.unlink()
    assert take(other, second.path)[0].is_whole
    assert names(other) == {"张三", "李四"}


def test_the_very_first_file_is_written_although_nothing_is_kept_yet(pair, stick):
    one, _ = pair
    assert [each.number for each in write(one, stick)] == [1]


def test_nothing_is_written_when_there_is_nothing_new_to_say(pair, stick):
    one, other = pair
    enter(one, "张三")
    write(one, stick)
    exchange_until_quiet(one, other, stick)
    before = state(one), sorted(stick.iterdir())
    assert write(one, stick) == ()
    assert (state(one), sorted(stick.iterdir())) == before


def exchange_until_quiet(one, other, folder):
    for _ in range(3):
        for station in (one, other):
            station.exchange.exchange(folder)


def test_one_receipt_is_written_after_something_came_then_there_is_silence(pair, stick):
    one, other = pair
    exchange_until_quiet(one, other, stick)
    enter(one, "张三")
    assert len(one.exchange.exchange(stick).value.written) == 1
    (receipt,) = other.exchange.exchange(stick).value.written
    assert set(receipt.counts.values()) == {0}
    last = one.exchange.exchange(stick).value
    assert [each.added + each.changed for each in last.taken] == [0]
    exchange_until_quiet(one, other, stick)
    before = sorted(stick.iterdir())
    for station in (one, other, one, other):
        done = station.exchange.exchange(stick).value
        assert (done.taken, done.written) == ((), ())
    assert sorted(stick.iterdir()) == before


def test_what_a_file_brought_is_counted(pair, file):
    _, other = pair
    (told,) = take(other, file)
    assert (told.sender, told.number, told.sha256) == ("站", 1, digest_of(file))
    assert told.added == header_of(file).counts["rows"] > 0
    assert (told.refused, told.waiting, told.conflicts, told.is_whole) == (None, 0, 0, True)
    assert names(other) == {"张三"}


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


def test_files_of_one_folder_are_taken_in_in_the_order_of_their_numbers(pair, stick):
    one, other = pair
    for place, name in enumerate(PEOPLE[:3]):
        enter(one, name)
        write(one, stick)[0].path.rename(stick / f"{9 - place}{EXTENSION}")
    done = other.exchange.exchange(stick).value
    assert [(each.number, each.file[0]) for each in done.taken] == [(1, "9"), (2, "8"), (3, "7")]
    assert all(each.is_whole for each in done.taken)
    assert names(other) == set(PEOPLE[:3])
    assert other.exchange.files_for_us(stick) == ()


def test_an_old_file_that_comes_late_says_nothing_new(pair, stick):
    one, other = pair
    paths = []
    for name in ("张三", "李四"):
        enter(one, name)
        paths.append(write(one, stick)[0].path)
    take(other, paths[1])
    with other.store.transaction() as tx:
        tx.bulk("DELETE FROM resident WHERE name = ?", [("张三",)])
    before = other.exchange.state_hash()
    (late,) = take(other, paths[0])
    assert (late.refused, late.added, late.changed, late.conflicts) == (None, 0, 0, 0)
    assert other.exchange.state_hash() == before
    assert names(other) == {"李四"}
    assert ledger(other, one).got == 2


@pytest.mark.parametrize(("hours", "facts"), [(23, {}), (72, {"clock_ahead_hours": 72})])
def test_a_clock_that_is_far_ahead_is_told_not_refused(pair, stick, clock, hours, facts):
    one, other = pair
    clock.moment += timedelta(hours=hours)
    enter(one, "张三")
    (file,) = write(one, stick)
    clock.moment -= timedelta(hours=hours)
    (told,) = take(other, file.path)
    assert (told.refused, told.facts) == (None, facts)
    assert names(other) == {"张三"}


@pytest.fixture
def in_parts(monkeypatch):
    """Let a file hold a few entries only."""
    monkeypatch.setattr(portioning, "MOST_ENTRIES", 5)


@pytest.fixture
def parts(in_parts, pair, stick):
    """The files that together bring the desk all people of the station."""
    one, _ = pair
    enter(one, *PEOPLE)
    return write(one, stick)


def test_what_is_too_much_for_one_file_goes_into_several(pair, parts):
    _, other = pair
    headers = [header_of(each.path) for each in parts]
    assert len(headers) > 2
    assert [header.number for header in headers] == list(range(1, len(headers) + 1))
    assert [header.base for header in headers] == [0, *(each.top for each in headers[:-1])]
    assert [header.former for header in headers[1:]] == [
        digest_of(each.path) for each in parts[:-1]
    ]
    told = take(other, *(each.path for each in parts))
    assert all(each.is_whole for each in told)
    assert names(other) == set(PEOPLE)


@pytest.mark.parametrize("order", [slice(None, None, -1), slice(1, None), slice(None, -1)])
def test_parts_are_taken_in_in_any_order_and_a_lost_one_heals(pair, parts, stick, order):
    one, other = pair
    for part in parts[order]:
        assert take(other, part.path)[0].refused is None
    for part in parts:
        part.path.unlink()
    for _ in range(3):
        exchange_until_quiet(one, other, stick)
    assert names(other) == set(PEOPLE)
    assert one.exchange.state_hash() == other.exchange.state_hash()
    assert write(one, stick) == write(other, stick) == ()
    assert other.checks.check().is_well


def test_with_a_gap_before_it_a_file_is_merged_and_the_gap_told(pair, parts):
    one, other = pair
    (told,) = take(other, parts[-1].path)
    assert (told.refused, told.is_whole) == (None, False)
    with other.store.reading() as tx:
        assert tx.exchange.peers.got_upto(ledger(other, one).site) == 0


def test_stopped_between_two_parts_it_begins_again(in_parts, pair, stick):
    one, other = pair
    enter(one, *PEOPLE)
    with pytest.raises(CancelledError):
        one.exchange.write_for_all(stick, Impatient("writing-file", passing=2))
    assert len(list(stick.iterdir())) == 2
    for _ in range(3):
        exchange_until_quiet(one, other, stick)
    assert names(other) == set(PEOPLE)
    assert one.exchange.state_hash() == other.exchange.state_hash()


@pytest.fixture
def blocked(pair, stick):
    """A folder in which something lies where the first file is to be put."""
    one, other = pair
    enter(one, "张三")
    with one.store.reading() as tx:
        _, site = tx.exchange.sites.own()
    name = f"{own(one).id[-6:]}-{own(other).id[-6:]}-{site[-6:]}-000001{EXTENSION}"
    (stick / name / "something").mkdir(parents=True)
    return stick


def test_a_file_that_cannot_be_written_burns_its_number_and_nothing_else(pair, blocked, tmp_path):
    one, other = pair
    assert refused(one.exchange.write_for_all, blocked) == "file-not-written"
    assert ledger(one, other).sent == 1
    enter(one, "李四")
    (written,) = write(one, tmp_path / "elsewhere")
    assert (written.number, header_of(written.path).former != "") == (2, True)
    (told,) = take(other, written.path)
    assert (told.refused, told.is_whole) == (None, True)
    assert names(other) == {"张三", "李四"}
    assert one.exchange.state_hash() == other.exchange.state_hash()


def test_the_marker_beside_the_store_is_renewed_before_a_file_goes_out(pair, blocked):
    one, _ = pair
    former = read_marker(one.home.site)
    assert refused(one.exchange.write_for_all, blocked) == "file-not-written"
    with one.store.reading() as tx:
        latter = read_marker(one.home.site)
        assert latter.extent == tx.exchange.sites.extent()
        assert latter.site == tx.exchange.sites.own()[1]
    assert former is None or former.extent < latter.extent


def test_the_marker_knows_of_what_was_taken_in(pair, file):
    _, other = pair
    take(other, file)
    with other.store.reading() as tx:
        assert read_marker(other.home.site).extent == tx.exchange.sites.extent()


@pytest.mark.parametrize("phase", ["reading-file", "laying-out", "judging", "writing", "deriving"])
def test_stopped_while_taking_in_nothing_is_left(pair, file, phase):
    _, other = pair
    before = state(other)
    with pytest.raises(CancelledError):
        other.exchange.take_in([file], Impatient(phase))
    assert state(other) == before
    assert names(other) == set()
    enter(other, "冯云")
    assert take(other, file)[0].refused is None
    assert names(other) == {"张三", "冯云"}
    assert other.checks.check().is_well


def test_stopped_before_writing_nothing_is_left(pair, stick):
    one, other = pair
    enter(one, "张三")
    before = state(one)
    with pytest.raises(CancelledError):
        one.exchange.write_for_all(stick, Impatient("writing-file"))
    assert (state(one), list(stick.iterdir())) == (before, [])
    assert ledger(one, other).sent == 0


def test_the_file_before_the_one_that_is_stopped_stays_taken_in(pair, stick):
    one, other = pair
    paths = []
    for name in ("张三", "李四"):
        enter(one, name)
        paths.append(write(one, stick)[0].path)
    with pytest.raises(CancelledError):
        other.exchange.take_in(paths, Impatient("reading-file", passing=1))
    assert names(other) == {"张三"}
    assert [path.name for path in other.exchange.files_for_us(stick)] == [paths[1].name]


def test_writing_and_taking_in_are_told_in_the_audit(pair, stick):
    one, other = pair
    enter(one, "张三")
    (written,) = write(one, stick)
    (told,) = take(other, written.path)
    assert lines(one, "exchange:file:written") == [
        (own(other).id, {"number": 1, **written.counts})
    ]
    assert lines(other, "exchange:file:taken-in") == [
        (
            own(one).id,
            {"number": 1, "added": told.added, "changed": 0, "conflicts": 0, "removed": 0},
        )
    ]
    take(other, written.path)
    assert count(other, "exchange:file:taken-in") == 1


def test_both_are_kept_in_the_list_of_files(pair, file):
    one, other = pair
    take(other, file)
    for station, direction in ((one, "out"), (other, "in")):
        with station.store.reading() as tx:
            (line,) = tx.exchange.files.latest()
        assert (line.direction, line.number, line.sha256) == (direction, 1, digest_of(file))
        assert line.name == file.name


def test_a_hub_gives_no_settings_on(places, stick):
    hub = places.make("街道", DeviceKind.HUB)
    one = places.make("站", DeviceKind.STATION)
    places.acquaint(hub, one)
    hub.settings.change(name="街道办")
    one.settings.change(name="石板社区服务站")
    exchange_until_quiet(one, hub, stick)
    assert one.settings.current().name == "石板社区服务站"
