"""Write the lock files: ``python installer/lock.py [--upgrade]``.

For whoever changes the packages in pyproject.toml; the program and its set-up
only read the result. Needs the command ``uv``, because it keeps the markers of
all platforms in one file where pip would drop those of the other system.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
TOP = FOLDER.parent
RUN_LOCK = FOLDER / "requirements.lock"
TEST_LOCK = FOLDER / "requirements-test.lock"
CONSTRAINTS = FOLDER / "constraints.txt"

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("x86_64-manylinux_2_28", "x86_64-pc-windows-msvc")

HEADER = """\
# Made by installer/lock.py from pyproject.toml; do not edit.
# Holds for Windows (amd64) and Linux (x86_64, glibc 2.28 or newer), Python 3.11 to 3.13.
"""
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)\s*(?:;\s*(?P<marker>[^\\]*))?"
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


@dataclass(frozen=True)
class Pin:
    """One package of a lock file: its exact version, where it is needed, its files."""

    version: str
    marker: str
    hashes: int


def pins(text: str) -> dict[str, Pin]:
    """Return the packages that the lock file *text* names."""
    found: dict[str, Pin] = {}
    for entry in re.split(r"\n(?=\S)", text):
        pin = PIN.match(entry)
        if pin is not None:
            marker = (pin["marker"] or "").strip()
            found[pin["name"].lower()] = Pin(pin["version"], marker, len(HASH.findall(entry)))
    return found


def compiled(uv: str, *options: str) -> str:
    """Return the lock file that ``uv pip compile`` makes of pyproject.toml."""
    command = [uv, "pip", "compile", "--quiet", "--no-config", "--no-header", *options]
    command += ["--no-python-downloads", "--constraint", str(CONSTRAINTS), "pyproject.toml"]
    return subprocess.run(
        command, cwd=TOP, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def write(uv: str, lock: Path, *options: str) -> None:
    """Make *lock* anew; without ``--upgrade`` it keeps the versions it names."""
    compiled(
        uv,
        "--universal",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--no-annotate",
        f"--output-file={lock}",
        *options,
    )
    text = lock.read_text(encoding="utf-8")
    lock.write_text(HEADER + text, encoding="utf-8", newline="\n")


def check_wheels(uv: str, *options: str) -> None:
    """Fail if a package of the lock has no ready-made wheel for one of our platforms."""
    for python in PYTHONS:
        for platform in PLATFORMS:
            compiled(
                uv,
                f"--python-version={python}",
                f"--python-platform={platform}",
                "--only-binary=:all:",
                f"--constraint={TEST_LOCK}",
                *options,
            )


def main(arguments: list[str]) -> int:
    """Write both lock files and check that every package in them has its wheels."""
    uv = shutil.which("uv")
    if uv is None:
        print("This needs the command uv: python -m pip install uv", file=sys.stderr)
        return 1
    write(uv, TEST_LOCK, "--group=test", *arguments)
    write(uv, RUN_LOCK, f"--constraint={TEST_LOCK}")
    check_wheels(uv, "--group=test")
    for lock in (RUN_LOCK, TEST_LOCK):
        print(f"{lock.name}: {len(pins(lock.read_text(encoding='utf-8')))} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
