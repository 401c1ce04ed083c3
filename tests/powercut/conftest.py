from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.powercut.recording import build_logger


@pytest.fixture(scope="session")
def logger(tmp_path_factory):
    return build_logger(tmp_path_factory.mktemp("disklog"))


@pytest.fixture
def memory_disk(tmp_path):
    """A folder in memory where there is one: thousands of files are written."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    # a name of its own: another run may be cutting the power at the same time
    folder = Path(mkdtemp(prefix="station-", dir=shared if shared.is_dir() else tmp_path))
    yield folder
    shutil.rmtree(folder)
