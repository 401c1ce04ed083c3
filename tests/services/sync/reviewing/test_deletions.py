"""What was binned or deleted on one device while it was edited on another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from station_app.domain.sync.review import DELETE, RESTORE, ReviewChoice
from tests.services.sync.replicas import exchange
from tests.services.sync.reviewing.answers import NUMBER, choice


def correct_paper(replica, key, **particulars):
    person = replica.person(key)
    paper = replace(person.documents[0], **particulars)
    replica.people.keep_documents(key, [paper], version=person.version)


def lose_paper(replica, key):
    replica.people.keep_documents(key, [], version=replica.person(key).version)


def binned_beside_edit(one, other, clock):
    """Let somebody be put into the bin here and, later, be edited there."""
    key = one.register("曾小贤", phone="13800000000")
    exchange(one, other)
    one.people.put_into_bin(key, version=one.person(key).version)
    clock.moment += timedelta(hours=1)
    other.correct(key, phone="13822222222", note="搬到二楼")
    exchange(one, other)
    return key


def test_edit_beside_the_bin_asks_whether_to_bring_the_record_back(pair, clock):
    one, other = pair
    binned_beside_edit(one, other, clock)
    for replica in pair:
        (case,) = replica.review.cases()
        (point,) = case.points
        assert point.is_deletion
        assert point.proposed == ""
        options = {option.key: option for option in point.options}
        assert [(edit.column, edit.text) for edit in options[RESTORE].edits] == [
            ("phone", "138****2222"),
            ("note", "搬到二楼"),
        ]
        assert options[RESTORE].person == "laptop"
        assert options[DELETE].person == "desk"
        assert options[DELETE].stands


@pytest.mark.parametrize(("option", "is_binned"), [(RESTORE, False), (DELETE, True)])
def test_what_becomes_of_the_binned_travels(pair, clock, option, is_binned):
    one, other = pair
    key = binned_beside_edit(one, other, clock)
    (point,) = other.points()
    outcome = other.review.resolve([ReviewChoice(point=point.id, option=option)]).value
    assert outcome.closed == 1
    exchange(one, other)
    assert one.review.count() == other.review.count() == 0
    assert one.person(key).is_binned is other.person(key).is_binned is is_binned
    assert one.state_hash() == other.state_hash()
    found = one.station.search.find("曾小贤", limit=5)
    assert [hit.key for hit in found] == ([] if is_binned else [key])


def deleted_beside_edit(one, other, clock):
    """Let a document be taken away here and, later, be edited there."""
    key = one.register("曾小贤", NUMBER)
    exchange(one, other)
    lose_paper(one, key)
    clock.moment += timedelta(hours=1)
    correct_paper(other, key, issuer="石头城公安局")
    exchange(one, other)
    return key


@pytest.mark.parametrize("option", [RESTORE, DELETE])
def test_what_becomes_of_the_deleted_travels(pair, clock, option):
    one, other = pair
    key = deleted_beside_edit(one, other, clock)
    (case,) = other.review.cases()
    (point,) = case.points
    assert case.title == "曾小贤"
    assert (point.table, point.is_deletion, point.proposed) == ("document", True, "")
    assert point.subject.startswith("居民身份证 110101")
    assert "****" in point.subject
    assert other.person(key).documents == ()
    other.review.resolve([ReviewChoice(point=point.id, option=option)])
    exchange(one, other)
    assert one.review.count() == other.review.count() == 0
    for replica in pair:
        issuers = [document.issuer for document in replica.person(key).documents]
        assert issuers == (["石头城公安局"] if option == RESTORE else [])
        hits = replica.station.search.find(NUMBER, limit=5)
        assert [hit.key for hit in hits] == ([key] if option == RESTORE else [])
    assert one.state_hash() == other.state_hash()


@pytest.mark.parametrize("option", [RESTORE, DELETE])
def test_undoing_what_became_of_the_deleted_travels_too(pair, clock, option):
    one, other = pair
    key = deleted_beside_edit(one, other, clock)
    (point,) = one.points()
    done = one.review.resolve([ReviewChoice(point=point.id, option=option)])
    done.revert()
    exchange(one, other)
    assert one.person(key).documents == other.person(key).documents == ()
    assert one.review.count() == other.review.count() == 0
    assert one.state_hash() == other.state_hash()


def test_undoing_a_return_from_the_bin_puts_it_there_again(pair, clock):
    one, other = pair
    key = binned_beside_edit(one, other, clock)
    (point,) = one.points()
    done = one.review.resolve([ReviewChoice(point=point.id, option=RESTORE)])
    assert not one.person(key).is_binned
    done.revert()
    exchange(one, other)
    assert one.person(key).is_binned
    assert other.person(key).is_binned


@pytest.fixture
def contested(replicas):
    """Whose document was edited on two devices while it was deleted on the third."""
    one, other, third = replicas
    key = one.register("曾小贤", NUMBER)
    exchange(*replicas)
    for replica, issuer in ((one, "甲局"), (other, "乙局")):
        correct_paper(replica, key, issuer=issuer)
    lose_paper(third, key)
    exchange(*replicas)
    return key


def test_fields_stay_open_when_their_record_comes_back(replicas, contested):
    one = replicas[0]
    points = one.points()
    assert [point.column for point in points] == ["", "issuer"]
    one.review.resolve([ReviewChoice(point=points[0].id, option=RESTORE)])
    (left,) = one.points()
    assert left.column == "issuer"
    assert {option.text for option in left.options} == {"甲局", "乙局"}
    one.review.resolve([choice(left, "甲局")])
    exchange(*replicas)
    assert [each.review.count() for each in replicas] == [0, 0, 0]
    assert {each.person(contested).documents[0].issuer for each in replicas} == {"甲局"}


def test_record_and_its_field_are_decided_together(replicas, contested):
    one = replicas[0]
    life, issuer = one.points()
    one.review.resolve([choice(issuer, "乙局"), ReviewChoice(point=life.id, option=RESTORE)])
    exchange(*replicas)
    assert [each.review.count() for each in replicas] == [0, 0, 0]
    assert {each.person(contested).documents[0].issuer for each in replicas} == {"乙局"}
    assert len({each.state_hash() for each in replicas}) == 1


def test_return_of_a_record_contests_no_field_that_is_edited_meanwhile(replicas, clock):
    one, other, third = replicas
    key = one.register("曾小贤", NUMBER)
    exchange(*replicas)
    lose_paper(one, key)
    correct_paper(other, key, issuer="甲局")
    exchange(one, other)
    (point,) = one.points()
    one.review.resolve([ReviewChoice(point=point.id, option=RESTORE)])
    correct_paper(third, key, valid_from=date(2020, 1, 1))
    exchange(*replicas)
    assert [each.review.count() for each in replicas] == [0, 0, 0]
    (kept,) = third.person(key).documents
    assert (kept.issuer, kept.valid_from) == ("甲局", date(2020, 1, 1))


def test_deletion_by_somebody_who_had_seen_both_closes_it(pair, clock):
    one, other = pair
    key = one.register("曾小贤", NUMBER)
    exchange(one, other)
    for replica, issuer in ((one, "甲局"), (other, "乙局")):
        correct_paper(replica, key, issuer=issuer)
    exchange(one, other)
    assert one.review.count() == 1
    lose_paper(one, key)
    assert one.review.count() == 0
    one.send(other)
    assert other.review.count() == 0


def test_one_in_the_bin_there_and_put_back_here_is_a_question_about_the_record(replicas, clock):
    one, other, third = replicas
    key = one.register("曾小贤")
    one.people.put_into_bin(key, version=one.person(key).version)
    exchange(*replicas)
    one.people.take_from_bin(key, version=one.person(key).version)
    other.people.take_from_bin(key, version=other.person(key).version)
    other.people.put_into_bin(key, version=other.person(key).version)
    exchange(*replicas)
    (point,) = third.points()
    assert point.is_deletion
    third.review.resolve([ReviewChoice(point=point.id, option=RESTORE)])
    exchange(*replicas)
    assert [each.person(key).is_binned for each in replicas] == [False] * 3
    assert [each.review.count() for each in replicas] == [0, 0, 0]
