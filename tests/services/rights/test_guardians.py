from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from station_app.domain.errors import ValidationFailedError
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.rights.consents import ConsentDraft, Form, Gap, Giver, NoticeDraft
from station_app.domain.rights.guardians import GuardianDraft
from tests.factories import TODAY, a_draft, a_resident

FATHER = GuardianDraft(name="张父", relation="父亲", phone="14200000009", basis="parent")


def lacking(station):
    return [(line.name, line.has_guardian) for line in station.guardians.children_lacking()]


def test_a_child_is_listed_until_a_guardian_has_consented(station, child, guarded):
    assert lacking(station) == [("张小明", False)]
    station.guardians.name(child.id, FATHER)
    assert lacking(station) == [("张小明", True)]
    guarded(child)
    assert lacking(station) == []


def test_who_is_fourteen_is_not_listed(station):
    a_resident(station, "甲", number="", particulars=a_draft("甲", born=date(2012, 3, 1)))
    a_resident(station, "乙", number="", particulars=a_draft("乙", born=date(2012, 3, 2)))
    assert lacking(station) == [("乙", False)]


def test_gaps_of_a_child_are_told(station, child, guarded):
    told = station.rights.of(child.id)
    assert told.is_child
    assert {Gap.NO_GUARDIAN, Gap.NO_GUARDIANS_CONSENT} <= set(told.gaps)
    guarded(child)
    assert not {Gap.NO_GUARDIAN, Gap.NO_GUARDIANS_CONSENT} & set(station.rights.of(child.id).gaps)


def test_naming_is_undone_and_done_again(station, child):
    done = station.guardians.name(child.id, FATHER)
    undone = done.revert()
    assert station.rights.of(child.id).guardians == ()
    undone.revert()
    assert len(station.rights.of(child.id).guardians) == 1


def test_a_guardian_is_corrected_and_ended(station, child):
    key = station.guardians.name(child.id, FATHER).value
    ended = replace(FATHER, until=date(2026, 2, 1))
    done = station.guardians.correct(key, ended, version=1)
    assert Gap.NO_GUARDIAN in station.rights.of(child.id).gaps
    done.revert()
    assert station.rights.of(child.id).guardians[0].particulars == FATHER


@pytest.mark.parametrize("who", ["child", "himself"])
def test_no_child_guards_a_child(station, child, who):
    other = a_resident(station, "乙", number="", particulars=a_draft("乙", born=date(2015, 1, 1)))
    person = child.id if who == "himself" else other.id
    with pytest.raises(ValidationFailedError) as failed:
        station.guardians.name(child.id, replace(FATHER, person_id=person))
    assert failed.value.problems[0].field == "person_id"


def test_the_grown_up_members_of_the_household_are_offered(station, child):
    father = a_resident(station, "张三")
    grown = station.residents.resident(father.id)
    household = station.households.found(
        father.id, HouseholdDraft(number="7"), version=grown.version
    ).value
    station.households.join(child.id, household, "20", version=child.version)
    assert [each.person_id for each in station.guardians.offered(child.id)] == [father.id]


def test_a_guardian_of_another_child_does_not_decide(station, child, guarded):
    other = a_resident(station, "乙", number="", particulars=a_draft("乙", born=date(2015, 1, 1)))
    stranger = guarded(other)
    draft = ConsentDraft(
        purpose="contact",
        form=Form.PAPER,
        on=TODAY,
        giver=Giver.GUARDIAN,
        guardian_id=stranger,
    )
    with pytest.raises(ValidationFailedError) as failed:
        station.consents.take(child.id, draft)
    assert failed.value.problems[0].code == "not-a-guardian"


def test_an_older_edition_of_the_notice_is_told(station, person):
    notice = NoticeDraft(edition="2020-1", on=TODAY, way="paper", by="王")
    done = station.consents.give_notice(person.id, notice)
    assert Gap.OLD_NOTICE in station.rights.of(person.id).gaps
    edition = station.reference.rights.edition
    station.consents.give_notice(person.id, replace(notice, edition=edition))
    assert not {Gap.OLD_NOTICE, Gap.NO_NOTICE} & set(station.rights.of(person.id).gaps)
    done.revert()
    assert len(station.rights.of(person.id).notices) == 1
