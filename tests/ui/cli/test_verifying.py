"""``station verify`` and ``station verify-page``."""

from __future__ import annotations

import pytest

from station_app.domain.residents.filters import ResidentFilter
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import keywords_of


@pytest.fixture
def paper(command):
    return issued(command)


def issued(command):
    station = command.station()
    lines = station.lists.lines(station.lists.keys(ResidentFilter())).values()
    cards = (station.certificates.card(line.id) for line in lines)
    card = next(card for card in cards if card.obstacle is None)
    request = ResidenceRequest(resident_id=card.resident.id, purpose="子女入学")
    issued = station.certificates.issue(request).value
    station.close()
    return issued


def test_a_file_is_verified(command, paper, tmp_path):
    file = tmp_path / "证明.pdf"
    file.write_bytes(paper.pdf)
    code, told = command.json("verify", file)
    assert (code, told["verdict"], told["number"]) == (0, "valid", paper.number)
    assert told["facts"]["用途"] == "子女入学"


def test_digits_are_verified(command, paper):
    digits = keywords_of(paper.pdf)
    code, told = command.json("verify", digits)
    assert (code, told["verdict"]) == (0, "valid")
    wrong = str((int(digits[90]) + 1) % 10)
    code, told = command.json("verify", digits[:90] + wrong + digits[91:])
    assert (code, told) == (3, {"verdict": "misread"})


def test_a_void_one_ends_with_three(command, paper):
    station = command.station()
    station.certificates.void(paper.id, "写错", version=1)
    station.close()
    code, told = command.json("verify", keywords_of(paper.pdf))
    assert (code, told["verdict"]) == (3, "revoked")
    assert told["revoked_on"]


@pytest.mark.parametrize("what", ["86123", "no-such-file.pdf"])
def test_what_is_neither_is_told(command, what):
    code, _ = command.json("verify", what)
    assert code != 0


def test_the_page_is_written(command, paper, tmp_path):
    out = tmp_path / "核验.html"
    code, told = command.json("verify-page", out)
    assert (code, told["keys"]) == (0, 1)
    assert out.read_bytes().startswith(b"<!DOCTYPE html>")
    assert told["bytes"] == out.stat().st_size


def test_a_folder_that_is_not_there_is_told_before_anything_is_noted(command, tmp_path):
    code, told = command.json("verify-page", tmp_path / "none" / "a.html")
    assert (code, told["error"]) == (4, "file-not-written")


def test_a_withdrawn_key_is_listed_and_its_papers_of_the_register_hold(copy):
    paper = issued(copy)
    signer = copy.json("verify", keywords_of(paper.pdf))[1]["key"]
    code, told = copy.json("key", "withdraw", signer, "--reason", "设备遗失")
    assert code == 0
    keys = {each["key"]: each for each in copy.json("key", "list")[1]["keys"]}
    assert keys[signer]["withdrawn"]
    assert keys[signer]["papers"] == told["confirmed"] >= 1
    assert copy.json("verify", keywords_of(paper.pdf))[1]["verdict"] == "valid"


def test_a_root_is_vouched_for(copy, tmp_path):
    request, voucher = tmp_path / "request.json", tmp_path / "voucher.json"
    code, asked = copy.json("key", "ask", request)
    assert code == 0
    code, told = copy.json("key", "vouch", request, voucher, "--until", "2027-01-01")
    assert (code, told["root"]) == (0, asked["root"])
    assert copy.json("key", "take", voucher) == (0, told)
    assert copy.json("key", "list")[1]["voucher"] == told


def test_the_keys_are_told_in_words(command, paper):
    signer = command.json("verify", keywords_of(paper.pdf))[1]["key"]
    code, told, _ = command("key", "list")
    assert code == 0
    assert any(line.startswith(signer) for line in told.splitlines())
