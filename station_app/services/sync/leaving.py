"""The end of a copy: its records are let go once all that was entered in it has arrived."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.sync.devices import DeviceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.store.home import StationHome
    from station_app.store.transaction import Transaction

COPIES = frozenset({DeviceKind.LAPTOP, DeviceKind.DESK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiped:
    """How many records were let go; ``lost`` counts by table what had not been sent."""

    records: int
    lost: Mapping[str, int] = field(default_factory=dict)


def unsent_entries(tx: Transaction) -> dict[str, int]:
    """Return how many entries of this device its station has not acknowledged, by table."""
    station = next(
        (each for each in tx.exchange.devices.all() if each.kind is DeviceKind.STATION), None
    )
    key = station.id if station else ""
    return tx.exchange.enrolling.unsent(key, tx.exchange.peers.ledger(key).acked)


def leave(tx: Transaction, *, is_forced: bool) -> Wiped:
    """Let go of all records and of the station."""
    own = tx.exchange.devices.own()
    if own is None or own.kind not in COPIES or not own.is_enrolled:
        raise RefusedError("sync.wipe-not-a-copy")
    lost = unsent_entries(tx)
    if lost and not is_forced:
        raise RefusedError("sync.wipe-unsent", entries=sum(lost.values()))
    records = tx.exchange.enrolling.records()
    tx.exchange.enrolling.let_go_of_everything()
    # names stand in the search, too
    tx.search.rebuild(())
    tx.audit.add("exchange:enrolment:wiped", own.id, records=records, lost=lost)
    return Wiped(records=records, lost=lost)


def remove_copies(home: StationHome) -> None:
    """Remove what else holds records on this device; forget second places.

    That is backups, drafts and what was set aside.
    """
    home.places.unlink(missing_ok=True)
    for folder in (home.backups, home.drafts, home.set_aside):
        for path in folder.rglob("*"):
            if path.is_file():
                path.unlink(missing_ok=True)
