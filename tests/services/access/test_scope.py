"""A grid worker sees and changes the people of his grids, by whatever way he asks.

Every method that he may use is asked with the keys of people of another grid, of an
address in no grid, and of nowhere (``asked.py``); a new method without a question fails.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import pytest

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role, RoleRules
from station_app.domain.access.staff import Hindrance, NotPermittedError
from station_app.domain.errors import RefusedError, StationError, ValidationFailedError
from station_app.services.permissions import RULE
from station_app.services.progress import Silence
from station_app.services.residents.households import Move
from station_app.services.residents.people import ELSEWHERE
from station_app.store.transaction import Transaction
from tests.authority import employ
from tests.factories import a_registration, an_ask
from tests.services.access.asked import ALL, QUESTIONS, Outcome, at_home
from tests.services.access.reached import methods_of, services_of
from tests.services.access.town import (
    build,
    copied,
    enter,
    records_about,
    shown,
    told,
)

KEEPING_TO_IT = {
    *("people", "households", "lines", "tags", "attachments", "places", "search", "found"),
    *("rights", "withholding", "cases", "ratings", "orders"),
}
WITHOUT_PEOPLE = {
    *("scope", "everything", "me", "settings", "staff", "saved_lists"),
    *("audit", "heads"),  # to add to, and the links of the chain
    "printers",  # how they feed paper
    "items",  # what the window offers is everybody's to know
    "exports",  # which lists were given out, not who stood in them
    *("history", "restricted_tags"),  # asked of people who were seen first
    "case_files",  # asked of cases that were seen first
}


def shelves():
    return {name for name, each in vars(Transaction).items() if isinstance(each, cached_property)}


@pytest.fixture
def town(places, stick):
    return build(places, stick)


def questions(town, *, once=False):
    """Yield every question about every home outside the grid, or about the first it fits."""
    for service, methods in QUESTIONS.items():
        for method, asked in methods.items():
            for place, question in enumerate(asked):
                fitting = [
                    (where, home)
                    for where, home in town.elsewhere.items()
                    if not question.needs or getattr(home, question.needs)
                ]
                for where, home in fitting[: 1 if once else None]:
                    yield (service, method, place, where), question, home


def answer(question, services, place, town, home, folder):
    """Return what came of a question: a value, or what a refusal tells."""
    try:
        return question.ask(services[place[0]], town, home, folder)
    except StationError as error:
        return [error.facts, getattr(error, "problems", ())]


def test_every_method_a_grid_worker_may_use_is_asked(town):
    allowed = town.station.reference.roles.permissions[Role.GRID_WORKER] | {None}
    may_use = {
        (name, method)
        for name, service in services_of(town.station).items()
        for method in methods_of(service)
        if getattr(getattr(type(service), method), RULE) in allowed
    }
    assert may_use == {(name, each) for name, asked in QUESTIONS.items() for each in asked}


def test_nothing_of_elsewhere_is_shown_or_changed(town, tmp_path):
    services, folder = services_of(enter(town, town.worker)), tmp_path / "out"
    folder.mkdir()
    homes, marks = list(town.elsewhere.values()), town.marks()
    before, wrong = records_about(town.station, homes), {}
    for place, question, home in questions(town):
        seen = shown(answer(question, services, place, town, home, folder), marks)
        now = records_about(town.station, homes)
        if seen or now != before:
            wrong[place] = (seen, now ^ before)
            before = now
    assert wrong == {}


def test_without_grids_the_same_questions_show_and_change_it(town, tmp_path, key):
    """The control: what keeps them from it is the scope, and nothing else."""
    folder = tmp_path / "out"
    folder.mkdir()
    services, idle = services_of(enter(town, town.supervisor)), []
    for number, (place, question, home) in enumerate(questions(town, once=True)):
        if question.outcome is Outcome.SHOWS:
            if not shown(answer(question, services, place, town, home, folder), home.marks):
                idle.append(place)
        elif question.outcome is Outcome.CHANGES:
            station = copied(town, town.supervisor, tmp_path / f"copy-{number}", key)
            before = records_about(station, [home])
            answer(question, services_of(station), place, town, home, folder)
            if records_about(station, [home]) == before:
                idle.append(place)
            station.close()
    assert idle == []


def test_his_own_people_are_shown(town):
    services = services_of(enter(town, town.worker))
    mine = town.mine
    file = services["ResidentLists"].file(mine.person)
    assert file.household.members[0].id == mine.person
    assert list(services["ResidentLists"].keys(ALL)) == [mine.line]
    assert services["ResidentLists"].count(ALL) == 1
    first, *others = [hit.key for hit in services["SearchService"].find(mine.name)]
    assert first == mine.person
    assert others
    assert set(others) <= set(mine.cases.values())
    found = {hit.key for hit in services["SearchService"].find(mine.address)}
    assert {mine.person, mine.dwelling} <= found
    assert mine.grid in told(services["StandingService"].comparison())


def test_who_has_left_his_grids_is_not_seen_until_it_is_undone(town):
    station, mine = enter(town, town.worker), town.mine
    done = station.households.move([mine.person], Move(to=town.elsewhere["another grid"].parts))
    with pytest.raises(NotPermittedError) as refused:
        station.lists.file(mine.person)
    assert refused.value.facts["why"] is Hindrance.SCOPE
    assert list(station.lists.keys(ALL)) == []
    assert station.search.find(mine.name) == []
    # the grid that the exchange last counted him in is his former one
    assert station.standing.records(town.other, "resident", mine.grid) == ()
    assert town.station.residents.resident(mine.person).living_text.startswith("和平新村")
    again = done.revert()
    assert station.residents.resident(mine.person).living_text.startswith("幸福里")
    again.revert()
    assert list(station.lists.keys(ALL)) == []


def test_a_household_moves_out_as_a_whole_or_not_at_all(town):
    station, mine = enter(town, town.worker), town.mine
    away = town.elsewhere["another grid"]
    town.station.households.join(away.person, mine.household, "20", version=away.version)
    assert [member.id for member in station.households.household(mine.household).members] == [
        mine.person
    ]
    with pytest.raises(NotPermittedError):
        station.households.move_household(mine.household, Move(left_to="外地"))
    town.station.households.leave(away.person, version=away.version + 1)
    done = station.households.move_household(mine.household, Move(to=away.parts))
    with pytest.raises(NotPermittedError):
        station.households.household(mine.household)
    done.revert()
    assert station.households.household(mine.household).members


def test_a_household_elsewhere_is_not_told_of_its_member_here(town):
    away = town.elsewhere["another grid"]
    mine = town.mine
    town.station.households.join(mine.person, away.household, "20", version=mine.version)
    station = enter(town, town.worker)
    assert station.lists.file(mine.person).household is None
    assert station.lists.lines([mine.line])[mine.line].household == ""
    assert shown(station.search.find(mine.household_number), town.marks()) == set()
    history = station.lists.file(mine.person).history
    assert any(change.after == away.household_number for change in history)  # his own history


def test_a_household_elsewhere_offers_no_guardians(town):
    away, mine = town.elsewhere["another grid"], town.mine
    town.station.households.join(mine.person, away.household, "20", version=mine.version)
    assert enter(town, town.worker).guardians.offered(mine.person) == ()


def test_a_head_who_lives_elsewhere_is_not_told_with_the_household(town):
    away, mine = town.elsewhere["another grid"], town.mine
    town.station.households.join(away.person, mine.household, "02", version=away.version)
    station = enter(town, town.worker)
    (hit,) = station.search.find(mine.household_number)
    assert (hit.key, hit.head) == (mine.household, "")
    with pytest.raises(NotPermittedError):
        station.households.join(mine.person, mine.household, "02", version=mine.version)


def test_a_number_kept_elsewhere_stops_the_entry_and_tells_nothing_more(town):
    station, away = enter(town, town.worker), town.elsewhere["another grid"]
    entry = a_registration("新人", number=away.number, home=town.mine.parts)
    with pytest.raises(RefusedError) as refused:
        station.residents.register(entry)
    assert (refused.value.reason, shown(refused.value.facts, town.marks())) == (
        "resident.number-elsewhere",
        set(),
    )
    assert station.residents.likenesses(name=away.name, number=away.number) == (ELSEWHERE,)
    assert station.residents.likenesses(name=away.name) == ()


@pytest.mark.parametrize("where", ["another grid", "a building in no grid", "nowhere"])
def test_he_registers_those_alone_who_live_in_his_grids(town, where):
    station = enter(town, town.worker)
    with pytest.raises(ValidationFailedError) as refused:
        station.residents.register(at_home(town.elsewhere[where]))
    assert [(each.field, each.code) for each in refused.value.problems] == [
        ("home", "outside-grids")
    ]
    done = station.residents.register(at_home(town.mine))
    assert station.residents.resident(done.value).particulars.name == "新人"
    done.revert()
    assert station.lists.count(ALL) == 1


def test_an_address_that_was_refused_is_not_kept(town):
    station = enter(town, town.worker)
    entry = a_registration("新人", number=None, home=replace(town.mine.parts, building="33"))
    with pytest.raises(ValidationFailedError):
        station.residents.register(entry)
    assert "33" not in [building.name for building in station.places.buildings()]


def test_grids_given_to_him_are_seen_at_once(town):
    station = enter(town, town.worker)
    with town.station.store.transaction() as tx:
        member = tx.staff.member(town.worker)
        grids = (town.mine.grid, town.elsewhere["another grid"].grid)
        tx.staff.correct(
            town.worker, replace(member.particulars, grids=grids), version=member.version
        )
    assert station.lists.count(ALL) == 2
    assert station.search.find("乙小河")


def test_a_grid_worker_of_no_grid_sees_nobody(town):
    station = enter(town, employ(town.station, Role.GRID_WORKER, "新来的"))
    assert station.lists.count(ALL) == 0
    assert station.search.find(town.mine.name) == []


def test_what_knows_no_grids_is_there_for_those_alone_who_see_all(town):
    """Even if the rules were to give a grid worker the right to it one day."""
    with enter(town, town.worker).store.reading() as tx:
        for shelf in shelves() - KEEPING_TO_IT - WITHOUT_PEOPLE:
            with pytest.raises(NotPermittedError):
                getattr(tx, shelf)
            assert getattr(tx.everything, shelf)
    with enter(town, town.supervisor).store.reading() as tx:
        assert tx.everything is tx


def test_a_list_given_out_keeps_to_the_grids(town, tmp_path):
    rules = RoleRules({role: frozenset(Permission) for role in Role})
    station = enter(town, town.worker, rules=rules)
    for number, keys in enumerate((None, [home.line for home in town.elsewhere.values()])):
        path = tmp_path / f"out-{number}.csv"
        station.exports.residents(path, Silence(), ask=an_ask(is_full=True), keys=keys)
        text = path.read_text(encoding="utf-8-sig")
        assert shown(text, town.marks()) == set()
        assert (town.mine.number in text) == (keys is None)
