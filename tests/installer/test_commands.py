from __future__ import annotations

from pathlib import Path

import pytest

from installer import commands, dev
from station_app.domain.passphrases import problems_with_passphrase


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_these_pythons_will_do(version):
    assert dev.complaint_about(version) == ""


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 14)])
def test_other_pythons_are_refused_by_name(version):
    complaint = dev.complaint_about(version)
    assert "3.11, 3.12 or 3.13" in complaint
    assert f"this is Python {version[0]}.{version[1]}." in complaint


@pytest.mark.parametrize(
    ("environ", "system", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_a_screen_is_told_by_the_session(environ, system, seen):
    assert commands.has_screen(environ, system) is seen


def test_the_demo_lives_beside_a_real_station():
    linux = commands.demo_home({"XDG_DATA_HOME": "/data"}, "linux")
    windows = commands.demo_home({"LOCALAPPDATA": "/local"}, "win32")
    assert (linux, windows) == (Path("/data/station-demo"), Path("/local/Station-demo"))


def test_without_a_screen_qt_draws_nowhere():
    assert commands.surroundings({}, screen=False)["QT_QPA_PLATFORM"] == "offscreen"
    assert "QT_QPA_PLATFORM" not in commands.surroundings({}, screen=True)


def test_another_pythons_home_is_not_passed_on():
    assert "PYTHONHOME" not in commands.surroundings({"PYTHONHOME": "/else"}, screen=True)


def test_long_tests_are_run_only_when_asked_for():
    assert "-m ''" not in repr(commands.checks("python", [], slow=False))
    assert commands.checks("python", ["-x"], slow=True)["tests"][-3:] == ["-m", "", "-x"]


@pytest.mark.parametrize(
    ("arguments", "command", "rest"),
    [
        (["run"], "run", []),
        (["run", "find", "--limit", "3"], "run", ["find", "--limit", "3"]),
        (["test", "--slow", "tests/domain", "-x"], "test", ["tests/domain", "-x"]),
    ],
)
def test_what_is_not_ours_goes_to_the_program(arguments, command, rest):
    asked, left = commands.parsed(arguments)
    assert (asked.command, left) == (command, rest)


def test_the_program_accepts_the_secret_of_the_demo():
    assert problems_with_passphrase(commands.DEMO_PASSPHRASE) == ()


def test_a_demo_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    home = tmp_path / "demo"
    (tmp_path / "demo.unfinished").mkdir()
    monkeypatch.setattr(commands, "call", lambda command, variables: 5)
    assert commands.make_demo(["station"], home, {}) == 5
    assert not home.exists()


def test_a_finished_demo_takes_its_place(tmp_path, monkeypatch):
    home = tmp_path / "demo"
    monkeypatch.setattr(commands, "call", lambda command, _: Path(command[2]).mkdir() or 0)
    assert commands.make_demo(["station"], home, {}) == 0
    assert home.is_dir()


def test_every_check_is_run_and_the_first_failure_counts(monkeypatch, capsys):
    ends = {"ruff": 3, "mypy": 2, "pytest": 0}
    place = commands.Environment(Path("unused"))
    monkeypatch.setattr(commands, "set_up", lambda lock: place)
    monkeypatch.setattr(commands, "call", lambda command, variables: ends[command[2]])
    assert commands.test([], slow=False) == 3
    told = capsys.readouterr().out
    assert [line.split()[:2] for line in told.splitlines()[-4:]] == [
        ["lint", "FAILED"],
        ["format", "FAILED"],
        ["types", "FAILED"],
        ["tests", "passed"],
    ]


@pytest.mark.parametrize(("alone", "verdict"), [(0, "passed"), (1, "FAILED")])
def test_what_failed_in_the_crowd_is_tried_once_more_alone(monkeypatch, capsys, alone, verdict):
    def call(command, _variables):
        if command[2] != "pytest":
            return 0
        return alone if "--last-failed" in command else 1

    monkeypatch.setattr(commands, "set_up", lambda lock: commands.Environment(Path("unused")))
    monkeypatch.setattr(commands, "call", call)
    assert commands.test([], slow=False) == alone
    told = capsys.readouterr().out
    assert "once more and alone" in told
    assert told.splitlines()[-1].split()[:2] == ["tests", verdict]
