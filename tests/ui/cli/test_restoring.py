"""``station restore`` and the second places of ``station backup``."""

from __future__ import annotations

import shutil

import pytest

from station_app.services.access import StationHome
from ui.cli.restoring import NEWEST


@pytest.fixture
def own(filled_home, tmp_path, capsys, command):
    """Commands on a station of one's own with people."""
    shutil.copytree(filled_home.root, tmp_path / "own")
    return type(command)(StationHome(tmp_path / "own"), capsys)


def test_a_second_place_is_chosen_and_gets_the_backup(own, stick):
    code, told = own.json("backup", "--place", stick, "--name", "blue")
    assert code == 0
    assert [(each["name"], each["trouble"]) for each in told["places"]] == [("blue", "")]
    _, out, _ = own("backup")
    assert "Also on blue, read back." in out
    shutil.rmtree(stick)
    _, out, _ = own("backup")
    assert "Not on blue" in out


def test_the_backups_are_listed_with_why_and_how_they_are(own):
    own("backup")
    _, told = own.json("restore", "list")
    newest = told["backups"][0]
    assert (newest["why"], newest["state"], newest["people"]) == ("by-hand", "untouched", 250)


def test_what_would_change_is_shown_and_nothing_is_changed(own):
    own("backup")
    before = own.home.database.read_bytes()
    code, told = own.json("restore", "show")
    assert code == 0
    assert told["lost"]["added"]["people"] == 0
    assert told["present"]["figures"]["people"] == 250
    assert own.home.database.read_bytes() == before


def test_a_backup_is_restored_by_name_and_the_former_store_put_back(own):
    _, told = own.json("backup")
    name = told["backup"].rpartition("/")[2]
    code, told = own.json("restore", "do", name)
    assert (code, told["people"]) == (0, 250)
    code, told = own.json("restore", "do", told["kept"])
    assert (code, told["people"]) == (0, 250)
    assert own.json("check")[1]["integrity"] == "ok"


def test_a_new_computer_is_restored_from_the_stick_by_the_paper_key(
    at_new_home, new_home, stick, monkeypatch, tmp_path, capsys
):
    _, told = at_new_home.json("init", "--name", "石桥", "--code", "320000009001")
    at_new_home("backup", "--place", stick)
    other = type(at_new_home)(StationHome(tmp_path / "another computer"), capsys)
    monkeypatch.setenv("STATION_PAPER_KEY", told["paper_key"])
    code, told = other.json("restore", "do", NEWEST, "--paper", "--look-in", stick)
    assert (code, told["kept"]) == (0, "")
    assert other.json("check")[1]["integrity"] == "ok"


def test_a_backup_that_is_not_there_is_not_found(own):
    code, _ = own.json("restore", "do", "station-20200101T000000Z.db")
    assert code == 4


def test_a_check_tells_the_last_backup_and_the_last_drill(own):
    _, out, _ = own("check")
    assert "Last test with the paper key: never" in out
    made = own.json("backup")[1]["backup"]
    moment = own.json("check")[1]["backup"]
    assert moment.replace("-", "").replace(":", "") in made
