"""Opening the store of a station that is there: engine, schema, whose hand writes."""

from __future__ import annotations

import getpass
import json
import platform
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from station_app.domain.access.roles import FOUNDER
from station_app.domain.access.staff import (
    AccountState,
    Hindrance,
    NotPermittedError,
    StaffDraft,
    StaffId,
)
from station_app.domain.actors import Actor
from station_app.domain.errors import NetworkPathError, RefusedError, StationError
from station_app.domain.keys import new_key
from station_app.domain.settings import settings_from
from station_app.store.access.authority import SignedIn
from station_app.store.anchorage import Anchorage
from station_app.store.door import keep_policy
from station_app.store.engine import empty_log, open_engine, read_past
from station_app.store.entering import standing
from station_app.store.files import remove
from station_app.store.local_disk import network_of
from station_app.store.migrations.runner import upgrade
from station_app.store.mooring import guard, is_log_empty, look_over, stamp_of
from station_app.store.sync.clock import moment_of
from station_app.store.transaction import Store

RESTORED = "station:store:restored"

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Engine

    from station_app.domain.access.roles import RoleRules
    from station_app.domain.access.staff import StaffMember
    from station_app.domain.clock import Clock
    from station_app.store.home import StationHome


def open_store(
    home: StationHome,
    key: bytes,
    clock: Clock,
    *,
    rules: RoleRules,
    owner: str = "",
    as_it_is: bool = False,
) -> Store:
    """Open the store in *home* with its database *key*, brought up to date.

    *owner* is the key of the member of staff whose slot gave the key, empty for the only
    one there is. In a store without any staff whoever opens it is its founder. Records are
    signed with his name. *as_it_is* opens an older state on purpose, once it has been read
    through; that is noted in the audit. Raises :class:`RefusedError` ``access.who``, for an
    account that may not enter :class:`NotPermittedError`, or a
    :class:`~station_app.domain.errors.StoreUnavailableError` that says why the
    store cannot be opened; all files are as they were then.
    """
    if network := network_of(home.database):
        raise NetworkPathError(path=home.database, kind=network)
    # one that was put in place by restoring is older than what stood there before
    is_meant = as_it_is or home.restored.exists()
    found = look_over(home, key) if is_meant else guard(home, key)
    engine = open_engine(home.database, key)
    anchorage = Anchorage(home, engine, found)
    with ExitStack() as until_open:
        until_open.callback(read_past(engine).close)
        until_open.callback(engine.dispose)  # or Windows keeps the file locked for the next try
        _bring_up_to_date(home, engine, anchorage, now=clock.now())
        signing_in = SigningIn(home, engine, clock, rules, anchorage)
        store = signing_in.store_of(StaffId(owner))
        with store.reading() as tx:
            policy = settings_from(tx.settings.all()).policy()
        # a store put back from a copy may have other rules than those at the door
        keep_policy(home.door, policy, clock)
        if as_it_is:
            take_as_it_is(store)
        if home.restored.exists():
            note_restored(home, store)
        until_open.pop_all()
    return store


class SigningIn:
    """Finds out who signs in to the store of *engine*."""

    def __init__(
        self,
        home: StationHome,
        engine: Engine,
        clock: Clock,
        rules: RoleRules,
        anchorage: Anchorage | None = None,
    ) -> None:
        self._anchorage = anchorage
        self._home, self._engine, self._clock, self._rules = home, engine, clock, rules
        self._user, self._device = getpass.getuser(), platform.node() or "device"

    def store_of(self, owner: StaffId) -> Store:
        """Return the store as the member of staff *owner* enters it."""
        store = self._store(owner, self._user)
        with store.reading() as tx:
            staff = tx.staff.all()
            clerk = settings_from(tx.settings.all()).clerk
        if not staff:
            name = self._name_at_the_door(owner) or clerk or self._user
            return self._founded(owner or StaffId(new_key()), name)
        who = _the_one(staff, owner)
        if who.state in {AccountState.SUSPENDED, AccountState.LEFT}:
            raise NotPermittedError(why=Hindrance(who.state.value))
        until = who.particulars.until
        if until is not None and self._clock.today() > until:
            raise NotPermittedError(why=Hindrance.EXPIRED)
        return self._store(who.id, who.particulars.name)

    def _name_at_the_door(self, owner: StaffId) -> str:
        """Return what the key slots call *owner*: the name given when the station was founded."""
        with suppress(StationError):
            people = standing(self._home).people()
            return next((person.name for person in people if person.id == owner), "")
        return ""

    def _founded(self, key: StaffId, name: str) -> Store:
        store = self._store(key, name)
        with store.transaction() as tx:
            if not tx.staff.all():  # nobody else was first
                draft = StaffDraft(name=name, roles=FOUNDER)
                tx.staff.add(key, draft, AccountState.ACTIVE)
                tx.audit.add("staff:account:founded", key, name=name)
        return store

    def _store(self, owner: StaffId, name: str) -> Store:
        return Store(
            self._engine,
            clock=self._clock,
            actor=Actor(name=name, device=self._device),
            authority=SignedIn(self._engine, owner, rules=self._rules, clock=self._clock),
            anchorage=self._anchorage,
        )


def _the_one(staff: tuple[StaffMember, ...], owner: StaffId) -> StaffMember:
    """Return *owner*, or the only one when nobody is named."""
    meant = [member for member in staff if member.id == owner or not owner]
    if len(meant) != 1:
        raise RefusedError("access.who") if meant else NotPermittedError(why=Hindrance.UNKNOWN)
    return meant[0]


def note_restored(home: StationHome, store: Store) -> None:
    """Enter in the audit that the store was put in place of another one, once."""
    told = json.loads(home.restored.read_bytes())
    key = str(told.pop("id"))
    with store.transaction() as tx:
        if not tx.audit.has(RESTORED, key):
            tx.audit.add(RESTORED, key, **told)
    remove(home.restored)
    if store.anchorage is not None:
        store.anchorage.renew(trusted=True)


def take_as_it_is(store: Store) -> None:
    """Let the store be the one that is gone on with, because somebody has decided so."""
    anchorage = store.anchorage
    if anchorage is None:
        return
    with store.transaction() as tx:
        last = anchorage.found.moored.last
        tx.audit.add("station:state:taken-as-it-is", last=moment_of(last).isoformat())
    anchorage.renew(trusted=True)


def _bring_up_to_date(
    home: StationHome, engine: Engine, anchorage: Anchorage, *, now: datetime
) -> None:
    """Take the steps there are; what they write is no change since the anchor."""
    before = _written(home)
    upgrade(home, engine, now=now)
    if anchorage.found.moored.anchor is None:
        anchorage.begin()
    elif _written(home) != before:
        empty_log(engine, wait=False)
        anchorage.renew()


def _written(home: StationHome) -> object:
    return stamp_of(home), is_log_empty(home)
