from __future__ import annotations

import getpass
import sys

import pytest

from station_app.domain.paper_keys import read_paper_key
from station_app.services.access import AccessService
from tests.homes import PASSPHRASE
from tests.ui.cli.conftest import CODE

NAMED = ("init", "--name", "石头城社区服务站", "--code", CODE)


class Terminal:
    """A terminal on which answers are typed."""

    def __init__(self, *answers):
        self._answers = list(answers)

    def isatty(self):
        return True

    def ask(self, _question):
        return self._answers.pop(0)


@pytest.fixture
def typed(monkeypatch):
    def type_in(*answers):
        terminal = Terminal(*answers)
        monkeypatch.delenv("STATION_PASSPHRASE")
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setattr(getpass, "getpass", terminal.ask)
        monkeypatch.setattr("ui.cli.passphrase.getpass", terminal.ask)

    return type_in


def test_station_is_founded_empty(at_new_home):
    code, told = at_new_home.json(*NAMED)
    assert (code, told["people"]) == (0, 0)
    station = at_new_home.station()
    settings = station.settings.current()
    station.close()
    assert (settings.station_id, settings.name) == (told["station"], "石头城社区服务站")
    assert not settings.is_demo


def test_paper_key_told_opens_the_station(at_new_home, new_home):
    _, told = at_new_home.json(*NAMED)
    opened = AccessService().unlock_with_paper(new_home, told["paper_key"])
    assert opened == AccessService().unlock(new_home, PASSPHRASE)


def test_people_are_told_the_paper_key_in_groups(at_new_home):
    _, out, _ = at_new_home(*NAMED)
    last = out.splitlines()[-1]
    assert len(last.split()) == 9
    assert read_paper_key(last)


def test_demo_station_is_filled_and_says_so(at_new_home):
    _, told = at_new_home.json(*NAMED, "--demo", "30")
    assert told["people"] == 30
    station = at_new_home.station()
    settings = station.settings.current()
    station.close()
    assert settings.is_demo
    assert settings.clerk


def test_second_station_in_the_same_folder_is_refused(command):
    code, told = command.json(*NAMED)
    assert (code, told["refused"]) == (3, "station-exists")


@pytest.mark.parametrize(
    "words", [("--name", " ", "--code", CODE), ("--name", "某", "--code", "社区")]
)
def test_wrong_particulars_leave_no_folder_behind(at_new_home, new_home, words):
    code, told = at_new_home.json("init", *words)
    assert code == 3
    assert told["problems"]
    assert not new_home.root.exists()


def test_weak_passphrase_is_refused(at_new_home, new_home, monkeypatch):
    monkeypatch.setenv("STATION_PASSPHRASE", "short")
    code, told = at_new_home.json(*NAMED)
    assert (code, told["refused"]) == (3, "validation.failed")
    assert not new_home.database.exists()


def test_passphrase_is_asked_for_twice(at_new_home, typed, monkeypatch, new_home):
    typed(PASSPHRASE, PASSPHRASE)
    code, _ = at_new_home.json(*NAMED)
    assert code == 0
    assert AccessService().unlock(new_home, PASSPHRASE)


def test_two_different_passphrases_are_refused(at_new_home, typed, new_home):
    typed(PASSPHRASE, PASSPHRASE + "x")
    code, told = at_new_home.json(*NAMED)
    assert (code, told["problems"]) == (3, [{"field": "passphrase", "code": "differs"}])
    assert not new_home.database.exists()
