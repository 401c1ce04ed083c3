"""``station device``: devices come to a station, stand in its register, leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import NotFoundError, RefusedError
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.usage import WrongUsageError
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.bootstrap import Station
    from station_app.domain.sync.devices import Device
    from station_app.services.sync.enrolling import ThisDevice
    from ui.cli.speaking import Speaker

OF_REQUEST = ("name", "kind")
OF_GRANT = ("out", "grids", "all", "hub", "expires")


def list_devices(asked: Namespace, _speaker: Speaker) -> Answer:
    """Show this device and those it exchanges with."""
    with opened(asked) as station:
        own, codes = station.devices.own(), _codes(station)
        found = [_told(device, codes) for device in station.devices.devices()]
    return Answer(
        values={"own": _told_own(own, codes), "devices": found},
        lines=[words("device-own", name=own.name, kind=own.kind, key=own.id)]
        + [words("device-line", **each) for each in found],
    )


def enrol(asked: Namespace, _speaker: Speaker) -> Answer:
    """Carry out one of the three steps by which a device comes to a station."""
    _check_usage(asked)
    with opened(asked) as station:
        if asked.request is not None:
            return _request(asked, station)
        return _grant(asked, station) if asked.grant is not None else _accept(asked, station)


def change(asked: Namespace, _speaker: Speaker) -> Answer:
    """Let happen to a device what was asked for."""
    with opened(asked) as station:
        devices = station.devices
        act = {
            "suspend": devices.suspend,
            "resume": devices.resume,
            "lost": devices.lose,
            "retire": devices.retire,
            "renew": devices.renew_segment,
        }[asked.event]
        device = act(devices.named(asked.device).id).value
        told = _told(device, _codes(station))
    return Answer(values=told, lines=[words("device-line", **told)])


def wipe(asked: Namespace, _speaker: Speaker) -> Answer:
    """Let go of all records of this copy; what would be lost is refused, or named with --force."""
    with opened(asked) as station:
        wiped = station.devices.wipe(is_forced=asked.force).value
    return Answer(
        values={"records": wiped.records, "lost": dict(wiped.lost)},
        lines=[
            words("wiped", records=wiped.records),
            *(words("lost", table=table, count=count) for table, count in wiped.lost.items()),
        ],
    )


def _check_usage(asked: Namespace) -> None:
    """Raise :class:`WrongUsageError` for options that belong to another step, or are missing."""
    step = next(name for name in ("request", "grant", "accept") if getattr(asked, name))
    allowed = {"request": OF_REQUEST, "grant": OF_GRANT, "accept": ()}[step]
    wanted = {"request": OF_REQUEST, "grant": ("out",), "accept": ()}[step]
    for name in (*OF_REQUEST, *OF_GRANT):
        if getattr(asked, name) and name not in allowed:
            raise WrongUsageError("usage-not-with", option=f"--{name}", step=f"--{step}")
        if name in wanted and not getattr(asked, name):
            raise WrongUsageError("usage-missing", option=f"--{name}", step=f"--{step}")


def _request(asked: Namespace, station: Station) -> Answer:
    read = station.devices.request(asked.name, DeviceKind(asked.kind), asked.request).value
    request = read.request
    return Answer(
        values={
            "device": request.device,
            "name": request.name,
            "kind": request.kind.value,
            "file": str(asked.request),
            "fingerprint": read.fingerprint,
        },
        lines=[
            words("requested", file=asked.request),
            words("fingerprint-request", digits=read.fingerprint),
        ],
    )


def _grant(asked: Namespace, station: Station) -> Answer:
    kind = station.devices.read_request(asked.grant).request.kind
    scope = _scope(asked, station, kind)
    granted = station.devices.grant(asked.grant, asked.out, scope, asked.expires).value
    return Answer(
        values={
            **_told(granted.device, _codes(station)),
            "file": str(asked.out),
            "fingerprint": granted.fingerprint,
            "request_fingerprint": granted.request_fingerprint,
        },
        lines=[
            words("granted", name=granted.device.name, file=asked.out),
            words("fingerprint-request", digits=granted.request_fingerprint),
            words("fingerprint-grant", digits=granted.fingerprint),
        ],
    )


def _accept(asked: Namespace, station: Station) -> Answer:
    accepted = station.devices.accept(asked.accept).value
    own = station.devices.own()
    return Answer(
        values={
            **_told_own(own, _codes(station)),
            "station": {"id": accepted.station.id, "name": accepted.station.name},
            "fingerprint": accepted.fingerprint,
            "is_news": accepted.is_news,
        },
        lines=[
            words("accepted", name=own.name, station=accepted.station.name),
            words("fingerprint-grant", digits=accepted.fingerprint),
        ],
    )


def _scope(asked: Namespace, station: Station, kind: DeviceKind) -> Scope:
    """Return what the device is to hold; a laptop has to be told."""
    if asked.hub != (kind is DeviceKind.HUB) and (asked.hub or asked.grids):
        raise RefusedError("enrol.scope")
    if asked.grids is not None:
        return Scope(kind=ScopeKind.GRIDS, grids=frozenset(_grids(station, asked.grids)))
    if kind is DeviceKind.LAPTOP and not asked.all:
        raise WrongUsageError("usage-scope", options="--grids CODE,CODE | --all")
    return Scope(kind=ScopeKind.ALL)


def _grids(station: Station, codes: tuple[str, ...]) -> list[str]:
    known = {grid.particulars.code: grid.id for grid in station.places.grids()}
    for code in codes:
        if code not in known:
            raise NotFoundError(name=code)
    return [known[code] for code in codes]


def _codes(station: Station) -> dict[str, str]:
    return {grid.id: grid.particulars.code for grid in station.places.grids()}


def _told(device: Device, codes: dict[str, str]) -> dict[str, object]:
    return {
        "device": device.id,
        "name": device.name,
        "kind": device.kind.value,
        "state": device.state.value,
        **_told_scope(device.scope, codes),
        "segment": device.segment,
        "enrolled_at": device.enrolled_at.isoformat() if device.enrolled_at else None,
        "expires_on": device.expires_on.isoformat() if device.expires_on else None,
    }


def _told_own(own: ThisDevice, codes: dict[str, str]) -> dict[str, object]:
    return {
        "device": own.id,
        "name": own.name,
        "kind": own.kind.value,
        **_told_scope(own.scope, codes),
        "segment": own.segment,
        "expires_on": own.expires_on.isoformat() if own.expires_on else None,
        "is_enrolled": own.is_enrolled,
        "is_expired": own.is_expired,
    }


def _told_scope(scope: Scope, codes: dict[str, str]) -> dict[str, object]:
    # a grid that is not here yet, or no more, is told by its key
    return {
        "scope": scope.kind.value,
        "grids": sorted(codes.get(grid, grid) for grid in scope.grids),
    }
