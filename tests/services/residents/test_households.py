from __future__ import annotations

from datetime import date, timedelta

import pytest

from station_app.domain.addresses import read_address
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.standing import Standing
from station_app.services.residents.households import Move
from tests.factories import TODAY, a_draft, a_resident

WIFE = "12"
HEAD = "02"


@pytest.fixture
def head(station):
    return a_resident(station, "张三", address="幸福里小区3幢2单元501室")


@pytest.fixture
def wife(station):
    return a_resident(
        station, "李四", number="310000198502280022", address="幸福里小区3幢2单元501室"
    )


@pytest.fixture
def family(station, head, wife):
    """A household of two, both as kept after it was founded."""
    draft = HouseholdDraft(number="00001", dwelling_id=head.living.dwelling_id)
    key = station.households.found(head.id, draft, version=head.version).value
    station.households.join(wife.id, key, WIFE, version=wife.version)
    return key


def relations(station, key):
    return {member.name: member.relation for member in station.households.household(key).members}


def test_a_household_lists_its_head_first(station, family):
    household = station.households.household(family)
    assert [member.name for member in household.members] == ["张三", "李四"]
    assert household.members[0].is_head()
    assert household.address == "幸福里小区3幢2单元501室"


def test_members_numbers_are_masked(station, family):
    numbers = [member.number for member in station.households.household(family).members]
    assert numbers == ["110000********0013", "310000********0022"]


def test_a_number_that_is_taken_is_refused(station, family):
    other = a_resident(station, "王五", number="440000200002290039")
    with pytest.raises(RefusedError) as refused:
        station.households.found(other.id, HouseholdDraft(number="00001"), version=other.version)
    assert refused.value.reason == "household.number-taken"


def test_joining_asks_for_the_relation(station, family):
    other = a_resident(station, "王五", number="440000200002290039")
    with pytest.raises(ValidationFailedError):
        station.households.join(other.id, family, "", version=other.version)


def test_a_new_head_takes_the_place_of_the_former(station, family, wife):
    person = station.residents.resident(wife.id)
    done = station.households.join(wife.id, family, HEAD, version=person.version)
    assert relations(station, family) == {"李四": HEAD, "张三": "97"}
    done.revert()
    assert relations(station, family) == {"张三": HEAD, "李四": WIFE}


def test_leaving_keeps_the_others_together(station, family, wife):
    person = station.residents.resident(wife.id)
    station.households.leave(wife.id, version=person.version)
    assert relations(station, family) == {"张三": HEAD}


def test_a_whole_household_moves_in_one_step(station, family, head, wife):
    to = read_address("和平新村9幢4单元1502室").parts
    station.households.move_household(family, Move(to=to, on=TODAY, basis="rented"))
    for person in (head, wife):
        moved = station.residents.resident(person.id)
        assert (moved.living_text, moved.living.since) == ("和平新村9幢4单元1502室", TODAY)
    assert station.households.household(family).address == "和平新村9幢4单元1502室"


def test_the_former_address_is_kept_as_a_period(station, family, head):
    to = read_address("和平新村9幢4单元1502室").parts
    station.households.move_household(family, Move(to=to, on=TODAY))
    period = station.lists.file(head.id).periods[0]
    assert (period.address, period.until) == ("幸福里小区3幢2单元501室", TODAY)


def test_taking_a_move_back_restores_people_household_and_periods(station, family, head):
    to = read_address("和平新村9幢4单元1502室").parts
    station.households.move_household(family, Move(to=to, on=TODAY)).revert()
    assert station.residents.resident(head.id).living_text == "幸福里小区3幢2单元501室"
    assert station.households.household(family).address == "幸福里小区3幢2单元501室"
    assert station.lists.file(head.id).periods == ()


def test_one_may_move_out_while_the_others_stay(station, family, head, wife):
    done = station.households.move([wife.id], Move(on=TODAY, left_to="上海市"))
    gone = station.residents.resident(wife.id)
    assert (gone.left_on, gone.left_to) == (TODAY, "上海市")
    assert gone.standing is Standing.AWAY  # still registered here
    assert station.residents.resident(head.id).standing is Standing.SETTLED
    done.revert()
    assert station.residents.resident(wife.id).standing is Standing.SETTLED


@pytest.mark.parametrize(
    "move",
    [
        Move(on=TODAY + timedelta(days=1)),
        Move(to=read_address("501室").parts, on=date(2026, 1, 1)),
    ],
)
def test_a_move_tomorrow_or_to_nowhere_is_refused(station, head, move):
    with pytest.raises(ValidationFailedError):
        station.households.move([head.id], move)


def test_the_household_of_the_moved_is_found_at_the_new_door(station, family):
    to = read_address("和平新村9幢4单元1502室").parts
    station.households.move_household(family, Move(to=to))
    assert {hit.title for hit in station.search.find("和平新村 1502")} >= {"张三", "李四"}


def test_the_dead_stay_where_they_were_when_the_household_moves(station, family, wife):
    person = station.residents.resident(wife.id)
    station.residents.note_death(wife.id, TODAY, version=person.version)
    to = read_address("和平新村9幢4单元1502室").parts
    station.households.move_household(family, Move(to=to, on=TODAY))
    assert station.residents.resident(wife.id).living_text == "幸福里小区3幢2单元501室"
    assert station.households.household(family).address == "和平新村9幢4单元1502室"


def test_a_founding_taken_back_leaves_no_household_and_frees_its_number(station, head):
    draft = HouseholdDraft(number="00001")
    done = station.households.found(head.id, draft, version=head.version)
    done.revert()
    with station.store.reading() as tx:
        assert tx.households.count() == 0
    again = station.residents.resident(head.id)
    assert not again.household_id
    station.households.found(head.id, draft, version=again.version)


def test_a_founding_stays_once_somebody_has_joined(station, head, wife):
    done = station.households.found(head.id, HouseholdDraft(), version=head.version)
    station.households.join(wife.id, done.value, WIFE, version=wife.version)
    with pytest.raises(EditConflictError):
        done.revert()
    assert relations(station, done.value) == {"张三": HEAD, "李四": WIFE}


def test_a_corrected_household_stands_in_the_audit(station, family):
    seen = station.households.household(family)
    station.households.correct(family, HouseholdDraft(number="2"), version=seen.version)
    with station.store.reading() as tx:
        assert tx.audit.count("household:record:household") == 1


def test_who_lives_behind_a_door_is_told_by_household(station, family):
    (found,) = station.households.living_at(read_address("幸福里小区3-2-501").parts)
    assert found.id == family
    assert [member.name for member in found.members] == ["张三", "李四"]
    assert station.households.living_at(read_address("幸福里小区3-2-502").parts) == ()


def test_a_corrected_household_can_be_taken_back(station, family):
    seen = station.households.household(family)
    done = station.households.correct(family, HouseholdDraft(number="2"), version=seen.version)
    assert station.households.household(family).particulars.number == "2"
    done.revert()
    assert station.households.household(family).particulars == seen.particulars


def test_second_of_two_edits_of_a_household_is_refused(station, family):
    seen = station.households.household(family)
    station.households.correct(family, HouseholdDraft(number="2"), version=seen.version)
    with pytest.raises(EditConflictError):
        station.households.correct(family, HouseholdDraft(number="3"), version=seen.version)
    assert station.households.household(family).particulars.number == "2"


def test_a_household_that_is_not_kept_is_told(station):
    with pytest.raises(NotFoundError):
        station.households.household("0" * 32)


def test_a_move_is_not_taken_back_over_later_work(station, family, head):
    to = read_address("和平新村9幢4单元1502室").parts
    done = station.households.move_household(family, Move(to=to, on=TODAY))
    moved = station.residents.resident(head.id)
    station.residents.correct(head.id, a_draft("张大三"), version=moved.version)
    with pytest.raises(EditConflictError):
        done.revert()
    assert station.residents.resident(head.id).living_text == "和平新村9幢4单元1502室"
    assert station.households.household(family).address == "和平新村9幢4单元1502室"


def test_a_move_out_is_dated_today_unless_told(station, head):
    station.households.move([head.id], Move(left_to=" 上海市 "))
    gone = station.residents.resident(head.id)
    assert (gone.left_on, gone.left_to, gone.living_text) == (TODAY, "上海市", "")


def test_coming_back_ends_having_left(station, head):
    station.households.move([head.id], Move(on=TODAY, left_to="上海市"))
    to = read_address("和平新村9幢4单元1502室").parts
    station.households.move([head.id], Move(to=to, on=TODAY))
    back = station.residents.resident(head.id)
    assert (back.lives_here, back.left_on, back.left_to) == (True, None, "")
    assert back.standing is Standing.SETTLED
