"""What ``installer/dev.py`` can do: ``setup``, ``run`` and ``test``.

Each sees to everything it needs first: the libraries of the system, the
private environment, the packages of the lock file.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from installer import libraries
from installer.environment import Environment
from installer.lock import RUN_LOCK, TEST_LOCK, TOP

if TYPE_CHECKING:
    from collections.abc import Mapping

DEMO_NAME = "幸福里社区综合服务站"
DEMO_CODE = "110000001001"
DEMO_PEOPLE = 2000
DEMO_PASSPHRASE = "Demo-Station-2000"

TOUR_FOLDER = TOP / "build" / "tour"
STORE = "station.db"

SOME_FAILED = 1  # of pytest: they ran, and not all passed
ALONE = ("--last-failed", "--last-failed-no-failures", "none", "-n", "0", "-p", "no:randomly")


def has_screen(environ: Mapping[str, str], system: str) -> bool:
    """Whether a window can be shown to somebody."""
    return system != "linux" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def demo_home(environ: Mapping[str, str], system: str) -> Path:
    """Return where the demo station lives: beside the place of a real one."""
    if system == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "Station-demo"
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "station-demo"


def surroundings(environ: Mapping[str, str], *, screen: bool) -> dict[str, str]:
    """Return the variables for the programs started from here."""
    kept = {name: text for name, text in environ.items() if name != "PYTHONHOME"}
    kept["PYTHONPATH"] = str(TOP)
    if not screen:
        kept["QT_QPA_PLATFORM"] = "offscreen"
    return kept


def set_up(lock: Path) -> Environment | None:
    """Return the environment with all of *lock* in it, or ``None`` if it cannot be had."""
    if sys.platform == "linux" and not libraries.provide():
        return None
    environment = Environment()
    return environment if environment.provide(lock) else None


def call(command: list[str], variables: dict[str, str]) -> int:
    """Run *command* at the top of the tree and return how it ended."""
    sys.stdout.flush()
    return subprocess.run(command, check=False, cwd=TOP, env=variables).returncode


def make_demo(station: list[str], home: Path, variables: dict[str, str]) -> int:
    """Make the demo station in *home*, all of it or nothing."""
    unfinished = home.with_name(f"{home.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    home.parent.mkdir(parents=True, exist_ok=True)
    print(f"Inventing a demo station of {DEMO_PEOPLE:,} residents in {home} ...")
    command = [*station, "--home", str(unfinished), "init", "--name", DEMO_NAME]
    code = call([*command, "--code", DEMO_CODE, "--demo", str(DEMO_PEOPLE)], variables)
    if code == 0:
        unfinished.replace(home)
    return code


def run(arguments: list[str]) -> int:
    """Open the demo station; without a screen, go through the guided tour."""
    environment = set_up(RUN_LOCK)
    if environment is None:
        return 1
    screen = has_screen(os.environ, sys.platform)
    variables = surroundings(os.environ, screen=screen)
    variables["STATION_PASSPHRASE"] = DEMO_PASSPHRASE
    station = [str(environment.python), "-m", "station_app"]
    home = demo_home(os.environ, sys.platform)
    if not (home / STORE).exists():
        code = make_demo(station, home, variables)
        if code != 0:
            return code
    print(f"The demo station opens with the passphrase: {DEMO_PASSPHRASE}")
    station += ["--home", str(home)]
    if arguments or screen:
        return call([*station, *arguments], variables)
    return tour(station, variables)


def tour(station: list[str], variables: dict[str, str]) -> int:
    """Let the program show itself where there is no screen, and say where to look."""
    print("There is no screen here: the program goes through its guided tour.")
    shutil.rmtree(TOUR_FOLDER, ignore_errors=True)
    code = call([*station, "tour", "--out", str(TOUR_FOLDER)], variables)
    if code == 0:
        print(f"Screenshots, a certificate and a store lie in {TOUR_FOLDER}")
    return code


def checks(python: str, arguments: list[str], *, slow: bool) -> dict[str, list[str]]:
    """Return the steps of ``test``: name and command. The contracts are among the tests."""
    pytest = [python, "-m", "pytest", "-n", "2", *(["-m", ""] if slow else []), *arguments]
    return {
        "lint": [python, "-m", "ruff", "check", "."],
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "types": [python, "-m", "mypy"],
        "tests": pytest,
    }


def test(arguments: list[str], *, slow: bool) -> int:
    """Run all checks; return how the first that failed has ended."""
    environment = set_up(TEST_LOCK)
    if environment is None:
        return 1
    variables = surroundings(os.environ, screen=False)
    results: dict[str, tuple[int, float]] = {}
    for name, command in checks(str(environment.python), arguments, slow=slow).items():
        print(f"--- {name}")
        begun = time.monotonic()
        code = call(command, variables)
        if name == "tests" and code == SOME_FAILED:
            # a window's test may lose the cursor on a crowded machine; alone it has no excuse
            print("--- tests that failed, once more and alone")
            code = call([*command, *ALONE], variables)
        results[name] = code, time.monotonic() - begun
    print("---")
    for name, (code, seconds) in results.items():
        print(f"{name:8}{'passed' if code == 0 else 'FAILED'}  {seconds:6.1f} s")
    return next((code for code, _ in results.values() if code != 0), 0)


def parsed(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Return what is asked for, and what is meant for the program that is started."""
    parser = argparse.ArgumentParser(prog="installer/dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("setup", help="make everything ready, start nothing")
    commands.add_parser("run", help="open the program on a demo station", add_help=False)
    tests = commands.add_parser("test", help="lint, types, contracts and all tests")
    tests.add_argument("--slow", action="store_true", help="also the tests marked long")
    return parser.parse_known_args(arguments)


def main(arguments: list[str]) -> int:
    """Do what *arguments* ask for and return the exit code."""
    asked, rest = parsed(arguments)
    if asked.command == "run":
        return run(rest)
    if asked.command == "test":
        return test(rest, slow=asked.slow)
    return 0 if set_up(TEST_LOCK) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
