"""Conflicts decided by a person, closed wherever the decision arrives."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from station_app.domain.errors import EditConflictError, RefusedError
from station_app.domain.sync.devices import Scope
from station_app.domain.sync.review import DELETE, OTHER, ReviewChoice
from tests.services.sync.replicas import exchange
from tests.services.sync.reviewing.answers import choice, decide, differ, phone


def test_what_is_decided_here_is_closed_there(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    outcome = decide(one, "1111").value
    assert (outcome.closed, outcome.waiting) == (1, 0)
    assert one.review.cases() == ()
    assert other.review.count() == 1
    one.send(other)
    assert other.review.cases() == ()
    assert phone(one, key) == phone(other, key) == "1111"
    exchange(one, other)
    assert one.state_hash() == other.state_hash()


def test_choosing_what_stands_already_closes_it_too(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    decide(other, "2222")
    other.send(one)
    assert one.review.count() == other.review.count() == 0
    assert phone(one, key) == "2222"


def test_decision_travels_by_a_third(replicas, clock):
    one, other, third = replicas
    key = differ(one, other, clock)
    exchange(one, third)
    assert third.review.count() == 1
    (point,) = third.points()
    assert {option.device for option in point.options} == {"desk", "laptop"}
    decide(third, "1111")
    third.send(other)
    other.send(one)
    assert [each.review.count() for each in replicas] == [0, 0, 0]
    assert {phone(each, key) for each in replicas} == {"1111"}


def test_something_else_may_be_entered(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    (point,) = one.points()
    one.review.resolve([ReviewChoice(point=point.id, option=OTHER, value=" 13833333333 ")])
    one.send(other)
    assert phone(other, key) == "3333"
    assert other.review.count() == 0


def test_ordinary_later_edit_closes_it(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    one.correct(key, phone="13844444444")
    assert one.review.count() == 0
    one.send(other)
    assert other.review.count() == 0


def test_different_decisions_at_the_same_time_are_a_new_conflict(pair, clock):
    one, other = pair
    differ(one, other, clock)
    before = {point.id for point in one.points()}
    decide(one, "1111")
    clock.moment += timedelta(hours=1)
    decide(other, "2222")
    exchange(one, other)
    for replica in pair:
        (point,) = replica.points()
        assert point.id not in before
        assert sorted(option.text[-4:] for option in point.options) == ["1111", "2222"]
    decide(one, "1111")
    exchange(one, other)
    assert one.review.count() == other.review.count() == 0


def test_same_decision_on_both_is_no_conflict(pair, clock):
    one, other = pair
    differ(one, other, clock)
    decide(one, "1111")
    decide(other, "1111")
    exchange(one, other)
    assert one.review.count() == other.review.count() == 0


def test_three_values_are_one_question(replicas, clock):
    one = replicas[0]
    key = one.register("曾小贤", phone="13800000000")
    exchange(*replicas)
    for number, replica in enumerate(replicas, 1):
        clock.moment += timedelta(hours=1)
        replica.correct(key, phone=f"1380000000{number}")
    exchange(*replicas)
    for replica in replicas:
        (point,) = replica.points()
        assert len(point.options) == 3
        assert point.before == "138****0000"
    decide(one, "0002")
    exchange(*replicas)
    assert [each.review.count() for each in replicas] == [0, 0, 0]
    assert {phone(each, key) for each in replicas} == {"0002"}


def test_question_that_has_changed_is_not_answered(replicas, clock):
    one, other, third = replicas
    key = one.register("曾小贤", phone="13800000000")
    exchange(*replicas)
    for number, replica in enumerate(replicas, 1):
        replica.correct(key, phone=f"1380000000{number}")
    other.send(one)
    (point,) = one.points()
    third.send(one)
    with pytest.raises(EditConflictError):
        one.review.resolve([choice(point, "0002")])


def test_several_are_decided_at_once_or_none(pair, clock):
    one, other = pair
    key = differ(one, other, clock, employer="石头城小学")
    other.correct(key, employer="石头城中学")
    other.send(one)
    assert one.review.count() == 1
    two = one.register("胡一菲", note="a")
    exchange(one, other)
    one.correct(two, note="b")
    other.correct(two, note="c")
    exchange(one, other)
    points = one.points()
    good = ReviewChoice(point=points[0].id, option=points[0].options[0].key)
    with pytest.raises(EditConflictError):
        one.review.resolve([good, ReviewChoice(point="none", option=DELETE)])
    assert one.review.count() == 2
    chosen = [ReviewChoice(point=each.id, option=each.options[0].key) for each in points]
    assert one.review.resolve(chosen).value.closed == 2
    one.send(other)
    assert other.review.count() == 0


def test_undoing_brings_back_what_stood(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    done = decide(one, "1111")
    assert phone(one, key) == "1111"
    done.revert()
    assert phone(one, key) == "2222"
    exchange(one, other)
    assert phone(other, key) == "2222"
    assert one.review.count() == other.review.count() == 0


def test_undoing_is_refused_once_somebody_has_gone_on(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    done = decide(one, "1111")
    one.correct(key, phone="13855555555")
    with pytest.raises(EditConflictError):
        done.revert()
    assert phone(one, key) == "5555"


def test_history_and_audit_tell_of_the_decision(pair, clock):
    one, other = pair
    key = differ(one, other, clock)
    version = one.person(key).version
    decide(one, "1111")
    assert one.person(key).version == version + 1
    change = one.rows("SELECT act, field, before, after FROM history WHERE act = 'resolved'")
    assert change == [("resolved", "phone", "13822222222", "13811111111")]
    (facts,) = one.rows("SELECT facts FROM audit_entry WHERE act = 'exchange:conflict:resolved'")
    assert '"column": "phone"' in facts[0]
    assert '"phone": ["138****2222", "138****1111"]' in facts[0]
    assert "1382222" not in facts[0]


def test_search_and_standing_follow(pair, clock):
    one, other = pair
    key = one.register("曾小贤")
    exchange(one, other)
    one.correct(key, name="曾大贤")
    clock.moment += timedelta(hours=1)
    other.correct(key, name="曾老贤")
    exchange(one, other)
    decide(other, "大贤")
    found = other.station.search.find("大贤", limit=5)
    assert [hit.key for hit in found] == [key]


def test_choice_of_what_is_gone_is_refused(pair, clock):
    one, other = pair
    for number in ("1", "2"):
        one.run(
            "INSERT INTO household (id, number, kind, note, version, created_at, created_by,"
            " changed_at, changed_by) VALUES (?, ?, 'family', '', 1, '', '', '', '')",
            f"h{number}",
            number,
        )
    key = one.register("曾小贤")
    exchange(one, other)
    one.run("UPDATE resident SET household_id = 'h1' WHERE id = ?", key)
    clock.moment += timedelta(hours=1)
    other.run("UPDATE resident SET household_id = 'h2' WHERE id = ?", key)
    exchange(one, other)
    (point,) = one.points()
    assert {option.text for option in point.options} == {"1", "2"}
    one.run("DELETE FROM household WHERE id = ?", "h1")
    (point,) = [each for each in one.points() if each.column == "household_id"]
    gone = next(option for option in point.options if not option.stands)
    with pytest.raises(RefusedError) as refused:
        one.review.resolve([ReviewChoice(point=point.id, option=gone.key)])
    assert refused.value.reason == "sync.reference-gone"


def test_what_is_decided_beside_a_gap_stays_open_and_says_so(replicas, clock):
    one, other, third = replicas
    key = differ(one, other, clock)
    # the first file for the third is lost on the way; it hears of the conflict only
    lost = one.bundle_for(third)
    assert lost.top > 0
    with one.store.transaction() as tx:
        bundle = tx.exchange.collect(third.device, own_scope=Scope(), base=lost.base)
    third.take(replace(bundle, base=bundle.base + 1), one)
    assert third.review.count() == 1
    (asked,) = third.points()
    outcome = third.review.resolve([choice(asked, "1111")]).value
    assert (outcome.closed, outcome.waiting) == (0, 1)
    (point,) = third.points()
    assert point.is_decided
    assert point.id != asked.id
    assert phone(third, key) == "1111"
    third.take(lost, one)
    (point,) = third.points()
    assert not point.is_decided
    assert decide(third, "1111").value.closed == 1
