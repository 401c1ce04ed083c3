"""A founded station with its own key slots, for what is backed up and restored."""

from __future__ import annotations

from station_app.bootstrap import open_station
from station_app.services.access import AccessService
from station_app.store.content import content_hash
from station_app.store.vault.derivation import Cost

PASSPHRASE, OTHER = "Spring-Willow-7", "Autumn-Willow-7"
ACCESS = AccessService(Cost(memory_kib=64, passes=1, lanes=1))


def opened(home, clock, passphrase=PASSPHRASE):
    return open_station(home, ACCESS.unlock(home, passphrase), clock=clock)


def content_of(station):
    with station.store.reading() as tx:
        return content_hash(tx.session)
