"""The private environment: an own Python with exactly the packages of a lock file.

It lives in ``.venv`` at the top of the tree. A stamp in it says what it holds;
the stamp is taken away before anything is changed and put back when all is
done, so that a set-up cut short is simply made anew, out of pip's cache.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

from installer.lock import RUN_LOCK, TEST_LOCK, TOP

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = TOP / ".venv"
STAMP = "station-stamp.json"

# A lock holds all that the locks named here hold.
COVERS = {RUN_LOCK: (RUN_LOCK,), TEST_LOCK: (TEST_LOCK, RUN_LOCK)}

POSIX_STARTER = """\
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
PYTHONPATH="$here/../.." exec "$here/python" -m station_app "$@"
"""
WINDOWS_STARTER = """\
@set "PYTHONPATH=%~dp0..\\.."
@"%~dp0python.exe" -m station_app %*
"""


def digest(lock: Path) -> str:
    """Return the SHA-256 of *lock*, whatever the line ends of this check-out."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def foundation() -> str:
    """Return which Python an environment made now rests on."""
    return f"{platform.python_version()} {platform.machine()} {sys.base_prefix}"


class Environment:
    """A Python of our own in *folder*."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")

    def held(self) -> dict[str, str] | None:
        """Return the digests of the locks it holds; ``None`` if it must be made anew."""
        try:
            stamp = json.loads((self.folder / STAMP).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(stamp, dict) or stamp.get("foundation") != foundation():
            return None
        return dict(stamp["locks"]) if self.python.exists() else None

    def holds(self, lock: Path) -> bool:
        """Whether everything in *lock* is in place."""
        return (self.held() or {}).get(lock.name) == digest(lock)

    def provide(self, lock: Path) -> bool:
        """See to it that everything in *lock* is in place; whether it is."""
        if self.holds(lock):
            return True
        held = self.held()
        if held is None:
            self._make()
        print(f"Fetching the packages of {lock.name} (once, some minutes) ...", flush=True)
        (self.folder / STAMP).unlink(missing_ok=True)
        if not self._install(lock):
            print("The packages could not be fetched. Look to the network, then start again.")
            return False
        self._stamp(
            {**(held or {}), **{covered.name: digest(covered) for covered in COVERS[lock]}}
        )
        return True

    def _make(self) -> None:
        print(f"Making the private environment {self.folder} ...", flush=True)
        venv.create(self.folder, clear=True, symlinks=os.name != "nt", with_pip=True)
        if os.name == "nt":
            (self.scripts / "station.cmd").write_text(WINDOWS_STARTER, encoding="ascii")
        else:
            starter = self.scripts / "station"
            starter.write_text(POSIX_STARTER, encoding="ascii")
            starter.chmod(0o755)

    def _install(self, lock: Path) -> bool:
        command = [str(self.python), "-I", "-m", "pip", "install", "--require-hashes", "--no-deps"]
        command += ["--only-binary=:all:", "--no-input", "--disable-pip-version-check"]
        command += ["--progress-bar=off", "--requirement", str(lock)]
        return subprocess.run(command, check=False).returncode == 0

    def _stamp(self, locks: dict[str, str]) -> None:
        stamp = {"foundation": foundation(), "locks": locks}
        (self.folder / STAMP).write_text(json.dumps(stamp, indent=1), encoding="utf-8")
