from __future__ import annotations

import pytest

from station_app.bootstrap import open_station
from station_app.services.access import StationHome
from ui.access.founding import FoundingPage
from ui.shell.wording import phase_words, sentence_of


@pytest.fixture
def opened():
    """What was opened by founding it; closed at the end."""
    found = []
    yield found
    for each in found:
        each.station.close()


@pytest.fixture
def founding(qtbot, home, tmp_path, access, jobs, clock, opened):
    """The page that founds a station, not shown yet."""
    made = FoundingPage(
        home,
        StationHome(tmp_path / "station-demo"),
        access=access,
        jobs=jobs,
        open_station=lambda where, key: open_station(where, key, clock=clock),
        words=sentence_of,
        phase_words=phase_words,
    )
    qtbot.addWidget(made)
    made.opened.connect(opened.append)
    yield made
    if made.opened_station() is not None and not opened:
        opened.append(made.opened_station())
