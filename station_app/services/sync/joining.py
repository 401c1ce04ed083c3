"""Coming to a station (入网): what the new device asks, what the station answers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.places import GridId
from station_app.domain.sync.devices import (
    Device,
    DeviceKind,
    DeviceState,
    Scope,
    ScopeKind,
)
from station_app.domain.sync.enrolment import (
    NEW_KINDS,
    Grant,
    Request,
    fingerprint_of,
    fits,
    problems_with_name,
)
from station_app.services.sync.letters import (
    letter_in,
    read_grant,
    read_request,
    write_grant,
    write_request,
)
from station_app.services.sync.notes import free_name, revoke, revoked_devices
from station_app.services.sync.own import keys_of, new_own_device, own_device
from station_app.store.base import moment_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from station_app.domain.sync.devices import PublicKeys
    from station_app.store.sync.devices import OwnDevice
    from station_app.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRead:
    """What a request says; ``fingerprint`` is the same on the screen of who has written it."""

    request: Request
    fingerprint: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """A device that was granted entrance, and the fingerprints of both letters."""

    device: Device
    fingerprint: str
    request_fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The station a device belongs to now; ``is_news`` unless the grant was known."""

    station: Device
    fingerprint: str
    is_news: bool


def request_entrance(tx: Transaction, name: str, kind: DeviceKind) -> tuple[RequestRead, bytes]:
    """Give this store an identity of its own and return the request that tells of it."""
    if problems := problems_with_name(name):
        raise ValidationFailedError(problems)
    if kind not in NEW_KINDS:
        raise RefusedError("enrol.kind")
    own = _identity(tx, name.strip(), kind)
    request = Request(
        device=own.id, name=own.name, kind=own.kind, keys=_public(own), made_at=tx.stamp.at
    )
    letter = write_request(request, own.signing)
    read = read_entrance_request(letter)
    tx.exchange.devices.keep_own(own)
    tx.exchange.enrolling.remember({**tx.exchange.enrolling.letters(), "request": read.sha256})
    tx.audit.add("exchange:enrolment:requested", own.id, kind=kind.value)
    return read, letter


def read_entrance_request(letter: bytes) -> RequestRead:
    """Return what the request *letter* says."""
    return RequestRead(
        request=read_request(letter),
        fingerprint=fingerprint_of(letter),
        sha256=hashlib.sha256(letter).hexdigest(),
    )


def grant_entrance(
    tx: Transaction, read: RequestRead, scope: Scope, expires_on: date | None
) -> tuple[Granted, bytes]:
    """Keep the device that asks, and return it with the letter that grants it entrance."""
    own, request = own_device(tx), read.request
    if own.kind is not DeviceKind.STATION or request.device == own.id:
        raise RefusedError("enrol.not-a-station")
    _check_scope(tx, request.kind, scope)
    known = next((each for each in tx.exchange.devices.all() if each.id == request.device), None)
    if known is not None:
        _check_known(known, request, scope)
    device = Device(
        id=request.device,
        name=free_name(tx, request.name, besides=request.device),
        kind=request.kind,
        keys=request.keys,
        scope=scope,
        # another one would leave the serials that are left in the first unused for ever
        segment=known.segment if known else tx.exchange.devices.next_segment(),
        enrolled_at=tx.stamp.at,
        expires_on=expires_on,
    )
    letter = write_grant(_grant_of(tx, own, device, read.sha256), own.signing)
    tx.exchange.devices.keep(device)
    tx.exchange.sites.tick()
    tx.audit.add(
        "exchange:device:granted", device.id, kind=device.kind.value, scope=scope.kind.value
    )
    granted = Granted(
        device=device, fingerprint=fingerprint_of(letter), request_fingerprint=read.fingerprint
    )
    return granted, letter


def accept_entrance(tx: Transaction, path: Path, today: date) -> Accepted:
    """Belong to the station that the grant at *path* names, from now on."""
    letter = letter_in(path)
    grant, sha256 = read_grant(letter), hashlib.sha256(letter).hexdigest()
    own, letters = tx.exchange.devices.own(), tx.exchange.enrolling.letters()
    if own is None or own.kind is DeviceKind.STATION or grant.device != own.id:
        raise RefusedError("enrol.not-for-this-device", name=grant.name)
    former = letters["grants"].get(grant.station, {"sha256": "", "at": ""})
    if former["sha256"] == sha256:
        station = tx.exchange.devices.device(grant.station)
        return Accepted(station=station, fingerprint=fingerprint_of(letter), is_news=False)
    # an older grant, found on a stick, would put back scope and segment
    if grant.request != letters["request"] or moment_text(grant.granted_at) <= former["at"]:
        raise RefusedError("enrol.old")
    if grant.expires_on is not None and grant.expires_on < today:
        raise RefusedError("enrol.expired", day=grant.expires_on)
    station = _station_of(tx, own, grant)
    if not own.is_enrolled:
        _refuse_records(tx)
        tx.exchange.enrolling.take_settings(grant.settings, grant.station)
    _become(tx, own, grant)
    tx.exchange.devices.keep(station)
    revoke(tx, grant.revoked)
    kept = {"sha256": sha256, "at": moment_text(grant.granted_at)}
    letters["grants"][grant.station] = kept
    tx.exchange.enrolling.remember(letters)
    tx.audit.add("exchange:enrolment:accepted", grant.station)
    return Accepted(station=station, fingerprint=fingerprint_of(letter), is_news=True)


def check_grids(tx: Transaction, scope: Scope) -> None:
    """Raise :class:`NotFoundError` unless all grids of *scope* are there."""
    for grid in sorted(scope.grids):
        tx.places.grid(GridId(grid))


def _public(own: OwnDevice) -> PublicKeys:
    return keys_of(own).public()


def _identity(tx: Transaction, name: str, kind: DeviceKind) -> OwnDevice:
    """Return who this store is to be: who it is already, if it was ever asked to be that."""
    own = tx.exchange.devices.own()
    if own is None or own.kind is DeviceKind.STATION:
        if tx.exchange.devices.all():
            raise RefusedError("enrol.is-a-station")
        own = new_own_device(name, kind, is_enrolled=False)
    elif own.is_enrolled and own.kind is not kind:
        raise RefusedError("enrol.kind")
    if not own.is_enrolled:
        _refuse_records(tx)
    return replace(own, name=name, kind=kind)


def _refuse_records(tx: Transaction) -> None:
    """Two stations are not to be mixed by accident."""
    if records := tx.exchange.enrolling.records():
        raise RefusedError("enrol.records-here", records=records)


def _check_scope(tx: Transaction, kind: DeviceKind, scope: Scope) -> None:
    if not fits(kind, scope):
        raise RefusedError("enrol.scope")
    check_grids(tx, scope)


def _check_known(known: Device, request: Request, scope: Scope) -> None:
    """Whether a device that is known may be granted entrance once more."""
    if known.state is not DeviceState.ACTIVE:
        raise RefusedError("sync.device-state", name=known.name)
    # somebody who has only the device's key copied from a header asks with keys of his own
    if known.keys != request.keys or known.kind is not request.kind:
        raise RefusedError("enrol.other-keys", name=known.name)
    if known.scope.kind is not scope.kind:
        raise RefusedError("sync.scope-kind", name=known.name)


def _grant_of(tx: Transaction, own: OwnDevice, device: Device, request: str) -> Grant:
    return Grant(
        request=request,
        device=device.id,
        name=device.name,
        scope=device.scope,
        segment=device.segment,
        expires_on=device.expires_on,
        station=own.id,
        station_name=own.name,
        station_keys=_public(own),
        granted_at=tx.stamp.at,
        revoked=revoked_devices(tx),
        settings=tx.exchange.enrolling.settings(),
    )


def _station_of(tx: Transaction, own: OwnDevice, grant: Grant) -> Device:
    """Return the station as this device is to know it."""
    known = {device.id: device for device in tx.exchange.devices.all()}
    if own.is_enrolled and own.kind is not DeviceKind.HUB and grant.station not in known:
        raise RefusedError("enrol.other-station", name=grant.station_name)
    if grant.station in known and known[grant.station].keys != grant.station_keys:
        raise RefusedError("enrol.other-keys", name=grant.station_name)
    is_hub = own.kind is DeviceKind.HUB
    return Device(
        id=grant.station,
        name=grant.station_name,
        kind=DeviceKind.STATION,
        keys=grant.station_keys,
        scope=Scope(kind=ScopeKind.OWN if is_hub else ScopeKind.ALL),
        enrolled_at=grant.granted_at,
    )


def _become(tx: Transaction, own: OwnDevice, grant: Grant) -> None:
    if grant.segment != own.segment:
        tx.exchange.numbering.begin_segment(grant.segment)
    tx.exchange.devices.keep_own(
        replace(
            own,
            # a hub is taken in by several stations: none of them says what it is called
            name=own.name if own.is_enrolled else grant.name,
            scope=grant.scope,
            segment=grant.segment,
            expires_on=grant.expires_on,
            is_enrolled=True,
        )
    )
