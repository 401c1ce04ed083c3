"""A station, a laptop with one grid, a desk and a hub, by commands and files alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from station_app.domain.residents.filters import ResidentFilter
from tests.factories import a_resident
from tests.ui.cli.conftest import CommandLine
from tests.ui.cli.test_devices import enrol, founded, furnish

__all__ = ["founded"]  # the fixture


@pytest.fixture
def main(founded, capsys):
    return CommandLine(founded("main", furnish), capsys)


@pytest.fixture
def device(founded, capsys, main, tmp_path):
    """Make devices that are enrolled already."""

    def make(name, *holds, kind):
        line = CommandLine(founded(name), capsys)
        letters = tmp_path / f"{name}.strequest", tmp_path / f"{name}.stgrant"
        enrol(main, line, letters, *holds, kind=kind)
        return line

    return make


@pytest.fixture
def desk(device):
    return device("desk", kind="desk")


@pytest.fixture
def laptop(device):
    return device("laptop", "--grids", "01", kind="laptop")


def written(line, stick, to="all"):
    code, told = line.json("sync", "export", "--to", to, "--out", stick)
    assert code == 0, told
    return [each["file"] for each in told["files"]]


def carry(line, other, stick):
    """Take what *line* has written for *other* there; return what is told of each file."""
    told = []
    for file in written(line, stick):
        code, each = other.json("sync", "apply", file)
        if each["refused"] is None or each["refused"]["code"] != "not-for-this-device":
            assert code == 0, each
            told.append(each)
    return told


def names(line):
    station = line.station()
    with station.store.reading() as tx:
        found = tx.session.connection().exec_driver_sql("SELECT name FROM resident").scalars()
        kept = set(found)
    station.close()
    return kept


def work(line, *names, number=""):
    station = line.station()
    for name in names:
        a_resident(station, name, number=number, address="幸福里1幢1单元102")
    station.close()


def state(line):
    return line.json("sync", "status")[1]["state_hash"]


def test_a_desk_holds_what_the_station_holds(main, desk, stick):
    (told,) = carry(main, desk, stick)
    assert set(told) >= {
        *("file", "from", "number", "added", "changed", "conflicts", "parked", "refused"),
        "state_hash",
    }
    assert (told["from"], told["number"], told["conflicts"]) == ("石板社区服务站", 1, 0)
    assert told["added"] > 5
    assert told["parked"] == 0
    assert told["refused"] is None
    assert told["state_hash"] == state(main) == state(desk)
    work(desk, "冯云")
    carry(desk, main, stick)
    assert "冯云" in names(main)
    assert state(main) == state(desk)


def test_a_laptop_holds_its_grid_only_and_brings_its_visits(main, laptop, stick):
    carry(main, laptop, stick)
    assert names(laptop) == {"周文"}
    work(laptop, "冯云")
    carry(laptop, main, stick)
    assert names(main) == {"周文", "吴敏", "冯云"}
    carry(main, laptop, stick)
    _, told = laptop.json("sync", "status")
    assert (told["unsent"], told["unconfirmed"], told["waiting"]) == (0, 0, 0)


def test_a_hub_holds_everything(main, device, stick):
    hub = device("hub", "--hub", kind="hub")
    carry(main, hub, stick)
    assert names(hub) == {"周文", "吴敏"}
    assert state(hub) == state(main)


def test_several_files_are_told_together(main, desk, stick):
    files = written(main, stick)
    work(main, "冯云")
    files += written(main, stick)
    code, told = desk.json("sync", "apply", *reversed(files))
    assert code == 0
    assert [each["number"] for each in told["files"]] == [1, 2]
    assert told["state_hash"] == state(main)


def test_a_file_taken_in_twice_is_refused_and_changes_nothing(main, desk, stick):
    (file,) = written(main, stick)
    desk.json("sync", "apply", file)
    before = state(desk)
    code, told = desk.json("sync", "apply", file)
    assert (code, told["refused"]["code"]) == (3, "taken-in-before")
    assert "taken in before" in told["refused"]["say"]
    assert told["state_hash"] == before


@pytest.mark.parametrize(
    ("spoil", "codes"),
    [
        (lambda data: data[:-1], {"cut"}),
        (lambda data: data[: len(data) // 2], {"cut"}),
        (lambda data: data[:3], {"cut", "not-a-sync-file"}),
        (lambda data: data[:-40] + bytes([data[-40] ^ 1]) + data[-39:], {"altered"}),
        (lambda _: b"PK" + bytes(99), {"not-a-sync-file"}),
    ],
    ids=["a byte short", "half", "three bytes", "altered", "something else"],
)
def test_a_spoilt_file_is_refused_and_changes_nothing(main, desk, stick, spoil, codes):
    (file,) = written(main, stick)
    before = state(desk)
    spoilt = stick / "spoilt.stsync"
    spoilt.write_bytes(spoil(Path(file).read_bytes()))
    code, told = desk.json("sync", "apply", spoilt)
    assert code == 3
    assert told["refused"]["code"] in codes
    assert told["refused"]["say"]
    assert (told["added"], told["state_hash"]) == (0, before)
    assert desk.json("sync", "apply", file)[0] == 0


def test_a_foreign_file_is_refused(main, desk, laptop, stick):
    files = written(main, stick)
    refusals = [desk.json("sync", "apply", file)[1]["refused"] for file in files]
    assert [each["code"] for each in refusals if each] == ["not-for-this-device"]


def test_an_unknown_sender_is_refused(main, desk, stick):
    carry(main, desk, stick)
    carry(desk, main, stick)
    work(desk, "冯云")
    files = written(desk, stick)
    station = main.station()
    with station.store.transaction() as tx:
        tx.exchange.devices.forget(station.devices.devices()[0].id)
    station.close()
    code, told = main.json("sync", "apply", *files)
    assert (code, told["refused"]["code"]) == (3, "unknown-sender")


def test_a_suspended_device_is_refused_until_it_is_resumed(main, desk, stick):
    carry(main, desk, stick)
    work(desk, "冯云")
    files = written(desk, stick)
    main.json("device", "suspend", "平板")
    code, told = main.json("sync", "apply", *files)
    assert (code, told["refused"]["code"]) == (3, "sender-suspended")
    assert "平板" in told["refused"]["say"]
    assert "冯云" not in names(main)
    code, told = main.json("sync", "export", "--to", "平板", "--out", stick)
    assert (code, told["refused"]) == (3, "sync.device-not-active")
    main.json("device", "resume", "平板")
    assert main.json("sync", "apply", *files)[0] == 0
    assert "冯云" in names(main)


def test_a_desk_put_back_from_a_copy_goes_on_and_loses_nothing(main, desk, stick, tmp_path):
    carry(main, desk, stick)
    copy = tmp_path / "copy.db"
    shutil.copyfile(desk.home.database, copy)
    work(desk, "冯云")
    carry(desk, main, stick)
    shutil.copyfile(copy, desk.home.database)
    code, told = desk.json("check")
    assert (code, told["error"]) == (5, "store.rolled-back")
    assert desk.json("check", "--as-it-is")[0] == 0
    work(desk, "褚平")
    carry(desk, main, stick)
    carry(main, desk, stick)
    assert {"冯云", "褚平"} <= names(main)
    assert names(desk) == names(main)
    assert state(desk) == state(main)


def test_a_file_of_a_set_back_sender_is_refused(main, desk, stick, tmp_path):
    """The marker beside the store is put back too, so that nothing there tells of it."""
    carry(main, desk, stick)
    former = tmp_path / "former"
    shutil.copytree(desk.home.root, former)
    work(desk, "冯云")
    carry(desk, main, stick)
    shutil.copytree(former, desk.home.root, dirs_exist_ok=True)
    work(desk, "褚平")
    (file,) = written(desk, stick / "again")
    before = state(main)
    code, told = main.json("sync", "apply", file)
    assert (code, told["refused"]["code"]) == (3, "sender-set-back")
    assert told["state_hash"] == before


def test_a_file_that_came_too_early_is_told_and_heals(main, desk, stick):
    carry(main, desk, stick)
    carry(desk, main, stick)
    early, late = [], []
    work(main, "冯云")
    early = written(main, stick)
    station = main.station()
    with station.store.transaction() as tx:
        key = station.devices.devices()[0].id
        tx.exchange.peers.acknowledge(key, tx.exchange.sites.counter())
    station.close()
    work(main, "褚平")
    late = written(main, stick)
    code, told = desk.json("sync", "apply", *late)
    assert (code, told["is_whole"]) == (0, False)
    _, out, _ = desk("sync", "status")
    assert out
    code, told = desk.json("sync", "apply", *early)
    assert (code, told["is_whole"]) == (0, True)
    assert {"冯云", "褚平"} <= names(desk)


def test_a_missing_file_and_a_missing_device_are_not_found(main, stick):
    code, told = main.json("sync", "apply", stick / "nothing.stsync")
    assert (code, told["error"]) == (4, "file-missing")
    code, told = main.json("sync", "export", "--to", "nobody", "--out", stick)
    assert (code, told["error"]) == (4, "record.not-found")
    code, told = main.json("sync", "undo", "0" * 64)
    assert (code, told["error"]) == (4, "record.not-found")


def test_nothing_new_writes_nothing(main, desk, stick):
    carry(main, desk, stick)
    carry(desk, main, stick)
    carry(main, desk, stick)
    carry(desk, main, stick)
    assert written(main, stick) == []
    _, out, _ = main("sync", "export", "--to", "all", "--out", stick)
    assert out == "There is nothing to send.\n"


def test_a_file_is_taken_back_by_its_name_or_digest(main, desk, stick):
    carry(main, desk, stick)
    before = names(main)
    for how in ("sha256", "file"):
        work(desk, f"冯{how[0]}")
        told = carry(desk, main, stick)
        (told,) = told
        code, undone = main.json("sync", "undo", told[how])
        assert (code, undone["undone"]) == (0, told["sha256"])
        station = main.station()
        assert {line.name for line in lines(station)} == before
        station.close()
        code, undone = main.json("sync", "undo", told[how])
        assert (code, undone["refused"]) == (3, "sync.undone")


def test_what_two_have_entered_is_told_masked(main, desk, stick):
    carry(main, desk, stick)
    carry(desk, main, stick)
    for line, phone in ((main, "13800005678"), (desk, "13900005678")):
        station = line.station()
        key = next(each.id for each in lines(station) if each.name == "周文")
        resident = station.residents.resident(key)
        draft = type(resident.particulars)(name="周文", phone=phone)
        station.residents.correct(key, draft, version=resident.version)
        station.close()
    (told,) = carry(desk, main, stick)
    assert told["conflicts"] == 1
    code, told = main.json("sync", "conflicts")
    assert (code, told["count"]) == (0, 1)
    (conflict,) = told["conflicts"]
    assert (conflict["table"], conflict["field"]) == ("resident", "phone")
    assert {each["value"] for each in conflict["values"]} == {"138****5678", "139****5678"}
    _, out, _ = main("sync", "conflicts")
    assert "周文" in out
    assert "13800005678" not in out


def test_commands_speak_to_people_too(main, desk, stick):
    _, out, _ = main("sync", "export", "--to", "平板", "--out", stick)
    assert out.startswith("File 1 for 平板")
    (file,) = stick.glob("*.stsync")
    _, out, _ = desk("sync", "apply", file)
    assert "records added" in out
    _, out, _ = desk("sync", "apply", file)
    assert "taken in before" in out
    _, out, _ = desk("sync", "conflicts")
    assert out == "Nothing waits for a decision.\n"


def lines(station):
    return station.lists.lines(station.lists.keys(ResidentFilter())).values()
