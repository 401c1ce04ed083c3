from __future__ import annotations

import os
import sys

import pytest

from station_app.domain.residents.filters import ResidentFilter
from ui.cli.carrying import UNHEARD
from ui.cli.main import main


@pytest.fixture
def somebody(command):
    """A resident with a phone and a document."""
    station = command.station()
    lines = station.lists.lines(station.lists.keys(ResidentFilter()))
    line = next(line for line in lines.values() if line.phone and line.number)
    resident = station.residents.resident(line.id)
    station.close()
    return resident


def test_somebody_is_found_by_name_with_masked_numbers(command, somebody):
    code, told = command.json("find", somebody.particulars.name)
    found = next(result for result in told["results"] if result["key"] == somebody.id)
    assert code == 0
    assert found["kind"] == "resident"
    assert found["name"] == somebody.particulars.name
    assert found["address"] == somebody.living_text
    assert "****" in found["number"]
    assert "****" in found["phone"]


def test_no_more_are_found_than_asked_for(command):
    _, told = command.json("find", "幸福里", "--limit", "3")
    assert len(told["results"]) == 3


def test_a_home_and_its_household_are_found_as_themselves(command, somebody):
    _, told = command.json("find", somebody.living_text)
    dwelling = next(each for each in told["results"] if each["kind"] == "dwelling")
    assert dwelling["key"] == somebody.living.dwelling_id
    assert dwelling["name"] == dwelling["address"] == somebody.living_text
    _, file = command.json("person", somebody.id)
    number = file["household"]["particulars"]["number"]
    _, told = command.json("find", number)
    household = next(each for each in told["results"] if each["kind"] == "household")
    assert (household["key"], household["name"]) == (somebody.household_id, number)
    assert household["number"] == number
    assert household["address"] == file["household"]["address"]
    heads = {member["name"] for member in file["household"]["members"][:1]}
    assert household["holder"] in heads
    assert number in command("find", number)[1]


def test_nothing_found_is_no_failure(command):
    assert command.json("find", "没有这个人") == (0, {"results": []})
    assert command("find", "没有这个人")[1] == "Nothing found.\n"


@pytest.mark.parametrize("limit", ["0", "x", "-1"])
def test_senseless_limit_is_wrong_usage(command, limit):
    with pytest.raises(SystemExit) as ended:
        command("find", "王", "--limit", limit)
    assert ended.value.code == 2


def test_file_is_told_masked(command, somebody):
    code, told = command.json("person", somebody.id)
    assert code == 0
    assert (told["key"], told["name"]) == (somebody.id, somebody.particulars.name)
    assert told["household"]["members"]
    everything = str(told)
    assert somebody.documents[0].number not in everything
    assert somebody.particulars.phone not in everything


def test_file_for_people_names_codes_and_masks_too(command, somebody):
    _, out, _ = command("person", somebody.id)
    assert somebody.particulars.name in out
    assert "汉族" in out or "族" in out
    assert somebody.documents[0].number not in out


def test_numbers_in_full_are_noted_in_the_audit(command, somebody):
    _, told = command.json("person", somebody.id, "--show")
    assert told["person"]["documents"][0]["number"] == somebody.documents[0].number
    assert told["person"]["particulars"]["phone"] == somebody.particulars.phone
    station = command.station()
    with station.store.reading() as tx:
        shown = tx.audit.count("resident:phone:shown"), tx.audit.count("resident:document:shown")
    station.close()
    assert min(shown) > 0


def test_former_phone_in_the_history_stays_masked(command):
    station = command.station()
    keys = [line.id for line in station.lists.lines(station.lists.keys(ResidentFilter())).values()]
    changes = {key: station.lists.file(key).history for key in keys}
    station.close()
    key, history = next((key, history) for key, history in changes.items() if history)
    _, told = command.json("person", key)
    assert told["history"][0]["field"] == "phone"
    assert "****" in told["history"][0]["before"]
    assert history[0].before not in str(told)


def test_unknown_key_is_not_found(command):
    code, told = command.json("person", "0" * 32)
    assert (code, told["error"]) == (4, "record.not-found")
    assert told["say"]


def test_nobody_listening_any_more_is_no_fault(filled_home, monkeypatch):
    listener, speaker = os.pipe()
    os.close(listener)
    with os.fdopen(speaker, "w", buffering=1, encoding="utf-8") as unheard:
        monkeypatch.setattr(sys, "stdout", unheard)
        assert main(["--home", str(filled_home.root), "find", "li"]) == UNHEARD
