"""Cases to begin with."""

from __future__ import annotations

import pytest

from station_app.domain.counter.cases import CaseDraft
from tests.services.counter.case_desk import DIBAO


@pytest.fixture
def drafted(station):
    """Return what begins a case, and returns its key."""

    def begin(item=DIBAO, **more):
        told = {"item_id": item, "applicant": "张三", **more}
        return station.cases.draft(CaseDraft(**told)).value

    return begin
