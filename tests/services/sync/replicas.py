"""Stations that exchange what has changed, as bundles handed over in memory."""

from __future__ import annotations

import shutil
from dataclasses import replace

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.people import ResidentDraft
from station_app.domain.sync.devices import Device, DeviceId, DeviceKind, PublicKeys, Scope
from station_app.services.residents.people import Registration
from station_app.services.sync.deriving import Deriver
from station_app.store.engine import open_engine
from station_app.store.home import StationHome
from station_app.store.sync.devices import OwnDevice
from station_app.store.transaction import Store
from tests.authority import Everything

KEYS = PublicKeys(signing=b"s" * 32, sealing=b"b" * 32)


class Replica:
    """A station on a store of its own, named after who works on it."""

    def __init__(self, folder, name, clock, *, key, empty_store):
        home = StationHome(folder / name)
        home.make()
        shutil.copyfile(empty_store, home.database)
        store = Store(
            open_engine(home.database, key),
            clock=clock,
            actor=Actor(name=name, device=name),
            authority=Everything(),
        )
        self.name = name
        self.station = Station(home, store, clock)
        self.device = Device(id=DeviceId(name), name=name, kind=DeviceKind.DESK, keys=KEYS)
        own = OwnDevice(
            id=self.device.id,
            name=name,
            kind=DeviceKind.DESK,
            signing=b"s" * 32,
            sealing=b"b" * 32,
        )
        with store.transaction() as tx:
            # a copy of the empty store goes on as a site of its own
            tx.exchange.sites.begin_anew()
            tx.exchange.devices.keep_own(own)

    @property
    def store(self):
        return self.station.store

    @property
    def review(self):
        return self.station.review

    @property
    def people(self):
        return self.station.residents

    def meet(self, *others):
        """Know *others* as devices to exchange with."""
        with self.store.transaction() as tx:
            for other in others:
                tx.exchange.devices.keep(other.device)

    def send(self, *others):
        """Hand what has changed over to *others*."""
        for other in others:
            with self.store.transaction() as tx:
                bundle = tx.exchange.collect(other.device, own_scope=Scope())
            other.take(bundle, self)

    def bundle_for(self, other):
        """Return what *other* has not acknowledged."""
        with self.store.transaction() as tx:
            return tx.exchange.collect(other.device, own_scope=Scope())

    def take(self, bundle, sender):
        with self.store.transaction() as tx:
            merged = tx.exchange.take_in(bundle, sender.device)
            Deriver(tx, self.station._pinyin).renew(merged)

    def state_hash(self):
        with self.store.transaction() as tx:
            return tx.exchange.state_hash()

    def run(self, sql, *values):
        """Change something by plain SQL, as any write path might."""
        with self.store.transaction() as tx:
            tx.bulk(sql, [values])

    def rows(self, sql, *values):
        with self.store.reading() as tx:
            return [tuple(row) for row in tx.session.connection().exec_driver_sql(sql, values)]

    def register(self, name, *numbers, **particulars):
        documents = tuple(
            Document(kind=DocumentKind.RESIDENT_ID, number=number) for number in numbers
        )
        draft = ResidentDraft(name=name, **particulars)
        return self.people.register(Registration(particulars=draft, documents=documents)).value

    def person(self, key):
        return self.people.resident(key)

    def correct(self, key, **particulars):
        person = self.person(key)
        draft = replace(person.particulars, **particulars)
        self.people.correct(key, draft, version=person.version)

    def points(self):
        return [point for case in self.review.cases() for point in case.points]


def exchange(*replicas):
    """Let everybody hear of everything."""
    for _ in range(2):
        for one in replicas:
            one.send(*(other for other in replicas if other is not one))
