"""Stations, laptops, desks and hubs on real encrypted stores, that exchange real files."""

from __future__ import annotations

import os
from dataclasses import dataclass

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.domain.places import GridDraft
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from station_app.store.engine import open_engine
from station_app.store.founding import make_database
from station_app.store.home import StationHome
from station_app.store.migrations.runner import upgrade
from station_app.store.transaction import Store
from tests.authority import Everything

ALL = Scope()


@dataclass
class Machine:
    """A computer with a store of its own."""

    name: str
    home: StationHome
    key: bytes
    clock: object
    station: Station

    def close(self):
        self.station.close()

    def open_again(self):
        """Start the program anew, as after a restart or a restored file."""
        self.station = opened(self.name, self.home, self.key, self.clock)


def opened(name, home, key, clock):
    engine = open_engine(home.database, key)
    upgrade(home, engine)
    store = Store(
        engine, clock=clock, actor=Actor(name="测试员", device=name), authority=Everything()
    )
    return Station(home, store, clock)


def new_machine(name, folder, clock):
    home = StationHome(folder / name)
    home.make()
    key = os.urandom(32)
    make_database(home, key)
    return Machine(name, home, key, clock, opened(name, home, key, clock))


def enrol(station, machine, folder, *, kind=DeviceKind.DESK, scope=ALL, expires_on=None):
    """Let *machine* belong to *station*; return the device as the station knows it."""
    request, grant = folder / f"{machine.name}.strequest", folder / f"{machine.name}.stgrant"
    machine.station.devices.request(machine.name, kind, request)
    done = station.station.devices.grant(request, grant, scope, expires_on)
    machine.station.devices.accept(grant)
    return done.value.device


def draw_grid(machine, code):
    """Draw a grid and assign to it the buildings that stand in none, the first of them only."""
    places = machine.station.places
    grid = places.draw_grid(GridDraft(code=code, name=f"网格{code}")).value
    free = [building.id for building in places.buildings() if not building.grid_id]
    places.assign(dict.fromkeys(free[:1], grid))
    return grid


def of_grids(*grids):
    return Scope(kind=ScopeKind.GRIDS, grids=frozenset(grids))


def exchange(one, other, folder):
    """Let both take in what the other has, twice: the second round brings the receipts."""
    for _ in range(2):
        for machine in (one, other):
            for taken in machine.station.exchange.exchange(folder).value.taken:
                assert taken.refused is None, taken


def people(machine):
    with machine.station.store.reading() as tx:
        return {
            row[0] for row in tx.session.connection().exec_driver_sql("SELECT name FROM resident")
        }


def acts(machine, act):
    with machine.station.store.reading() as tx:
        return tx.audit.count(act)


def back_up(machine):
    machine.station.close()
    copy = machine.home.database.read_bytes()
    machine.open_again()
    return copy


def put_back(machine, copy):
    machine.station.close()
    machine.home.database.write_bytes(copy)
    machine.open_again()


def asked(machine, stick, *, kind=DeviceKind.DESK, name=None):
    path = stick / f"{machine.name}.strequest"
    return path, machine.station.devices.request(name or machine.name, kind, path).value
