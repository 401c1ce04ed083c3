"""Who may do what in tests: everybody everything, or a member of staff what is his."""

from __future__ import annotations

from station_app.bootstrap import Station
from station_app.domain.access.staff import AccountState, StaffDraft, StaffId
from station_app.domain.actors import Actor
from station_app.domain.keys import new_key
from station_app.store.access.authority import SignedIn
from station_app.store.transaction import Store


class Everything:
    """An authority that allows all there is."""

    def require(self, permission):
        """Allow it."""

    def account(self):
        return None

    def scope(self):
        return None


def employ(station, role, name, **particulars):
    """Keep somebody who may sign in as *role*, and return his key."""
    key = StaffId(new_key())
    draft = StaffDraft(name=name, roles=frozenset({role}), **particulars)
    with station.store.transaction() as tx:
        tx.staff.add(key, draft, AccountState.ACTIVE)
    return key


def as_seen_by(station, staff, *, rules=None):
    """Return *station* as the member of *staff* enters it."""
    authority = SignedIn(
        station.store.engine,
        staff,
        rules=rules or station.reference.roles,
        clock=station.clock,
    )
    actor = Actor(name="某人", device="desk")
    store = Store(station.store.engine, clock=station.clock, actor=actor, authority=authority)
    return Station(station.home, store, station.clock)
