"""Devices and what is told of them, sensible without being told anything."""

from __future__ import annotations

from station_app.domain.sync.devices import Device, DeviceId, DeviceKind, PublicKeys, Scope
from station_app.services.sync.exchanging import TakenIn
from station_app.services.sync.standing import DeviceStanding, OwnStanding, Standing

NO_KEYS = PublicKeys(signing=bytes(32), sealing=bytes(32))


def a_device(name="网格平板", kind=DeviceKind.LAPTOP, *, key="d", **more):
    return Device(id=DeviceId(key), name=name, kind=kind, keys=NO_KEYS, **more)


def a_line(name="网格平板", kind=DeviceKind.LAPTOP, *, key="d", standing=None, **more):
    """How it stands with a device; *standing* are the counts."""
    return DeviceStanding(device=a_device(name, kind, key=key, **more), **(standing or {}))


def a_standing(*lines, **more):
    own = OwnStanding(id=DeviceId("own"), name="石头城", kind=DeviceKind.STATION, scope=Scope())
    return Standing(own=own, devices=lines, **more)


def taken(sender="二号窗口", number=3, **more):
    return TakenIn(file="a.stsync", sender=sender, number=number, sha256="s", **more)
