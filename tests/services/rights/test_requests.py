from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from station_app.domain.rights.requests import Asker, Event, Kind, State, View
from station_app.services.rights.requests import Step
from tests.factories import a_resident

ANSWER = Step(answer="已更正，特此答复。")


def kept(station, key):
    return station.requests.request(key)


def test_a_request_gets_its_number_and_the_day_it_is_due(station, person, asked):
    request = kept(station, asked(person).value)
    assert request.number == "权申字〔2026〕第0001号"
    assert request.due_on == date(2026, 3, 20)
    assert (request.state, request.holder) == (State.RECEIVED, "张三")


def test_numbers_go_on_and_one_taken_back_is_not_given_again(station, person, asked):
    asked(person).revert()
    assert kept(station, asked(person).value).number.endswith("第0002号")


def test_a_request_is_worked_at_answered_and_closed(station, person, asked):
    key = asked(person).value
    for version, (event, said) in enumerate(
        ((Event.BEGIN, Step()), (Event.ANSWER, ANSWER), (Event.CLOSE, Step())), start=1
    ):
        station.requests.advance(key, event, said, version=version)
    request = kept(station, key)
    assert (request.state, request.answer) == (State.CLOSED, ANSWER.answer)
    assert request.answered_on == date(2026, 3, 1)
    acts = [change.act for change in station.requests.history(key)]
    assert acts[-1] == "received"
    assert {"begin", "answer", "close"} <= set(acts)


def test_a_step_is_taken_back(station, person, asked):
    key = asked(person).value
    done = station.requests.advance(key, Event.ANSWER, ANSWER, version=1)
    done.revert()
    request = kept(station, key)
    assert (request.state, request.answer, request.answered_on) == (State.RECEIVED, "", None)


@pytest.mark.parametrize(
    ("event", "said", "field"),
    [
        (Event.ANSWER, Step(), "answer"),
        (Event.ANSWER, Step(answer="长" * 2001), "answer"),
        (Event.REFUSE, Step(answer="不行"), "ground"),
        (Event.REFUSE, Step(ground="because"), "ground"),
    ],
)
def test_an_answer_needs_words_and_a_refusal_a_ground_in_law(
    station, person, asked, event, said, field
):
    key = asked(person).value
    with pytest.raises(ValidationFailedError) as failed:
        station.requests.advance(key, event, said, version=1)
    assert failed.value.problems[0].field == field
    assert kept(station, key).state is State.RECEIVED


def test_what_is_over_cannot_be_answered(station, person, asked):
    key = asked(person).value
    station.requests.advance(key, Event.WITHDRAW, version=1)
    with pytest.raises(RefusedError) as refused:
        station.requests.advance(key, Event.ANSWER, ANSWER, version=2)
    assert refused.value.reason == "rights.not-in-this-state"


def test_the_second_of_two_hands_is_refused(station, person, asked):
    key = asked(person).value
    station.requests.advance(key, Event.BEGIN, version=1)
    with pytest.raises(EditConflictError):
        station.requests.advance(key, Event.ANSWER, ANSWER, version=1)


def test_views_are_counted_and_the_most_pressing_come_first(station, person, asked, clock):
    old = asked(person, received_on=date(2026, 2, 1)).value
    near = asked(person, received_on=date(2026, 2, 4)).value
    new = asked(person).value
    done = asked(person).value
    station.requests.advance(done, Event.ANSWER, ANSWER, version=1)
    counts = station.requests.counts()
    assert counts == {View.OPEN: 3, View.SOON: 1, View.OVERDUE: 1, View.DONE: 1, View.ALL: 4}
    assert station.requests.search(View.OPEN) == [old, near, new]
    for view in View:
        assert len(station.requests.search(view)) == counts[view]
    clock.moment = datetime(2026, 6, 1, 8, tzinfo=UTC)
    assert station.requests.counts()[View.OVERDUE] == 3


def test_requests_are_found_by_name_number_and_kind(station, person, asked):
    other = a_resident(station, "李四", number="320000194001010028")
    first, second = asked(person).value, asked(other, Kind.DELETE).value
    assert station.requests.search(View.ALL, "李四") == [second]
    assert station.requests.search(View.ALL, "0001") == [first]
    assert station.requests.search(View.ALL, kind=Kind.DELETE) == [second]
    assert station.requests.search(View.ALL, "100%") == []


def test_correcting_for_a_request_changes_the_person_and_both_histories(
    station, person, asked, acts
):
    key = asked(person, Kind.CORRECT).value
    seen = station.residents.resident(person.id)
    draft = replace(seen.particulars, phone="14200000077")
    done = station.requests.correct_person(key, draft, version=seen.version)
    assert station.residents.resident(person.id).particulars.phone == "14200000077"
    (change,) = [c for c in station.requests.history(key) if c.act == "corrected-person"]
    assert (change.field, change.after) == ("fields", "phone")
    assert "14200000077" not in "".join(c.after for c in station.requests.history(key))
    assert acts()[-1] == "request:data:corrected-person"
    done.revert()
    assert station.residents.resident(person.id).particulars.phone == "14200000001"


def test_deleting_for_a_request_erases_or_withholds(station, person, asked):
    key = asked(person, Kind.DELETE).value
    groups = ["contact", "disability", "identity"]
    what = station.requests.what_follows(key, groups)
    done = station.requests.erase(key, groups)
    assert done.value == what
    assert (what.erased, what.frozen) == (("phone",), ("tag:disabled",))
    assert "name" in what.kept
    assert station.residents.resident(person.id).particulars.phone == ""
    done.revert()
    assert station.residents.resident(person.id).particulars.phone == "14200000001"
    assert station.rights.of(person.id).withheld == ()


def test_data_are_not_touched_for_a_request_that_is_over(station, person, asked):
    key = asked(person, Kind.DELETE).value
    station.requests.advance(key, Event.WITHDRAW, version=1)
    with pytest.raises(RefusedError):
        station.requests.erase(key, ["contact"])
    seen = station.residents.resident(person.id)
    with pytest.raises(RefusedError):
        station.requests.correct_person(key, seen.particulars, version=seen.version)


def test_only_relatives_ask_about_the_dead(station, person, asked):
    station.residents.note_death(person.id, date(2026, 2, 1), version=person.version)
    with pytest.raises(ValidationFailedError) as failed:
        asked(person)
    assert failed.value.problems[0].code == "has-died"
    asked(person, asker=Asker.RELATIVE, asker_name="张子", proof="死亡证明、户口簿")


def test_an_entry_is_corrected_as_long_as_it_is_open(station, person, asked):
    key = asked(person).value
    draft = replace(kept(station, key).particulars, received_on=date(2026, 2, 20))
    done = station.requests.correct_entry(key, draft, version=1)
    assert kept(station, key).due_on == date(2026, 3, 13)
    done.revert()
    assert kept(station, key).due_on == date(2026, 3, 20)
