"""Files that stations write and take in, and what they leave behind."""

from __future__ import annotations

import hashlib

from station_app.domain.errors import CancelledError
from station_app.services.sync.sealing import read_header
from tests.factories import a_resident
from tests.stations import own

KEPT = ("sync_row", "sync_cell", "sync_aside", "sync_peer", "sync_file", "sync_taken", "sync_site")
PEOPLE = ("张三", "李四", "王五", "赵六", "钱七", "孙八")


class Impatient:
    """Presses *Cancel* at a phase, after as many steps of it as are let pass."""

    def __init__(self, phase, passing=0):
        self._phase, self._passing = phase, passing

    def step(self, *counts):
        if counts[-1] == self._phase:
            self._passing -= 1
            if self._passing < 0:
                raise CancelledError


def enter(station, *names):
    for name in names:
        a_resident(station, name, number="")


def write(station, folder):
    return station.exchange.write_for_all(folder).value


def take(station, *paths):
    return station.exchange.take_in(paths).value


def header_of(path):
    return read_header(path.read_bytes())


def digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(station):
    with station.store.reading() as tx:
        found = tx.session.connection().exec_driver_sql("SELECT name FROM resident")
        return {name for (name,) in found}


def state(station):
    """Return all that a file that is refused must leave as it is."""
    hashed = station.exchange.state_hash()
    with station.store.reading() as tx:
        run = tx.session.connection().exec_driver_sql
        kept = [run(f"SELECT * FROM {name}").all() for name in KEPT]  # noqa: S608 - our own names
        return hashed, run("SELECT count(*) FROM audit_entry").scalar_one(), kept


def ledger(station, other):
    with station.store.reading() as tx:
        return tx.exchange.peers.ledger(own(other).id)
