from __future__ import annotations

import pytest

from station_app.bootstrap import Station
from station_app.domain.access.staff import AccountState, StaffDraft, StaffId
from station_app.domain.actors import Actor
from station_app.domain.keys import new_key
from station_app.store.access.authority import SignedIn
from station_app.store.transaction import Store


@pytest.fixture
def employ(station):
    """Return a function that keeps somebody in a role and a state, and gives his key."""

    def made(*roles, state=AccountState.ACTIVE, name="", **particulars):
        key = StaffId(new_key())
        draft = StaffDraft(name=name or key[-6:], roles=frozenset(roles), **particulars)
        with station.store.transaction() as tx:
            tx.staff.add(key, draft, state)
        return key

    return made


@pytest.fixture
def entered(station):
    """Return a function that gives the station as somebody enters it."""

    def made(key, *, name="某人", rules=None):
        rules = rules or station.reference.roles
        authority = SignedIn(station.store.engine, key, rules=rules, clock=station.clock)
        actor = Actor(name=name, device="desk")
        store = Store(station.store.engine, clock=station.clock, actor=actor, authority=authority)
        return Station(station.home, store, station.clock)

    return made
