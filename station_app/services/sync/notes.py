"""What devices tell one another beside records: the notes of a sync file.

A station tells a device how it stands (what it may hold, until when, its segment
of serials) and whom nobody is to believe any more; every device tells its name, the
head of its audit, and the head it holds of the receiver's.
Notes that a newer program adds are passed over.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import RefusedError
from station_app.domain.sync.devices import DeviceKind, DeviceState, Scope
from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.audit.heads import HeadNote, note_for, read_note, take_note
from station_app.services.sync.told import Told, read_scope, told_scope

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.devices import Device
    from station_app.store.sync.devices import OwnDevice
    from station_app.store.transaction import Transaction

SETTINGS = "setting"
REVOKED_STATES = frozenset({DeviceState.LOST, DeviceState.RETIRED})


NO_HEADS = HeadNote()
HEADS = "audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a station says that the receiver stands."""

    scope: Scope
    segment: int
    expires_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What the notes of a file say; nothing of a part that is missing."""

    name: str = ""
    standing: Standing | None = None
    revoked: frozenset[str] = frozenset()
    heads: HeadNote = NO_HEADS


def notes_for(tx: Transaction, own: OwnDevice, device: Device) -> dict[str, Any]:
    """Return the notes of a file from this device to *device*."""
    told: dict[str, Any] = {"name": own.name}
    if own.kind is DeviceKind.STATION:
        told["revoked"] = sorted(revoked_devices(tx))
        told["standing"] = {
            "scope": told_scope(device.scope),
            "segment": device.segment,
            "expires_on": device.expires_on.isoformat() if device.expires_on else None,
        }
    return told


def with_notes(tx: Transaction, own: OwnDevice, device: Device, bundle: Bundle) -> Bundle:
    """Return *bundle* for *device* with our notes.

    Settings do not travel to or from a hub: those of several stations would meet there.
    """
    noted = replace(bundle, notes=notes_for(tx, own, device))
    return _without_settings(noted) if DeviceKind.HUB in {own.kind, device.kind} else noted


def with_heads(tx: Transaction, device: Device, bundle: Bundle) -> Bundle:
    """Return *bundle* with the heads of audits in its notes: last, for they are never news.

    Each file is an entry of its own, so that two devices would write for ever.
    """
    return replace(bundle, notes={**bundle.notes, HEADS: note_for(tx, device.id)})


def are_news(tx: Transaction, device: Device, notes: Mapping[str, Any]) -> bool:
    """Whether *device* was told something else than *notes* the last time."""
    return tx.exchange.enrolling.told_notes(device.id) != json.dumps(notes, sort_keys=True)


def note_told(tx: Transaction, device: Device, notes: Mapping[str, Any]) -> None:
    """Keep that *device* is told *notes*."""
    tx.exchange.enrolling.note_told(device.id, json.dumps(notes, sort_keys=True))


def read_notes(told: Mapping[str, Any]) -> Notes:
    """Return what the notes *told* say; raises :class:`SyncFileRefusedError` for unsound ones."""
    values = Told(told)
    try:
        return Notes(
            name=values.device_name("name") if "name" in told else "",
            standing=_standing(told["standing"]) if "standing" in told else None,
            revoked=values.record_keys("revoked") if "revoked" in told else frozenset(),
            heads=read_note(told[HEADS]) if HEADS in told else NO_HEADS,
        )
    except RefusedError as error:
        raise SyncFileRefusedError(Refusal.MALFORMED, where="notes") from error


def honour(tx: Transaction, own: OwnDevice, sender: Device, notes: Notes) -> None:
    """Do what *sender* says; how this device stands, a station alone may say."""
    take_note(tx, sender.id, notes.heads)
    if notes.name and notes.name != sender.name:
        name = free_name(tx, notes.name, besides=sender.id)
        tx.exchange.devices.keep(replace(sender, name=name))
    if sender.kind is not DeviceKind.STATION or own.kind is DeviceKind.STATION:
        return
    # never ourselves, nor who says so: whoever believes neither can take in nothing more
    revoke(tx, notes.revoked - {own.id, sender.id})
    # a hub holds all of several stations: none of them says how it stands
    if notes.standing is not None and own.kind is not DeviceKind.HUB:
        _take_place(tx, own, notes.standing)


def free_name(tx: Transaction, name: str, *, besides: str) -> str:
    """Return *name*, numbered where a device *besides* the one that is to have it bears it."""
    taken = {each.name for each in tx.exchange.devices.all() if each.id != besides}
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name} {number}"
    return found


def revoke(tx: Transaction, keys: Collection[str]) -> None:
    """Take devices that are known here for lost, because a station does; no other station."""
    for device in tx.exchange.devices.all():
        is_other = device.kind is not DeviceKind.STATION
        if is_other and device.id in keys and device.state not in REVOKED_STATES:
            tx.exchange.devices.keep(replace(device, state=DeviceState.LOST))
            tx.audit.add("exchange:device:revoked", device.id)


def revoked_devices(tx: Transaction) -> frozenset[str]:
    """Return the devices that are not to be believed any more."""
    return frozenset(
        device.id for device in tx.exchange.devices.all() if device.state in REVOKED_STATES
    )


def _without_settings(bundle: Bundle) -> Bundle:
    """Return what a hub has to say: it knows settings of several stations and gives none on."""
    return replace(
        bundle,
        tables=tuple(each for each in bundle.tables if each.table != SETTINGS),
        conflicts=tuple(each for each in bundle.conflicts if each.table != SETTINGS),
    )


def _take_place(tx: Transaction, own: OwnDevice, standing: Standing) -> None:
    latter = replace(
        own,
        scope=standing.scope,
        segment=standing.segment,
        expires_on=standing.expires_on,
    )
    if latter == own:
        return
    if latter.segment != own.segment:
        tx.exchange.numbering.begin_segment(latter.segment)
    tx.exchange.devices.keep_own(latter)
    tx.audit.add("exchange:enrolment:changed", own.id, scope=latter.scope.kind.value)


def _standing(told: object) -> Standing:
    values = Told.of(told)
    return Standing(
        scope=read_scope(values.values.get("scope")),
        segment=values.number("segment"),
        expires_on=values.day("expires_on"),
    )
