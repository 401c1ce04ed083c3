"""Stations to measure on, and processes of their own to measure in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.multitude import PASSPHRASE, a_multitude

ROOT = Path(__file__).parents[2]
COMMUNITY, CITY = 20_000, 1_000_000
PATIENCE = 600


@pytest.fixture(scope="session")
def community(tmp_path_factory):
    """A station with 20,000 residents."""
    return a_multitude(tmp_path_factory.mktemp("community") / "station", COMMUNITY)


@pytest.fixture(scope="session")
def city(tmp_path_factory):
    """A station with 1,000,000 residents: two minutes and 2.5 GB, given back at the end."""
    root = tmp_path_factory.mktemp("city") / "station"
    yield a_multitude(root, CITY, invented=COMMUNITY)
    shutil.rmtree(root)


@pytest.fixture(scope="session")
def process(tmp_path_factory):
    """Return what runs a module of these benchmarks as a user's machine would run it.

    Compiled modules are kept, as after any first start, whatever is set around us.
    """
    kept = tmp_path_factory.mktemp("process")
    surroundings = {
        **{name: value for name, value in os.environ.items() if "DONTWRITE" not in name},
        "QT_QPA_PLATFORM": "offscreen",
        "STATION_PASSPHRASE": PASSPHRASE,
        "XDG_CONFIG_HOME": str(kept),
        "PYTHONPYCACHEPREFIX": str(kept / "compiled"),
    }

    def run(module, *arguments):
        return subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)],
            cwd=ROOT,
            env=surroundings,
            timeout=PATIENCE,
            text=True,
            stdout=subprocess.PIPE,
            check=True,
        ).stdout

    return run
