from __future__ import annotations

import json

import pytest

from station_app.domain.places import GridDraft
from tests.factories import a_resident
from tests.homes import found_home
from tests.ui.cli.conftest import CommandLine


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """Return a maker of stores that cost little to open."""

    def found(name, furnish=lambda _: None):
        return found_home(tmp_path_factory.mktemp(name), furnish)

    return found


def furnish(station):
    station.settings.change(name="石板社区服务站", code="320000009001", word="石社证字")
    for place, name in enumerate(("周文", "吴敏"), 1):
        a_resident(station, name, number="", address=f"幸福里{place}幢1单元101")
        grid = station.places.draw_grid(GridDraft(code=f"0{place}", name=f"第{place}网格")).value
        free = [each.id for each in station.places.buildings() if not each.grid_id]
        station.places.assign(dict.fromkeys(free, grid))


@pytest.fixture
def main(founded, capsys):
    return CommandLine(founded("main", furnish), capsys)


@pytest.fixture
def laptop(founded, capsys):
    return CommandLine(founded("laptop"), capsys)


@pytest.fixture
def letters(tmp_path):
    return tmp_path / "laptop.strequest", tmp_path / "laptop.stgrant"


def enrol(main, device, letters, *holds, kind="laptop"):
    request, grant = letters
    steps = [
        device.json("device", "enrol", "--request", request, "--name", "平板", "--kind", kind),
        main.json("device", "enrol", "--grant", request, "--out", grant, *holds),
        device.json("device", "enrol", "--accept", grant),
    ]
    assert [code for code, _ in steps] == [0, 0, 0], steps
    return [told for _, told in steps]


def test_a_laptop_is_enrolled_unattended(main, laptop, letters):
    requested, granted, accepted = enrol(
        main, laptop, letters, "--grids", "01", "--expires", "2999-12-31"
    )
    assert requested["device"] == granted["device"] == accepted["device"]
    assert requested["fingerprint"] == granted["request_fingerprint"]
    assert granted["fingerprint"] == accepted["fingerprint"]
    assert (granted["scope"], granted["grids"], granted["segment"]) == ("grids", ["01"], 1)
    assert granted["expires_on"] == accepted["expires_on"] == "2999-12-31"
    assert accepted["station"]["name"] == "石板社区服务站"
    assert accepted["is_enrolled"]
    _, listed = main.json("device", "list")
    assert [each["name"] for each in listed["devices"]] == ["平板"]
    assert listed["own"]["kind"] == "station"


def test_the_same_grant_twice_is_no_news(main, laptop, letters):
    enrol(main, laptop, letters, "--all")
    code, told = laptop.json("device", "enrol", "--accept", letters[1])
    assert (code, told["is_news"]) == (0, False)


def test_a_device_is_suspended_resumed_lost_and_retired(main, laptop, letters):
    requested, *_ = enrol(main, laptop, letters, "--all")
    for event, state in (
        ("suspend", "suspended"),
        ("resume", "active"),
        ("lost", "lost"),
        ("retire", "retired"),
    ):
        code, told = main.json("device", event, requested["device"][-6:])
        assert (code, told["state"]) == (0, state)
    code, told = main.json("device", "resume", "平板")
    assert (code, told["refused"]) == (3, "sync.device-state")
    assert "平板" in told["say"]


def test_a_device_that_is_not_there_is_not_found(main):
    code, told = main.json("device", "suspend", "nobody")
    assert (code, told["error"]) == (4, "record.not-found")


def test_a_device_gets_new_numbers(main, laptop, letters):
    enrol(main, laptop, letters, "--all")
    code, told = main.json("device", "renew", "平板")
    assert (code, told["segment"]) == (0, 2)


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("--request", "x", "--kind", "desk"), "--name"),
        (("--request", "x", "--name", "桌面"), "--kind"),
        (("--request", "x", "--name", "桌面", "--kind", "desk", "--all"), "--all"),
        (("--grant", "x"), "--out"),
        (("--grant", "x", "--out", "y", "--name", "z"), "--name"),
        (("--accept", "x", "--expires", "2026-03-09"), "--expires"),
    ],
)
def test_options_of_another_step_are_wrong_usage(main, words, option):
    code, told = main.json("device", "enrol", *words)
    assert (code, told["error"]) == (2, "usage")
    assert option in told["say"]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--request", "x", "--accept", "y"),
        ("--grant", "x", "--out", "y", "--all", "--hub"),
        ("--grant", "x", "--out", "y", "--grids", ","),
        ("--grant", "x", "--out", "y", "--expires", "tomorrow"),
        ("--request", "x", "--name", "y", "--kind", "station"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(main, words, capsys):
    with pytest.raises(SystemExit) as left:
        main("device", "enrol", *words, "--json")
    assert left.value.code == 2
    assert json.loads(capsys.readouterr().out)["error"] == "usage"


def test_a_laptop_does_not_hold_everything_by_accident(main, laptop, letters):
    request, grant = letters
    laptop.json("device", "enrol", "--request", request, "--name", "平板", "--kind", "laptop")
    code, told = main.json("device", "enrol", "--grant", request, "--out", grant)
    assert (code, told["error"]) == (2, "usage")
    assert "--grids" in told["say"]
    code, told = main.json("device", "enrol", "--grant", request, "--out", grant, "--grids", "77")
    assert code == 4
    code, told = main.json("device", "enrol", "--grant", request, "--out", grant, "--hub")
    assert (code, told["refused"]) == (3, "enrol.scope")
    assert not grant.exists()


def test_a_refusal_is_told_with_its_sentence(main, laptop, letters, tmp_path):
    code, told = main.json(
        "device", "enrol", "--request", letters[0], "--name", "x", "--kind", "desk"
    )
    assert (code, told["refused"]) == (3, "enrol.records-here")
    assert "records" in told["say"]
    code, told = laptop.json("device", "enrol", "--accept", tmp_path / "nothing")
    assert (code, told["error"]) == (4, "file-missing")
    enrol(main, laptop, letters, "--all")
    altered = bytearray(letters[1].read_bytes())
    altered[-1] ^= 1
    letters[1].write_bytes(altered)
    code, told = laptop.json("device", "enrol", "--accept", letters[1])
    assert (code, told["refused"]) == (3, "enrol.altered")


def test_people_are_told_in_words(main, laptop, letters):
    request, grant = letters
    _, out, _ = laptop("device", "enrol", "--request", request, "--name", "平", "--kind", "desk")
    assert "Fingerprint of the request" in out
    _, out, _ = main("device", "enrol", "--grant", request, "--out", grant)
    assert "Fingerprint of the grant" in out
    _, out, _ = laptop("device", "enrol", "--accept", grant)
    assert "平 belongs to 石板社区服务站 now." in out
    _, out, _ = main("device", "list")
    assert "desk" in out


def test_a_copy_is_wiped(main, laptop, letters):
    enrol(main, laptop, letters, "--all")
    code, told = laptop.json("device", "wipe")
    assert (code, told["lost"]) == (0, {})
    code, told = main.json("device", "wipe")
    assert (code, told["refused"]) == (3, "sync.wipe-not-a-copy")
