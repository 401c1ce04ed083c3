"""What a roster is brought into a station with, and what is kept there then."""

from __future__ import annotations

import pytest

from station_app.services.imports.vocabulary import FieldClass
from station_app.services.progress import Silence
from station_app.store.content import content_hash
from tests.services.imports import rosters


@pytest.fixture
def content(station):
    def look():
        with station.store.reading() as tx:
            return content_hash(tx.session), tx.search.count()

    return look


@pytest.fixture
def bring(station, tmp_path):
    """Bring in a roster of *rows*; the layout is the station's unless told."""

    def act(rows, layout=rosters.station_layout, progress=None, **policies):
        path = rosters.xlsx(tmp_path / "r.xlsx", {"a": layout(rows)})
        file = station.imports.read(path, Silence())
        chosen = {FieldClass(name): policy for name, policy in policies.items()}
        return station.imports.bring_in(file, progress or Silence(), chosen)

    return act
