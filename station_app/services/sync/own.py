"""This device's own identity for exchange: made when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.keys import new_key
from station_app.domain.settings import settings_from
from station_app.domain.sync.devices import DeviceId, DeviceKind
from station_app.domain.sync.enrolment import presentable
from station_app.services.sync.sealing import DeviceKeys, new_device_keys
from station_app.store.sync.devices import OwnDevice

if TYPE_CHECKING:
    from station_app.store.transaction import Transaction


def own_device(tx: Transaction) -> OwnDevice:
    """Return what this device is; a store that was never enrolled is a station's own."""
    known = tx.exchange.devices.own()
    if known is not None:
        return known
    # a name of the settings may hold what no device may be called
    name = presentable(settings_from(tx.settings.all()).name, otherwise="Station")
    own = new_own_device(name, DeviceKind.STATION)
    tx.exchange.devices.keep_own(own)
    return own


def new_own_device(name: str, kind: DeviceKind, *, is_enrolled: bool = True) -> OwnDevice:
    """Return a device with keys of its own."""
    keys = new_device_keys()
    return OwnDevice(
        id=DeviceId(new_key()),
        name=name,
        kind=kind,
        signing=keys.signing,
        sealing=keys.sealing,
        is_enrolled=is_enrolled,
    )


def keys_of(own: OwnDevice) -> DeviceKeys:
    """Return the private keys of this device."""
    return DeviceKeys(signing=own.signing, sealing=own.sealing)
