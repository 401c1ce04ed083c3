"""Stores that exchange with one another, in memory, so that many histories can be told."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from station_app.domain.actors import Actor
from station_app.domain.sync.devices import (
    Device,
    DeviceId,
    DeviceKind,
    PublicKeys,
    Scope,
    ScopeKind,
)
from station_app.store import engine as engines
from station_app.store.home import StationHome
from station_app.store.migrations.runner import upgrade
from station_app.store.sync.files import IN, FileLine
from station_app.store.sync.settling import settle_exchange
from station_app.store.transaction import Store
from tests.authority import Everything

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KEYS = PublicKeys(signing=b"", sealing=b"")
ALL = Scope()
OWN = Scope(kind=ScopeKind.OWN)
FIRST = Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g1"}))
BOTH = Scope(kind=ScopeKind.GRIDS, grids=frozenset({"g1", "g2"}))
SHA256 = "f" * 64


class WallClock:
    """A clock on one desk: the true time, and by how much it is wrong."""

    def __init__(self):
        self.true = NOON
        self.error = timedelta()

    def now(self):
        return self.true + self.error

    def today(self):
        return self.now().date()


def _memory():
    connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON").close()
    connection.execute("PRAGMA temp_store = MEMORY").close()
    return connection


def _engine(connection):
    made = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool
    )
    event.listen(made, "begin", engines._begin)
    return made


@cache
def template():
    """Return an empty store of the latest schema that has no site yet."""
    connection = _memory()
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder))
        home.make()
        upgrade(home, _engine(connection), now=NOON)
    for statement in (
        "DELETE FROM sync_site",
        "DELETE FROM sync_clock",
        "DELETE FROM sync_own WHERE name = 'marked'",
    ):
        connection.execute(statement).close()
    return connection


class Replica:
    """One device with its store; ``views`` says what part of the records others hold."""

    def __init__(self, name, folder, *, own_scope=ALL):
        self.name = name
        self.own_scope = own_scope
        self.views = {}
        self.clock = WallClock()
        self.home = StationHome(Path(folder) / name)
        self.home.root.mkdir(parents=True)
        self._connection = _memory()
        template().backup(self._connection)
        self._engine = _engine(self._connection)
        self.marker = None
        settle_exchange(self.home, self._engine)
        self.store = Store(
            self._engine,
            clock=self.clock,
            actor=Actor(name="测试员", device=name),
            authority=Everything(),
        )

    @contextmanager
    def writing(self):
        """Yield a function that runs a statement, all within one transaction."""
        with self.store.transaction() as tx:
            connection = tx.session.connection()
            yield lambda sql, *values: connection.exec_driver_sql(sql, values).rowcount

    def run(self, sql, *values):
        """Run one statement in a transaction of its own."""
        with self.writing() as run:
            return run(sql, *values)

    def rows(self, sql, *values):
        cursor = self._connection.execute(sql, values)
        try:
            return cursor.fetchall()
        finally:
            cursor.close()

    def value(self, sql, *values):
        found = self.rows(sql, *values)
        return found[0][0] if found else None

    @property
    def site(self):
        return self.value("SELECT key FROM sync_site WHERE n = (SELECT site FROM sync_clock)")

    def device(self, other):
        """Return *other* as it is known here."""
        return Device(
            id=DeviceId(other.name),
            name=other.name,
            kind=DeviceKind.DESK,
            keys=KEYS,
            scope=self.views.get(other.name, ALL),
        )

    def collect(self, receiver):
        """Return a bundle for *receiver*; the marker says from now on how far we are."""
        with self.store.transaction() as tx:
            bundle = tx.exchange.collect(self.device(receiver), own_scope=self.own_scope)
            self.marker = tx.exchange.sites.marker()
        return bundle

    def take_in(self, bundle, sender, **more):
        with self.store.transaction() as tx:
            return tx.exchange.take_in(bundle, self.device(sender), **more)

    def state_hash(self):
        with self.store.transaction() as tx:
            return tx.exchange.state_hash()

    def backup(self):
        copy = _memory()
        self._connection.backup(copy)
        return copy

    def restore(self, copy):
        """Put *copy* back in the place of the store, and open it."""
        copy.backup(self._connection)
        if self.marker is not None:
            self.marker.write(self.home.site)
        settle_exchange(self.home, self._engine)

    def close(self):
        self._engine.dispose()
        self._connection.close()


def send(sender, receiver):
    """Let *receiver* have what it has not got of *sender*."""
    return receiver.take_in(sender.collect(receiver), sender)


def take_in_file(sender, receiver):
    """Let *receiver* take in a file of *sender* that it remembers; return what it keeps of it."""
    bundle = sender.collect(receiver)
    receiver.take_in(bundle, sender, remember=SHA256)
    with receiver.store.transaction() as tx:
        line = FileLine(
            sha256=SHA256,
            direction=IN,
            device=sender.name,
            site=sender.site,
            number=1,
            base=bundle.base,
            top=bundle.top,
            at="2026-03-01T12:00:00Z",
            by="测试员",
            name="file.stsync",
            state="taken",
            lseq=tx.exchange.sites.counter(),
        )
        tx.exchange.files.note(line)
    return line


def take_back(replica, line):
    """Let *replica* take the file of *line* back."""
    with replica.store.transaction() as tx:
        return tx.exchange.take_back(line)


def exchange(*replicas, rounds=3):
    """Let all exchange with all until nothing is to be said any more."""
    for _ in range(rounds):
        for sender in replicas:
            for receiver in replicas:
                if sender is not receiver:
                    send(sender, receiver)
