"""Withdrawal: what no law keeps is erased, what one keeps is withheld from everybody."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.bootstrap import glance_at
from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.tags import Tag
from station_app.domain.rights.consents import Form, Gap, WithdrawalDraft
from station_app.services.progress import Silence
from tests.factories import TODAY, a_draft, an_ask

WITHDRAWN = WithdrawalDraft(on=TODAY, reason="不再需要")


def withdraw(station, done):
    return station.consents.withdraw(done.value, WITHDRAWN, version=1)


def line(station, person):
    return station.lists.lines([person.seq])[person.seq]


def tags(station, person):
    return [tag.code for tag in station.lists.file(person.id).tags]


def history(station, person):
    return station.lists.file(person.id).history


def test_what_will_follow_is_told_before(station, person, consented):
    key = consented(person, "care").value
    what = station.consents.what_follows(key)
    assert (what.frozen, what.erased) == (("tag:disabled",), ())


def test_what_rests_on_consent_alone_is_erased_and_comes_back_by_undo(station, person, consented):
    done = withdraw(station, consented(person, "contact"))
    assert station.residents.resident(person.id).particulars.phone == ""
    assert done.value.erased == ("phone",)
    done.revert()
    assert station.residents.resident(person.id).particulars.phone == "14200000001"
    assert station.rights.of(person.id).consents[0].withdrawn_on is None


def test_what_was_erased_stands_in_no_history(station, person, consented):
    station.residents.correct(
        person.id, a_draft(phone="14200000002", health="2"), version=person.version
    )
    assert [change for change in history(station, person) if "14200000001" in change.before]
    withdraw(station, consented(person, "contact"))
    told = "".join(change.before + change.after for change in history(station, person))
    assert "1420000000" not in told
    assert "erased" in {change.act for change in history(station, person)}


def test_what_a_law_keeps_is_withheld_in_file_list_filter_and_count(station, person, consented):
    chosen = ResidentFilter(tags=("disabled",))
    assert station.lists.count(chosen) == 1
    done = withdraw(station, consented(person, "care"))
    assert "disabled" not in tags(station, person)
    assert "disabled" not in line(station, person).tags
    assert line(station, person).withheld == ("tag:disabled",)
    assert station.lists.count(chosen) == 0
    assert "disabled" not in station.lists.counts(ResidentFilter()).by_choice["tags"]
    done.revert()
    assert "disabled" in tags(station, person)
    assert station.lists.count(chosen) == 1


def test_the_first_look_withholds_the_same(station, person, consented, home, key, clock):
    withdraw(station, consented(person, "care"))
    expected = line(station, person)
    station.close()
    page = glance_at(home, key, clock=clock)
    assert page is not None
    assert page.first.lines[person.seq] == expected


def test_nothing_withheld_leaves_in_an_export(station, person, consented, tmp_path):
    withdraw(station, consented(person, "care"))
    path = tmp_path / "out.csv"
    station.exports.residents(path, Silence(), ask=an_ask("核对", is_full=True))
    text = path.read_text(encoding="utf-8-sig")
    assert "残疾" not in text
    assert "志愿者" in text
    assert "（已停止使用）" in text


def test_a_withheld_number_is_not_given_out_in_full_either(station, person, tmp_path):
    with station.store.transaction() as tx:
        tx.withholding.add(person.id, ["phone"], is_erased=False, reason="", source="")
    path = tmp_path / "out.csv"
    station.exports.residents(path, Silence(), ask=an_ask("核对", is_full=True))
    text = path.read_text(encoding="utf-8-sig")
    assert "14200000001" not in text
    assert "（已停止使用）" in text
    assert "110000199001010013" in text


def test_who_keeps_the_other_tags_does_not_lose_what_is_withheld(station, person, consented):
    done = withdraw(station, consented(person, "care"))
    seen = station.residents.resident(person.id)
    station.residents.keep_tags(person.id, (Tag(code="elder_alone"),), version=seen.version)
    assert tags(station, person) == ["elder_alone"]
    done.revert()
    assert set(tags(station, person)) == {"disabled", "elder_alone"}


def test_a_withheld_column_is_neither_read_nor_overwritten(station, person):
    with station.store.transaction() as tx:
        tx.withholding.add(person.id, ["employer"], is_erased=False, reason="", source="")
    seen = station.residents.resident(person.id)
    assert seen.particulars.employer == ""
    station.residents.correct(person.id, seen.particulars, version=seen.version)
    assert ("employer", "棉纺厂") in station.rights.show_withheld(person.id, "核对档案")


def test_another_consent_to_the_same_keeps_the_data_in_use(station, person, consented):
    first = consented(person, "contact")
    consented(person, "contact")
    assert not withdraw(station, first).value.touches()
    assert station.residents.resident(person.id).particulars.phone == "14200000001"


def test_a_consent_taken_anew_releases_what_was_withheld(station, person, consented):
    withdraw(station, consented(person, "care"))
    anew = consented(person, "care")
    assert "disabled" in tags(station, person)
    anew.revert()
    assert "disabled" not in tags(station, person)


def test_data_kept_by_duty_are_used_whatever_is_withdrawn(station, person, consented):
    for purpose in ("contact", "services", "care", "health", "volunteering"):
        withdraw(station, consented(person, purpose))
    left = station.residents.resident(person.id)
    assert (left.particulars.name, left.documents) == (person.particulars.name, person.documents)
    assert tags(station, person) == []


def test_withdrawing_twice_is_refused(station, person, consented):
    done = consented(person, "contact")
    withdraw(station, done)
    with pytest.raises(RefusedError) as refused:
        station.consents.withdraw(done.value, WITHDRAWN, version=2)
    assert refused.value.reason == "rights.withdrawn-already"


def test_a_second_hand_on_the_same_consent_is_refused(station, person, consented):
    done = consented(person, "contact")
    with pytest.raises(EditConflictError):
        station.consents.withdraw(done.value, WITHDRAWN, version=7)
    assert station.residents.resident(person.id).particulars.phone == "14200000001"


def test_undo_is_refused_when_the_person_was_changed_since(station, person, consented):
    done = withdraw(station, consented(person, "contact"))
    seen = station.residents.resident(person.id)
    station.residents.correct(person.id, a_draft(phone="14200000007"), version=seen.version)
    with pytest.raises(EditConflictError):
        done.revert()
    assert station.residents.resident(person.id).particulars.phone == "14200000007"
    assert station.rights.of(person.id).consents[0].withdrawn_on == TODAY


def test_seeing_what_is_withheld_needs_a_reason_and_is_noted(station, person, consented, acts):
    withdraw(station, consented(person, "care"))
    with pytest.raises(ValidationFailedError):
        station.rights.show_withheld(person.id, " ")
    assert "resident:withheld:shown" not in acts()
    shown = station.rights.show_withheld(person.id, "信访核查")
    assert shown == (("tag:disabled", "二级 残疾人证"),)
    assert acts()[-1] == "resident:withheld:shown"


def test_a_supervisor_releases_and_takes_it_back(station, person, consented):
    withdraw(station, consented(person, "care"))
    done = station.rights.release(person.id, "误操作")
    assert "disabled" in tags(station, person)
    done.revert()
    assert "disabled" not in tags(station, person)


def test_the_audit_has_an_entry_for_each_act(station, person, consented, acts):
    before = len(acts())
    withdraw(station, consented(person, "care"))
    assert acts()[before:] == [
        "resident:consent:taken",
        "resident:data:withheld",
        "resident:consent:withdrawn",
    ]
    assert station.audit.verify().fault is None


def test_gaps_tell_what_is_missing(station, person, consented):
    assert station.rights.of(person.id).gaps == (Gap.NO_NOTICE, Gap.NO_SEPARATE_CONSENT)
    consented(person, "care")
    consented(person, "health")
    assert station.rights.of(person.id).gaps == (Gap.NO_NOTICE, Gap.NO_SCAN)


def test_a_scan_must_be_a_file_of_the_person(station, person, consented):
    with pytest.raises(ValidationFailedError) as failed:
        consented(person, "contact", attachment_id="nowhere")
    assert failed.value.problems[0].field == "attachment_id"
    scan = station.attachments.attach(person.id, "同意书.pdf", b"%PDF-1.7").value
    consented(person, "contact", attachment_id=scan)
    assert Gap.NO_SCAN not in station.rights.of(person.id).gaps


def test_an_oral_consent_needs_its_witness(station, person, consented):
    with pytest.raises(ValidationFailedError):
        consented(person, "contact", form=Form.ORAL)
    consented(person, "contact", form=Form.ORAL, witness="李娟")


def test_a_consent_that_has_ended_releases_nothing_when_withdrawn(station, person, consented):
    done = consented(person, "contact", on=date(2026, 1, 1), until=date(2026, 2, 1))
    assert not withdraw(station, done).value.touches()
