"""People with something to consent to."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.residents.tags import Tag
from station_app.domain.rights.consents import ConsentDraft, Form, Giver
from station_app.domain.rights.guardians import GuardianDraft
from station_app.domain.rights.requests import Kind, RequestDraft
from tests.factories import TODAY, a_draft, a_resident


@pytest.fixture
def person(station):
    """Somebody with a phone, an illness, a disability and a volunteer's tag."""
    return a_resident(
        station,
        particulars=a_draft(
            sex="1", born=date(1990, 1, 1), phone="14200000001", health="2", employer="棉纺厂"
        ),
        tags=(
            Tag(code="disabled", level="二级", source="残疾人证"),
            Tag(code="volunteer"),
            Tag(code="serious_illness"),
        ),
    )


@pytest.fixture
def child(station):
    return a_resident(
        station, "张小明", number="", particulars=a_draft("张小明", born=date(2018, 5, 1))
    )


@pytest.fixture
def consented(station):
    """Return what keeps a signed consent of somebody to a purpose."""

    def keep(person, purpose, **more):
        told = {"form": Form.PAPER, "on": TODAY, "told_effect": True}
        draft = ConsentDraft(purpose=purpose, **told | more)
        return station.consents.take(person.id, draft)

    return keep


@pytest.fixture
def guarded(station):
    """Return what names an outside guardian of somebody and has him consent."""

    def keep(child):
        key = station.guardians.name(
            child.id,
            GuardianDraft(name="张父", relation="父亲", phone="14200000009", basis="parent"),
        ).value
        draft = ConsentDraft(
            purpose="child",
            form=Form.PAPER,
            on=TODAY,
            told_effect=True,
            giver=Giver.GUARDIAN,
            guardian_id=key,
        )
        station.consents.take(child.id, draft)
        return key

    return keep


@pytest.fixture
def asked(station):
    """Return what enters a request of somebody."""

    def enter(person, kind=Kind.CONSULT, **more):
        told = {"identity_check": "original", "received_on": TODAY, "details": "请更正电话"}
        draft = RequestDraft(resident_id=person.id, kind=kind, **told | more)
        return station.requests.receive(draft)

    return enter


@pytest.fixture
def acts(station):
    """Return which acts the audit holds, in their order."""

    def told():
        with station.store.reading() as tx:
            return [entry.texts[2].decode() for entry in tx.audit.entries()]

    return told
