"""What the store learns of the door when somebody comes in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from station_app.bootstrap import name_reader, open_station
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountEvent, AccountState, NotPermittedError
from station_app.domain.counter.admission.tasks import ListType, Owner, TaskDraft
from station_app.domain.errors import RefusedError
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.search.entries import Kind
from station_app.services.coming_in import settle
from station_app.store.home import StationHome
from tests.services.door.people import HEAD, NEXT, PASSPHRASE, THEIRS
from tests.staffed import employ

GIVEN, HELPED = "Given-horse-11", "Helped-horse-22"


@pytest.fixture
def clerk(access, home, paper, key, clock):
    """Somebody who has worked here for some time; return the key of his account."""
    station = open_station(home, key, clock=clock)
    station.settings.change(name="幸福里")
    owner = employ(station, access, key, "胡一菲", Role.CLERK, passphrase=THEIRS)
    station.close()
    return owner


@pytest.fixture
def enter(access, home, clock):
    """Return a function that opens the station for somebody; it is closed at the end."""
    opened = []

    def come(passphrase=PASSPHRASE, owner=HEAD):
        opened.append(
            open_station(home, access.unlock(home, passphrase, owner=owner), clock=clock)
        )
        return opened[-1]

    yield come
    for station in opened:
        station.close()


def entries(station, *acts):
    """Return the entries of *acts*: act, record and facts."""
    with station.store.reading() as tx:
        sql = 'SELECT act, record_id, facts, "by" FROM audit_entry ORDER BY seq'
        rows = tx.session.connection().exec_driver_sql(sql).all()
    return [tuple(row) for row in rows if row[0] in acts]


def given_by_administrator(access, home, clerk):
    key = access.unlock(home, PASSPHRASE, owner=HEAD)
    access.admit(home, key, owner=clerk, name="胡一菲", passphrase=GIVEN, is_supervisor=False)
    return GIVEN


def helped_by_supervisor(access, home, clerk):
    access.reset_by_supervisor(home, clerk, HEAD, PASSPHRASE, HELPED)
    return HELPED


RESETS = [given_by_administrator, helped_by_supervisor]


@pytest.mark.parametrize("reset", RESETS)
def test_whoever_was_given_a_passphrase_may_do_nothing_until_he_has_his_own(
    access, home, clerk, enter, reset
):
    given = reset(access, home, clerk)
    station = enter(given, clerk)
    assert station.staff.me().state is AccountState.INVITED
    with pytest.raises(NotPermittedError):
        station.lists.count(ResidentFilter())
    access.change_passphrase(home, clerk, given, NEXT)
    station.staff.activate()
    assert station.lists.count(ResidentFilter()) == 0
    station.close()
    again = enter(NEXT, clerk)
    assert again.staff.me().state is AccountState.ACTIVE
    assert len(entries(again, "staff:account:reset")) == 1


def test_leaving_without_choosing_one_changes_nothing(access, home, clerk, enter):
    given = helped_by_supervisor(access, home, clerk)
    for _ in range(2):
        station = enter(given, clerk)
        assert station.staff.me().state is AccountState.INVITED
        station.close()
    assert len(entries(enter(), "staff:account:reset")) == 1


def test_a_paper_key_leaves_the_passphrase_to_whoever_holds_it(access, home, paper, clerk, enter):
    access.reset_passphrase(home, clerk, paper.text(), NEXT)
    assert enter(NEXT, clerk).staff.me().state is AccountState.ACTIVE


def test_suspending_and_resuming_is_no_way_round_it(access, home, clerk, enter):
    given = given_by_administrator(access, home, clerk)
    station = enter()
    station.staff.move_on(clerk, AccountEvent.SUSPEND)
    station.staff.move_on(clerk, AccountEvent.RESUME)
    station.close()
    assert enter(given, clerk).staff.me().state is AccountState.INVITED


def test_nobody_is_put_back_by_hand(clerk, enter):
    with pytest.raises(RefusedError) as told:
        enter().staff.move_on(clerk, AccountEvent.RESET)
    assert told.value.reason == "staff.not-in-this-state"


SET = ("staff:passphrase:chosen", "staff:passphrase:set-by-paper-key")
SET += ("staff:passphrase:set-with-help", "staff:paper-key:renewed")


def told(station):
    """Return what the entries about secrets tell: act, whose, when and by whom set."""
    return [
        (act, record, facts.get("set_at"), facts.get("set_by"))
        for act, record, facts in (
            (act, record, json.loads(facts)) for act, record, facts, _ in entries(station, *SET)
        )
    ]


def changed(access, home, _paper, clerk):
    access.change_passphrase(home, clerk, THEIRS, NEXT)


def by_paper(access, home, paper, clerk):
    access.reset_passphrase(home, clerk, paper.text(), NEXT)


def with_help(access, home, _paper, clerk):
    access.reset_by_supervisor(home, clerk, HEAD, PASSPHRASE, NEXT)


@pytest.mark.parametrize(
    ("act", "entry", "by"),
    [
        (changed, "staff:passphrase:chosen", "胡一菲"),
        (by_paper, "staff:passphrase:set-by-paper-key", None),
        (with_help, "staff:passphrase:set-with-help", "曾小贤"),
    ],
)
def test_what_was_done_at_the_door_is_noted_once_when_anybody_comes_in(
    access, home, paper, clerk, enter, clock, act, entry, by
):
    enter().close()  # the clerk's first passphrase of his own is noted by this
    at = clock.now().replace(microsecond=0).isoformat()
    act(access, home, paper, clerk)
    clock.moment += timedelta(hours=1)
    first = enter()
    assert told(first)[1:] == [(entry, clerk, at, by)]
    assert entries(first, entry)[-1][3].startswith("曾小贤@")
    first.close()
    again = enter()
    again.lock()
    again.unlock(access.unlock(home, PASSPHRASE, owner=HEAD))
    assert len(told(again)) == 2


def test_each_of_two_changes_is_noted_if_one_came_in_between(access, home, clerk, enter):
    enter().close()
    access.change_passphrase(home, clerk, THEIRS, NEXT)
    enter().close()
    access.change_passphrase(home, clerk, NEXT, "Another-12")
    assert [act for act, *_ in told(enter())] == ["staff:passphrase:chosen"] * 3


def test_a_paper_key_made_anew_is_noted(access, home, clerk, enter):
    access.renew_paper_key(home, HEAD, PASSPHRASE)
    assert ("staff:paper-key:renewed", "", "曾小贤") in [
        (act, record, by) for act, record, _, by in told(enter())
    ]


def test_founding_and_giving_leave_no_second_entry(access, home, paper, key, clock, enter):
    station = enter()
    employ(station, access, key, "胡一菲", Role.CLERK, passphrase=THEIRS, is_invited=True)
    station.close()
    assert told(enter()) == []


def test_another_root_key_and_another_name_are_no_change_of_a_passphrase(
    access, home, clerk, enter
):
    station = enter()
    key = access.unlock(home, PASSPHRASE, owner=HEAD)
    access.rename(home, key, clerk, "胡小菲")
    access.rotate(home, key, store=station.store)
    station.close()
    assert len(told(enter())) == 1


def test_slots_that_nobody_of_the_station_sealed_tell_nothing(access, home, clerk, enter):
    station, key = enter(), access.unlock(home, PASSPHRASE, owner=HEAD)
    known = told(station)
    other = StationHome(home.root.with_name("other"))
    access.create(other, PASSPHRASE, name="外人", staff_id=HEAD)
    access.change_passphrase(other, HEAD, PASSPHRASE, NEXT)
    home.keys.write_bytes(other.keys.read_bytes())
    settle(home, station.store, key, name_reader())
    assert told(station) == known


def test_tasks_kept_before_they_could_be_found_are_found_once_the_station_is_open(clerk, enter):
    station = enter()
    draft = TaskDraft(name="反诈宣传", department="平安办", affair="social", owner=Owner.SERVICE)
    draft = replace(draft, list_type=ListType.OWN, received_on=station.clock.today())
    key = station.admission.enter(draft).value
    with station.store.transaction() as tx:  # as an older program left it
        tx.search.remove_many([each.seq for each in tx.found.tasks([key])], Kind.TASK)
    station.close()
    assert [hit.key for hit in enter().search.find("fanzha")] == [key]
