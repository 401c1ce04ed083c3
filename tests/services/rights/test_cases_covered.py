"""What is withheld or erased of somebody is so in his cases, too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.counter.cases import NOBODY, CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.errors import EditConflictError
from station_app.domain.rights.consents import WithdrawalDraft
from tests.factories import TODAY

OWN, AGENTS = "14200000009", "14200000008"


@pytest.fixture
def case(station, person):
    agent = replace(
        NOBODY,
        name="李四",
        document_kind="resident_id",
        document="310000198502280022",
        relation="女儿",
        phone=AGENTS,
    )
    draft = CaseDraft(
        item_id=id_of_shipped("noise"), resident_id=person.id, phone=OWN, agent=agent
    )
    return station.cases.draft(draft).value


def told(station, key):
    return station.cases.page(key).case.particulars


def kept(station, key):
    with station.store.reading() as tx:
        sql = "SELECT phone FROM window_case WHERE id = ?"
        return tx.session.connection().exec_driver_sql(sql, (key,)).scalar_one()


def withdraw(station, consent):
    return station.consents.withdraw(
        consent.value, WithdrawalDraft(on=TODAY, reason="不再需要"), version=1
    )


def withhold(station, person):
    with station.store.transaction() as tx:
        tx.withholding.add(person.id, ["phone"], is_erased=False, reason="", source="")


def test_a_phone_that_is_erased_is_erased_from_his_cases_and_comes_back_by_undo(
    station, person, case, consented
):
    done = withdraw(station, consented(person, "contact"))
    assert (told(station, case).phone, kept(station, case)) == ("", "")
    assert told(station, case).agent.phone == AGENTS  # that is somebody else's
    done.revert()
    assert told(station, case).phone == OWN


def test_a_phone_that_stands_in_a_case_alone_is_erased_there(station, person, case, consented):
    station.residents.correct(
        person.id, replace(person.particulars, phone=""), version=person.version
    )
    key = consented(person, "contact")
    assert station.consents.what_follows(key.value).erased == ("phone",)
    withdraw(station, key)
    assert kept(station, case) == ""


def test_the_undo_of_an_older_step_does_not_bring_an_erased_phone_back(
    station, person, case, consented
):
    step = station.cases.receive(case, version=1)
    withdraw(station, consented(person, "contact"))
    with pytest.raises(EditConflictError):
        step.revert()
    assert kept(station, case) == ""


def test_others_cases_stay_as_they_are(station, person, case, consented):
    other = station.cases.draft(
        CaseDraft(item_id=id_of_shipped("noise"), applicant="张三", phone=OWN)
    ).value
    withdraw(station, consented(person, "contact"))
    assert told(station, other).phone == OWN


def test_a_phone_that_is_withheld_is_shown_by_no_way_and_kept(station, person, case):
    withhold(station, person)
    assert told(station, case).phone == ""
    assert station.cases.reveal(case, "phone") == ""
    assert kept(station, case) == OWN


def test_whoever_corrects_a_case_does_not_lose_what_is_withheld(station, person, case):
    withhold(station, person)
    seen = station.cases.page(case).case
    draft = replace(seen.particulars, details="夜间施工")
    station.cases.correct(case, draft, version=seen.version)
    station.cases.receive(case, version=seen.version + 1)
    assert told(station, case).details == "夜间施工"
    assert kept(station, case) == OWN
