"""What one device freezes, takes and enters is so on the others, after files have travelled."""

from __future__ import annotations

import pytest

from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.tags import Tag
from station_app.domain.rights.consents import ConsentDraft, Form, WithdrawalDraft
from station_app.domain.rights.guardians import GuardianDraft
from station_app.domain.rights.requests import Event, Kind, RequestDraft, State
from station_app.domain.sync.devices import DeviceKind
from station_app.services.rights.requests import Step
from tests.factories import TODAY, a_draft, a_resident
from tests.stations import back_and_forth

SIGNED = {"form": Form.PAPER, "on": TODAY, "told_effect": True}


@pytest.fixture
def pair(places):
    one = places.make("站", DeviceKind.STATION)
    other = places.make("走访", DeviceKind.LAPTOP)
    places.acquaint(one, other, segment=1)
    return one, other


@pytest.fixture
def person(pair):
    return a_resident(
        pair[0],
        particulars=a_draft(phone="14200000001"),
        tags=(Tag(code="disabled", level="二级"),),
    )


def test_a_frozen_tag_and_an_erased_phone_are_so_on_both(pair, person, stick):
    one, other = pair
    for purpose in ("care", "contact"):
        key = one.consents.take(person.id, ConsentDraft(purpose=purpose, **SIGNED)).value
        one.consents.withdraw(key, WithdrawalDraft(on=TODAY), version=1)
    back_and_forth(one, other, stick)
    there = other.residents.resident(person.id)
    assert there.particulars.phone == ""
    assert there.withheld == {"tag:disabled"}
    assert other.lists.count(ResidentFilter(tags=("disabled",))) == 0
    assert "14200000001" not in str(other.lists.file(person.id).history)


def test_guardians_consents_and_answers_arrive(pair, person, stick):
    one, other = pair
    back_and_forth(one, other, stick)
    guardian = GuardianDraft(name="张父", relation="父亲", phone="14200000009", basis="parent")
    other.guardians.name(person.id, guardian)
    other.consents.take(person.id, ConsentDraft(purpose="contact", **SIGNED))
    draft = RequestDraft(
        resident_id=person.id, kind=Kind.CONSULT, identity_check="original", received_on=TODAY
    )
    key = one.requests.receive(draft).value
    one.requests.advance(key, Event.ANSWER, Step(answer="已当面交付"), version=1)
    back_and_forth(one, other, stick)
    for station in pair:
        rights = station.rights.of(person.id)
        assert rights.guardians[0].particulars == guardian
        assert rights.consents[0].particulars.purpose == "contact"
        assert (rights.requests[0].state, rights.requests[0].answer) == (
            State.ANSWERED,
            "已当面交付",
        )
