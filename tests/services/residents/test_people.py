from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from station_app.domain.addresses import read_address
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.identity.documents import DocumentKind
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, ResidentId, Verification
from station_app.domain.residents.standing import Standing
from station_app.domain.residents.tags import Tag
from tests.factories import TODAY, a_document, a_draft, a_registration, a_resident


def test_somebody_registered_is_kept_with_all_that_is_known(station):
    person = a_resident(station, "张三", address="幸福里小区3幢2单元501室")
    assert person.particulars.name == "张三"
    assert person.primary_document().number == "110000199001010013"
    assert person.living_text == "幸福里小区3幢2单元501室"
    assert person.standing is Standing.SETTLED


def test_a_name_is_cleaned_before_it_is_kept(station):
    person = a_resident(station, "何\u3000旭")
    assert person.particulars.name == "何旭"


def test_an_entry_without_a_name_is_refused_field_by_field(station):
    with pytest.raises(ValidationFailedError) as refused:
        station.residents.register(a_registration("", particulars=a_draft("")))
    assert [problem.field for problem in refused.value.problems] == ["name"]


def test_somebody_born_tomorrow_is_refused(station):
    draft = a_draft(born=TODAY + timedelta(days=1))
    with pytest.raises(ValidationFailedError) as refused:
        station.residents.register(a_registration(particulars=draft))
    assert [problem.code for problem in refused.value.problems] == ["in-the-future"]


def test_the_same_number_is_refused_and_its_holder_named(station):
    first = a_resident(station)
    with pytest.raises(RefusedError) as refused:
        station.residents.register(a_registration("李四"))
    assert refused.value.reason == "resident.same-number"
    assert refused.value.facts["holder"] == first.id


def test_a_wrong_check_digit_is_refused(station):
    with pytest.raises(ValidationFailedError) as refused:
        station.residents.register(a_registration(number="110000199001010010"))
    assert refused.value.problems[0].field == "documents.0"


def test_undoing_a_registration_puts_the_person_into_the_bin(station):
    done = station.residents.register(a_registration())
    done.revert()
    assert station.residents.resident(done.value).is_binned
    assert len(station.lists.keys(ResidentFilter())) == 0


def test_a_correction_is_kept_and_can_be_taken_back(station):
    person = a_resident(station)
    done = station.residents.correct(
        person.id, replace(person.particulars, phone="13800138000"), version=person.version
    )
    assert station.residents.resident(person.id).particulars.phone == "13800138000"
    done.revert()
    assert station.residents.resident(person.id).particulars == person.particulars


def test_second_of_two_edits_is_refused(station):
    person = a_resident(station)
    station.residents.correct(person.id, person.particulars, version=person.version)
    with pytest.raises(EditConflictError):
        station.residents.correct(person.id, person.particulars, version=person.version)


def test_undo_is_refused_when_somebody_else_has_changed_the_record(station):
    person = a_resident(station)
    done = station.residents.correct(
        person.id, replace(person.particulars, phone="1"), version=person.version
    )
    station.residents.correct(
        person.id, replace(person.particulars, phone="2"), version=person.version + 1
    )
    with pytest.raises(EditConflictError):
        done.revert()


def test_each_changed_field_is_found_in_the_history(station):
    person = a_resident(station)
    station.residents.correct(
        person.id, replace(person.particulars, phone="13800138000"), version=person.version
    )
    latest = station.lists.file(person.id).history[0]
    assert (latest.field, latest.before, latest.after) == ("phone", "", "13800138000")
    assert latest.by == "测试员@desk"


def test_a_field_is_restored_from_the_history(station):
    person = a_resident(station)
    for version, employer in enumerate(("甲厂", "乙厂"), start=person.version):
        draft = replace(person.particulars, employer=employer)
        station.residents.correct(person.id, draft, version=version)
    change = station.lists.file(person.id).history[0]
    station.residents.restore_field(person.id, change.id, version=person.version + 2)
    assert station.residents.resident(person.id).particulars.employer == "甲厂"


def test_a_day_of_birth_is_restored_as_a_day(station):
    person = a_resident(station)
    station.residents.correct(
        person.id, replace(person.particulars, born=date(1991, 1, 1)), version=person.version
    )
    change = station.lists.file(person.id).history[0]
    station.residents.restore_field(person.id, change.id, version=person.version + 1)
    assert station.residents.resident(person.id).particulars.born == date(1990, 1, 1)


def test_an_address_is_not_restored_through_the_history(station):
    person = a_resident(station)
    station.residents.correct_hukou(person.id, Hukou(address="某县"), version=person.version)
    change = next(
        change
        for change in station.lists.file(person.id).history
        if change.field == "hukou_address"
    )
    with pytest.raises(RefusedError):
        station.residents.restore_field(person.id, change.id, version=person.version + 1)


def test_registration_elsewhere_makes_an_incomer(station):
    person = a_resident(station)
    station.residents.correct_hukou(
        person.id, Hukou(address="安徽省某县", is_local=False), version=person.version
    )
    assert station.residents.resident(person.id).standing is Standing.INCOMER


def test_a_foreign_document_makes_a_foreigner(station):
    person = a_resident(station, number="")
    permit = a_document("931392198304110014", kind=DocumentKind.FOREIGN_PERMANENT)
    station.residents.keep_documents(person.id, [permit], version=person.version)
    assert station.residents.resident(person.id).standing is Standing.FOREIGN


def test_documents_replace_those_before_and_come_back(station):
    person = a_resident(station)
    second = a_document("310000198502280022")
    done = station.residents.keep_documents(person.id, [second], version=person.version)
    assert station.residents.resident(person.id).primary_document().number == second.number
    done.revert()
    assert station.residents.resident(person.id).documents == person.documents


def test_somebody_elses_number_is_refused_as_a_document(station):
    person = a_resident(station)
    other = a_resident(station, "李四", number="310000198502280022")
    with pytest.raises(RefusedError):
        station.residents.keep_documents(other.id, person.documents, version=other.version)


def test_tags_hold_from_their_day_to_their_day(station):
    person = a_resident(station)
    ended = Tag(code="low_income", since=date(2020, 1, 1), until=date(2021, 1, 1))
    station.residents.keep_tags(person.id, [ended], version=person.version)
    assert station.lists.lines([person.seq])[person.seq].tags == ()
    running = Tag(code="low_income", since=date(2020, 1, 1))
    station.residents.keep_tags(person.id, [running], version=person.version + 1)
    assert station.lists.lines([person.seq])[person.seq].tags == ("low_income",)


def test_a_tag_that_ends_before_it_begins_is_refused(station):
    person = a_resident(station)
    wrong = Tag(code="low_income", since=date(2021, 1, 1), until=date(2020, 1, 1))
    with pytest.raises(ValidationFailedError):
        station.residents.keep_tags(person.id, [wrong], version=person.version)


def test_taking_tags_back_brings_the_former_ones(station):
    person = a_resident(station)
    station.residents.keep_tags(person.id, [Tag(code="a")], version=person.version)
    done = station.residents.keep_tags(person.id, [], version=person.version + 1)
    done.revert()
    assert [tag.code for tag in station.lists.file(person.id).tags] == ["a"]


def test_a_verification_is_kept_with_how_and_by_whom(station):
    person = a_resident(station)
    fact = Verification(on=TODAY, how="visit", by="王网格")
    station.residents.verify(person.id, fact, version=person.version)
    assert station.residents.resident(person.id).verified == fact


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        (Verification(on=TODAY + timedelta(days=1), how="visit", by="王"), "on"),
        (Verification(on=TODAY, how="", by="王"), "how"),
        (Verification(on=TODAY, how="visit", by=" "), "by"),
    ],
)
def test_a_verification_that_proves_nothing_is_refused(station, fact, field):
    person = a_resident(station)
    with pytest.raises(ValidationFailedError) as refused:
        station.residents.verify(person.id, fact, version=person.version)
    assert refused.value.problems[0].field == field


def test_death_outweighs_where_somebody_lives(station):
    person = a_resident(station)
    station.residents.note_death(person.id, TODAY, version=person.version)
    assert station.residents.resident(person.id).standing is Standing.DEAD


def test_a_number_shown_is_noted_in_the_audit(station):
    person = a_resident(station)
    assert station.residents.reveal(person.id, "document:0") == "110000199001010013"
    with station.store.reading() as tx:
        assert tx.audit.count("resident:document:shown") == 1


def test_likenesses_are_found_by_number_and_by_name(station):
    person = a_resident(station)
    by_number = station.residents.likenesses(name="别人", number="110000199001010013")
    assert [(found.id, found.same_number) for found in by_number] == [(person.id, True)]
    by_name = station.residents.likenesses(name="张三", born=date(1990, 1, 1))
    assert [(found.id, found.same_number) for found in by_name] == [(person.id, False)]
    assert station.residents.likenesses(name="张三", born=date(1999, 1, 1)) == ()


def test_somebody_who_is_not_kept_is_not_found(station):
    with pytest.raises(NotFoundError):
        station.residents.resident(ResidentId("0" * 32))


def test_taking_somebody_from_the_bin_makes_him_found_again(station):
    person = a_resident(station)
    station.residents.put_into_bin(person.id, version=person.version)
    assert list(station.lists.keys(ResidentFilter(binned=True))) == [person.seq]
    assert list(station.search.find("张三")) == []
    station.residents.take_from_bin(person.id, version=person.version + 1)
    assert [hit.key for hit in station.search.find("张三")] == [person.id]


def test_somebody_new_settles_in_a_new_dwelling_and_heads_a_new_household(station):
    entry = a_registration(
        home=read_address("幸福里3幢2单元501").parts, founds=HouseholdDraft(number="0012")
    )
    kept = station.lists.file(station.residents.register(entry).value)
    assert kept.resident.living_text == "幸福里3幢2单元501室"
    assert kept.household.particulars.number == "0012"
    assert kept.household.address == "幸福里3幢2单元501室"
    assert kept.household.members[0].is_head()


def test_a_household_number_is_given_once(station):
    station.residents.register(a_registration(founds=HouseholdDraft(number="0012")))
    second = a_registration("李四", number="", founds=HouseholdDraft(number="0012"))
    with pytest.raises(RefusedError) as refused:
        station.residents.register(second)
    assert refused.value.reason == "household.number-taken"


@pytest.mark.parametrize("typed", ["110000900101001", "110000 900101 001", "110000199001010013"])
def test_a_number_of_either_generation_of_cards_shows_who_is_there_already(station, typed):
    person = a_resident(station)
    found = station.residents.likenesses(name="别人", number=typed)
    assert [(each.id, each.same_number) for each in found] == [(person.id, True)]


def test_who_is_kept_with_an_old_number_is_seen_when_the_new_one_is_typed(station):
    person = a_resident(station, number="")
    old = a_document("110000900101001", kind=DocumentKind.LEGACY_ID)
    station.residents.keep_documents(person.id, [old], version=person.version)
    found = station.residents.likenesses(name="", number="110000199001010013")
    assert [each.id for each in found] == [person.id]
    assert station.residents.likenesses(name="", number="110000199001010030") == ()


def test_the_person_being_corrected_is_not_like_himself(station):
    person = a_resident(station)
    assert station.residents.likenesses(name="张三", but=person.id) == ()


def test_a_home_without_a_name_is_no_home(station):
    entry = a_registration(home=read_address("501室").parts)
    with pytest.raises(ValidationFailedError) as refused:
        station.residents.register(entry)
    assert [problem.field for problem in refused.value.problems] == ["home"]


def test_since_when_and_why_he_lives_there_is_corrected_without_a_move(station):
    person = a_resident(station, address="幸福里小区3幢2单元501室")
    latter = Living(since=date(2020, 5, 1), basis="rented", proof=" 租赁合同 ")
    done = station.residents.correct_living(person.id, latter, version=person.version)
    kept = station.residents.resident(person.id)
    assert (kept.living.since, kept.living.proof) == (date(2020, 5, 1), "租赁合同")
    assert kept.living_text == person.living_text
    assert station.lists.file(person.id).periods == ()
    done.revert()
    assert station.residents.resident(person.id).living == person.living


def test_nobody_dies_tomorrow(station):
    person = a_resident(station)
    with pytest.raises(ValidationFailedError):
        station.residents.note_death(person.id, TODAY + timedelta(days=1), version=person.version)
    station.residents.note_death(person.id, TODAY, version=person.version)


def test_people_without_a_number_may_be_many(station):
    keys = {a_resident(station, "张三", number="").id for _ in range(3)}
    assert len(keys) == 3
    assert len(station.residents.likenesses(name="张三")) == 3
    assert station.residents.likenesses(name="", number="") == ()
    assert len(station.lists.keys(ResidentFilter(lacks_document=True))) == 3


def test_the_first_of_several_documents_is_the_primary_one_unless_told(station):
    person = a_resident(station, number="")
    card = a_document()
    passport = a_document("E12345678", kind=DocumentKind.CN_PASSPORT)
    station.residents.keep_documents(person.id, [passport, card], version=person.version)
    assert station.residents.resident(person.id).primary_document().number == "E12345678"
    chosen = [passport, replace(card, is_primary=True)]
    station.residents.keep_documents(person.id, chosen, version=person.version + 1)
    kept = station.residents.resident(person.id)
    assert kept.primary_document().number == card.number
    assert sum(document.is_primary for document in kept.documents) == 1


@pytest.mark.parametrize("typed", ["1380000", "5678", "02584397406"])
def test_each_of_several_telephones_in_one_field_finds_the_person(station, typed):
    draft = a_draft("张三", phone="13911112222", other_phone="025-84397406、13800005678")
    key = station.residents.register(a_registration(particulars=draft)).value
    assert [hit.key for hit in station.search.find(typed)] == [key]


def test_ones_own_number_may_be_kept_again(station):
    person = a_resident(station)
    longer = [replace(a_document(), is_long_term=True)]
    station.residents.keep_documents(person.id, longer, version=person.version)
    assert station.residents.resident(person.id).primary_document().is_long_term


def test_a_change_that_is_not_in_the_history_is_not_restored(station):
    person = a_resident(station)
    with pytest.raises(RefusedError):
        station.residents.restore_field(person.id, "0" * 32, version=person.version)


def test_a_line_or_a_file_that_is_not_kept_is_told(station):
    person = a_resident(station)
    assert station.lists.key_of_line(person.seq) == person.id
    with pytest.raises(NotFoundError):
        station.lists.key_of_line(999)
    with pytest.raises(NotFoundError):
        station.attachments.content(person.id, "0" * 32)


def test_a_tag_kept_on_keeps_its_record(station):
    person = a_resident(station, tags=(Tag(code="low_income"),))
    (tag,) = station.lists.file(person.id).tags
    ended = replace(tag, until=TODAY)
    station.residents.keep_tags(person.id, [ended], version=person.version)
    assert station.lists.file(person.id).tags == (ended,)


def test_numbers_are_kept_as_they_are_compared(station):
    person = a_resident(station, number=" 33000019881108001x ")
    assert person.primary_document().number == "33000019881108001X"


def test_a_tag_given_another_day_is_told_in_the_history(station):
    person = a_resident(station)
    station.residents.keep_tags(
        person.id, [Tag(code="low_income", since=date(2020, 1, 1))], version=person.version
    )
    kept = station.lists.file(person.id).tags[0]
    station.residents.keep_tags(
        person.id, [replace(kept, until=date(2026, 2, 1))], version=person.version + 1
    )
    latest = station.lists.file(person.id).history[0]
    assert latest.before == "low_income（2020-01-01）"
    assert latest.after == "low_income（2020-01-01，2026-02-01）"
