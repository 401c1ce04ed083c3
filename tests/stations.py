"""Stations that exchange files: each a real encrypted store in a folder of its own."""

from __future__ import annotations

import shutil
from dataclasses import replace

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.domain.sync.devices import Device, DeviceKind, Scope
from station_app.services.sync.own import keys_of, own_device
from station_app.store.engine import open_engine
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything

WHOLE = Scope()


class Places:
    """Makes stations, introduces them to one another and puts them away."""

    def __init__(self, folder, clock, key, empty_store):
        self._folder, self._clock, self._key, self._empty = folder, clock, key, empty_store
        self.made = []

    def make(self, name, kind=DeviceKind.DESK, scope=WHOLE):
        home = StationHome(self._folder / name)
        home.make()
        shutil.copyfile(self._empty, home.database)
        store = Store(
            open_engine(home.database, self._key),
            clock=self._clock,
            actor=Actor(name=name, device=name),
            authority=Everything(),
        )
        station = Station(home, store, self._clock)
        with store.transaction() as tx:
            # a copy of the empty store goes on as a site of its own
            tx.exchange.sites.begin_anew()
            own = replace(own_device(tx), name=name, kind=kind, scope=scope)
            tx.exchange.devices.keep_own(own)
        self.made.append(station)
        return station

    def introduce(self, one, other, **about):
        """Let *one* know *other*, as it is or with something else said *about* it."""
        with one.store.transaction() as tx:
            tx.exchange.devices.keep(replace(card(other), **about))

    def acquaint(self, one, other, **about):
        """Let both know each other; *about* says more of *other* to *one*."""
        self.introduce(one, other, **about)
        self.introduce(other, one)


def own(station):
    with station.store.transaction() as tx:
        return own_device(tx)


def card(station):
    """What others know of a station's device."""
    mine = own(station)
    return Device(
        id=mine.id,
        name=mine.name,
        kind=mine.kind,
        keys=keys_of(mine).public(),
        scope=mine.scope,
    )


def back_and_forth(one, other, folder):
    """Exchange until neither has anything to say."""
    for _ in range(3):
        for station in (one, other):
            station.exchange.exchange(folder)


def correct(station, key, **particulars):
    """Correct the particulars of somebody whatever was done meanwhile."""
    person = station.residents.resident(key)
    draft = replace(person.particulars, **particulars)
    station.residents.correct(key, draft, version=person.version)


def sql(station, statement, *values):
    """Change something by plain SQL, as a window that is still to come would."""
    with station.store.transaction() as tx:
        tx.bulk(statement, [values])


def value(station, statement, *values):
    with station.store.reading() as tx:
        return tx.session.connection().exec_driver_sql(statement, values).scalar_one()
