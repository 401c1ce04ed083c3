"""The numbers of certificates: what was given by whom, and what every missing one means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.number_gaps import Giver, series_of
from station_app.domain.sync.devices import DeviceKind
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from station_app.domain.number_gaps import Series
    from station_app.store.transaction import Store, Transaction


class NumberService:
    """What an inspector asks first of a register: where number 12 is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @needs(Permission.CERTIFICATE_READ)
    def series(self) -> tuple[Series, ...]:
        """Return the series of certificates' numbers, the latest year first."""
        with self._store.reading() as tx:
            return series_of(tx.certificates.numbers(), _givers(tx))


def _givers(tx: Transaction) -> dict[int, Giver]:
    """Return who gives numbers, by segment."""
    devices, numbering = tx.exchange.devices, tx.exchange.numbering
    givers = {
        device.segment: Giver(name=device.name)
        for device in devices.all()
        if device.kind is not DeviceKind.HUB
    }
    own = devices.own()
    mine = Giver(
        name=own.name if own else "",
        incarnation=numbering.incarnation(),
        lasts=numbering.lasts(),
    )
    return givers | dict.fromkeys(numbering.segments(), mine)
