"""The room of rights over a real station with people who have consented and asked."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.residents.tags import Tag
from station_app.domain.rights.consents import ConsentDraft, Form, WithdrawalDraft
from station_app.domain.rights.requests import Kind, RequestDraft
from tests.factories import TODAY, a_draft, a_resident
from ui.kit.handing_out import Outlets
from ui.rights.page import RightsPage


@pytest.fixture
def person(station):
    station.settings.change(name="石头城社区服务站", clerk="王丽")
    return a_resident(
        station,
        particulars=a_draft(sex="1", born=date(1990, 1, 1), phone="14200000001"),
        tags=(Tag(code="disabled", level="二级"), Tag(code="volunteer")),
        address="幸福里3幢2单元501",
    )


@pytest.fixture
def asked(station, person):
    """Return what enters a request of the person."""

    def enter(kind=Kind.CONSULT, **more):
        told = {"identity_check": "original", "received_on": TODAY, "details": "请更正"}
        draft = RequestDraft(resident_id=person.id, kind=kind, **told | more)
        return station.requests.receive(draft).value

    return enter


@pytest.fixture
def withheld(station, person):
    """Withdraw the consent that the person's disability tag is used by."""
    draft = ConsentDraft(purpose="care", form=Form.PAPER, on=TODAY, told_effect=True)
    key = station.consents.take(person.id, draft).value
    station.consents.withdraw(key, WithdrawalDraft(on=TODAY), version=1)


@pytest.fixture
def saved(tmp_path):
    return tmp_path / "own-data.json"


@pytest.fixture
def page(qtbot, station, person, context, saved):
    outlets = Outlets(lambda *_a, **_w: None, lambda *_a, **_w: saved)
    page = RightsPage(station, context, outlets)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    return page
