"""What the store learns of the door when somebody comes in."""

from __future__ import annotations

import pytest

from station_app.bootstrap import open_station
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountEvent, AccountState, NotPermittedError
from station_app.domain.errors import RefusedError
from station_app.domain.residents.filters import ResidentFilter
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
