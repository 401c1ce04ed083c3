from __future__ import annotations

import json
from dataclasses import replace

import pytest

from station_app.bootstrap import open_station
from station_app.domain.access.roles import FOUNDER, Role
from station_app.domain.access.staff import (
    AccountEvent,
    AccountState,
    Hindrance,
    NotPermittedError,
    StaffDraft,
)
from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from station_app.store.engine import open_engine
from station_app.store.founding import make_database

CLERK = StaffDraft(name="王芳", post="低保专干", roles=frozenset({Role.CLERK}))


@pytest.fixture
def administrator(employ, entered):
    return entered(employ(Role.ADMINISTRATOR, name="管理员"))


@pytest.fixture
def clerk(administrator):
    """Somebody who was invited."""
    return administrator.staff.invite(CLERK).value


def member(station, key):
    return next(each for each in station.staff.staff() if each.id == key)


def last_entry(station):
    with station.store.reading() as tx:
        *_, entry = tx.audit.entries()
    _, _, act, record, facts = (text.decode() for text in entry.texts)
    return act, record, json.loads(facts)


def test_somebody_invited_is_kept_and_may_do_nothing_yet(administrator, clerk, entered):
    kept = member(administrator, clerk)
    assert (kept.particulars, kept.state) == (CLERK, AccountState.INVITED)
    with pytest.raises(NotPermittedError) as told:
        entered(clerk).lists.count()
    assert told.value.facts["why"] is Hindrance.INVITED


def test_an_account_begins_with_whoever_it_belongs_to(administrator, clerk, entered):
    entered(clerk).staff.activate()
    assert member(administrator, clerk).state is AccountState.ACTIVE
    assert last_entry(administrator)[:2] == ("staff:account:activate", clerk)
    with pytest.raises(RefusedError):
        entered(clerk).staff.activate()
    with pytest.raises(RefusedError):
        administrator.staff.move_on(clerk, AccountEvent.ACTIVATE)


def test_one_name_is_one_person(administrator, clerk):
    with pytest.raises(ValidationFailedError):
        administrator.staff.invite(CLERK)
    administrator.staff.correct(clerk, CLERK, version=1)  # his own name is no obstacle


def test_a_correction_can_be_taken_back_and_tells_what_changed(administrator, clerk):
    draft = StaffDraft(name="王芳", post="窗口", roles=frozenset({Role.CLERK, Role.SUPERVISOR}))
    done = administrator.staff.correct(clerk, draft, version=1)
    _, _, facts = last_entry(administrator)
    assert facts["after"] == {"post": "窗口", "roles": ["clerk", "supervisor"]}
    assert member(administrator, clerk).particulars == draft
    done.revert()
    assert member(administrator, clerk).particulars == CLERK


def test_the_second_of_two_corrections_is_refused(administrator, clerk):
    administrator.staff.correct(clerk, CLERK, version=1)
    with pytest.raises(EditConflictError):
        administrator.staff.correct(clerk, CLERK, version=1)


def test_suspending_can_be_taken_back(administrator, clerk, entered):
    entered(clerk).staff.activate()
    done = administrator.staff.move_on(clerk, AccountEvent.SUSPEND)
    assert member(administrator, clerk).state is AccountState.SUSPENDED
    done.revert()
    assert member(administrator, clerk).state is AccountState.ACTIVE


def test_nobody_suspends_himself(administrator):
    me = administrator.staff.me()
    with pytest.raises(RefusedError) as told:
        administrator.staff.move_on(me.id, AccountEvent.LEAVE)
    assert told.value.reason == "staff.oneself"


def test_the_last_administrator_stays_one(administrator, clerk):
    me = administrator.staff.me()
    draft = StaffDraft(name="管理员", roles=frozenset({Role.CLERK}))
    with pytest.raises(RefusedError) as told:
        administrator.staff.correct(me.id, draft, version=1)
    assert told.value.reason == "staff.last-administrator"
    assert member(administrator, me.id).particulars.roles == {Role.ADMINISTRATOR}


@pytest.fixture
def founded(home, key):
    home.make()
    make_database(home, key)
    return home


def owned(key, owner):
    """The key as it is opened by the slot of *owner*."""
    return replace(key, owner=owner)


def test_whoever_opens_a_station_first_is_its_founder(founded, station_key, clock):
    opened = open_station(founded, owned(station_key, "a" * 32), clock=clock)
    me = opened.staff.me()
    assert (me.id, me.roles, me.state) == ("a" * 32, FOUNDER, AccountState.ACTIVE)
    opened.close()


def test_nobody_else_is_let_in_by_the_same_key(founded, station_key, clock):
    open_station(founded, owned(station_key, "a" * 32), clock=clock).close()
    with pytest.raises(NotPermittedError):
        open_station(founded, owned(station_key, "b" * 32), clock=clock)


def test_the_only_one_there_is_needs_not_be_named_but_one_of_two_does(founded, station_key, clock):
    open_station(founded, station_key, clock=clock).close()
    again = open_station(founded, station_key, clock=clock)
    again.staff.invite(CLERK)
    again.close()
    with pytest.raises(RefusedError) as told:
        open_station(founded, station_key, clock=clock)
    assert told.value.reason == "access.who"


def test_a_suspended_account_does_not_get_in(founded, station_key, clock):
    opened = open_station(founded, station_key, clock=clock)
    clerk = opened.staff.invite(CLERK).value
    opened.staff.move_on(clerk, AccountEvent.SUSPEND)
    opened.close()
    with pytest.raises(NotPermittedError) as told:
        open_station(founded, owned(station_key, clerk), clock=clock)
    assert told.value.facts["why"] is Hindrance.SUSPENDED
    open_engine(founded.database, station_key.database).dispose()


def test_records_are_signed_with_the_name_of_whoever_is_in(founded, station_key, clock):
    opened = open_station(founded, station_key, clock=clock)
    clerk = opened.staff.invite(CLERK).value
    opened.close()
    opened = open_station(founded, owned(station_key, clerk), clock=clock)
    opened.staff.activate()
    with opened.store.reading() as tx:
        *_, entry = tx.audit.entries()
    assert entry.texts[1].decode().startswith("王芳@")
    opened.close()
