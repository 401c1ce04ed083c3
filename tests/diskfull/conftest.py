from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp

import pytest

SIZE = 6 << 20


@pytest.fixture
def small_disk():
    """A disk of 6 MB: a tmpfs of its own, as the measurements of the design had it."""
    folder = Path(mkdtemp(prefix="station-small-"))
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", f"size={SIZE}", "station", str(folder)]
    if mount is None or subprocess.run([mount, *options], check=False).returncode:  # noqa: S603 - words of our own
        folder.rmdir()
        pytest.skip("mounting a small disk is not permitted here")
    yield folder
    subprocess.run([shutil.which("umount"), str(folder)], check=True)  # noqa: S603 - as above
    folder.rmdir()
