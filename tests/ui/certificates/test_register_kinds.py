"""The register names which certificate each number was given to."""

from __future__ import annotations

from station_app.domain.certificate_requests import Evidence, RequestDraft
from tests.factories import TODAY
from ui.certificates.page import REGISTER


def test_the_register_tells_which_certificate_it_is(page, named_station, person, qtbot):
    service = named_station.certificate_requests
    answers = {"occasion": "2026年度评选", "award": "和谐家庭"}
    draft = RequestDraft(kind="honour", resident_id=person.id, answers=answers)
    key = service.hand_in(draft, Evidence(how="visit", on=TODAY, by="王芳")).value
    service.approve(key, version=2)
    page.show_view(REGISTER)
    model = page.register.model
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    qtbot.waitUntil(lambda: model.line_at(0) is not None)
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert "荣誉证书" in shown
