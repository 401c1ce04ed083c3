"""What all tests share: no screen, no traces outside their own folders."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "station-hypothesis")
settings.register_profile("station", deadline=None, database=None)
settings.load_profile("station")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory):
    """Lead whatever asks for the user's folders to a place of its own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(variable, str(home))
        patch.delenv("STATION_PASSPHRASE", raising=False)
        yield
