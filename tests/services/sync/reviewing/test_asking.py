"""How conflicts are told, and what may be entered for them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from station_app.domain.errors import NotFoundError, ValidationFailedError
from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.sync.review import OTHER, CaseKind, ReviewChoice, ValueKind
from tests.conftest import StoppedClock
from tests.services.sync.replicas import Replica, exchange
from tests.services.sync.reviewing.answers import NUMBER, differ


def test_conflict_appears_on_both_with_who_and_when(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    for replica in pair:
        (case,) = replica.review.cases()
        assert (case.kind, case.title, case.record) == (
            CaseKind.PERSON,
            "曾小贤",
            ("resident", key),
        )
        (point,) = case.points
        assert (point.table, point.column, point.before) == ("resident", "phone", "138****0000")
        first, second = sorted(point.options, key=lambda option: option.at)
        assert (first.text, first.person, first.device) == ("138****1111", "desk", "desk")
        assert (second.text, second.person, second.device) == ("138****2222", "laptop", "laptop")
        assert [first.stands, second.stands] == [False, True]
        assert second.at - first.at == timedelta(hours=1)
        assert [first.is_own, second.is_own] == [replica is one, replica is other]
        assert point.options[0].is_own
        assert point.proposed == second.key
        assert case.since == second.at
        assert replica.review.count() == 1


def test_numbers_are_shown_in_full_only_when_asked_for_and_noted(pair, clock):
    one, other = pair
    differ(one, other, clock)
    (point,) = one.points()
    assert point.is_masked
    option = next(each for each in point.options if each.text.endswith("1111"))
    assert one.review.reveal(point.id, option.key) == "13811111111"
    assert one.rows("SELECT count(*) FROM audit_entry WHERE act = 'exchange:conflict:shown'") == [
        (1,)
    ]
    with pytest.raises(NotFoundError):
        one.review.reveal(point.id, "9.9")
    with pytest.raises(NotFoundError):
        one.review.reveal("none", option.key)


def test_names_of_codes_are_told_and_nothing_is_typed_for_them(pair, clock):
    one, other = pair
    key = one.register("曾小贤")
    exchange(one, other)
    one.correct(key, marital="10")
    other.correct(key, marital="20")
    exchange(one, other)
    (point,) = one.points()
    assert point.kind is ValueKind.CODE
    assert {option.text for option in point.options} == {"未婚", "已婚"}
    assert not point.takes_other
    with pytest.raises(ValidationFailedError):
        one.review.resolve([ReviewChoice(point=point.id, option=OTHER, value="30")])


@pytest.mark.parametrize(
    ("column", "here", "there", "typed"),
    [
        ("name", "甲", "乙", ""),
        ("born", date(1990, 1, 1), date(1991, 1, 1), "1990-13-01"),
        ("born", date(1990, 1, 1), date(1991, 1, 1), "2990-01-01"),
        ("note", "a", "b", "x" * 2001),
    ],
)
def test_what_cannot_be_is_not_entered(pair, clock, column, here, there, typed):
    one, other = pair
    key = one.register("曾小贤")
    exchange(one, other)
    one.correct(key, **{column: here})
    other.correct(key, **{column: there})
    exchange(one, other)
    (point,) = one.points()
    with pytest.raises(ValidationFailedError):
        one.review.resolve([ReviewChoice(point=point.id, option=OTHER, value=typed)])
    assert one.review.count() == 1


def test_day_is_entered_as_it_is_kept(pair, clock):
    one, other = pair
    key = one.register("曾小贤")
    exchange(one, other)
    one.correct(key, born=date(1990, 1, 1))
    other.correct(key, born=date(1991, 1, 1))
    exchange(one, other)
    (point,) = one.points()
    one.review.resolve([ReviewChoice(point=point.id, option=OTHER, value="1992-02-03")])
    assert one.person(key).particulars.born == date(1992, 2, 3)


def test_clock_that_was_far_ahead_is_told_and_not_believed(tmp_path, key, empty_store):
    right = StoppedClock(datetime(2026, 3, 1, 8, tzinfo=UTC))
    ahead = StoppedClock(datetime(2026, 3, 3, 8, tzinfo=UTC))
    one, other = (
        Replica(tmp_path, name, clock, key=key, empty_store=empty_store)
        for name, clock in (("desk", right), ("laptop", ahead))
    )
    one.meet(other)
    other.meet(one)
    key = one.register("曾小贤")
    exchange(one, other)
    one.correct(key, note="甲")
    other.correct(key, note="乙")
    exchange(one, other)
    (point,) = one.points()
    assert {option.text: option.is_suspect for option in point.options} == {
        "甲": False,
        "乙": True,
    }
    assert point.proposed == ""
    for replica in (one, other):
        replica.station.close()


def test_places_stand_by_themselves_and_tables_after(pair, clock):
    one, other = pair
    made = "INSERT INTO estate (id, name, version, created_at, created_by, changed_at, changed_by)"
    one.run(f"{made} VALUES (?, ?, 1, '', '', '', '')", "e1", "幸福里")
    one.run("INSERT INTO setting (key, value) VALUES (?, ?)", "phone", "1")
    exchange(one, other)
    for replica, name in ((one, "幸福里小区"), (other, "幸福里一期")):
        replica.run("UPDATE estate SET name = ? WHERE id = 'e1'", name)
        replica.run("UPDATE setting SET value = ? WHERE key = 'phone'", name)
    exchange(one, other)
    cases = {case.kind: case for case in one.review.cases()}
    assert cases[CaseKind.PLACE].key == "estate:e1"
    assert cases[CaseKind.PLACE].title in {"幸福里小区", "幸福里一期"}
    assert cases[CaseKind.PLACE].points[0].before is None
    assert cases[CaseKind.TABLE].points[0].subject == "phone"


def test_what_belongs_to_a_person_is_listed_under_the_person(pair, clock):
    one, other = pair
    key = one.register("曾小贤", NUMBER)
    one.run(
        "INSERT INTO household (id, number, kind, note, version, created_at, created_by,"
        " changed_at, changed_by) VALUES ('h1', '7', 'family', ?, 1, '', '', '', '')",
        "",
    )
    one.run("UPDATE resident SET household_id = 'h1', relation = '02' WHERE id = ?", key)
    exchange(one, other)
    for replica, text in ((one, "甲"), (other, "乙")):
        replica.run("UPDATE household SET note = ? WHERE id = 'h1'", text)
        replica.run("UPDATE document SET issuer = ? WHERE resident_id IS NOT NULL", text)
        replica.correct(key, note=text)
    exchange(one, other)
    (case,) = one.review.cases()
    assert [point.table for point in case.points] == ["household", "resident", "document"]
    assert case.points[0].subject == "7"
    assert case.record == ("resident", key)


def test_document_number_is_masked_by_its_kind(pair, clock):
    one, other = pair
    key = one.register("曾小贤")
    person = one.person(key)
    passport = Document(kind=DocumentKind.CN_PASSPORT, number="E12345678")
    one.people.keep_documents(key, [passport], version=person.version)
    exchange(one, other)
    one.run("UPDATE document SET number = ?", "E12345679")
    other.run("UPDATE document SET number = ?", "E12345670")
    exchange(one, other)
    (point,) = one.points()
    assert point.proposed == ""
    assert all("*" in option.text for option in point.options)
    one.review.resolve([ReviewChoice(point=point.id, option=OTHER, value="e1234 5671")])
    assert one.person(key).documents[0].number == "E12345671"
