from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.codes import Sensitivity
from station_app.domain.rights.consents import (
    Consent,
    ConsentDraft,
    Form,
    Giver,
    NoticeDraft,
    WithdrawalDraft,
    problems_with_consent,
    problems_with_notice,
    problems_with_withdrawal,
)
from station_app.domain.rights.guardians import (
    Guardian,
    GuardianDraft,
    is_child,
    least_level,
    problems_with_guardian,
)
from station_app.domain.rights.rules import Purpose

TODAY = date(2026, 3, 10)
CONTACT = Purpose(code="contact", name="联系")
HEALTH = Purpose(code="health", name="健康", is_sensitive=True, effect="…")
SHARING = Purpose(code="sharing", name="提供", is_separate=True, needs_recipient=True)
CHILD = Purpose(code="child", name="未成年人", is_sensitive=True, by_guardian=True, effect="…")
SIGNED = ConsentDraft(purpose="contact", form=Form.PAPER, on=TODAY)


def problems(draft, purpose=CONTACT, *, child=False):
    found = problems_with_consent(draft, purpose, is_child=child, today=TODAY)
    return {(problem.field, problem.code) for problem in found}


def test_a_signed_consent_is_accepted():
    assert problems(SIGNED) == set()


@pytest.mark.parametrize(
    ("change", "purpose", "problem"),
    [
        ({"on": None}, CONTACT, ("on", "missing")),
        ({"on": date(2026, 3, 11)}, CONTACT, ("on", "in-the-future")),
        ({"form": ""}, CONTACT, ("form", "missing")),
        ({"form": Form.ORAL}, CONTACT, ("witness", "missing")),
        ({"until": date(2026, 3, 9)}, CONTACT, ("until", "ends-before-it-begins")),
        ({"note": "长" * 501}, CONTACT, ("note", "too-long")),
        ({}, None, ("purpose", "missing")),
        ({}, SHARING, ("recipient", "missing")),
        ({}, HEALTH, ("told_effect", "effect-not-told")),
        ({"told_effect": True}, CHILD, ("giver", "guardian-decides")),
        ({"giver": Giver.GUARDIAN}, CONTACT, ("guardian_id", "missing")),
    ],
)
def test_what_keeps_a_consent_from_holding_is_told(change, purpose, problem):
    assert problem in problems(replace(SIGNED, **change), purpose)


def test_a_child_cannot_consent_to_anything():
    assert problems(SIGNED, child=True) == {("giver", "guardian-decides")}
    by_guardian = replace(SIGNED, giver=Giver.GUARDIAN, guardian_id="g1")
    assert problems(by_guardian, child=True) == set()


@given(st.integers(-30, 30), st.none() | st.integers(0, 30), st.none() | st.integers(0, 30))
def test_a_consent_holds_from_its_day_until_it_ends_or_is_withdrawn(day, until, withdrawn):
    consent = Consent(
        id="c",
        version=1,
        resident_id="r",
        particulars=replace(SIGNED, until=None if until is None else TODAY + timedelta(until)),
        withdrawn_on=None if withdrawn is None else TODAY + timedelta(withdrawn),
    )
    expected = day >= 0 and (until is None or day <= until)
    expected = expected and (withdrawn is None or day < withdrawn)
    assert consent.holds_on(TODAY + timedelta(day)) == expected


def test_a_withdrawal_is_not_older_than_the_consent():
    consent = Consent(id="c", version=1, resident_id="r", particulars=SIGNED)
    early = WithdrawalDraft(on=date(2026, 3, 9))
    (found,) = problems_with_withdrawal(early, consent, today=TODAY)
    assert (found.field, found.code) == ("on", "before-it-was-given")
    assert problems_with_withdrawal(WithdrawalDraft(on=TODAY), consent, today=TODAY) == ()


def test_a_notice_needs_its_day_way_and_who_gave_it():
    empty = NoticeDraft(edition="1")
    assert {each.field for each in problems_with_notice(empty, today=TODAY)} == {
        "on",
        "way",
        "given_by",
    }
    told = NoticeDraft(edition="1", on=TODAY, way="paper", by="王")
    assert problems_with_notice(told, today=TODAY) == ()


@pytest.mark.parametrize(
    ("born", "child"),
    [
        (date(2012, 3, 10), False),
        (date(2012, 3, 11), True),
        (date(2026, 3, 10), True),
        (None, False),
    ],
)
def test_a_child_is_one_until_the_fourteenth_birthday(born, child):
    assert is_child(born, today=TODAY) is child


@pytest.mark.parametrize("level", Sensitivity)
def test_data_of_children_are_kept_as_sensitive_at_least(level):
    born = date(2020, 1, 1)
    found = least_level(level, born=born, today=TODAY)
    assert found == max(level, Sensitivity.SENSITIVE)
    assert least_level(level, born=date(1990, 1, 1), today=TODAY) == level


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({}, set()),
        ({"name": " "}, {"name"}),
        ({"relation": ""}, {"kinship"}),
        ({"basis": ""}, {"basis"}),
        ({"phone": ""}, {"phone"}),
        ({"phone": "", "person_id": "r2"}, set()),
        ({"until": date(2026, 1, 1)}, {"until"}),
        ({"note": "长" * 121}, {"note"}),
    ],
)
def test_what_a_guardian_lacks_is_told(change, fields):
    draft = GuardianDraft(
        name="张父", relation="父亲", phone="14200000000", basis="parent", since=date(2026, 1, 1)
    )
    found = problems_with_guardian(replace(draft, **change))
    assert {problem.field for problem in found} == fields


def test_a_guardian_acts_within_his_time():
    told = GuardianDraft(name="张父", since=date(2026, 1, 1), until=date(2026, 3, 10))
    guardian = Guardian(id="g", version=1, resident_id="r", particulars=told)
    assert guardian.acts_on(date(2026, 3, 9))
    assert not guardian.acts_on(date(2026, 3, 10))
    assert not guardian.acts_on(date(2025, 12, 31))
