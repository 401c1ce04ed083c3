from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from station_app.bootstrap import open_station
from station_app.domain.access.roles import Role
from station_app.services.access import AccessService
from station_app.shipped import RESOURCES
from tests.homes import CHEAP, PASSPHRASE
from tests.staffed import employ


def test_wrong_passphrase_is_told_as_such(command, monkeypatch):
    monkeypatch.setenv("STATION_PASSPHRASE", "Autumn-Willow-8")
    code, told = command.json("check")
    assert (code, told["error"]) == (5, "store.wrong-passphrase")


def test_missing_station_is_told_as_such(at_new_home):
    code, told = at_new_home.json("check")
    assert (code, told["error"]) == (5, "store.missing")


def test_damaged_keys_are_told_as_such(at_new_home, filled_home, new_home):
    new_home.root.mkdir()
    new_home.database.write_bytes(filled_home.database.read_bytes())
    new_home.keys.write_bytes(filled_home.keys.read_bytes()[:-40])
    code, told = at_new_home.json("check")
    assert (code, told["error"]) == (5, "store.keys-damaged")


def test_damaged_database_is_told_as_such(at_new_home, filled_home, new_home):
    new_home.root.mkdir()
    content = bytearray(filled_home.database.read_bytes())
    content[100:4000] = bytes(3900)
    new_home.database.write_bytes(content)
    new_home.keys.write_bytes(filled_home.keys.read_bytes())
    new_home.anchor.write_bytes(filled_home.anchor.read_bytes())
    code, told = at_new_home.json("check")
    assert (code, told["error"]) == (5, "store.damaged")


def test_store_of_a_newer_program_is_told_as_such(at_new_home, filled_home, new_home):
    new_home.root.mkdir()
    new_home.database.write_bytes(filled_home.database.read_bytes())
    new_home.keys.write_bytes(filled_home.keys.read_bytes())
    station = at_new_home.station()
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    station.close()
    code, told = at_new_home.json("check")
    assert (code, told["error"]) == (5, "store.too-new")


def test_without_passphrase_and_terminal_the_usage_is_wrong(command, monkeypatch):
    monkeypatch.delenv("STATION_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    code, told = command.json("check")
    assert (code, told["error"]) == (2, "passphrase.missing")
    assert "STATION_PASSPHRASE" in told["say"]


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("init",),
        ("certificate", "residence", "--name", "某"),
        ("import", "residents"),
        ("import", "residents", "a.xlsx", "--undo", "b"),
        ("--lang", "fr", "check"),
        ("check", "--passphrase", "x"),
    ],
)
def test_wrong_usage_ends_with_two_and_json_says_why(command, capsys, words):
    with pytest.raises(SystemExit) as ended:
        command.json(*words)
    assert ended.value.code == 2
    assert json.loads(capsys.readouterr().out)["error"] == "usage"


def test_refusal_for_people_goes_to_standard_error(command, monkeypatch):
    monkeypatch.setenv("STATION_PASSPHRASE", "Autumn-Willow-8")
    code, out, err = command("check")
    assert (code, out) == (5, "")
    assert "passphrase" in err


def test_options_may_stand_before_and_after_the_command(command):
    assert command.json("find", "王", "--lang", "zh")[0] == 0


def run(code):
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=RESOURCES.parent,
    )


def test_command_loads_neither_widgets_nor_paper_nor_spreadsheets(filled_home):
    ended = run(
        "import sys; from ui.cli.main import main\n"
        f"code = main(['--home', {str(filled_home.root)!r}, 'find', '王', '--json'])\n"
        "heavy = {'PySide6.QtWidgets', 'PySide6.QtGui', 'reportlab', 'xlsxwriter', 'pypdfium2'}\n"
        "print(sorted(heavy & set(sys.modules)), code)"
    )
    assert ended.stdout.splitlines()[-1] == "[] 0"


def test_fault_is_told_without_messages(filled_home):
    ended = run(
        "from ui.cli import people; from ui.cli.main import main\n"
        "def fail(*_): raise KeyError('110000199001010013')\n"
        "people._result = fail\n"
        f"main(['--home', {str(filled_home.root)!r}, 'find', '王', '--json'])"
    )
    assert ended.returncode == 1
    assert "KeyError" in ended.stderr
    assert "110000199001010013" not in ended.stderr + ended.stdout


@pytest.fixture
def shared(at_new_home):
    """A station at which two people work."""
    at_new_home("init", "--name", "幸福里", "--code", "320000009001", "--clerk", "王小明")
    access = AccessService(CHEAP)
    key = access.unlock(at_new_home.home, PASSPHRASE)
    station = open_station(at_new_home.home, key)
    employ(station, access, key, "李雪梅", Role.AUDITOR, passphrase="Pink horse 12")
    station.close()
    return at_new_home


def test_where_several_work_somebody_has_to_be_named(shared):
    code, told = shared.json("check")
    assert (code, told["refused"]) == (3, "access.who")


def test_whoever_is_named_signs_in_by_his_own_passphrase(shared, monkeypatch):
    assert shared("check", "--user", "王小明")[0] == 0
    monkeypatch.setenv("STATION_PASSPHRASE", "Pink horse 12")
    monkeypatch.setenv("STATION_USER", "李雪梅")
    assert shared("check")[0] == 0
    code, told = shared.json("find", "王")
    assert (code, told["refused"]) == (3, "access.not-permitted")


def test_a_name_nobody_has_is_told_as_such(shared):
    code, told = shared.json("--user", "赵敏", "check")
    assert (code, told["refused"]) == (3, "access.nobody")


def test_the_founder_is_called_as_it_was_said(shared):
    people = AccessService(CHEAP).people(shared.home)
    assert [person.name for person in people] == ["王小明", "李雪梅"]
