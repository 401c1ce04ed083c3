from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.powercut.recording import build_logger


@pytest.fixture(scope="session")
def logger(tmp_path_factory):
    return build_logger(tmp_path_factory.mktemp("disklog"))


@pytest.fixture
def memory_disk(tmp_path):
    """A folder in memory where there is one: thousands of files are written."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    folder = (shared if shared.is_dir() else tmp_path) / f"station-{tmp_path.name}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)
